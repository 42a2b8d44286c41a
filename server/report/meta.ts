import type { Context } from './context';
import type { ReportMeta } from './model';
export interface TitleLines { readonly lines: ReadonlySet<number>; readonly title: string }
export function titleLinesOf(context: Context): TitleLines {
  const lines = new Set<number>();
  const i = context.draft.lines.findIndex((line, n) => context.draft.kinds[n] === null && line.marks.hashes === 1);
  if (i >= 0) lines.add(i);
  return { lines, title: context.draft.lines[i]?.words ?? '' };
}
export function metaOf(path: string, context: Context, title: TitleLines): ReportMeta {
  void context;
  return { title: title.title || path, titleSpan: null, date: null, issue: null, publisher: null, authors: [], tags: [] };
}
