import { boundsOf } from '../../claim/compare';
import type { Quantity } from '../../claim/model';
import type { Sentence } from '../../claim/sentences';
import { canonicalUnit } from '../../claim/units';
import { message } from '../message';
import type { Problem, TextContext } from '../model';
import { allows, isExact, plain, printed, spanIn } from './figures';

/** "，完成年度目标 4 万人": what a figure is measured by, named behind it. */
const target = /^[，,（(]?[ \u3000]*(?:已)?(?:完成|占|达到?|为|相当于)(?:了)?[^，。；、\d]{0,12}(?:目标|任务|计划|预算|总)[^，。；、\d]{0,6}$/u;
const ofTarget = /^[ \u3000]?的[ \u3000]?(?:约)?$/u;
/** "，投入进度为", behind a figure that is part of one further up. */
const progress = /^[，,（(]?[ \u3000]*(?:(?:资金)?(?:投入|使用|投资|执行|完成)进度|完成率|执行率|完成比例)(?:为|达到?|约)*[ \u3000]?$/u;
/** "结案 82 件，结案率": the rate of what the figure before it counts. */
const named = /^[，,（(]?[ \u3000]*([\u3400-\u9fff]{2})率(?:为|达到?|约)*[ \u3000]?$/u;
/** "，三省合计占比": a share of several parts together. */
const together = /^[，,；;]?[ \u3000]*(?:[^，。；、\d]{0,8}(?:合计|共计|一共|共))[^，。；、\d]{0,6}(?:占比|占|比重)[^，。；、\d]{0,10}$/u;
const toPart = /^[ \u3000]*[、，,和及与](?!其中|包括)[^，。；、\d]{1,14}$/u;

interface Ratio { readonly part: number; readonly partText: string; readonly whole: Quantity; readonly rate: Quantity; readonly start: number; readonly low: number; readonly high: number }

/** A target is the figure that was set, in full. */
function ratioOf(low: number, high: number, whole: Quantity, isTarget = false): { low: number; high: number } {
  const bounds = isTarget ? { low: whole.value, high: whole.value } : boundsOf(whole);
  return { low: (low / bounds.high) * 100, high: (high / Math.max(bounds.low, Number.EPSILON)) * 100 };
}

function ratiosIn(sentence: Sentence): Ratio[] {
  const { text, quantities } = sentence;
  return quantities.flatMap((rate, i): Ratio[] => {
    if (rate.unit !== '%' || !isExact(rate)) return [];
    const last = quantities[i - 1];
    const before = quantities[i - 2];
    if (last === undefined || before === undefined || !isExact(last) || !isExact(before)) return [];
    const between = text.slice(last.span.end, rate.span.start);
    const isSame = canonicalUnit(last.unit) === canonicalUnit(before.unit) && last.unit !== '' && last.unit !== '%';
    const of = (part: Quantity, whole: Quantity, isTarget = false): Ratio => {
      const { low, high } = boundsOf(part);
      return { part: part.value, partText: printed(sentence, part), whole, rate, start: Math.min(part.span.start, whole.span.start), ...ratioOf(low, high, whole, isTarget) };
    };
    if (isSame && ofTarget.test(between) && target.test(text.slice(before.span.end, last.span.start))) return [of(before, last, true)];
    const name = named.exec(between)?.[1];
    const isNamed = name !== undefined && !/增长|下降/u.test(name) && text.slice(0, last.span.start).trimEnd().endsWith(name) && isSame;
    if (progress.test(between) || isNamed) {
      const whole = quantities.slice(0, i - 1).find(q => canonicalUnit(q.unit) === canonicalUnit(last.unit) && q.value >= last.value && isExact(q));
      return whole === undefined ? [] : [of(last, whole)];
    }
    if (!together.test(between) || !isSame) return [];
    const parts = [last];
    for (let k = i - 2; k >= 0; k--) {
      const part = quantities[k] as Quantity;
      if (canonicalUnit(part.unit) !== canonicalUnit(last.unit) || !isExact(part) || !toPart.test(text.slice(part.span.end, parts[0]?.span.start))) break;
      parts.unshift(part);
    }
    const whole = quantities[i - parts.length - 1];
    if (parts.length < 2 || whole === undefined || canonicalUnit(whole.unit) !== canonicalUnit(last.unit) || !isExact(whole) || !/其中/u.test(text.slice(whole.span.end, parts[0]?.span.start))) return [];
    const low = parts.reduce((sum, p) => sum + boundsOf(p).low, 0);
    const high = parts.reduce((sum, p) => sum + boundsOf(p).high, 0);
    return [{ part: parts.reduce((sum, p) => sum + p.value, 0), partText: parts.map(p => printed(sentence, p)).join(' + '), whole, rate, start: whole.span.start, ...ratioOf(low, high, whole) }];
  });
}

/** Shares of a target, of a sum to be spent, and of several parts together that their figures contradict. */
export function shareOfTarget({ report }: TextContext, sentence: Sentence): Problem[] {
  return ratiosIn(sentence).filter(({ rate, low, high }) => !allows(rate, low, high)).map((ratio): Problem => ({
    span: spanIn(report, sentence, ratio.start, ratio.rate.span.end),
    message: message('{0} of {1} is {2} %, not {3}.', ratio.partText, printed(sentence, ratio.whole), plain((ratio.part / ratio.whole.value) * 100), printed(sentence, ratio.rate)),
  }));
}
