import { rounding } from '../../claim/compare';
import type { Quantity } from '../../claim/model';
import { figureSentences, type Sentence } from '../../claim/sentences';
import { canonicalUnit } from '../../claim/units';
import { message } from '../message';
import type { Problem, TextContext, TextRule } from '../model';
import { changesIn, type Change } from './changes';
import { isExact, plain, printed, spanIn } from './figures';
import { ranks } from './ranks';

/** What stands between the second figure of a change and by how much they differ: "，提高", "，净增". New ones are no difference. */
const toDifference = /^[，,（(]?[ \u3000]?(?:同比|共|累计|净|合计)?(?:增长|增加|上升|提升|提高|扩大|增|下降|减少|降低|缩短|压缩|收窄|下滑|降|减)(?:了)?[ \u3000]?$/u;
const points = new Set(['个百分点', '百分点']);

/** The figure behind a change that tells by how much, in the same unit; shares differ by points. */
function differenceOf({ text, quantities }: Sentence, { from, to, last }: Change): Quantity | null {
  const next = quantities[last + 1];
  if (next === undefined || !isExact(next) || !toDifference.test(text.slice(Math.max(from.span.end, to.span.end), next.span.start))) return null;
  return to.unit === '%' ? (points.has(next.unit) ? next : null) : canonicalUnit(next.unit) === canonicalUnit(to.unit) ? next : null;
}

function check({ report }: TextContext, sentence: Sentence, change: Change): Problem[] {
  const { from, to } = change;
  const said = differenceOf(sentence, change);
  if (said === null) return [];
  const value = Math.abs(to.value - from.value);
  // Half a digit of each, and another for figures that were taken from unrounded ones.
  if (Math.abs(value - said.value) <= rounding(from) + rounding(to) + 2 * rounding(said) + 1e-9) return [];
  const [more, less] = to.value > from.value ? [to, from] : [from, to];
  const start = Math.min(from.span.start, to.span.start);
  return [{
    span: spanIn(report, sentence, start, said.span.end),
    message: message('{0} − {1} = {2}, not {3}.', printed(sentence, more), printed(sentence, less), plain(value / said.scale, 4), printed(sentence, said)),
  }];
}

/** A difference of two figures that they themselves contradict: "从 92.1% 提升至 95.4%，提高 2.3 个百分点". */
export const difference: TextRule = {
  id: 'claim/difference',
  title: message('Difference that its figures contradict'),
  severity: 'warning',
  check: context => [...figureSentences(context.report).flatMap(sentence => changesIn(sentence).flatMap(change => check(context, sentence, change))), ...ranks(context)],
};
