import type { Report } from '../report/model';
import { lineAt } from '../text/lines';

/** Lines that can be folded away, 0-based, both inclusive; the first stays visible. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
}

/** Sections, tables, front matter and contents of a report; linear in its blocks. */
export function foldsOf({ source, headings, tables, blocks }: Report): Fold[] {
  const line = (offset: number): number => lineAt(source.lineStarts, offset);
  const lastLine = (end: number): number => {
    let at = end;
    while (at > 0 && /\s/.test(source.text.charAt(at - 1))) at--;
    return line(Math.max(0, at - 1));
  };
  const folds = headings.map(({ span, end }) => ({ startLine: line(Math.max(span.start, span.end - 1)), endLine: lastLine(end) }));
  for (const { span } of tables) folds.push({ startLine: line(span.start), endLine: lastLine(span.end) });
  for (const group of runs(blocks.map(({ kind }) => kind))) {
    const [first, last] = [blocks[group.first], blocks[group.last]];
    if (first && last) folds.push({ startLine: line(first.span.start), endLine: lastLine(last.span.end) });
  }
  const seen = new Set<number>();
  return folds
    .filter(({ startLine, endLine }) => endLine > startLine)
    .sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine)
    .filter(({ startLine }) => !seen.has(startLine) && seen.add(startLine));
}

/** Runs of blocks that fold as one: front matter, and contents with their title and the furniture between. */
function runs(kinds: readonly string[]): { first: number; last: number }[] {
  const found: { first: number; last: number; family: string }[] = [];
  kinds.forEach((kind, index) => {
    const family = kind === 'frontMatter' ? 'frontMatter' : kind === 'tocTitle' || kind === 'tocEntry' ? 'toc' : null;
    if (family === null) return;
    const open = found.at(-1);
    const joined = open !== undefined && open.family === family && kinds.slice(open.last + 1, index).every((between) => between === 'furniture');
    if (joined && kind !== 'tocTitle') open.last = index;
    else found.push({ first: index, last: index, family });
  });
  return found;
}
