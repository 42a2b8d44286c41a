import { fold } from '../entity/fold';
import { readingsOf } from '../text/han';
import { isHan, isLetter, lettersOf, likelyLines, mayBegin, type LineLetters } from './letters';

/** How well a name matches what was typed; higher is better, 0 is not at all. */
export type Score = number;

/** Lengths of the typed text from `at` on that one character can stand for: its initial, its whole reading, or a part of it at the end. */
function stepsOf(unit: number, typed: string, at: number): Set<number> {
  const steps = new Set<number>();
  for (const reading of readingsOf(unit)) {
    if (reading[0] !== typed[at]) continue;
    steps.add(1);
    if (/^[zcs]h/.test(reading) && typed[at + 1] === 'h') steps.add(2);
    if (typed.startsWith(reading, at)) steps.add(reading.length);
    else if (reading.startsWith(typed.slice(at))) steps.add(typed.length - at);
  }
  return steps;
}

/**
 * Length (in characters of the name) of the shortest run from `start` whose pinyin, initials or letters give all of
 * `typed`; 0 where there is none. Positions reached in `typed` are bits, so `typed` may have 31 characters.
 */
function runFrom(name: string, start: number, typed: string): number {
  let reached = 1;
  const full = 1 << typed.length;
  for (let i = start; i < name.length && reached !== 0; i++) {
    const unit = name.charCodeAt(i);
    let next = 0;
    for (let at = 0; at < typed.length; at++) {
      if ((reached & (1 << at)) === 0) continue;
      if (isHan(unit)) for (const step of stepsOf(unit, typed, at)) next |= 1 << (at + step);
      else if (name.charAt(i) === typed[at]) next |= 1 << (at + 1);
      else if (!isLetter(unit)) next |= 1 << at;
    }
    if (next & full) return i - start + 1;
    reached = next;
  }
  return 0;
}

/** True when the name holds the characters of `typed` in their order. */
export function scattered(name: string, typed: string): boolean {
  let at = 0;
  for (let i = 0; i < name.length && at < typed.length; i++) if (name[i] === typed[at]) at++;
  return at === typed.length;
}

export interface Query {
  readonly typed: string;
  /** True where pinyin and initials make sense: letters only. */
  readonly latin: boolean;
}

/** Longest query that is matched by pinyin; what is longer is matched as text. */
const longestPinyin = 30;

export function queryOf(text: string): Query {
  const typed = fold(text);
  return { typed, latin: /^[a-z0-9]+$/.test(typed) && typed.length <= longestPinyin };
}

/**
 * Scores a folded name against a query: the whole name, its beginning, a part of it; then by pinyin or initials; then
 * letters in order. Shorter names rank before longer ones.
 */
export function scoreOf(folded: string, { typed, latin }: Query): Score {
  if (typed === '') return 1;
  const shortness = 1 / (1 + folded.length);
  const at = folded.indexOf(typed);
  if (at >= 0) return (folded.length === typed.length ? 100 : at === 0 ? 80 : 60) + shortness;
  if (!latin) return 0;
  for (let start = 0; start < folded.length; start++) {
    if (!mayBegin(folded.charCodeAt(start), typed)) continue;
    const run = runFrom(folded, start, typed);
    if (run > 0) return (start === 0 ? (run === folded.length ? 75 : 70) : 40) + shortness;
  }
  return typed.length >= 3 && scattered(folded, typed) ? 10 + shortness : 0;
}

/** Names that are searched together. */
export interface Lines {
  /** Folded, one a line. */
  readonly names: string;
  /** Made when they are needed. */
  letters: LineLetters | null;
}

export const linesOf = (names: readonly string[]): Lines => ({ names: names.map((name) => name.replaceAll('\n', ' ')).join('\n'), letters: null });

/** The letters of lines, made once. */
const withLetters = (lines: Lines): LineLetters => (lines.letters ??= lettersOf(lines.names));

/** Calls `hit` for each of the names that matches, with its number and score. One pass over the text, or over a few numbers a name. */
export function matchLines(lines: Lines, query: Query, hit: (at: number, score: Score) => void): void {
  const { names } = lines;
  const { typed, latin } = query;
  const score = (at: number, start: number, end: number): void => {
    const found = scoreOf(names.slice(start, end), query);
    if (found > 0) hit(at, found);
  };
  if (latin) {
    likelyLines(names, withLetters(lines), typed, score);
    return;
  }
  let [at, counted] = [0, 0];
  for (let place = names.indexOf(typed); place >= 0;) {
    const start = place === 0 ? 0 : names.lastIndexOf('\n', place - 1) + 1;
    const newline = names.indexOf('\n', place);
    const end = newline < 0 ? names.length : newline;
    for (; counted < start; at++) counted = names.indexOf('\n', counted) + 1;
    score(at, start, end);
    place = newline < 0 ? -1 : names.indexOf(typed, end + 1);
  }
}

/** Readings of a name in which one character is read otherwise than usual, that are given besides the usual one. */
const mostVariants = 6;

/** A name's characters and its runs of others, each with its readings, the commonest first. */
function syllablesOf(name: string): (readonly string[])[] {
  return (name.toLowerCase().match(/[\u3400-\u9fff]|[^\u3400-\u9fff]+/gu) ?? []).map((part) => {
    const readings = readingsOf(part.charCodeAt(0));
    return readings.length > 0 ? readings : [part];
  });
}

/** Pinyin and initials of a name, in the usual readings and then in rarer ones, for clients that match by themselves. */
export function pinyinKeys(name: string): string {
  const syllables = syllablesOf(name);
  const usual = syllables.map(([first]) => first ?? '');
  const variants = syllables.flatMap(([, ...rarer], at) => rarer.map((reading) => usual.with(at, reading)));
  return [...new Set([usual, ...variants.slice(0, mostVariants)].flatMap((parts) => [parts.join(''), parts.map((part) => part.charAt(0)).join('')]))].join(' ');
}
