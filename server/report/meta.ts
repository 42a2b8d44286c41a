import type { Span } from '../text/span';
import type { Context } from './context';
import type { Line } from './draft';
import { readFrontMatter } from './frontMatter';
import type { ReportMeta } from './model';
import { authorsOf, dateOf, issueOf, publisherOf } from './publication';
import type { TitleLines } from './titleLines';

/** What a report says of itself: its front matter first, then its first and last lines, its file name for want of a title. */
export function metaOf(path: string, context: Context, frontMatterCount: number, titleLines: TitleLines): ReportMeta {
  const { lines } = context.draft;
  const own = readFrontMatter(context.draft, frontMatterCount);
  const body = lines.slice(frontMatterCount, frontMatterCount + 100);
  const authors = own !== null && own.authors.length > 0 ? own.authors : authorsOf(body);
  return {
    title: own?.title ?? titleLines.title ?? fileTitle(path),
    titleSpan: own?.titleSpan ?? spanOf(lines, titleLines),
    date: own?.date ?? dateOf(context.draft, own?.title ?? titleLines.title),
    issue: issueOf(body),
    publisher: own?.publisher ?? publisherOf(body),
    authors,
    tags: own?.tags ?? [],
  };
}

function spanOf(lines: readonly Line[], titleLines: TitleLines): Span | null {
  const at = [...titleLines.lines].sort((a, b) => a - b);
  const first = lines[at[0] ?? -1];
  const last = lines[at[at.length - 1] ?? -1];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** What a file name says without its ending. */
export function fileTitle(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
