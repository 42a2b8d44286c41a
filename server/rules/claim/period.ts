import { message } from '../message';
import type { Problem, TextRule } from '../model';
import { tableRuns } from '../structure/tableRuns';
import { compareDates, periodOf, printDate } from './dates';
import { datesIn, otherDate } from './datedColumns';

/** Share of a column's dates outside the title's period above which the title does not speak of that column. */
const outsiders = 0.2;

/** A row dated outside the period that the table's title names. */
export const period: TextRule = {
  id: 'claim/period',
  title: message('Row outside the period of the table'),
  severity: 'warning',
  check: ({ report }) => tableRuns(report).flatMap((run) => {
    const named = periodOf(run.captions[0]?.title ?? '');
    if (named === null) return [];
    return (run.grids[0]?.header ?? []).flatMap((title, column): Problem[] => {
      const dates = otherDate.test(title) ? null : datesIn(run, column);
      if (dates === null) return [];
      const outside = dates.filter(({ date }) => date[0] !== 0 && (compareDates(date, named.from) < 0 || compareDates(date, named.to) > 0));
      if (outside.length > dates.length * outsiders) return [];
      return outside.map(({ date, span }): Problem => ({
        span,
        message: message('{0} lies outside the period “{1}” of the title.', printDate(date), named.text),
      }));
    });
  }),
};
