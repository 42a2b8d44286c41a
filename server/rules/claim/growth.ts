import { growthBetween } from '../../claim/compare';
import type { Quantity } from '../../claim/model';
import { figureSentences, type Sentence } from '../../claim/sentences';
import { message } from '../message';
import { changesIn, mayBeReal, ratedChangesIn, toRate, type Change } from './changes';
import type { Problem, TextContext, TextRule } from '../model';
import { allows, plain, printed, spanIn } from './figures';
import { addedRates } from './addedRates';
import { annualRates } from './annualRates';
import { comparedRates } from './comparedRates';
import { successiveRates } from './successiveRates';
import { tableGrowth } from './tableGrowth';

/** Words that make a percentage the rate of the change. */
const rateBefore = /(?:增长|增加|上升|提升|提高|增幅|涨幅|增速|增长率|增|下降|减少|降低|缩短|压缩|降幅|下滑|收窄|跌幅|降|同比|幅度)(?:了|率|幅度|为|约|达到?|高达|超过?|近|[约为达])*[ \u3000]?$/u;
const rateAfter = /^[ \u3000]?的?[^，。；、]{0,8}?(?:增长|增幅|涨幅|增速|降幅|下降|跌幅|提升|收窄)/u;
/** Rates that need a number of years, or other bases than the first figure. */
const otherRate = /年均|年复合|复合增长|年化|CAGR|个百分点|百分点|环比|利润率|占比/u;
/** What may stand between a rate in front and the first figure. */
const fromRate = /^[^，。；、]{0,14}[，（(]?即?(?:从|由|自)[^，。；、]{0,14}$/u;
const points = /个?百分点/u;

function isRate({ text }: Sentence, quantity: Quantity): boolean {
  if (quantity.unit !== '%' || points.test(text.slice(quantity.span.start, quantity.span.end + 4))) return false;
  return rateBefore.test(text.slice(Math.max(0, quantity.span.start - 10), quantity.span.start)) || rateAfter.test(text.slice(quantity.span.end, quantity.span.end + 16));
}

const saysFold = ({ text }: Sentence, quantity: Quantity): boolean => text.slice(quantity.span.start, quantity.span.end).includes('翻');
const isFold = (sentence: Sentence, quantity: Quantity): boolean => quantity.unit === '倍' && (saysFold(sentence, quantity) || /(?:增长|增加|提高|提升)(?:了|约)?[ \u3000]?$/u.test(sentence.text.slice(0, quantity.span.start)));

/** The rate that goes with a change: the next figure behind it, else the one just before it. */
function rateOf(sentence: Sentence, { from, to, first, last }: Change): Quantity | null {
  const { quantities, text } = sentence;
  const after = quantities[last + 1];
  const before = quantities[first - 1];
  const fits = (q: Quantity | undefined): q is Quantity => q !== undefined && (isRate(sentence, q) || isFold(sentence, q));
  const joined = (a: number, b: number, pattern: RegExp): boolean => pattern.test(text.slice(a, b)) && !otherRate.test(text.slice(a, b + 6));
  if (fits(after) && joined(Math.max(from.span.end, to.span.end), after.span.start, toRate)) return after;
  // "，年均增长 6.1%，累计增长 43.1%": the second one is over the whole time.
  const second = quantities[last + 2];
  if (after?.unit === '%' && fits(second) && /^[，,、][ \u3000]?(?:累计|总共|合计)(?:实际|名义)?(?:增长|提高|上升|下降|降低|减少)[ \u3000]?$/u.test(text.slice(after.span.end, second.span.start))) return second;
  if (fits(before) && from.span.start < to.span.start && joined(before.span.end, from.span.start, fromRate)) return before;
  return null;
}

function checkRate({ report }: TextContext, sentence: Sentence, change: Change, rate: Quantity): Problem[] {
  const growth = growthBetween(change.from, change.to);
  if (growth === null) return [];
  const a = printed(sentence, change.from);
  const b = printed(sentence, change.to);
  const start = Math.min(change.from.span.start, change.to.span.start, rate.span.start);
  const span = spanIn(report, sentence, start, Math.max(change.from.span.end, change.to.span.end, rate.span.end));
  if (rate.unit === '倍') {
    const ratio = growth.value / 100 + 1;
    if (!saysFold(sentence, rate)) {
      // "增长 1.5 倍" is said of 2.5 times as much, and of 1.5 times as well.
      if (ratio < 1 || allows(rate, growth.low / 100, growth.high / 100) || allows(rate, growth.low / 100 + 1, growth.high / 100 + 1)) return [];
      return [{ span, message: message('From {0} to {1} is {2} %, not {3}: {1} / {0} − 1 = {4} %.', a, b, withSign(growth.value), printed(sentence, rate), plain(growth.value)) }];
    }
    // "翻倍" is said of anything near and beyond; a fifth short is not near.
    if (ratio < 1 || ratio > rate.value * 0.8) return [];
    return [{ span, message: message('{1} / {0} = {2}, that is {3} %, not “{4}”.', a, b, plain(ratio, 3), withSign(growth.value), printed(sentence, rate)) }];
  }
  const falls = growth.value < 0;
  const low = falls ? -growth.high : growth.low;
  const high = falls ? -growth.low : growth.high;
  if (allows(rate, low, high)) return [];
  return [{
    span,
    ...(mayBeReal(sentence, change) ? { severity: 'information' as const } : {}),
    message: message('From {0} to {1} is {2} %, not {3}: {1} / {0} − 1 = {4} %.', a, b, withSign(growth.value), printed(sentence, rate), plain(growth.value)),
  }];
}

const withSign = (value: number): string => (value > 0 ? `+${plain(value)}` : plain(value));

/** A printed rate of growth or decline that its own figures contradict, within the rounding of the printed digits. */
export const growth: TextRule = {
  id: 'claim/growth',
  title: message('Growth rate that its figures contradict'),
  severity: 'warning',
  check: context => [...tableGrowth(context), ...figureSentences(context.report).flatMap(sentence => [
    ...changesIn(sentence).flatMap(change => {
      const rate = change.to.unit === '%' ? null : rateOf(sentence, change);
      return rate === null ? [] : checkRate(context, sentence, change, rate);
    }),
    ...ratedChangesIn(sentence).filter(({ change }) => change.to.unit !== '%').flatMap(({ change, rate }) => checkRate(context, sentence, change, rate)),
    ...addedRates(context, sentence),
    ...annualRates(context, sentence),
    ...comparedRates(context, sentence),
    ...successiveRates(context, sentence),
  ])],
};
