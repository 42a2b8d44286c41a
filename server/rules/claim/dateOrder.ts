import type { Span } from '../../text/span';
import { message } from '../message';
import type { Problem, ReportRule } from '../model';
import { tableRuns, type TableRun } from '../structure/tableRuns';
import { compareDates, periodOf, printDate, readDate, type PrintedDate } from './dates';

interface Dated {
  readonly date: PrintedDate;
  readonly span: Span;
}

/** Fewer dates show no order; more of them out of it show that there is none. */
const fewest = 5;
const disorder = 0.15;
const otherDate = /成立|出生|创立|生效|有效|到期|失效|上市时间|计划|预计|起止|截止/u;

/** The dates of one column over all parts of a table, or null where the column is no dated one. */
function datesIn({ grids }: TableRun, column: number): Dated[] | null {
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

/** Indexes of a longest run of dates in one direction; `sign` 1 for rising. Quadratic in a table's rows at worst, which are few. */
function longestRun(dates: readonly Dated[], sign: number): number[] {
  const limit = Math.min(dates.length, 400);
  const length = new Array<number>(limit).fill(1);
  const before = new Array<number>(limit).fill(-1);
  let best = 0;
  for (let i = 0; i < limit; i++) {
    for (let j = 0; j < i; j++) {
      if (sign * compareDates(dates[j]?.date ?? [], dates[i]?.date ?? []) > 0) continue;
      if ((length[j] ?? 0) + 1 > (length[i] ?? 0)) {
        length[i] = (length[j] ?? 0) + 1;
        before[i] = j;
      }
    }
    if ((length[i] ?? 0) > (length[best] ?? 0)) best = i;
  }
  const run: number[] = [];
  for (let i = best; i >= 0; i = before[i] ?? -1) run.push(i);
  return run.reverse();
}

function outOfOrder(dates: readonly Dated[]): Problem[] {
  const rising = longestRun(dates, 1);
  const falling = longestRun(dates, -1);
  const run = new Set(rising.length >= falling.length ? rising : falling);
  const strays = dates.map((_, i) => i).filter(i => i < 400 && !run.has(i));
  // Two values far apart make a direction; equal dates throughout have none.
  const first = dates[rising.length >= falling.length ? rising[0] ?? 0 : falling[0] ?? 0]?.date ?? [];
  const last = dates[[...run].at(-1) ?? 0]?.date ?? [];
  if (strays.length === 0 || strays.length > Math.max(1, dates.length * disorder) || compareDates(first, last) === 0) return [];
  return strays.map((i): Problem => {
    const { date, span } = dates[i] as Dated;
    const before = dates[i - 1];
    return {
      span,
      message: before === undefined
        ? message('{0} breaks the order of the dates in this column.', printDate(date))
        : message('{0} stands behind {1}: the other dates of this column run in order.', printDate(date), printDate(before.date)),
    };
  });
}

/** A date that breaks the order in which the dates of its column run. */
export const dateOrder: ReportRule = {
  id: 'claim/date-order',
  title: message('Date out of order in a dated table'),
  severity: 'warning',
  check: ({ report }) => tableRuns(report).flatMap(run => (run.grids[0]?.header ?? []).flatMap((title, column): Problem[] => {
    const dates = otherDate.test(title) ? null : datesIn(run, column);
    return dates === null ? [] : outOfOrder(dates);
  })),
};

/** Share of a column's dates outside the title's period above which the title does not speak of that column. */
const outsiders = 0.2;

/** A row dated outside the period that the table's title names. */
export const period: ReportRule = {
  id: 'claim/period',
  title: message('Row outside the period of the table'),
  severity: 'warning',
  check: ({ report }) => tableRuns(report).flatMap((run) => {
    const named = periodOf(run.captions[0]?.title ?? '');
    if (named === null) return [];
    return (run.grids[0]?.header ?? []).flatMap((title, column): Problem[] => {
      const dates = otherDate.test(title) ? null : datesIn(run, column);
      if (dates === null) return [];
      const outside = dates.filter(({ date }) => compareDates(date, named.from) < 0 || compareDates(date, named.to) > 0);
      if (outside.length > dates.length * outsiders) return [];
      return outside.map(({ date, span }): Problem => ({
        span,
        message: message('{0} lies outside the period “{1}” of the title.', printDate(date), named.text),
      }));
    });
  }),
};
