import type { Report } from '../report/model';
import { toSource } from '../text/logical';
import type { Span } from '../text/span';

/** Where a stretch of logical text stands, as one source span from its first to its last character. */
export function sourceSpan(report: Report, start: number, end: number): Span {
  return { start: toSource(report.logical, start), end: toSource(report.logical, end - 1) + 1 };
}

/** Index of the block that holds a source offset, or of the last one before it; -1 before the first. O(log blocks). */
export function blockIndexAt(report: Report, offset: number): number {
  let low = 0;
  let high = report.blocks.length - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((report.blocks[middle]?.span.start ?? 0) <= offset) {
      found = middle;
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return found;
}

/** Index of the innermost heading whose section holds the offset, -1 where none does. O(log headings). */
export function headingIndexAt(report: Report, offset: number): number {
  let low = 0;
  let high = report.headings.length - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((report.headings[middle]?.span.start ?? 0) <= offset) {
      found = middle;
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return found;
}

/** One match in the logical text together with its place in the source. */
export interface Hit {
  readonly match: RegExpExecArray;
  readonly start: number;
  readonly span: Span;
}

/**
 * All matches of a global pattern in the reading text that stand in prose: not in front matter, in a table of
 * contents or in furniture. Linear for patterns that are.
 */
export function hitsInProse(report: Report, pattern: RegExp): Hit[] {
  const hits: Hit[] = [];
  for (const match of report.logical.text.matchAll(pattern)) {
    const span = sourceSpan(report, match.index, match.index + match[0].length);
    const kind = report.blocks[blockIndexAt(report, span.start)]?.kind;
    if (kind === 'tocEntry' || kind === 'tocTitle' || kind === 'furniture' || kind === 'frontMatter') continue;
    hits.push({ match, start: match.index, span });
  }
  return hits;
}

const letter = /[\p{L}\p{N}]/u;

/**
 * True where a number opens its own line instead of pointing to another: a heading's number, or one on a chapter's
 * title page or in a running title, which are short lines without a sentence.
 */
export function opensLine(report: Report, span: Span): boolean {
  const block = report.blocks[blockIndexAt(report, span.start)];
  if (block === undefined || letter.test(report.source.text.slice(block.span.start, span.start))) return false;
  if (block.kind === 'heading' || report.headings[headingIndexAt(report, span.start)]?.span.start === block.span.start) return true;
  const line = report.source.text.slice(block.span.start, Math.min(block.span.end, block.span.start + 61));
  return line.length <= 60 && !/[。，；]/u.test(line);
}
