import { boundsOf } from '../../claim/compare';
import type { Quantity } from '../../claim/model';
import type { Sentence } from '../../claim/sentences';
import { canonicalUnit, isCounting } from '../../claim/units';
import { message } from '../message';
import type { Problem, TextContext, TextRule } from '../model';
import { joined } from './joined';
import { dividends } from './dividend';
import { isExact, plain, printed, spanIn } from './figures';
import { sums } from './sums';
import { tableTotals } from './tableTotals';

/** Opens the list of a total's parts: such a list may leave some out, so it can only be too much. */
const among = /^(?:[^，。；、：]{0,16}[，,：:（(。；]?[ \u3000]*(?:其中|包括|包含|涵盖|含)|[^，。；、：\d]{0,24}，[^，。；、：\d]{0,12}，[ \u3000]*其中)/u;
/** Opens a list that is whole: in brackets, or 分别. */
const whole = /^[^，。；、：（）()]{0,14}[（(]/u;
/** Within a part these words count something else: a change, a part of the part, an overlap. */
const otherThing = /增加|减少|增长|下降|新增|较|比|同比|超出|每|人均|平均|均|各|分别|兼|同时|既|也|又|都|包括|其中|含|第|其他年份/u;
/** Names of parts that hold such words. */
const sectors = /第[一二三]产业|增加值/gu;
const countsOther = (text: string): boolean => otherThing.test(text.replace(sectors, ''));
const openEnded = /等|其余|其他|其它|余下|部分|主要|…/u;
const countUnits = new Set(['人', '家', '个', '份', '张', '例', '项', '件', '台', '座', '条', '款', '种', '篇', '起', '笔', '只', '户', '次', '场', '床', '元', '美元', '港元', '吨', '公里', '亩', '公顷', '平方米', '千瓦', '兆瓦', '吉瓦', '千瓦时', '兆瓦时', '吉瓦时', '艘', '辆', '架']);

/** A change told behind a part, "，增长 3.2%" and "，减少 3.7 亿元": it stands between two parts and is none. */
const change = /^[，,（(]?[ \u3000]*(?:按[^，。；,;\d]{1,10}计算[，,][ \u3000]*)?(?:(?:比|较|与)[^，。；、,;]{1,8})?(?:同比|环比|名义|实际)?(?:增长|增加|上升|提高|下降|减少|降低|增|降)(?:了|约)?[ \u3000]*$/u;
/** A total that is itself a change has parts that grow and parts that shrink. */
const delta = /(?:增长|增加|上升|提高|下降|减少|降低|[减多少]|(?<!新)增)(?:了|约)?[ \u3000]*$/u;
/** Sums of these may have parts below nothing. */
const net = /余额|利润|净(?!增)|收益|盈|亏|顺差|逆差|结余|差额|变动/u;
/** A part of this name is the whole over again. */
const again = /总|共|合计|全[国省市县]/u;

/** Units of anything. */
const general = new Set(['个', '家', '项', '件', '次', '种', '人']);

/** The noun that a figure stands behind or in front of a count: its last two characters tell what is counted. */
function nounBefore(text: string, at: number): string {
  return /([\p{Script=Han}]{2})(?:约|为|达|是|有|[ \u3000])*$/u.exec(text.slice(0, at))?.[1] ?? '';
}

/** "实施项目 286 个，完成投资 734 亿元，其中甲项目 152 个、…": the total whose unit and noun the parts have, before another figure. */
function distantTotal({ text, quantities }: Sentence, index: number): Quantity | null {
  const [total, other, first] = [quantities[index], quantities[index + 1], quantities[index + 2]];
  if (total === undefined || other === undefined || first === undefined) return null;
  const opened = among.exec(text.slice(other.span.end, other.span.end + 40));
  if (opened === null || !/其中/u.test(opened[0]) || canonicalUnit(other.unit) === canonicalUnit(total.unit) || canonicalUnit(first.unit) !== canonicalUnit(total.unit)) return null;
  // Units such as 艘 and 元 tell by themselves what is counted.
  if (!general.has(canonicalUnit(total.unit))) return other;
  const noun = nounBefore(text, total.span.start);
  return noun !== '' && noun === nounBefore(text, first.span.start) ? other : null;
}

/** What stands in front of a figure that another one is compared with. */
const compared = /(?:较|比|相较于?|去年同期|上年同期)[^，。；、]{0,16}的?[ \u3000]?$/u;

interface List {
  readonly total: Quantity;
  readonly parts: readonly Quantity[];
  readonly whole: boolean;
}

/** The last character of the noun that a figure stands behind: parts of one total are named alike, "出口" and "进口". */
function nounEnd(text: string, quantity: Quantity): string {
  return /([\p{L}）)])(?:约|为|达|是|有|[ \u3000])*$/u.exec(text.slice(0, quantity.span.start))?.[1] ?? '';
}

/** A semicolon, or a comma behind parts that 、 stood between, may end the list. */
function isEnded(text: string, parts: readonly Quantity[], between: string): boolean {
  const [first, second] = parts;
  return /[；;]/u.test(between) || (first !== undefined && second !== undefined && /[，,]/u.test(between) && text.slice(first.span.end, second.span.start).includes('、'));
}

/** The run of parts that follow a total: figures of its unit, apart by 、 ， or 和, each with a name of its own; changes between them are passed over. */
function partsAfter({ text, quantities }: Sentence, index: number, limit: number): Quantity[] {
  const total = quantities[index];
  const parts: Quantity[] = [];
  let end = -1;
  let passed = false;
  for (const [i, quantity] of quantities.entries()) {
    if (i <= index) continue;
    if (quantity.span.start >= limit) break;
    // "三级医院 145 家": a rank names the part, it counts nothing.
    if (quantity.unit === '级') continue;
    if (end >= 0 && change.test(text.slice(end, quantity.span.start))) {
      passed = true;
      end = quantity.span.end;
      continue;
    }
    const isSame = canonicalUnit(quantity.unit) === canonicalUnit(total?.unit ?? '') || (quantity.unit === '' && quantity.scale === 1);
    const between = end < 0 ? '' : text.slice(end, quantity.span.start);
    if (!isSame || !isExact(quantity)) return canonicalUnit(quantity.unit) === '%' || passed ? parts : [];
    if (end >= 0 && (countsOther(between) || /[（）()](?!.{0,4}[）)])/u.test(between.replace(/[（(][^（）()]*[）)]/gu, '')) || !/[、，,；;和及与]/u.test(between))) return parts;
    // Behind a change or a semicolon only what is named like the part before it goes on with the list.
    const before = parts.at(-1);
    if (before !== undefined && (passed || isEnded(text, parts, between)) && (again.test(between) || nounEnd(text, before) !== nounEnd(text, quantity))) return parts;
    parts.push(quantity);
    passed = false;
    end = quantity.span.end;
  }
  return parts;
}

function listsIn(sentence: Sentence): List[] {
  const { text, quantities } = sentence;
  return quantities.flatMap((total, index): List[] => {
    if (!isExact(total) || !countUnits.has(canonicalUnit(total.unit)) || total.value < 2) return [];
    if (net.test(text.slice(Math.max(0, total.span.start - 16), total.span.start)) || delta.test(text.slice(0, total.span.start))) return [];
    // "较 2023 年的 4196 亿元": what the total is compared with is none.
    if (compared.test(text.slice(Math.max(0, total.span.start - 24), total.span.start))) return [];
    const far = distantTotal(sentence, index);
    const told = quantities[index + 1];
    // "438468 亿元，比上年增长 5.0%。其中": the total's own change is passed over, too.
    const from = far !== null ? far.span.end : told !== undefined && change.test(text.slice(total.span.end, told.span.start)) ? told.span.end : total.span.end;
    const rest = text.slice(from, from + 40);
    const bracket = from === total.span.end ? whole.exec(rest) : null;
    if (bracket !== null) {
      const close = text.slice(total.span.end).search(/[）)]/u);
      const parts = close < 0 ? [] : partsAfter(sentence, index, total.span.end + close);
      const inside = text.slice(total.span.end, total.span.end + Math.max(0, close));
      return parts.length > 1 ? [{ total, parts, whole: !openEnded.test(inside) && !/其中|包括/.test(inside) }] : [];
    }
    const opened = among.exec(rest);
    if (opened === null) return [];
    const start = from === total.span.end ? index : index + 1;
    const first = quantities.slice(start + 1).find(q => q.unit !== '级');
    if (first === undefined || countsOther(text.slice(from + opened[0].length, first.span.start))) return [];
    const parts = partsAfter({ ...sentence, quantities: quantities.map((q, i) => (i === start ? total : q)) }, start, text.length);
    // Money comes and goes: what was earned in a year may be more than what is left of it.
    const isOne = parts.length === 1 && isCounting(total.unit) && /其中/u.test(opened[0]) && canonicalUnit(first.unit) === canonicalUnit(total.unit) && first.span.start - from < 24;
    return parts.length > 1 || isOne ? [{ total, parts, whole: false }] : [];
  });
}

function check({ report }: TextContext, sentence: Sentence, { total, parts, whole: isWhole }: List): Problem[] {
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
    message: parts.length === 1
      ? message('{0} of {1}: the part is more than the whole.', printed(sentence, last), printed(sentence, total))
      : message('{0} = {1}, yet the total is {2}.', terms, plain(sum / scale, 4), printed(sentence, total)),
  }];
}

/** Parts of a total that add up to more than it, or, where the list is whole, to less. */
export const parts: TextRule = {
  id: 'claim/parts',
  title: message('Parts that do not add up'),
  severity: 'warning',
  check: context => [
    ...joined(context.report).filter(s => s.quantities.length > 1).flatMap(sentence => listsIn(sentence).flatMap(list => check(context, sentence, list))),
    ...sums(context),
    ...tableTotals(context),
    ...dividends(context),
  ],
};
