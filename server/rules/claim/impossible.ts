import { figureSentences } from '../../claim/sentences';
import { canonicalUnit } from '../../claim/units';
import { toSource } from '../../text/logical';
import { matchesOf } from '../../text/matches';
import { message } from '../message';
import type { Problem, TextContext, TextRule } from '../model';
import { plain, printed, spanOf } from './figures';

/** Shares that cannot pass the whole. Retention, utilisation and completion rates can. */
const bounded = /(?:占比|市场份额|份额|市占率|占有率|渗透率|覆盖率|准确率|合格率|及格率|接种率|入学率|就业率|达标率|优良率|结案率|办结率|满意率|成活率|治愈率|城镇化率|机械化率|绿化率|敏感度|灵敏度|特异度|特异性|召回率|普及率|死亡率)[ \u3000]?(?:约|为|达到?|高达|超过?|已达|提升至|提高到|升至|[约为达是])*[ \u3000]?$/u;
/** "占全省的 120%": a share of all there is; plans and budgets can be passed. */
const ofAll = /占(?:全[国省市县区球]|总人口|总数|总量|总额)[^，。；、\d]{0,8}的?(?:约|超过?)?[ \u3000]?$/u;
const months = /(?<!\d)(?:19|20)\d{2}[ \u3000]?年[ \u3000]?(1[3-9]|[2-9]\d)[ \u3000]?月(?!份?[ \u3000]?[-—–~至])/gu;
const wide = /\d{4,}(?:\.\d+)?[ \u3000]?(?:百万|千万|百亿|千亿)/u;
const dates = /(?<!\d)(\d{1,2})[ \u3000]?月[ \u3000]?(\d{1,2})[ \u3000]?日/gu;
const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function figures({ report }: TextContext): Problem[] {
  return figureSentences(report).flatMap(sentence => sentence.quantities.flatMap((quantity): Problem[] => {
    const text = printed(sentence, quantity);
    const before = sentence.text.slice(Math.max(0, quantity.span.start - 18), quantity.span.start);
    if (quantity.unit === '%' && quantity.value > 100 && (bounded.test(before) || ofAll.test(before))) {
      return [{ span: spanOf(report, sentence, quantity), message: message('A share cannot be {0}: more than the whole.', text) }];
    }
    if (wide.test(text)) {
      const value = `${plain(quantity.value / 1e8)} 亿${canonicalUnit(quantity.unit)}`;
      return [{ span: spanOf(report, sentence, quantity), message: message('“{0}” would be {1}: the number and its unit hardly belong together.', text, value) }];
    }
    return [];
  }));
}

function days({ report }: TextContext): Problem[] {
  const { text } = report.logical;
  return [...matchesOf(text, months), ...matchesOf(text, dates)].flatMap((match): Problem[] => {
    const month = Number(match[1]);
    const day = Number(match[2]);
    if (match[2] !== undefined && month >= 1 && month <= 12 && day >= 1 && day <= (daysOf[month - 1] ?? 31)) return [];
    const span = { start: toSource(report.logical, match.index), end: toSource(report.logical, match.index + match[0].length - 1) + 1 };
    return [{ span, message: message('There is no {0}.', match[0]) }];
  });
}

/** Values that cannot be: shares beyond the whole, thousands of ten millions, the 31st of June. */
export const impossible: TextRule = {
  id: 'claim/impossible',
  title: message('Value that cannot be'),
  severity: 'warning',
  check: context => [...figures(context), ...days(context)],
};
