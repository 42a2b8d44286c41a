import type { Span } from '../text/span';
import type { Draft, Line } from './draft';
import { headsColumns, trim, type TablePlace } from './tables';

/** A "<" that is not closed within so many characters opens no tag. */
const LONGEST_TAG = 400;

/** Finds `<table>` elements, on one line or many. A table that is not closed ends with its line. Linear. */
export function findHtmlTables(draft: Draft): TablePlace[] {
  const { text } = draft.source;
  const places: TablePlace[] = [];
  let line = 0;
  for (let at = indexOfTag(text, 'table', 0); at >= 0; ) {
    while (line + 1 < draft.lines.length && (draft.lines[line + 1] as Line).start <= at) line++;
    const first = line;
    if (draft.lines.length === 0) break;
    const close = indexOfTag(text, '/table', at);
    const lineEnd = (draft.lines[first] as Line).end;
    const end = close < 0 ? lineEnd : Math.min(text.length, close + '</table>'.length);
    let last = first;
    while (last + 1 < draft.lines.length && (draft.lines[last + 1] as Line).start < end) last++;
    const rows = rowsIn(text, at, end);
    if (rows.length > 0) places.push({ first, last, table: { span: { start: at, end }, rows, header: headsColumns(text, rows) || /<th[\s>]/i.test(text.slice(at, Math.min(end, at + 400))) } });
    if (close < 0) break;
    at = indexOfTag(text, 'table', end);
  }
  return places.filter((place, i) => i === 0 || place.first > (places[i - 1] as TablePlace).last);
}

function indexOfTag(text: string, name: string, from: number): number {
  for (let at = text.indexOf('<', from); at >= 0; at = text.indexOf('<', at + 1)) {
    if (text.slice(at + 1, at + 1 + name.length).toLowerCase() !== name) continue;
    if (/[\s>/]/.test(text.charAt(at + 1 + name.length))) return at;
  }
  return -1;
}

/** Rows of cells between the tags of `text[start..end)`. */
function rowsIn(text: string, start: number, end: number): Span[][] {
  const rows: Span[][] = [];
  let cellStart = -1;
  for (let at = text.indexOf('<', start); at >= 0 && at < end; at = text.indexOf('<', at + 1)) {
    const close = at + text.slice(at, at + LONGEST_TAG).indexOf('>');
    if (close < at || close >= end) continue;
    const name = /^<\/?([a-z]{1,8})/i.exec(text.slice(at, at + 12))?.[1]?.toLowerCase();
    const opens = text.charAt(at + 1) !== '/';
    if (cellStart >= 0 && (name === 'td' || name === 'th' || name === 'tr' || name === 'table')) {
      rows[rows.length - 1]?.push(trim(text, cellStart, at));
      cellStart = -1;
    }
    if (name === 'tr' && opens) rows.push([]);
    if (opens && (name === 'td' || name === 'th')) {
      if (rows.length === 0) rows.push([]);
      cellStart = close + 1;
    }
  }
  return rows.filter((row) => row.length > 0);
}
