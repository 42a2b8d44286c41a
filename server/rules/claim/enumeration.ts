import { toSource } from '../../text/logical';
import { matchesOf } from '../../text/matches';
import { message } from '../message';
import type { Problem, TextRule } from '../model';
import { followingLists } from './followingLists';
import { listCounts } from './listCounts';

const numerals = '一二三四五六七八九十';
/** A count that opens the list it counts: "三个方面：一是". Nothing between them ends a sentence or counts otherwise. */
const opened = /(?<![第十百千万\d.．—-])(?:([两二三四五六七八九十])|([2-9]|10))(?:大|个|项|点|条|类|种|方面)[^。；！？\n\d一二三四五六七八九十多余几至等]{0,16}[：:，,。][ \u3000]*(?=一([是要]))/gu;
/** What a list goes on with in other words. */
const more = /此外|另外|除此|最后|还有|同时也|其[一二三四五六七八九]|第[一二三四五六七八九]/u;

function countOf(han: string | undefined, digits: string | undefined): number {
  return digits !== undefined ? Number(digits) : han === '两' ? 2 : numerals.indexOf(han ?? '') + 1;
}

/** Members of a list "一是 … 二是 …": how many run in order from its start, and where the last begins. */
function membersOf(list: string, verb: string): { count: number; last: number } {
  let last = 0;
  for (let count = 1; ; count++) {
    // 二是, not 十二是 or 第二是; the first stands at the very start.
    const next = count < numerals.length ? new RegExp(`(?<=[，。；、：！？,;])[ \\u3000]*${numerals.charAt(count)}${verb}`, 'u').exec(list.slice(last)) : null;
    if (next === null) return { count, last };
    last += next.index + next[0].length;
  }
}

/** A count whose own list, within one paragraph, has more members or, as a hint, fewer; a list with more or fewer values than members. */
export const enumeration: TextRule = {
  id: 'claim/enumeration',
  title: message('Count that its list contradicts'),
  severity: 'information',
  check(context) {
    const { logical } = context.report;
    const { text } = logical;
    return [...listCounts(context), ...followingLists(context), ...matchesOf(text, opened).flatMap((match): Problem[] => {
      const start = match.index + match[0].length;
      const lineEnd = text.indexOf('\n', start);
      const rest = text.slice(start, lineEnd < 0 ? text.length : lineEnd);
      // Another list that begins anew ends this one.
      const verb = match[3] ?? '是';
      const again = rest.indexOf(`一${verb}`, 2);
      const list = again < 0 ? rest : rest.slice(0, again);
      const announced = countOf(match[1], match[2]);
      const { count, last } = membersOf(list, verb);
      if (count < 2 || count === announced) return [];
      // The list may go on in the next paragraph, or in other words.
      const isOpen = again >= 0 || more.test(list.slice(last)) || lineEnd < 0 || text.slice(lineEnd + 1, lineEnd + 12).trimStart().startsWith(`${numerals.charAt(count)}${verb}`);
      if (count < announced && isOpen) return [];
      return [{
        span: { start: toSource(logical, match.index), end: toSource(logical, start + last - 1) + 1 },
        ...(count > announced ? {} : { severity: 'hint' as const }),
        message: message('{0} are announced, {1} are listed.', announced, count),
      }];
    })];
  },
};
