import type { Report, Table } from '../report/model';
import { toLogical } from '../text/logical';
import type { Span } from '../text/span';

/** The source text of a span. */
export function textAt(report: Report, span: Span): string {
  return report.source.text.slice(span.start, span.end);
}

/** A span as it reads: cut lines joined. */
export function readingOf(report: Report, span: Span): string {
  return report.logical.text.slice(toLogical(report.logical, span.start), toLogical(report.logical, span.end));
}

/** Without white space: conversions put spaces between Chinese and Latin words as they like. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u200b\ufeff]+/g, '');
}

const foldSlowly = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}%+]+/gu, '');
/** What each character folds to, as far as one was met; characters that go together with others are not among them. */
const folded: string[] = [];

/** Without white space, width, case and punctuation: what two printings of one title have in common. Linear. */
export function foldWords(text: string): string {
  let words = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Combining marks, Hangul parts and surrogates are read with their neighbours.
    if ((code >= 0x300 && code < 0x370) || (code >= 0x1100 && code < 0x1200) || (code >= 0x3099 && code <= 0x309a) || (code >= 0xd800 && code < 0xe000)) return foldSlowly(text);
    words += folded[code] ??= foldSlowly(text.charAt(i));
  }
  return words;
}

/** Longest string shown whole in a message. */
const shown = 40;

export function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length <= shown ? flat : `${flat.slice(0, shown - 1)}…`;
}

/** A table's cells as text, white space at line ends joined. */
export function cellsOf(report: Report, table: Table): string[][] {
  return table.rows.map(row => row.map(cell => textAt(report, cell).replace(/\s+/g, ' ').trim()));
}

/** The span of a row: from its first to its last cell. */
export function rowSpan(row: readonly Span[]): Span {
  const filled = row.filter(cell => cell.end > cell.start);
  const cells = filled.length > 0 ? filled : row;
  return { start: cells[0]?.start ?? 0, end: cells.at(-1)?.end ?? 0 };
}

/** The lines of a report's body as they stand alone, squeezed: to tell whether something heads a line that the parser took for another thing. */
export function squeezedLines(report: Report): string[] {
  return report.source.text.split(/\r\n|\n|\r/).map(squeeze);
}
