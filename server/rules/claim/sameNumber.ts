import type { Quantity } from '../../claim/model';
import { figureSentences, type Sentence } from '../../claim/sentences';
import { here, message } from '../message';
import type { Problem, TextRule } from '../model';
import { isExact, printed, spanOf } from './figures';

/** Smaller numbers meet by chance. */
const least = 30;
/** Characters on both sides of a figure that tell what it counts, and the pieces two of them must share. */
const around = 16;
const shared = 3;
const counts = new Set(['个', '家', '项', '条', '款', '种', '起', '例', '件', '张', '份', '人', '名', '位', '所']);

function pieces(sentence: Sentence, { span }: Quantity): Set<string> {
  const found = new Set<string>();
  for (const match of sentence.text.slice(Math.max(0, span.start - around), span.end + around).matchAll(/[\u3400-\u9fff]{2,}/gu)) {
    for (let i = 0; i + 1 < match[0].length; i++) found.add(match[0].slice(i, i + 2));
  }
  return found;
}

/** "超 160 个 X" where the report counts exactly 160: exactly is not more than. */
export const sameNumber: TextRule = {
  id: 'claim/same-number',
  title: message('“More than” what is counted exactly'),
  severity: 'information',
  check({ report }) {
    const exact = new Map<number, { sentence: Sentence; quantity: Quantity }[]>();
    const strict: { sentence: Sentence; quantity: Quantity }[] = [];
    for (const sentence of figureSentences(report)) {
      for (const quantity of sentence.quantities) {
        if (!counts.has(quantity.unit) || quantity.value < least || quantity.high !== undefined || !/^\d/.test(printed(sentence, quantity))) continue;
        if (quantity.approx === '>' && /超|逾/.test(sentence.text.slice(Math.max(0, quantity.span.start - 3), quantity.span.start))) strict.push({ sentence, quantity });
        else if (isExact(quantity)) exact.set(quantity.value, [...(exact.get(quantity.value) ?? []).slice(-8), { sentence, quantity }]);
      }
    }
    return strict.flatMap(({ sentence, quantity }): Problem[] => {
      const own = pieces(sentence, quantity);
      const other = exact.get(quantity.value)?.find(e => [...pieces(e.sentence, e.quantity)].filter(p => own.has(p)).length >= shared);
      if (other === undefined) return [];
      return [{
        span: spanOf(report, sentence, quantity),
        message: message('More than {0}, yet the report counts exactly {1}.', printed(sentence, quantity), printed(other.sentence, other.quantity)),
        related: [here(report, spanOf(report, other.sentence, other.quantity), message('{0} here', printed(other.sentence, other.quantity)))],
      }];
    });
  },
};
