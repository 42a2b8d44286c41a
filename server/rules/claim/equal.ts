import type { Quantity } from '../../claim/model';
import { figureSentences, type Sentence } from '../../claim/sentences';
import { canonicalUnit } from '../../claim/units';
import { here, message } from '../message';
import type { Problem, TextRule } from '../model';
import { isExact, printed, spanIn, spanOf } from './figures';

const pattern = /[与和同跟]([^，。；、\d与和同跟]{4,24}?)(?:的?(?:数量|总数|数目|规模|水平))?(?:持平|相等|相同|一样多|数量一致)/u;
/** "与去年同期持平" names no figure of the report. */
const elsewhere = /去年|上年|同期|往年|此前|历年|行业|平均|全国|全球|预期/u;
/** Sentences further up are about something else. */
const reach = 40;

const piecesOf = (text: string): string[] => [...text.matchAll(/[\u3400-\u9fff]{2,}/gu)].flatMap(m => Array.from({ length: m[0].length - 1 }, (_, i) => m[0].slice(i, i + 2))).filter(piece => !/[的了或被及为于在上下所]/u.test(piece));

function comparedWith(sentences: readonly Sentence[], index: number, phrase: string, quantity: Quantity): { sentence: Sentence; quantity: Quantity } | null {
  const pieces = piecesOf(phrase);
  if (pieces.length < 2) return null;
  for (let i = index - 1; i >= Math.max(0, index - reach); i--) {
    const sentence = sentences[i];
    if (sentence === undefined || sentence.kind === 'table' || sentence.kind === 'caption') continue;
    const shared = pieces.filter(piece => sentence.text.includes(piece)).length;
    const counts = sentence.quantities.filter(q => canonicalUnit(q.unit) === canonicalUnit(quantity.unit) && isExact(q));
    const only = counts[0];
    if (only !== undefined && counts.length === 1 && shared >= pieces.length * 0.75) return { sentence, quantity: only };
  }
  return null;
}

/** "新增 16 条，与停用的数量持平", where the report counts another number of the latter. */
export const equal: TextRule = {
  id: 'claim/equal',
  title: message('Said to be equal, yet the figures differ'),
  severity: 'warning',
  check({ report }) {
    const sentences = figureSentences(report);
    return sentences.flatMap((sentence, index): Problem[] => {
      const match = pattern.exec(sentence.text);
      const phrase = match?.[1] ?? '';
      if (match === null || elsewhere.test(phrase)) return [];
      const quantity = sentence.quantities.findLast(q => q.span.end <= match.index && isExact(q));
      if (quantity === undefined || match.index - quantity.span.end > 20) return [];
      const other = comparedWith(sentences, index, phrase, quantity);
      if (other === null || other.quantity.value === quantity.value) return [];
      return [{
        span: spanIn(report, sentence, quantity.span.start, match.index + match[0].length),
        message: message('{0} are said to equal “{1}”, which are {2}.', printed(sentence, quantity), phrase, printed(other.sentence, other.quantity)),
        related: [here(report, spanOf(report, other.sentence, other.quantity), message('{0} here', printed(other.sentence, other.quantity)))],
      }];
    });
  },
};
