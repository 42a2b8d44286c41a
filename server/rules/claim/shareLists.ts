import type { Quantity } from '../../claim/model';
import { figureSentences, type Sentence } from '../../claim/sentences';
import { toSource } from '../../text/logical';
import { message } from '../message';
import type { Problem, TextContext } from '../model';
import { isExact, plain, spanIn } from './figures';
import { joined } from './joined';

/** What makes a run of percentages the shares of one whole. */
const shareBefore = /(?:占|占比|比重|比例|份额|构成|结构)[^，。；,;\d]{0,12}$/u;
/** Shares of several wholes, of answers that overlap, or no shares at all. */
const otherBase = /占[^，。；,;]{1,24}(?:、|和|与|及)[^，。；,;]{1,24}(?:的|之)?(?:比重|比例|份额)|多选|增速|增长|下降|提高|降低|覆盖|使用率/u;
/** Nothing but a separator stands between the values of "分别占 41%、27% 和 19%". */
const bare = /^[ \u3000]*(?:[、，,]|和|及|与|以及)[ \u3000]*$/u;
/** What stands between the values of "甲占 41%、乙占 27%". */
const named = /^[ \u3000]*[、，,；;][^，。；,;\d%％]{1,14}(?:占|占比)(?:约|为|[ \u3000])*$/u;
const ratio = /(?:结构|构成|比例)[^，。；,;\d]{0,10}(\d{1,3}(?:\.\d+)?(?:[ \u3000]?[:：∶][ \u3000]?\d{1,3}(?:\.\d+)?){2,})/gu;
/** "，31—50 岁员工占": bands of ages or sizes, which never overlap. */
const banded = /^[ \u3000]*[、，,；;][ \u3000]*\d{1,4}(?:[ \u3000]?(?:-|—{1,2}|–|~|～|至|到)[ \u3000]?\d{1,4})?[ \u3000]?(?:岁|年|万元|亿元|元|人|小时|分钟|天|级)?(?:及?以[上下内]|（含）)*的?[^，。；,;\d%％]{0,10}(?:占|占比)(?:约|为|[ \u3000])*$/u;
/** A sum further off is none of one whole. */
const near = 5;

/** How far a list of shares is off the whole, beyond the rounding of their digits; null where it is not, or is none. */
function offBy(values: readonly { readonly value: number; readonly decimals: number }[], nearest = near): number | null {
  const off = values.reduce((sum, v) => sum + v.value, 0) - 100;
  const tolerance = values.reduce((sum, v) => sum + 0.5 * 10 ** -v.decimals, 0);
  return Math.abs(off) > tolerance + 1e-6 && Math.abs(off) <= nearest ? off : null;
}

/** True where the next share stands behind a band, whose ends are figures of their own. */
function isBandAfter(text: string, run: readonly Quantity[], quantities: readonly Quantity[]): boolean {
  const last = run.at(-1);
  const next = last === undefined ? undefined : quantities.find(q => q.span.start >= last.span.end && q.unit === '%');
  return last !== undefined && next !== undefined && banded.test(text.slice(last.span.end, next.span.start));
}

function runsOf({ text, quantities }: Sentence): Quantity[][] {
  const runs: Quantity[][] = [];
  let run: Quantity[] = [];
  for (const quantity of quantities) {
    const last = run.at(-1);
    const isShare = quantity.unit === '%' && isExact(quantity);
    // The ends of a band count nothing.
    if (!isShare && quantity.unit !== '%' && run.length > 0 && isBandAfter(text, run, quantities)) continue;
    const between = last === undefined ? '' : text.slice(last.span.end, quantity.span.start);
    if (isShare && last !== undefined && (bare.test(between) || named.test(between) || banded.test(between))) {
      run.push(quantity);
      continue;
    }
    run = isShare ? [quantity] : [];
    if (isShare) runs.push(run);
  }
  return runs.filter(r => r.length > 2);
}

