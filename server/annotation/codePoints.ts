import { countWhile } from '../text/search';
/**
 * The one place where offsets in UTF-16 units of a source text and code-point offsets of annotation files meet.
 * Code points are counted over the text with LF line ends and without BOM (`SourceText.text` has none).
 */
export interface CodePoints {
  /** UTF-16 offsets, ascending, of units that do not count: the CR of a CRLF, the first half of a surrogate pair. */
  readonly uncounted: Uint32Array;
}

/** The conversion table of a text; linear, and empty for LF text inside the basic plane. */
export function codePointsOf(text: string): CodePoints {
  const uncounted: number[] = [];
  for (let i = 0; i + 1 < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 13 && text.charCodeAt(i + 1) === 10) uncounted.push(i);
    else if (isHigh(code) && isLow(text.charCodeAt(i + 1))) uncounted.push(i);
  }
  return { uncounted: Uint32Array.from(uncounted) };
}

/** UTF-16 offset to code-point offset; an offset inside a CRLF or a surrogate pair gives its start. O(log n). */
export function toCodePoint(table: CodePoints, offset: number): number {
  return offset - countWhile(table.uncounted.length, (i) => (table.uncounted[i] as number) < offset);
}

/** Code-point offset to the UTF-16 offset at which that character starts. O(log n). */
export function toUtf16(table: CodePoints, codePoint: number): number {
  return codePoint + countWhile(table.uncounted.length, (i) => (table.uncounted[i] as number) - i < codePoint);
}

/** Text as annotation files quote it: every line end an LF. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Moves an offset that lies inside a surrogate pair back to its start, so that no quote holds half a character. */
export function wholeCharacter(text: string, offset: number): number {
  return offset > 0 && isLow(text.charCodeAt(offset)) && isHigh(text.charCodeAt(offset - 1)) ? offset - 1 : offset;
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
