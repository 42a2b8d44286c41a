import { isSpace } from '../text/chars';
import type { Span } from '../text/span';
import { labelAt } from './captions';
import { marksOf } from './marks';
import type { Draft, Line } from './draft';
import { findHtmlTables } from './htmlTables';
import { isOrdinal } from './keys';
import type { Table } from './model';
import { isSpacedOut } from './titles';

/** A table and the lines it takes. */
export interface TablePlace {
  readonly table: Table;
  readonly first: number;
  readonly last: number;
}

type Kind = 'pipe' | 'tab' | 'columns';

/** Finds tables with pipes, tabs, HTML or columns apart by white space, and marks their lines. Linear. */
export function markTables(draft: Draft): TablePlace[] {
  const places = findHtmlTables(draft);
  for (const place of places) draft.kinds.fill('table', place.first, place.last + 1);
  for (let i = 0; i < draft.lines.length; ) {
    const place = draft.kinds[i] === null ? tableFrom(draft, i) : null;
    if (place === null) {
      i++;
      continue;
    }
    places.push(place);
    for (let n = i; n <= place.last; n++) if (draft.kinds[n] === null) draft.kinds[n] = 'table';
    i = place.last + 1;
  }
  return places.sort((a, b) => a.first - b.first);
}

/** The lines between the rows of a table that is drawn with characters. */
const GRID = /^\+(?:[-=:]{2,}\+)+$/;

function kindOf(line: Line): Kind | null {
  const { text } = line;
  if (text.length > 4000 || (line.numbering !== null && isOrdinal(line.numbering))) return null;
  if ((text.startsWith('|') && text.indexOf('|', 1) > 0) || GRID.test(text)) return 'pipe';
  if (text.includes('\t') && !onlyAfterNumber(line, '\t')) return 'tab';
  if (!text.includes('  ') && !text.includes('\u3000') && !text.includes('\u00a0')) return null;
  const cells = columnCells(line);
  // An entry of a yearbook: its name in thick brackets, and its text.
  if (/^【[^】]{2,20}】[ \u3000]/.test(text) && text.includes('。')) return null;
  return cells.length > 1 && !isSpacedOut(text) && !isCaption(line, cells) ? 'columns' : null;
}

/** The white space parts the label of a caption from its title: "表1  主要指标". */
function isCaption({ text }: Line, cells: readonly Span[]): boolean {
  return cells.length === 2 && labelAt(text)?.length === (cells[0] as Span).end;
}

/** The white space is no column's edge when it parts the number of a heading from its title. */
function onlyAfterNumber(line: Line, mark: string): boolean {
  if (line.numbering === null) return false;
  return line.text.indexOf(mark, line.marks.from + line.numbering.length) < 0;
}

function tableFrom(draft: Draft, first: number): TablePlace | null {
  const kind = kindOf(draft.lines[first] as Line);
  if (kind === null) return null;
  const rows: number[] = [first];
  let last = first;
  for (let i = first + 1; i < draft.lines.length; i++) {
    const line = draft.lines[i] as Line;
    const taken = draft.kinds[i];
    if (taken === 'furniture') continue;
    if (taken !== null) break;
    const here = kindOf(line);
    if (here === kind && line.gap <= (kind === 'columns' ? 1 : 0) + (i - last > 1 ? 2 : 0)) {
      rows.push(i);
      last = i;
    } else if (!isCellRest(draft, i, kind)) break;
  }
  if (rows.length < 2) return null;
  if (kind === 'columns' && !areColumns(rows.map((i) => draft.lines[i] as Line))) return null;
  return { first, last, table: build(draft, kind, first, last) };
}

/** A short line between two rows that belongs to a cell with several lines. */
function isCellRest(draft: Draft, i: number, kind: Kind): boolean {
  const line = draft.lines[i] as Line;
  const next = draft.lines[i + 1];
  if (kind === 'pipe' || next === undefined || line.gap > 0 || next.gap > 0 || line.width > 40) return false;
  if (line.numbering !== null || line.marks.bullet !== null || /[□√☑]/.test(line.text)) return false;
  return draft.kinds[i + 1] === null && kindOf(next) === kind;
}

/** Prose with wide spaces in it is no table: cells are short and there are several rows. */
function areColumns(lines: readonly Line[]): boolean {
  let cells = 0;
  let width = 0;
  for (const line of lines) {
    cells += columnCells(line).length;
    width += line.width;
  }
  return width < cells * 44;
}

/** Cells apart by two or more spaces, or by a tab. Offsets within the line. */
function columnCells(line: Line): Span[] {
  const { text } = line;
  const cells: Span[] = [];
  let start = 0;
  const from = line.numbering === null ? 0 : marksOf(text).from + line.numbering.length;
  for (let i = from; i < text.length; i++) {
    if (!isSpace(text.charCodeAt(i))) continue;
    let end = i;
    while (end < text.length && isSpace(text.charCodeAt(end))) end++;
    if (end - i > 1 && i > start) {
      cells.push({ start, end: i });
      start = end;
    }
    i = end;
  }
  cells.push({ start, end: text.length });
  return cells;
}

function build(draft: Draft, kind: Kind, first: number, last: number): Table {
  const rows: Span[][] = [];
  let ruled = false;
  for (let i = first; i <= last; i++) {
    if (draft.kinds[i] === 'furniture') continue;
    const line = draft.lines[i] as Line;
    if (kind === 'pipe' && (/^[|:\-\s]+$/.test(line.text) || GRID.test(line.text))) {
      ruled ||= rows.length === 1 && !line.text.startsWith('+-');
      continue;
    }
    rows.push(cellsOf(kind, draft.source.text, line));
  }
  const span = { start: (draft.lines[first] as Line).start, end: (draft.lines[last] as Line).end };
  return { span, rows, header: ruled || headsColumns(draft.source.text, rows) };
}

function cellsOf(kind: Kind, text: string, line: Line): Span[] {
  if (kind === 'columns') return columnCells(line).map((cell) => ({ start: cell.start + line.start, end: cell.end + line.start }));
  const mark = kind === 'pipe' ? '|' : '\t';
  const cells: Span[] = [];
  let start = line.start + (kind === 'pipe' ? 1 : 0);
  while (start <= line.end) {
    let end = text.indexOf(mark, start);
    while (kind === 'pipe' && end > 0 && text.charAt(end - 1) === '\\') end = text.indexOf(mark, end + 1);
    if (end < 0 || end > line.end) end = line.end;
    if (kind === 'tab' || end > start || end < line.end) cells.push(trim(text, start, end));
    start = end + 1;
  }
  return cells;
}

export function trim(text: string, start: number, end: number): Span {
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** A first row without figures over rows with them, or whose cells are all short words, names the columns. */
export function headsColumns(text: string, rows: readonly (readonly Span[])[]): boolean {
  const [head, ...body] = rows;
  if (head === undefined || body.length === 0) return false;
  const filled = head.filter((cell) => cell.end > cell.start);
  if (filled.length < 2 || filled.some((cell) => cell.end - cell.start > 24)) return false;
  return filled.every((cell) => !/^[-\d.,%()（）]+$/.test(text.slice(cell.start, cell.end)));
}
