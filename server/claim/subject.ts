import { countWhile } from '../text/search';
import type { Span } from '../text/span';

/** A name in a sentence, by offsets of the sentence. */
export interface Named {
  readonly start: number;
  readonly end: number;
  readonly entity: string;
}

/** Whose figures they are said to be: 据…统计, …数据显示. */
const told = /^(?:[（(][^（）()]{1,20}[）)])?[^，。；、]{0,6}?(?:数据|统计|测算|估[计算]|预测|调[查研]|披露|报告显示|获悉|报道)/u;
const toldBy = /据[^，。；：]{0,4}$/u;
/** A firm tells of itself, unless it is asked. */
const tellsOfOthers = /^(?:agency|organization|academic):/u;

function isSource(text: string, { start, end, entity }: Named): boolean {
  return told.test(text.slice(end, end + 32)) && (tellsOfOthers.test(entity) || toldBy.test(text.slice(Math.max(0, start - 6), start)));
}

/** What joins the names of a list: 甲公司、乙公司（A/H）和丙公司. */
const joint = /^(?:[（(][^（）()]{1,20}[）)])?(?:[、和与及]|以及)$/u;
/** The names of the list that ends with the last of `subjects` before `at`; one name where it is none. */
function listBefore(text: string, subjects: readonly Named[], at: number): readonly Named[] {
  const last = countWhile(subjects.length, (index) => (subjects[index] as Named).end <= at) - 1;
  if (last < 0) return [];
  let first = last;
  while (first > 0 && joint.test(text.slice((subjects[first - 1] as Named).end, (subjects[first] as Named).start))) first--;
  return subjects.slice(first, last + 1);
}

const respectively = /分别|依次/u;
const clause = /[，,；;]/u;

/**
 * Who each figure of a sentence is said of: behind 分别 the names before it one after the other, else the nearest name before
 * the figure, else the first behind it in its clause; none where that is one of a list, of which all is said together. Who the
 * figures come from is nobody they are said of. `names` and `figures` stand in order. Costs the figures times the logarithm of the names.
 */
export function subjectsOf(text: string, names: readonly Named[], figures: readonly Span[]): (Named | undefined)[] {
  const subjects = names.filter((name) => !isSource(text, name));
  const at = text.search(respectively);
  const each = at < 0 ? [] : listBefore(text, subjects, at);
  const told = figures.filter(({ start }) => start > at).length;
  const inTurn = each.length > 1 && at - (each.at(-1) as Named).end < 16 && told % each.length === 0;
  let turn = 0;
  return figures.map(({ start, end }) => {
    if (inTurn && start > at) return each[turn++ % each.length];
    const list = listBefore(text, subjects, start);
    if (list.length > 0) return list.length === 1 ? list[0] : undefined;
    const next = subjects[countWhile(subjects.length, (index) => (subjects[index] as Named).start < end)];
    return next !== undefined && !clause.test(text.slice(end, next.start)) ? next : undefined;
  });
}
