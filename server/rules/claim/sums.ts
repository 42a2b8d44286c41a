import type { Quantity } from '../../claim/model';
import { boundsOf } from '../../claim/compare';
import { figureSentences, type Sentence } from '../../claim/sentences';
import { canonicalUnit, isCounting } from '../../claim/units';
import { message } from '../message';
import type { Problem, TextContext } from '../model';
import { isExact, plain, printed, spanIn } from './figures';

/** "，共计", "，合计持有": what stands between the last part and its total. */
const toTotal = /^[ \u3000]*(?:的[^，。；、\d]{1,6})?[，,（(]?[ \u3000]*(?:二者|两者|三者|两项|三项|以上|上述)?(?:共计|合计|总计|总共)[^，。；、\d其中全]{0,6}$/u;
/** What stands between two parts: names, no changes and nothing counted otherwise. */
const toPart = /^[ \u3000]*(?:的[^，。；、\d]{1,6})?[ \u3000]*[、，,和及与][^。；\d]{0,24}$/u;
const other = /增加|减少|增长|下降|新增|较|比上|同比|超|每|人均|平均|其中|包括|累计|占|率|去年|上年|计划|目标/u;
const units = new Set(['元', '美元', '港元', '吨', '公里', '亩', '%']);

/** "A 168 件、B 214 件，共计 392 件": a total behind its parts. */
function sumsIn({ report }: TextContext, sentence: Sentence): Problem[] {
  const { text, quantities } = sentence;
  return quantities.flatMap((total, index): Problem[] => {
    const unit = canonicalUnit(total.unit);
    const last = quantities[index - 1];
    if (last === undefined || !isExact(total) || !(isCounting(unit) || units.has(unit)) || !toTotal.test(text.slice(last.span.end, total.span.start))) return [];
    const parts: Quantity[] = [];
    for (let i = index - 1; i >= 0; i--) {
      const part = quantities[i];
      const behind = parts[0];
      if (part === undefined || canonicalUnit(part.unit) !== unit || !isExact(part)) return [];
      if (behind !== undefined && !toPart.test(text.slice(part.span.end, behind.span.start))) return [];
      parts.unshift(part);
    }
    const first = parts[0];
    // Everything that the sentence counts must be a part: what came before may be one as well, or none of them.
    if (first === undefined || parts.length < 2 || other.test(text.slice(0, total.span.start))) return [];
    const bounds = boundsOf(total);
    const low = parts.reduce((sum, part) => sum + boundsOf(part).low, 0);
    const high = parts.reduce((sum, part) => sum + boundsOf(part).high, 0);
    if (low <= bounds.high && high >= bounds.low) return [];
    const sum = parts.reduce((s, part) => s + part.value, 0);
    return [{
      span: spanIn(report, sentence, first.span.start, total.span.end),
      ...(low > bounds.high ? {} : { severity: 'information' as const }),
      message: message('{0} = {1}, yet the total is {2}.', parts.map(p => plain(p.value / total.scale, 4)).join(' + '), plain(sum / total.scale, 4), printed(sentence, total)),
    }];
  });
}

/** "用于甲（9.2 亿元）、乙（2.9 亿元）和丙（3 亿元）". */
const bracketed = /^[，,]?[ \u3000]*(?:拟|将|主要|全部|分别)*(?:用于|投向|投资于|投入)/u;
const toBracket = /^[）)][ \u3000]*[、，,和及与以][^。；（）()\d]{0,30}[（(][ \u3000]*$/u;

/** Parts in brackets behind their names that are more than the sum to be spent on them. */
function spentIn({ report }: TextContext, sentence: Sentence): Problem[] {
  const { text, quantities } = sentence;
  return quantities.flatMap((total, index): Problem[] => {
    const first = quantities[index + 1];
    if (first === undefined || !isExact(total) || !bracketed.test(text.slice(total.span.end, total.span.end + 12)) || !/[（(][ \u3000]*$/u.test(text.slice(0, first.span.start))) return [];
    const parts = [first];
    for (let i = index + 2; i < quantities.length; i++) {
      const part = quantities[i];
      const before = parts.at(-1);
      if (part === undefined || before === undefined || !toBracket.test(text.slice(before.span.end, part.span.start))) break;
      parts.push(part);
    }
    if (parts.length < 2 || parts.some(part => canonicalUnit(part.unit) !== canonicalUnit(total.unit))) return [];
    if (parts.reduce((sum, part) => sum + boundsOf(part).low, 0) <= boundsOf(total).high) return [];
    const sum = parts.reduce((s, part) => s + part.value, 0);
    return [{
      span: spanIn(report, sentence, total.span.start, parts.at(-1)?.span.end ?? total.span.end),
      message: message('{0} = {1}, yet the total is {2}.', parts.map(p => plain(p.value / total.scale, 4)).join(' + '), plain(sum / total.scale, 4), printed(sentence, total)),
    }];
  });
}

/** "总投资 96.4 亿元，已投资 58.7 亿元，尚需投资 47.7 亿元". */
const spent = /^[，,；;][ \u3000]*(?:已|累计)(?:累计|经)?(?:完成)?(?:投资|投入|使用|支出|完成)[^，。；、\d]{0,4}$/u;
const left = /^[，,；;][ \u3000]*(?:尚需|尚余|尚未|仍需|剩余|未来(?:尚需|仍需|计划))(?:投资|投入|使用)?[^，。；、\d]{0,6}$/u;

/** What was spent of a sum and what is left of it, which are not the sum. */
function leftIn({ report }: TextContext, sentence: Sentence): Problem[] {
  const { text, quantities } = sentence;
  return quantities.flatMap((total, i): Problem[] => {
    const [done, rest] = [quantities[i + 1], quantities[i + 2]];
    if (done === undefined || rest === undefined || ![total, done, rest].every(isExact) || new Set([total, done, rest].map(q => canonicalUnit(q.unit))).size > 1) return [];
    if (!/总(?:投资|额|预算|规模)[^，。；、\d]{0,4}$/u.test(text.slice(0, total.span.start)) || !spent.test(text.slice(total.span.end, done.span.start)) || !left.test(text.slice(done.span.end, rest.span.start))) return [];
    const [a, b, whole] = [boundsOf(done), boundsOf(rest), boundsOf(total)];
    if (a.low + b.low <= whole.high && a.high + b.high >= whole.low) return [];
    return [{
      span: spanIn(report, sentence, total.span.start, rest.span.end),
      message: message('{0} = {1}, yet the total is {2}.', [done, rest].map(p => plain(p.value / total.scale, 4)).join(' + '), plain((done.value + rest.value) / total.scale, 4), printed(sentence, total)),
    }];
  });
}

/** Totals behind their parts, what is left of them, and parts in brackets behind what they are spent on. */
export function sums(context: TextContext): Problem[] {
  return figureSentences(context.report).filter(s => s.quantities.length > 2).flatMap(s => [...sumsIn(context, s), ...spentIn(context, s), ...leftIn(context, s)]);
}
