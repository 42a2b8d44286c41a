import type { Quantity } from '../../claim/model';
import type { Sentence } from '../../claim/sentences';
import { canonicalUnit } from '../../claim/units';
import { isExact } from './figures';

/** Two figures of one sentence that a change leads from and to, as indexes of its quantities. */
export interface Change {
  readonly from: Quantity;
  readonly to: Quantity;
  /** The last of both among the sentence's quantities. */
  readonly last: number;
  /** The first of both. */
  readonly first: number;
}

/** "从 4360 万元至", "由 75 起降至": what stands between the first figure and the second. */
const link = /^[^，。；、（）()]{0,12}?(?:增长|增加|上升|提升|提高|扩大|攀升|升|增|涨|下降|减少|降低|缩短|压缩|收窄|下滑|降|减|缩)?(?:至|到|为|成)(?:了)?[ \u3000]?(?:\d{4}[ \u3000]?年(?:度|末|底)?的?|今年的?|本年的?|报告期末?的?)?[^，。；、（）()\d]{0,8}$/u;
const opening = /(?:从|由|自)[^，。；]{0,14}$/u;
/** "较上年同期的 10.02 亿元": what stands between a figure and the earlier one it is compared with. */
const comparison = /^[，,（(]?[ \u3000]?(?:较|比|相较于?|相比于?|对比)[ \u3000]?(?:(?:20|19)\d{2}[ \u3000]?年(?:度|末|底|同期)?|上年度?(?:同期|末|底)?|去年(?:同期|末|底)?|上期|期初|年初|同期)的?(?:[^，。；、（）()\d]{0,6}的)?[ \u3000]?$|^[，,（(][ \u3000]?(?:而)?(?:上年|去年)同期(?:为|是|的)?[ \u3000]?$/u;
/** What leads from a figure to its share of a whole. */
const share = /^[，,（(]?[ \u3000]?(?:占|占比)[^，。；、\d]{0,16}$/u;
/** A figure behind these is a difference itself. */
const added = /(?:净增|新增|增加|增长|提高|上升|减少|下降|降低|多|少)(?:了|约)?[ \u3000]?$/u;
/** There is no rate from a loss to a profit, and a loss that shrinks is told of in many ways. */
const loss = /亏损|净亏|亏转|转亏|扭亏|[-−－]\s?$/u;

/** What may stand between the second figure of a change and its rate. */
export const toRate = /^(?:的|，|,|（|\(|即|实现|达成|取得|同比|累计|共|较[^，。；]{0,8}?|增长|增加|上升|提升|提高|下降|减少|降低|缩短|收窄|下滑|增|降|升|跌|幅度?|率|约|近|接近|超过?|高达|达到?|为|了|到|至|不到|不足|[ \u3000])*$/u;

const rising = /^(?:同比)?(?:增长|增加|上升|提升|提高|扩大|攀升|升|增|涨|下降|减少|降低|缩短|压缩|收窄|下滑|降|减)(?:了|约|[ \u3000])*$/u;
const reaching = /^[ \u3000]?(?:至|到|达到?|增至|升至|降至|减至)(?:了)?[ \u3000]?(?:\d{4}[ \u3000]?年(?:度|末|底|同期)?的?|今年的?)?[^，。；、（）()\d]{0,8}$/u;

/** What official reports tell the growth of at constant prices, beside values at current ones. */
const atConstantPrices = /生产总值|GDP|增加值|可支配收入/u;

/** True where a rate may be of other prices than the figures beside it. */
export function mayBeReal({ text }: Sentence, { from, to }: Change): boolean {
  const start = Math.min(from.span.start, to.span.start);
  return atConstantPrices.test(text.slice(Math.max(0, start - 30), start));
}

/** "由 74 亿元增加 194.6% 至 219 亿元": the changes that are told with their rate between the two figures. */
export function ratedChangesIn(sentence: Sentence): { readonly change: Change; readonly rate: Quantity }[] {
  const { text, quantities } = sentence;
  return quantities.flatMap((rate, i) => {
    const from = quantities[i - 1];
    const to = quantities[i + 1];
    if (rate.unit !== '%' || from === undefined || to === undefined || !isChange(sentence, from, to) || !opening.test(text.slice(0, from.span.start))) return [];
    if (!rising.test(text.slice(from.span.end, rate.span.start)) || !reaching.test(text.slice(rate.span.end, to.span.start))) return [];
    return [{ change: { from, to, first: i - 1, last: i + 1 }, rate }];
  });
}

function isChange({ text }: Sentence, from: Quantity, to: Quantity): boolean {
  // From a loss to a profit, "亏损" stands before either of them.
  if ([from, to].some(q => loss.test(text.slice(Math.max(0, q.span.start - 8), q.span.start)))) return false;
  const unit = canonicalUnit(to.unit);
  if (!isExact(from) || !isExact(to) || from.value <= 0 || unit === '' || unit === '年' || (from.unit !== '' && canonicalUnit(from.unit) !== unit)) return false;
  // "从 6893 万增加至 10344 万元": the unit stands once; its scale must, too.
  return !(from.unit === '' && from.scale < to.scale && from.value < to.value / to.scale);
}

/** "从 4360 万元至 7550 万元" and "7550 万元，较上年的 4360 万元": the changes that a sentence tells of. */
export function changesIn(sentence: Sentence): Change[] {
  const { text, quantities } = sentence;
  const changes: Change[] = [];
  for (let i = 0; i + 1 < quantities.length; i++) {
    const [one, two] = [quantities[i], quantities[i + 1]];
    if (one === undefined || two === undefined) continue;
    const between = text.slice(one.span.end, two.span.start);
    if (isChange(sentence, one, two) && opening.test(text.slice(0, one.span.start)) && link.test(between)) changes.push({ from: one, to: two, first: i, last: i + 1 });
    else if (two.unit === '%' && share.test(between) && quantities[i + 2] !== undefined) {
      // "6820 亿元，占比 19.8%，比上年的 5810 亿元": a share stands between both.
      const earlier = quantities[i + 2] as Quantity;
      if (comparison.test(text.slice(two.span.end, earlier.span.start)) && isChange(sentence, earlier, one)) changes.push({ from: earlier, to: one, first: i, last: i + 2 });
    } else if (comparison.test(between)) {
      // "达到 386 家，净增 72 家，较上年的 314 家": compared is what it came to, not what was added.
      const isAdded = added.test(text.slice(Math.max(0, one.span.start - 6), one.span.start));
      const to = isAdded ? quantities[i - 1] : one;
      if (to !== undefined && isChange(sentence, two, to)) changes.push({ from: two, to, first: isAdded ? i - 1 : i, last: i + 1 });
    }
  }
  return changes;
}
