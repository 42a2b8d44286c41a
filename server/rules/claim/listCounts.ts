import type { Quantity } from '../../claim/model';
import { figureSentences, type Sentence } from '../../claim/sentences';
import { canonicalUnit } from '../../claim/units';
import { readOrdinal } from '../../reference/ordinal';
import { toSource } from '../../text/logical';
import { matchesOf } from '../../text/matches';
import { message } from '../message';
import type { Problem, TextContext } from '../model';
import { spanIn } from './figures';

const clauseEnd = /[，。；：！？,;:（()）\n]/u;
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

const each = /分别/gu;

/** "甲、乙、丙分别增长 3%、4%": a list and its values that are not as many. */
function respectively({ report }: TextContext, sentence: Sentence): Problem[] {
  const { text } = sentence;
  return [...text.matchAll(each)].flatMap((match): Problem[] => {
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
function overfull({ report: { logical } }: TextContext): Problem[] {
  const { text } = logical;
  return matchesOf(text, count).flatMap((match): Problem[] => {
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

const direct = /([两二三四五六七八九十])(?:大(?!量|力|型|会|学|于)|个方面|方面|类|级(?!市|医院)|方(?!面)|地(?!区|方|市)|个(?!月|百|多)|[家所](?=[\u3400-\u9fff]{0,4}(?:单位|企业|机构|高校|院校|院所|公司|医院|部门)))/gu;
/** Such a list has two members and one more at least. */
const members = /(?:[^、]{1,14}、){2,}[^、]{1,16}$/u;
/** A list and a count further apart than this are of different things. */
const apart = 2;

/** "国家、省、市四级": a count right behind the list that it counts. */
function counted({ report: { logical } }: TextContext): Problem[] {
  const { text } = logical;
  return matchesOf(text, direct).flatMap((match): Problem[] => {
    const clause = text.slice(Math.max(0, match.index - longest), match.index).split(clauseEnd).at(-1) ?? '';
    const whole = clause.includes('、') ? members.exec(clause)?.[0] ?? '' : '';
    if (whole === '') return [];
    // What another count ends is a list of its own.
    const list = whole.replace(/^.*[两二三四五六七八九十](?:[个大省市州县地家所项类种]|部门)/u, '');
    const said = readOrdinal((match[1] ?? '').replace('两', '二'));
    const { least, most } = membersOf(list);
    if (said === null || !list.includes('、') || /[的或等第及和与“‘《]$|(?:^|、)[一二三四五六七八九十]+、|各/u.test(list) || (said >= least && said <= most)) return [];
    if (Math.min(Math.abs(said - least), Math.abs(said - most)) > apart) return [];
    return [{
      span: { start: toSource(logical, match.index - list.length), end: toSource(logical, match.index + match[0].length - 1) + 1 },
      message: message('{0} are announced, {1} are listed.', said, least),
    }];
  });
}

const values = /^(?:为|达到?|实现|增长|下降|上升|提高|降低|[^，。；、\d]{0,6})[ \u3000]?((?:[-+−]?\d[\d.,]*[^\d\s/、，。；]{0,6}[ \u3000]?(?:[/、]|和|及|与)[ \u3000]?)+[-+−]?\d[\d.,]*)/u;
const valuesIn = (list: string): number => list.split(/[/、]|和|及|与/u).length;

/** "分别为 4.5/5.9/7.4 亿元，对应 PE 分别为 32/24/19/16 倍": two lists of one row of things that are not as long. */
function doubled({ report: { logical } }: TextContext): Problem[] {
  const { text } = logical;
  return matchesOf(text, each).flatMap((match): Problem[] => {
    const first = values.exec(text.slice(match.index + 2, match.index + 90));
    if (first === null) return [];
    const from = match.index + 2 + first[0].length;
    // Nothing is named anew between both lists.
    const next = /^[^，。；、\n\d]{0,8}[，,；;][^，。；、\n\d]{0,14}分别/u.exec(text.slice(from, from + 40));
    if (next === null || next[0].includes('其中')) return [];
    const at = from + next[0].length;
    const second = values.exec(text.slice(at, at + 90));
    if (second === null || valuesIn(first[1] ?? '') === valuesIn(second[1] ?? '')) return [];
    return [{
      span: { start: toSource(logical, match.index), end: toSource(logical, at + second[0].length - 1) + 1 },
      message: message('{0} are named, {1} values are given.', valuesIn(first[1] ?? ''), valuesIn(second[1] ?? '')),
    }];
  });
}

const twice = /(\d{1,4})[ \u3000]?(家|个|项|款|种|所|名|座)([\u3400-\u9fff]{2,4})[^。；\n]{0,60}?(?:包括|涵盖|包含|分别为|分别是)([^。；\n]{2,300}?)等[ \u3000]?(\d{1,4})[ \u3000]?\2\3/gu;

/** "覆盖 8 家医院的网络，包括甲、乙等 9 家医院": more of them are listed than there are. */
function countedTwice({ report: { logical } }: TextContext): Problem[] {
  return matchesOf(logical.text, twice).flatMap((match): Problem[] => {
    const [whole, part] = [Number(match[1]), Number(match[5])];
    if (part <= whole) return [];
    return [{
      span: { start: toSource(logical, match.index), end: toSource(logical, match.index + match[0].length - 1) + 1 },
      severity: 'warning',
      message: message('{0} are announced, {1} are listed.', whole, part),
    }];
  });
}

/** Counts and values beside lists of another length. */
export function listCounts(context: TextContext): Problem[] {
  return [
    ...figureSentences(context.report).filter(s => s.quantities.length > 1).flatMap(s => respectively(context, s)),
    ...overfull(context), ...counted(context), ...doubled(context), ...countedTwice(context),
  ];
}
