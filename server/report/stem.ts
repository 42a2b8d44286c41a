import { isSpace } from '../text/chars';
import type { Line } from './draft';

const DROPPED = new Set('*#_`\\“”"\'‘’：:，,。.、·-—–～~（）()《》〈〉【】[]「」'.split(''));

/** `text` as titles are compared: no white space, no markup, no punctuation, full width as half width, lower case. */
export function squeeze(text: string): string {
  let out = '';
  for (const c of text.normalize('NFKC')) {
    if (!DROPPED.has(c) && !isSpace(c.charCodeAt(0))) out += c;
  }
  return out.toLowerCase();
}

/** Longest part of a title that is compared. */
const COMPARED = 120;

/** A line's title, squeezed: without its number and the marks around it. */
export function stemOf(line: Line): string {
  return squeeze(line.words.slice(line.numbering?.length ?? 0, COMPARED + (line.numbering?.length ?? 0)));
}

/** A title's characters, each Western word or figure as one. */
function unitsOf(stem: string): string[] {
  return stem.match(/[a-z0-9]{1,40}|[^a-z0-9]/g) ?? [];
}

function pairsOf(stem: string): string[] {
  const units = unitsOf(stem);
  return units.slice(1).map((unit, i) => `${units[i] as string} ${unit}`);
}

/** How much of `part` is found in `whole`: the share of its pairs of characters, from 0 to 1. Linear. */
export function coverage(part: string, whole: string): number {
  const wanted = pairsOf(part);
  if (wanted.length === 0) return part !== '' && whole.includes(part) ? 1 : 0;
  return shared(wanted, pairsOf(whole)) / wanted.length;
}

/** Alike both ways: 1 for the same titles, 0 for titles with no pair of characters in common. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [some, others] = [pairsOf(a), pairsOf(b)];
  return (2 * shared(some, others)) / Math.max(1, some.length + others.length);
}

function shared(wanted: readonly string[], given: readonly string[]): number {
  const left = new Map<string, number>();
  for (const pair of given) left.set(pair, (left.get(pair) ?? 0) + 1);
  let found = 0;
  for (const pair of wanted) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    found++;
    left.set(pair, count - 1);
  }
  return found;
}
