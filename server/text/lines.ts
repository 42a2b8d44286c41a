import { lastAtMost } from './search';
import type { Position, Range, Span } from './span';

/** Offsets (UTF-16) at which the lines of a text start. Lines end at \n, \r\n or a lone \r, as in LSP. */
export type LineStarts = Uint32Array | Uint16Array;

/** The line starts of `text`, in one pass over it. */
export function lineStartsOf(text: string): LineStarts {
  const starts: number[] = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return Uint32Array.from(starts);
  }
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return Uint32Array.from(starts);
}

/** The 0-based line that holds `offset`; O(log lines). */
export function lineAt(starts: LineStarts, offset: number): number {
  return lastAtMost(starts, offset);
}

/** UTF-16 offset to LSP position. */
export function positionAt(starts: LineStarts, offset: number): Position {
  const line = lineAt(starts, offset);
  return { line, character: offset - (starts[line] as number) };
}

/** LSP position to UTF-16 offset; positions past a line's or the text's end are clamped to it. */
export function offsetAt(starts: LineStarts, length: number, position: Position): number {
  if (position.line < 0) return 0;
  if (position.line >= starts.length) return length;
  const start = starts[position.line] as number;
  const next = position.line + 1 < starts.length ? (starts[position.line + 1] as number) : length;
  return Math.min(start + Math.max(0, position.character), next);
}

/** Span to LSP range. */
export function rangeOf(starts: LineStarts, span: Span): Range {
  return { start: positionAt(starts, span.start), end: positionAt(starts, span.end) };
}

/** LSP range to span, clamped to the text. */
export function spanOf(starts: LineStarts, length: number, range: Range): Span {
  const start = offsetAt(starts, length, range.start);
  return { start, end: Math.max(start, offsetAt(starts, length, range.end)) };
}
