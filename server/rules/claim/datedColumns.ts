import type { Span } from '../../text/span';
import type { TableRun } from '../structure/tableRuns';
import { readDate, type PrintedDate } from './dates';

/** A date of a column with its cell. */
export interface Dated {
  readonly date: PrintedDate;
  readonly span: Span;
}

/** Fewer dates show no order. */
const fewest = 5;

/** Titles of columns whose dates run in no order, and in no period of the table. */
export const otherDate = /成立|出生|创立|生效|有效|到期|失效|上市时间|计划|预计|起止|截止/u;

/** The dates of one column over all parts of a table, or null where the column is no dated one. */
export function datesIn({ grids }: TableRun, column: number): Dated[] | null {
  const dates: Dated[] = [];
  let filled = 0;
  for (const grid of grids) {
    grid.rows.forEach((row, r) => {
      const cell = row[column] ?? '';
      if (cell === '') return;
      filled++;
      const date = readDate(cell);
      const cells = grid.table.rows[r + grid.first] ?? [];
      const span = cells[column - (row.length - cells.length)];
      if (date !== null && span !== undefined) dates.push({ date, span });
    });
  }
  return dates.length >= fewest && dates.length >= filled * 0.8 ? dates : null;
}
