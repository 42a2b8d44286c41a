import type { Sentence } from '../../claim/sentences';
import { message } from '../message';
import type { Problem, TextContext } from '../model';
import { isGrowth, numberIn } from './cells';
import { plain, spanIn } from './figures';

const years = /((?:19|20)\d{2})[ \u3000]?年?[ \u3000]?(?:-|—{1,2}|–|~|～|至)[ \u3000]?((?:19|20)?\d{2})[ \u3000]?年?/u;
const values = /分别(?:为|达到?|实现)?[ \u3000]?((?:\d[\d,.]*[ \u3000]?(?:亿|万)?(?:美|港)?元?[ \u3000]?[/、][ \u3000]?){1,}\d[\d,.]*)[ \u3000]?(?:亿|万)(?:美|港)?元/u;
const rates = /(?:增速|增长率|同比|增长|YoY|yoy|增幅)[^，。；\d]{0,8}?[ \u3000]?((?:[-+−]?\d[\d.]*[ \u3000]?[%％][ \u3000]?[/、][ \u3000]?){1,}[-+−]?\d[\d.]*[ \u3000]?[%％])/u;

/** "2025—2027 年营收分别为 28.1/35.6/43.2 亿元，同比增速分别为 31.6%/26.8%/25.1%": each rate against the values on both sides. */
export function successiveRates({ report }: TextContext, sentence: Sentence): Problem[] {
  const { text } = sentence;
  const range = years.exec(text);
  const listed = values.exec(text);
  const from = listed === null ? 0 : listed.index + listed[0].length;
  const rated = rates.exec(text.slice(from));
  if (range === null || listed === null || rated === null || range.index > listed.index || rated.index > 24 || /复合|环比|占比|毛利率|净利率/u.test(text.slice(from, from + rated.index + rated[0].length))) return [];
  const last = Number((range[2] ?? '').padStart(4, (range[1] ?? '').slice(0, 2)));
  const numbers = (listed[1] ?? '').split(/[/、]/u).map(v => numberIn(v.replace(/[亿万元美港\s]/gu, '')));
  const growths = (rated[1] ?? '').split(/[/、]/u).map(v => numberIn(v.replace(/\s/gu, '')));
  if (numbers.length !== last - Number(range[1]) + 1 || growths.length !== numbers.length) return [];
  const wrong = growths.flatMap((rate, i) => {
    const [a, b] = [numbers[i - 1], numbers[i]];
    return a && b && rate && a.value > 0 && !isGrowth(a, b, rate) ? [{ a, b, rate }] : [];
  });
  // Where none follows from its values, the rates are of something else.
  if (wrong.length === 0 || wrong.length > (growths.length - 1) / 2) return [];
  const end = from + rated.index + rated[0].length;
  return wrong.map(({ a, b, rate }): Problem => {
    const value = (b.value / a.value - 1) * 100;
    return {
      span: spanIn(report, sentence, listed.index, end),
      message: message('From {0} to {1} is {2} %, not {3}: {1} / {0} − 1 = {4} %.', a.text, b.text, value > 0 ? `+${plain(value)}` : plain(value), rate.text, plain(value)),
    };
  });
}
