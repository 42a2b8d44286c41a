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

/** How much of `part` is found in `whole`: the share of its character pairs, from 0 to 1. Linear. */
export function coverage(part: string, whole: string): number {
  if (part.length < 2) return part !== '' && whole.includes(part) ? 1 : 0;
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < whole.length; i++) {
    const pair = whole.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let found = 0;
  for (let i = 0; i + 1 < part.length; i++) {
    const left = pairs.get(part.slice(i, i + 2)) ?? 0;
    if (left === 0) continue;
    found++;
    pairs.set(part.slice(i, i + 2), left - 1);
  }
  return found / (part.length - 1);
}

/** Alike both ways: 1 for the same titles, 0 for titles with no pair of characters in common. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  return (coverage(a, b) * (a.length - 1) * 2) / Math.max(1, a.length + b.length - 2);
}
