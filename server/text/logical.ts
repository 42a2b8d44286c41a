import { lastAtMost } from './search';
import type { Span } from './span';

/**
 * The reading text of a report: what a conversion cut is joined again and page furniture is left out.
 * Blocks are separated by one "\n". A monotone map leads from every logical offset to its source offset.
 *
 * The map is piecewise linear: piece `i` covers the logical offsets from `logicalStarts[i]` to
 * `logicalStarts[i + 1]` (or the end), and offset `o` of it lies at `sourceStarts[i] + o - logicalStarts[i]`.
 * A separator that the source does not hold as such maps to the end of the block before it.
 */
export interface LogicalText {
  readonly text: string;
  readonly logicalStarts: Uint32Array;
  readonly sourceStarts: Uint32Array;
}

/** Source offset (UTF-16) of the character at a logical offset; O(log pieces). */
export function toSource(logical: LogicalText, offset: number): number {
  if (logical.logicalStarts.length === 0) return 0;
  const piece = lastAtMost(logical.logicalStarts, offset);
  return (logical.sourceStarts[piece] as number) + offset - (logical.logicalStarts[piece] as number);
}

/** Logical offset of the character at a source offset; offsets that the logical text leaves out give the next one kept. */
export function toLogical(logical: LogicalText, offset: number): number {
  if (logical.sourceStarts.length === 0) return 0;
  if (offset < (logical.sourceStarts[0] as number)) return 0;
  const piece = lastAtMost(logical.sourceStarts, offset);
  const end = piece + 1 < logical.logicalStarts.length ? (logical.logicalStarts[piece + 1] as number) : logical.text.length;
  return Math.min((logical.logicalStarts[piece] as number) + offset - (logical.sourceStarts[piece] as number), end);
}

/** The source spans of a logical span, one per piece it crosses, in order, none empty. */
export function toSourceSpans(logical: LogicalText, span: Span): Span[] {
  const spans: Span[] = [];
  let at = span.start;
  while (at < span.end) {
    const piece = lastAtMost(logical.logicalStarts, at);
    const pieceEnd = piece + 1 < logical.logicalStarts.length ? (logical.logicalStarts[piece + 1] as number) : logical.text.length;
    const end = Math.min(span.end, pieceEnd);
    if (end <= at) break;
    const start = (logical.sourceStarts[piece] as number) + at - (logical.logicalStarts[piece] as number);
    spans.push({ start, end: start + end - at });
    at = end;
  }
  return spans;
}
