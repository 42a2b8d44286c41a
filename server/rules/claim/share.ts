import { boundsOf } from '../../claim/compare';
import type { Quantity } from '../../claim/model';
import { figureSentences, type Sentence } from '../../claim/sentences';
import { canonicalUnit } from '../../claim/units';
import { message } from '../message';
import type { Problem, TextContext, TextRule } from '../model';
import { allows, isExact, plain, printed, spanIn } from './figures';
import { shareOfTarget } from './shareOfTarget';
import { shareOutliers } from './shareOutliers';

const shareBefore = /(?:占比|占|比例|比重)(?:约|为|达到?|高达|总数|全部|其中|的|[约为达]|[\u3400-\u9fff]{0,12}的){0,3}[ \u3000]?$/u;
const among = /其中/u;

/** All shares that any two figures of the sentence give: the printed one may have another base than the nearest. */
function isShareOfAny(quantities: readonly Quantity[], part: Quantity, rate: Quantity): boolean {
  return quantities.some(total => {
    if (total === part || canonicalUnit(total.unit) !== canonicalUnit(part.unit) || total.value <= 0) return false;
    const t = boundsOf(total);
    const p = boundsOf(part);
    return allows(rate, (p.low / t.high) * 100, (p.high / Math.max(t.low, Number.EPSILON)) * 100);
  });
}

/** The next figure of the same unit. */
const nextOf = (quantities: readonly Quantity[], at: number): Quantity | undefined =>
  quantities.slice(at + 1).find(q => canonicalUnit(q.unit) === canonicalUnit(quantities[at]?.unit ?? ''));

function checkSentence({ report }: TextContext, sentence: Sentence, paragraph: readonly Quantity[]): Problem[] {
  const { text, quantities } = sentence;
  return quantities.flatMap((rate, index): Problem[] => {
    const part = quantities[index - 1];
    if (rate.unit !== '%' || part === undefined || !isExact(part) || part.unit === '%') return [];
    if (!shareBefore.test(text.slice(Math.max(0, rate.span.start - 20), rate.span.start)) || rate.span.start - part.span.end > 30) return [];
    // "三省合计占比": of several parts together.
    if (/合计|共计/u.test(text.slice(part.span.end, rate.span.start))) return [];
    // "9 名，其中 3 名、2 名": the part before is no total of the next one.
    const total = quantities.slice(0, index - 1).findLast((q, i) => canonicalUnit(q.unit) === canonicalUnit(part.unit) && q.value >= part.value && isExact(q) && among.test(text.slice(q.span.end, nextOf(quantities, i)?.span.start)));
    if (total === undefined) return [];
    // "占 26.5%，其中 … 占 9.1%": the total is a share itself, and the part may be one of the same whole.
    if (quantities.some(q => q.unit === '%' && q.span.start >= total.span.end && q.span.end <= part.span.start && !/(?:增长|下降|增|降)(?:了|约)?[ \u3000]?$/u.test(text.slice(0, q.span.start)))) return [];
    if (isShareOfAny([...paragraph, ...quantities], part, rate)) return [];
    return [{
      span: spanIn(report, sentence, total.span.start, rate.span.end),
      message: message('{0} of {1} is {2} %, not {3}.', printed(sentence, part), printed(sentence, total), plain((part.value / total.value) * 100), printed(sentence, rate)),
    }];
  });
}

/** A share that the counts beside it contradict: "55 起，其中 24 起 …，占比 34%". */
export const share: TextRule = {
  id: 'claim/share',
  title: message('Share that its counts contradict'),
  severity: 'warning',
  check(context) {
    const sentences = figureSentences(context.report);
    const byParagraph = new Map<number, Quantity[]>();
    for (const s of sentences) byParagraph.set(s.paragraph, [...(byParagraph.get(s.paragraph) ?? []), ...s.quantities]);
    return [
      ...sentences.filter(s => s.quantities.length > 2).flatMap(s => [...checkSentence(context, s, byParagraph.get(s.paragraph) ?? []), ...shareOfTarget(context, s)]),
      ...shareOutliers(context),
    ];
  },
};
