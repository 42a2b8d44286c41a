import type { Block, Report } from '../report/model';
import { sectionAt } from '../report/sections';
import { toSource } from '../text/logical';
import { matchesOf } from '../text/matches';
import type { Span } from '../text/span';
import { countWhile } from '../text/search';

/** Where a stretch of logical text stands, as one source span from its first to its last character. */
export function sourceSpan(report: Report, start: number, end: number): Span {
  return { start: toSource(report.logical, start), end: toSource(report.logical, end - 1) + 1 };
}

/** Index of the block that holds a source offset, or of the last one before it; -1 before the first. O(log blocks). */
export function blockIndexAt(report: Report, offset: number): number {
  return countWhile(report.blocks.length, (index) => (report.blocks[index] as Block).span.start <= offset) - 1;
}

/** One match in the logical text together with its place in the source. */
export interface Hit {
  readonly match: RegExpExecArray;
  readonly start: number;
  readonly span: Span;
}

/**
 * All matches of a global pattern in the reading text that stand in prose: not in front matter, in a table of
 * contents or in furniture; of them those that are `wanted`. Linear for patterns that are.
 */
export function hitsInProse(report: Report, pattern: RegExp, wanted: (match: RegExpExecArray) => boolean = () => true): Hit[] {
  return matchesOf(report.logical.text, pattern).flatMap((match): Hit[] => {
    if (!wanted(match)) return [];
    const { index: start } = match;
    const span = sourceSpan(report, start, start + match[0].length);
    const kind = report.blocks[blockIndexAt(report, span.start)]?.kind;
    return kind === 'tocEntry' || kind === 'tocTitle' || kind === 'furniture' || kind === 'frontMatter' ? [] : [{ match, start, span }];
  });
}

/** Characters of a block's beginning in which its first words are looked for. */
const LOOKED_AT = 600;

/** What stands at the beginning of its block before a source offset, without tags. */
export function wordsBefore(report: Report, block: Block, offset: number): string {
  return report.source.text.slice(block.span.start, Math.min(offset, block.span.start + LOOKED_AT)).replace(/<[^<>]{0,300}>/g, '');
}

const letter = /[\p{L}\p{N}]/u;

/**
 * True where a number opens its own line instead of pointing to another: a heading's number, or one on a chapter's
 * title page or in a running title, which are short lines without a sentence.
 */
export function opensLine(report: Report, span: Span): boolean {
  const block = report.blocks[blockIndexAt(report, span.start)];
  if (block === undefined || letter.test(wordsBefore(report, block, span.start))) return false;
  if (block.kind === 'heading' || report.headings[sectionAt(report.headings, span.start)]?.span.start === block.span.start) return true;
  const line = report.source.text.slice(block.span.start, Math.min(block.span.end, block.span.start + 61));
  return line.length <= 60 && !/[。，；]/u.test(line);
}
