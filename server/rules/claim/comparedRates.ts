import { growthBetween } from '../../claim/compare';
import type { Sentence } from '../../claim/sentences';
import { canonicalUnit } from '../../claim/units';
import { message } from '../message';
import type { Problem, TextContext } from '../model';
import { allows, isExact, plain, printed, spanIn } from './figures';

/** "，较即时配送的 7.5 元": what a figure is compared with, by name. Earlier years are changes. */
const comparison = /^[，,（(]?[ \u3000]?(?:较|比|相较于?|相比于?)(?![^，。；]{0,6}(?:年|同期|上期|期初))[^，。；、\d]{1,16}的[ \u3000]?$/u;
const toRate = /^[ \u3000]?(?:高出|高|多出|多|低|少|快|慢|贵|便宜|提高|提升|增长|降低|缩短|减少)(?:了|约)?[ \u3000]?$/u;

/** "18 元，较另一种的 7.5 元高出 3.2 倍": a comparison whose rate its own figures contradict. */
export function comparedRates({ report }: TextContext, sentence: Sentence): Problem[] {
  const { text, quantities } = sentence;
  return quantities.flatMap((to, i): Problem[] => {
    const [from, rate] = [quantities[i + 1], quantities[i + 2]];
    if (from === undefined || rate === undefined || (rate.unit !== '%' && rate.unit !== '倍')) return [];
    if (to.unit === '' || to.unit === '%' || canonicalUnit(to.unit) !== canonicalUnit(from.unit) || ![to, from, rate].every(isExact)) return [];
    if (!comparison.test(text.slice(to.span.end, from.span.start)) || !toRate.test(text.slice(from.span.end, rate.span.start))) return [];
    const growth = growthBetween(from, to);
    if (growth === null) return [];
    const isLess = growth.value < 0;
    const [low, high] = isLess ? [-growth.high, -growth.low] : [growth.low, growth.high];
    // "高出 1.4 倍" is said of 2.4 times as much, and of 1.4 times as well.
    const fits = rate.unit === '%' ? allows(rate, low, high) : isLess || allows(rate, low / 100, high / 100) || allows(rate, low / 100 + 1, high / 100 + 1);
    if (fits) return [];
    const value = `${growth.value > 0 ? '+' : ''}${plain(growth.value)}`;
    return [{
      span: spanIn(report, sentence, to.span.start, rate.span.end),
      message: message('From {0} to {1} is {2} %, not {3}: {1} / {0} − 1 = {4} %.', printed(sentence, from), printed(sentence, to), value, printed(sentence, rate), plain(growth.value)),
    }];
  });
}
