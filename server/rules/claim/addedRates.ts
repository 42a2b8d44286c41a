import { rounding } from '../../claim/compare';
import type { Sentence } from '../../claim/sentences';
import { canonicalUnit } from '../../claim/units';
import { message } from '../message';
import type { Problem, TextContext } from '../model';
import { allows, isExact, plain, printed, spanIn } from './figures';

const toAdded = /^[，,（(]?[ \u3000]*(?:同比|(?:比|较)(?:上年|去年|上年末|上年同期|去年同期|(?:19|20)\d{2}[ \u3000]?年)[末底]?)(?:净)?(增加|减少)(?:了)?[ \u3000]?$/u;
const toRate = /^[，,、（(]?[ \u3000]*(?:同比)?(?:增长|增幅为?|下降|减少|降幅为?)(?:了)?[ \u3000]?$/u;

/** "46.3 万人，比上年增加 1.4 万人，增长 4.1%": a rate that the figure and what was added to it contradict. */
export function addedRates({ report }: TextContext, sentence: Sentence): Problem[] {
  const { text, quantities } = sentence;
  return quantities.flatMap((total, i): Problem[] => {
    const [added, rate] = [quantities[i + 1], quantities[i + 2]];
    if (added === undefined || rate?.unit !== '%' || ![total, added, rate].every(isExact) || total.unit === '%') return [];
    const sign = toAdded.exec(text.slice(total.span.end, added.span.start))?.[1];
    if (sign === undefined || canonicalUnit(added.unit) !== canonicalUnit(total.unit) || !toRate.test(text.slice(added.span.end, rate.span.start))) return [];
    const before = sign === '增加' ? total.value - added.value : total.value + added.value;
    const slack = rounding(total) + rounding(added);
    if (before - slack <= 0) return [];
    const low = ((added.value - rounding(added)) / (before + slack)) * 100;
    const high = ((added.value + rounding(added)) / (before - slack)) * 100;
    if (allows(rate, low, high)) return [];
    return [{
      span: spanIn(report, sentence, total.span.start, rate.span.end),
      message: message('{0} of {1} is {2} %, not {3}.', printed(sentence, added), plain(before / total.scale, 4), plain((added.value / before) * 100), printed(sentence, rate)),
    }];
  });
}
