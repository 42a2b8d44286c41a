import { message } from '../message';
import type { Problem, ReportRule } from '../model';
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
