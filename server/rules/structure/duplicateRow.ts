import { here, message } from '../message';
import type { Problem, TextContext, TextRule } from '../model';
import { foldWords, rowSpan, shorten } from '../reading';
import { gridsOf, type Grid } from './rows';

/** Cells that say nothing: any two rows may share them. */
const empty = /^(?:[-–—/\\·.*]*|无|暂无|未知|未披露|未透露|未公开|不详|是|否|有|N\/?A)$/iu;
/** Folded characters of a cell that hardly two rows share by chance. */
const long = 14;
/** What a long text must have before filling several rows with it is worth a word. */
const veryLong = 20;

interface Row {
  readonly index: number;
  readonly cells: readonly string[];
}

function rowsOf(grid: Grid): Row[] {
  return grid.rows.map((row, index) => ({ index, cells: (grid.counted ? row.slice(1) : row).map(cell => (empty.test(cell) ? '' : foldWords(cell))) }));
}

const hasWords = (cell: string): boolean => cell.length >= 2 && /\p{L}/u.test(cell);

/** The first cells differ, and are no dates or numbers, which would tell two events apart. */
function differsInName(a: string, b: string): boolean {
  return a !== b && !/\d/.test(a + b);
}

/** All cells but at most the first one (which a merged cell leaves empty) say the same, and they say something. */
function isCopy(a: Row, b: Row): boolean {
  const width = Math.max(a.cells.length, b.cells.length);
  let same = 0;
  let words = 0;
  let longest = 0;
  let other = 0;
  for (let i = 0; i < width; i++) {
    const x = a.cells[i] ?? '';
    const y = b.cells[i] ?? '';
    if (x !== y) {
      other++;
      continue;
    }
    if (x === '') continue;
    same++;
    if (hasWords(x)) words++;
    longest = Math.max(longest, x.length);
  }
  const filled = Math.max(a.cells.filter(c => c !== '').length, b.cells.filter(c => c !== '').length);
  // A name and figures that are all the same are a copy as well, unless the figures are one figure.
  if (other === 0 && words === 1 && same > 3) return same === filled && new Set(a.cells.filter(c => c !== '')).size > 3;
  if (same < 3 || words < 2) return false;
  if (other === 0) return same === filled;
  return other === 1 && differsInName(a.cells[0] ?? '', b.cells[0] ?? '') && longest >= long;
}

function copiesIn({ report }: TextContext, grid: Grid): { problems: Problem[]; reported: Set<number> } {
  const problems: Problem[] = [];
  const reported = new Set<number>();
  const byCells = new Map<string, Row[]>();
  for (const row of rowsOf(grid)) {
    // Two rows that differ in the first cell at most agree in all the others.
    const key = row.cells.slice(1).join('\u0001');
    const before = byCells.get(key) ?? [];
    const twin = before.find(other => isCopy(other, row));
    byCells.set(key, [...before.slice(-8), row]);
    if (twin === undefined) continue;
    reported.add(row.index);
    const first = rowSpan(grid.table.rows[twin.index + grid.first] ?? []);
    const whole = twin.cells[0] === row.cells[0] || twin.cells[0] === '' || row.cells[0] === '';
    problems.push({
      span: rowSpan(grid.table.rows[row.index + grid.first] ?? []),
      message: whole
        ? message('The same row stands further up in the table.')
        : message('This row says the same as one further up, only its first column differs.'),
      related: [here(report, first, message('First here'))],
    });
  }
  return { problems, reported };
}

/** A long text that fills several rows of a column whose other cells all differ: copied into the wrong row. */
function fillers({ report }: TextContext, grid: Grid, reported: ReadonlySet<number>): Problem[] {
  const problems: Problem[] = [];
  const width = Math.max(0, ...grid.rows.map(row => row.length));
  for (let column = grid.counted ? 1 : 0; column < width; column++) {
    const places = new Map<string, number[]>();
    grid.rows.forEach((row, r) => {
      const words = foldWords(row[column] ?? '');
      if (words.length < veryLong || /^(?:https?|www)/.test(words)) return;
      places.set(words, [...(places.get(words) ?? []), r]);
    });
    const distinct = places.size;
    const filled = [...places.values()].reduce((sum, rows) => sum + rows.length, 0);
    if (distinct < 2 || distinct < filled * 0.4) continue;
    for (const rows of places.values()) {
      const others = rows.filter((r, i) => i > 0 && !reported.has(r) && !isMerged(grid, rows[i - 1] ?? 0, r));
      const first = rows[0];
      if (others.length === 0 || first === undefined) continue;
      const cell = grid.table.rows[first + grid.first]?.[column];
      const copy = grid.table.rows[(others[0] ?? 0) + grid.first]?.[column];
      if (cell === undefined || copy === undefined) continue;
      problems.push({
        span: copy,
        severity: 'information',
        message: message('“{0}” fills {1} rows of this column.', shorten(grid.rows[first]?.[column] ?? ''), rows.length),
        related: [here(report, cell, message('First here'))],
      });
    }
  }
  return problems;
}

/** Two rows below each other with the same first cell are parts of one entry. */
function isMerged(grid: Grid, a: number, b: number): boolean {
  const key = grid.counted ? 1 : 0;
  const x = grid.rows[a]?.[key] ?? '';
  return b === a + 1 && x !== '' && x === grid.rows[b]?.[key];
}

/** Table rows that repeat another row, and long cells copied over several rows. */
export const duplicateRow: TextRule = {
  id: 'structure/duplicate-row',
  title: message('Table row stands twice'),
  severity: 'warning',
  check: context => gridsOf(context.report).flatMap(grid => {
    const { problems, reported } = copiesIn(context, grid);
    return [...problems, ...fillers(context, grid, reported)];
  }),
};