/** "分别占 41%、27%、19% 和 16%": shares in running text that pass the whole. Fewer may leave some out. */
function listed({ report }: TextContext, sentence: Sentence): Problem[] {
  return runsOf(sentence).flatMap((run): Problem[] => {
    const first = run[0];
    const last = run.at(-1);
    const before = sentence.text.slice(Math.max(0, (first?.span.start ?? 0) - 40), first?.span.start);
    const isBanded = run.slice(1).every((q, i) => banded.test(sentence.text.slice(run[i]?.span.end, q.span.start)));
    const off = offBy(run, isBanded ? Infinity : near);
    if (first === undefined || last === undefined || off === null || off < 0 || !shareBefore.test(before) || otherBase.test(before.split(/[，。；,;]/u).at(-1) ?? '')) return [];
    const sum = run.reduce((total, q) => total + q.value, 0);
    return [{
      span: spanIn(report, sentence, first.span.start, last.span.end),
      message: message('{0} = {1} %, more than the whole.', run.map(q => plain(q.value)).join(' + '), plain(sum)),
    }];
  });
}

/** Names of two parts that are the whole together. */
const opposites: readonly (readonly [RegExp, RegExp])[] = [[/男/u, /女/u], [/(?<!非)流动资产/u, /非流动资产/u], [/内资/u, /外资/u], [/境内/u, /境外/u], [/国内/u, /国外|海外/u], [/线上/u, /线下/u], [/城镇/u, /农村|乡村/u], [/直销/u, /经销|分销/u], [/公立/u, /民营|社会办/u]];
const pairLink = /^[ \u3000]*[，,；;、](?:而|其中)?[^。；;\d%％]{0,16}(?:[\d,.]+[^。\d%％]{1,8}，)?(?:占比|占)(?:约|为|[ \u3000])*$/u;

/** "男性占 66.4%，女性占 43.6%": two opposites that are more than the whole together. */
function paired({ report }: TextContext, sentence: Sentence): Problem[] {
  const { text, quantities } = sentence;
  const shares = quantities.filter(q => q.unit === '%' && isExact(q));
  return shares.slice(1).flatMap((second, i): Problem[] => {
    const first = shares[i] as Quantity;
    const [before, between] = [text.slice(Math.max(0, first.span.start - 24), first.span.start).split(/[。；;]/u).at(-1) ?? '', text.slice(first.span.end, second.span.start)];
    const sum = first.value + second.value;
    const isPair = opposites.some(([a, b]) => (a.test(before) && b.test(between) && !a.test(between)) || (b.test(before) && a.test(between) && !b.test(between)));
    if (!isPair || !/占/u.test(before) || !pairLink.test(between) || otherBase.test(between) || sum <= 100 + 0.5 * (10 ** -first.decimals + 10 ** -second.decimals) + 1e-6) return [];
    return [{ span: spanIn(report, sentence, first.span.start, second.span.end), message: message('{0} = {1} %, more than the whole.', `${plain(first.value)} + ${plain(second.value)}`, plain(sum)) }];
  });
}

/** "三次产业结构为 6.8:42.7:50.5": a composition is whole, whichever side it is off to. */
function ratios({ report }: TextContext): Problem[] {
  const { logical } = report;
  return [...logical.text.matchAll(ratio)].flatMap((match): Problem[] => {
    const printed = match[1] ?? '';
    const values = printed.split(/[:：∶]/).map(v => v.trim()).map(v => ({ value: Number(v), decimals: v.split('.')[1]?.length ?? 0 }));
    const off = offBy(values);
    if (off === null) return [];
    const start = match.index + match[0].length - printed.length;
    return [{
      span: { start: toSource(logical, start), end: toSource(logical, start + printed.length - 1) + 1 },
      message: message('{0} = {1} %, not 100 %.', values.map(v => plain(v.value)).join(' + '), plain(100 + off)),
    }];
  });
}

/** Shares of one whole in running text that do not add up to it within the rounding of their digits. */
export function shareLists(context: TextContext): Problem[] {
  return [...figureSentences(context.report).filter(s => s.quantities.length > 2).flatMap(s => listed(context, s)), ...joined(context.report).flatMap(s => paired(context, s)), ...ratios(context)];
}
