import type { Quantity } from '../../claim/model';
import { figureSentences, type Sentence } from '../../claim/sentences';
import { canonicalUnit } from '../../claim/units';
import { readOrdinal } from '../../reference/ordinal';
import { toSource } from '../../text/logical';
import { message } from '../message';
import type { Problem, ReportContext } from '../model';
import { spanIn } from './figures';

const clauseEnd = /[，。；：,;:（()）\n]/u;
/** Values that run on: nothing but a separator between them. */
const runsOn = /^[ \u3000]*(?:[、，,]|和|及|与|以及)[ \u3000]*(?:约|近|超|达)?[ \u3000]*$/u;
/** "甲、乙两地的丙、丁分别": each of some has each of others. */
const crossed = /的|各自|[两二三四五六七八九十]\s?[个地省市区国家]/u;
const bracketed = /《[^《》]*》|“[^“”]*”|[（(][^（）()]*[）)]/gu;

/** How many members a list names: at least by its 、, at most with every 和, 及 and 与 that may join two. */
function membersOf(list: string): { least: number; most: number } {
  const plain = list.replace(bracketed, '名');
  const least = plain.split('、').length;
  return { least, most: least + (plain.match(/以及|和|及|与/gu)?.length ?? 0) };
}

function valuesAfter({ text, quantities }: Sentence, at: number): Quantity[] {
  const values: Quantity[] = [];
  for (const quantity of quantities) {
    if (quantity.span.start < at) continue;
    const last = values.at(-1);
    const between = text.slice(last?.span.end ?? at, quantity.span.start);
    if (last === undefined ? between.length > 10 || /[、，；,;]/u.test(between) : !runsOn.test(between) || canonicalUnit(last.unit) !== canonicalUnit(quantity.unit)) break;
    values.push(quantity);
  }
  return values;
}

/** "甲、乙、丙分别增长 3%、4%": a list and its values that are not as many. */
function respectively({ report }: ReportContext, sentence: Sentence): Problem[] {
  const { text } = sentence;
  return [...text.matchAll(/分别/gu)].flatMap((match): Problem[] => {
    const list = text.slice(0, match.index).split(clauseEnd).at(-1) ?? '';
    if (!list.includes('、') || crossed.test(list)) return [];
    const values = valuesAfter(sentence, match.index + 2);
    const { least, most } = membersOf(list);
    const first = values[0];
    const last = values.at(-1);
    if (first === undefined || last === undefined || values.length < 2 || (values.length >= least && values.length <= most)) return [];
    return [{
      span: spanIn(report, sentence, match.index - list.length, last.span.end),
      message: message('{0} are named, {1} values are given.', least, values.length),
    }];
  });
}

const count = /等[ \u3000]?(\d{1,3}|[二三四五六七八九十]{1,3})[ \u3000]?(?:大|个|家|项|种|款|类|位|名|条|座|省|国|部门)/gu;
/** Characters before 等 that a list of names may take. */
const longest = 160;
/** A longer member is a clause, no name; only before the first there may be the words that open the list. */
const longestName = 16;

/** "甲、乙、丙等 2 家": more names than are counted. Fewer are no fault: 等 leaves some out. */
function overfull({ report: { logical } }: ReportContext): Problem[] {
  const { text } = logical;
  return [...text.matchAll(count)].flatMap((match): Problem[] => {
    const list = text.slice(Math.max(0, match.index - longest), match.index).split(/[，。；：,;:！？\n]/u).at(-1) ?? '';
    const said = readOrdinal(match[1] ?? '');
    const { least } = membersOf(list);
    if (said === null || said < 3 || least <= said || /[的或]/u.test(list) || list.split('、').slice(1).some(name => name.length > longestName || name === '')) return [];
    return [{
      span: { start: toSource(logical, match.index - list.length), end: toSource(logical, match.index + match[0].length - 1) + 1 },
      message: message('{0} are announced, {1} are listed.', said, least),
    }];
  });
}

/** Counts and values beside lists of another length. */
export function listCounts(context: ReportContext): Problem[] {
  return [...figureSentences(context.report).filter(s => s.quantities.length > 1).flatMap(s => respectively(context, s)), ...overfull(context)];
}
