import { boundsOf } from '../../claim/compare';
import type { Quantity } from '../../claim/model';
import { figureSentences, type Sentence } from '../../claim/sentences';
import { canonicalUnit } from '../../claim/units';
import { message } from '../message';
import type { Problem, ReportContext, ReportRule } from '../model';
import { isExact, plain, printed, spanIn } from './figures';

/** Opens the list of a total's parts: such a list may leave some out, so it can only be too much. */
const among = /^[^，。；、：]{0,16}[，,：:（(]?[ \u3000]*(?:其中|包括|包含|涵盖|含)/u;
/** Opens a list that is whole: in brackets, or 分别. */
const whole = /^[^，。；、：（）()]{0,14}[（(]/u;
/** Within a part these words count something else: a change, a part of the part, an overlap. */
const otherThing = /增加|减少|增长|下降|新增|较|比|同比|超出|每|人均|平均|均|各|分别|兼|同时|既|也|又|都|包括|其中|含|第|其他年份/u;
const openEnded = /等|其余|其他|其它|余下|部分|主要|…/u;
const countUnits = new Set(['人', '家', '个', '份', '张', '例', '项', '件', '台', '座', '条', '款', '种', '篇', '起', '笔', '只', '户', '次', '场', '床', '元', '美元', '港元', '吨']);

interface List {
  readonly total: Quantity;
  readonly parts: readonly Quantity[];
  readonly whole: boolean;
}

/** The run of parts that follow a total: figures of its unit, apart by 、 ， or 和, each with a name of its own. */
function partsAfter({ text, quantities }: Sentence, index: number, limit: number): Quantity[] {
  const total = quantities[index];
  const parts: Quantity[] = [];
  let end = -1;
  for (const quantity of quantities.slice(index + 1)) {
    if (quantity.span.start >= limit) break;
    // "三级医院 145 家": a rank names the part, it counts nothing.
    if (quantity.unit === '级') continue;
    const isSame = canonicalUnit(quantity.unit) === canonicalUnit(total?.unit ?? '') || (quantity.unit === '' && quantity.scale === 1);
    const between = end < 0 ? '' : text.slice(end, quantity.span.start);
    if (!isSame || !isExact(quantity)) return canonicalUnit(quantity.unit) === '%' ? parts : [];
    if (end >= 0 && (otherThing.test(between) || /[（）()]/.test(between) || !/[、，,；和及与]/u.test(between))) return parts;
    parts.push(quantity);
    end = quantity.span.end;
  }
  return parts;
}

function listsIn(sentence: Sentence): List[] {
  const { text, quantities } = sentence;
  return quantities.flatMap((total, index): List[] => {
    if (!isExact(total) || !countUnits.has(canonicalUnit(total.unit)) || total.value < 2) return [];
    const rest = text.slice(total.span.end, total.span.end + 40);
    const bracket = whole.exec(rest);
    if (bracket !== null) {
      const close = text.slice(total.span.end).search(/[）)]/u);
      const parts = close < 0 ? [] : partsAfter(sentence, index, total.span.end + close);
      const inside = text.slice(total.span.end, total.span.end + Math.max(0, close));
      return parts.length > 1 ? [{ total, parts, whole: !openEnded.test(inside) && !/其中|包括/.test(inside) }] : [];
    }
    const opened = among.exec(rest);
    if (opened === null) return [];
    const first = quantities.slice(index + 1).find(q => q.unit !== '级');
    if (first === undefined || otherThing.test(text.slice(total.span.end + opened[0].length, first.span.start))) return [];
    const parts = partsAfter(sentence, index, text.length);
    return parts.length > 1 ? [{ total, parts, whole: false }] : [];
  });
}

function check({ report }: ReportContext, sentence: Sentence, { total, parts, whole: isWhole }: List): Problem[] {
  // "（10、3、3）": the parts are of the total's unit.
  const limits = parts.map(p => boundsOf(p.unit === '' ? { ...p, unit: total.unit } : p));
  const low = limits.reduce((sum, p) => sum + p.low, 0);
  const high = limits.reduce((sum, p) => sum + p.high, 0);
  const bounds = boundsOf(total);
  const isTooMuch = low > bounds.high;
  const isTooLittle = isWhole && high < bounds.low;
  if (!isTooMuch && !isTooLittle) return [];
  const scale = total.scale;
  const sum = parts.reduce((s, p) => s + p.value, 0);
  const terms = parts.map(p => plain(p.value / scale, 4)).join(' + ');
  const last = parts.at(-1) ?? total;
  return [{
    span: spanIn(report, sentence, total.span.start, last.span.end),
    ...(isTooMuch ? {} : { severity: 'information' as const }),
    message: message('{0} = {1}, yet the total is {2}.', terms, plain(sum / scale, 4), printed(sentence, total)),
  }];
}

/** Parts of a total that add up to more than it, or, where the list is whole, to less. */
export const parts: ReportRule = {
  id: 'claim/parts',
  title: message('Parts that do not add up'),
  severity: 'warning',
  check: context => figureSentences(context.report)
    .filter(s => s.quantities.length > 2)
    .flatMap(sentence => listsIn(sentence).flatMap(list => check(context, sentence, list))),
};
