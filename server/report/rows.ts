import { isSpace, widthOf } from '../text/chars';
import type { SourceText } from '../text/source';

/** One physical line of a report, as the recognisers of structure look at it. */
export interface Row {
  /** Trimmed span in the source; empty for a blank line. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Columns before the text and columns the text takes; wide characters count two. */
  readonly indent: number;
  readonly width: number;
  /** A form feed stands before the text: a page begins here. */
  readonly page: boolean;
}

/** The widest line that is measured; longer ones are as good as endless. */
const MEASURED = 2000;

/** Cuts a source text into rows, one per line. Linear. */
export function rowsOf(source: SourceText): Row[] {
  const { text, lineStarts } = source;
  const rows: Row[] = [];
  for (let line = 0; line < lineStarts.length; line++) {
    const from = lineStarts[line] as number;
    let end = line + 1 < lineStarts.length ? (lineStarts[line + 1] as number) : text.length;
    let start = from;
    let page = false;
    while (start < end && isSpace(text.charCodeAt(start))) {
      if (text.charCodeAt(start) === 12) page = true;
      start++;
    }
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    rows.push({
      start,
      end,
      text: text.slice(start, end),
      indent: widthOf(text, from, Math.min(start, from + MEASURED)),
      width: end - start > MEASURED ? end - start : widthOf(text, start, end),
      page,
    });
  }
  return rows;
}

export function isBlank(row: Row): boolean {
  return row.start === row.end;
}
