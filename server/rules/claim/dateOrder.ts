import { message } from '../message';
import type { Problem, TextRule } from '../model';
import { gridsOf, type Grid } from '../structure/rows';
import { tableRuns } from '../structure/tableRuns';
import { compareDates, printDate } from './dates';
import { type Dated, datesIn, otherDate } from './datedColumns';

/** Share of dates out of order above which there is none. */
const disorder = 0.15;

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

const year = /^((?:19|20)\d{2})(?:[ \u3000]?年(?:度|末|底)?)?[AEae]?$/u;
/** Fewer years in a header show no order. */
const fewestYears = 4;

/** Years that head the columns of a table, one of them out of order: values stand under the wrong year. */
function headerYears(grid: Grid): Problem[] {
  const head = grid.first === 1 ? grid.header : grid.rows[0] ?? [];
  const cells = grid.table.rows[0] ?? [];
  const titles = head.map((cell, i) => ({ span: cells[i - (head.length - cells.length)], year: Number(year.exec(cell.replace(/\s/g, ''))?.[1] ?? NaN) })).filter(t => !Number.isNaN(t.year));
  const years = titles.map(t => t.year);
  // Each year of a period, once: years of other things have gaps, and groups of columns begin again.
  if (years.length < fewestYears || new Set(years).size < years.length || Math.max(...years) - Math.min(...years) !== years.length - 1) return [];
  const steps = years.slice(1).map((y, k) => Math.sign(y - (years[k] ?? 0)));
  const wrong = steps.filter(s => s < 0).length <= steps.length / 2 ? -1 : 1;
  const at = steps.indexOf(wrong) + 1;
  const span = titles[at]?.span;
  if (at === 0 || span === undefined || steps.filter(s => s === wrong).length !== 1) return [];
  return [{ span, message: message('{0} stands behind {1}: the other years of this row run in order.', years[at] ?? '', years[at - 1] ?? '') }];
}

/** A date that breaks the order in which the dates of its column, or the years above the columns, run. */
export const dateOrder: TextRule = {
  id: 'claim/date-order',
  title: message('Date out of order in a dated table'),
  severity: 'warning',
  check: ({ report }) => [
    ...tableRuns(report).flatMap(run => (run.grids[0]?.header ?? []).flatMap((title, column): Problem[] => {
      const dates = otherDate.test(title) ? null : datesIn(run, column);
      return dates === null ? [] : outOfOrder(dates);
    })),
    ...gridsOf(report).flatMap(headerYears),
  ],
};
