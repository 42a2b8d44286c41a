import { byPart, type InPart } from './parts';

/** What looks for a pattern, by the pattern. */
const searches = new WeakMap<RegExp, (text: string) => readonly InPart<readonly RegExpExecArray[]>[]>();

/**
 * All matches of a global pattern that crosses no line: `matchAll`, but for the parts of a text that were the same in the last
 * one, which are not searched again. Linear for patterns that are.
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  let search = searches.get(pattern);
  if (!search) searches.set(pattern, (search = byPart((part) => [...part.matchAll(pattern)])));
  return search(text).flatMap(({ part: { start }, found }) => (start === 0 ? found : found.map((match) => placed(match, match.index + start, text))));
}

function placed(match: RegExpExecArray, index: number, input: string): RegExpExecArray {
  const copy = [...match] as RegExpExecArray;
  return Object.assign(copy, { index, input, groups: match.groups });
}
