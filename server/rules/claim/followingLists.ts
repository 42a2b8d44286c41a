import { readOrdinal } from '../../reference/ordinal';
import { numberingAt } from '../../report/numbering';
import { toSource } from '../../text/logical';
import { message } from '../message';
import type { Problem, TextContext } from '../model';

/** A count that ends a paragraph whose list follows: "面临三大挑战。", "重点抓好七个方面工作：". */
const announcing = /(?<![第\d.．十百千万—-])([两二三四五六七八九十]|\d{1,2})[ \u3000]?(?:大|个方面|个|项|点|条|类|种|方面)[^，。；：！？\d一二三四五六七八九十多余几至等]{0,14}[。：:]$/u;
const spoken = /^([一二三四五六七八九十])(?:是|要)/u;
/** Longest list in lines, and the fewest members that make one. */
const longest = 400;
const fewest = 2;

interface Mark { readonly style: string; readonly value: number }

function markOf(line: string): Mark | null {
  const said = spoken.exec(line);
  if (said !== null) return { style: '一是', value: readOrdinal(said[1] ?? '') ?? 0 };
  const numbering = numberingAt(line, 0);
  return numbering === null || numbering.path !== null || numbering.bare ? null : { style: numbering.style, value: numbering.value };
}

/** How many members the list has that begins on a line, and whether another list shows where it ends; null where its numbers do not run. */
function membersFrom(lines: readonly string[], first: number): { readonly count: number; readonly isClosed: boolean } | null {
  const opening = markOf(lines[first] ?? '');
  if (opening?.value !== 1) return null;
  let count = 1;
  for (let i = first + 1; i < Math.min(lines.length, first + longest); i++) {
    const mark = markOf(lines[i] ?? '');
    if (mark?.style !== opening.style) continue;
    if (mark.value === 1) return { count, isClosed: true };
    if (mark.value !== count + 1) return null;
    count++;
  }
  return { count, isClosed: false };
}

/** "面临三大挑战。" above a list from 一是 to 四是: a count that the paragraphs below it contradict. */
export function followingLists({ report: { logical } }: TextContext): Problem[] {
  const lines = logical.text.split('\n');
  let start = 0;
  return lines.flatMap((line, i): Problem[] => {
    const at = start;
    start += line.length + 1;
    const match = announcing.exec(line);
    const said = match === null ? null : readOrdinal((match[1] ?? '').replace('两', '二'));
    if (match === null || said === null || said < 2) return [];
    const list = membersFrom(lines, i + 1);
    if (list === null || list.count < fewest || list.count === said) return [];
    return [{
      span: { start: toSource(logical, at + match.index), end: toSource(logical, at + line.length - 1) + 1 },
      // An excerpt may end in the middle of its list.
      ...(list.count < said && !list.isClosed ? { severity: 'hint' as const } : {}),
      message: message('{0} are announced, {1} are listed.', said, list.count),
    }];
  });
}
