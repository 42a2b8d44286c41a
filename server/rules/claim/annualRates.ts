import { rounding } from '../../claim/compare';
import type { Sentence } from '../../claim/sentences';
import { readOrdinal } from '../../reference/ordinal';
import { message } from '../message';
import type { Problem, TextContext } from '../model';
import { changesIn, mayBeReal, type Change } from './changes';
import { isExact, plain, printed, spanIn } from './figures';

const yearRange = /((?:19|20)\d{2})[ \u3000]?年?[ \u3000]?(?:-|—{1,2}|–|~|～|至|到)[ \u3000]?((?:19|20)\d{2})[ \u3000]?年?/gu;
const duration = /(?:过去|近|最近|前)?([两三四五六七八九十]|\d{1,2})[ \u3000]?年(?:来|间|内)|(?:过去|近|最近)([两三四五六七八九十]|\d{1,2})[ \u3000]?年/u;
/** What stands between the second figure and a rate of every year. */
const toAnnual = /^[^，。；\d]{0,4}[，,（(]?[^，。；\d]{0,6}?(?:年均|年复合|复合|CAGR)[^，。；\d]{0,10}$/iu;

/** Years from the first figure of a change to the second, as the sentence tells; null where it does not. */
function yearsOf({ text, times }: Sentence, { from, to }: Change): number | null {
  const before = text.slice(0, from.span.start);
  const range = [...before.matchAll(yearRange)].at(-1);
  if (range !== undefined) return Number(range[2]) - Number(range[1]);
  const year = (start: number, end: number): number | null => {
    const time = times.findLast(t => t.span.start >= start && t.span.end <= end)?.value ?? '';
    return /^\d{4}$/.test(time) ? Number(time) : null;
  };
  const [first, second] = [year(0, from.span.start), year(from.span.end, to.span.start)];
  if (first !== null && second !== null) return second - first;
  const told = duration.exec(before);
  return told === null ? null : readOrdinal((told[1] ?? told[2] ?? '').replace('两', '二'));
}

/** The rate of every year that leads from one figure to another, with the least and greatest that the digits allow. */
function annual({ from, to }: Change, years: number): { value: number; low: number; high: number } {
  const rate = (a: number, b: number): number => ((b / a) ** (1 / years) - 1) * 100;
  return { value: rate(from.value, to.value), low: rate(from.value + rounding(from), to.value - rounding(to)), high: rate(Math.max(from.value - rounding(from), Number.EPSILON), to.value + rounding(to)) };
}

/** "2020—2024 年由 9.12 亿元增至 21.36 亿元，复合增速 33.7%": a yearly rate that no count of the years explains. */
export function annualRates({ report }: TextContext, sentence: Sentence): Problem[] {
  const { text, quantities } = sentence;
  return changesIn(sentence).flatMap((change): Problem[] => {
    const { from, to, last } = change;
    const rate = quantities[last + 1];
    if (rate?.unit !== '%' || !isExact(rate) || from.span.start > to.span.start || !toAnnual.test(text.slice(to.span.end, rate.span.start))) return [];
    const years = yearsOf(sentence, change);
    if (years === null || years < 2 || years > 30 || mayBeReal(sentence, change)) return [];
    // Whether both ends count as years is told differently.
    const slack = 2 * rounding(rate);
    const sign = to.value < from.value && rate.value > 0 ? -1 : 1;
    if ([years - 1, years, years + 1].some(n => {
      const { low, high } = annual(change, n);
      return sign * rate.value >= low - slack && sign * rate.value <= high + slack;
    })) return [];
    const { value } = annual(change, years);
    return [{
      span: spanIn(report, sentence, from.span.start, rate.span.end),
      message: message('From {0} to {1} in {2} years is {3} % a year, not {4}.', printed(sentence, from), printed(sentence, to), years, plain(value), printed(sentence, rate)),
    }];
  });
}
