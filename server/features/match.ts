import { fold } from '../entity/fold';
import { readingsOf } from '../text/han';

/** How well a name matches what was typed; higher is better, 0 is not at all. */
export type Score = number;

const isHan = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff;
const isLetter = (unit: number): boolean => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);

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

interface Letters {
  /** Per UTF-16 unit a bit for each letter it can be typed with first. */
  readonly first: Uint32Array;
  /** A bit for each letter that can come second. */
  readonly second: Uint32Array;
}
let letters: Letters | null = null;

const bitOf = (unit: number): number => (unit >= 0x61 && unit <= 0x7a ? 1 << (unit - 0x61) : 0);

function lettersOfUnits(): Letters {
  const [first, second] = [new Uint32Array(0x10000), new Uint32Array(0x10000)];
  for (let unit = 0; unit < 0x10000; unit++) {
    first[unit] = bitOf(unit);
    for (const reading of isHan(unit) ? readingsOf(unit) : []) {
      first[unit] = (first[unit] as number) | bitOf(reading.charCodeAt(0));
      second[unit] = (second[unit] as number) | bitOf(reading.charCodeAt(1));
    }
  }
  return { first, second };
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
  const { first } = (letters ??= lettersOfUnits());
  const wanted = bitOf(typed.charCodeAt(0));
  for (let start = 0; start < folded.length; start++) {
    const unit = folded.charCodeAt(start);
    if (wanted !== 0 && ((first[unit] as number) & wanted) === 0 && (isHan(unit) || isLetter(unit))) continue;
    const run = runFrom(folded, start, typed);
    if (run > 0) return (start === 0 ? (run === folded.length ? 75 : 70) : 40) + shortness;
  }
  return typed.length >= 3 && scattered(folded, typed) ? 10 + shortness : 0;
}

/** Calls `hit` for each of the folded names, one a line, that matches: with its number and score. One pass over the text. */
export function matchLines(lines: string, query: Query, hit: (at: number, score: Score) => void): void {
  const { typed, latin } = query;
  if (!latin && !lines.includes(typed)) return;
  const likely = latin ? likelyLine(typed) : (start: number, end: number) => typed === '' || lines.slice(start, end).includes(typed);
  for (let start = 0, at = 0; start <= lines.length; at++) {
    const next = lines.indexOf('\n', start);
    const end = next < 0 ? lines.length : next;
    if (likely(start, end, lines)) {
      const score = scoreOf(lines.slice(start, end), query);
      if (score > 0) hit(at, score);
    }
    start = end + 1;
  }
}

/** Turns away nearly all names in which no two neighbours begin as the typed letters do and the letters are not all there. */
function likelyLine(typed: string): (start: number, end: number, lines: string) => boolean {
  const { first, second } = (letters ??= lettersOfUnits());
  const [one, two] = [bitOf(typed.charCodeAt(0)), typed.length > 1 ? bitOf(typed.charCodeAt(1)) : 0];
  return (start, end, lines) => {
    let met = 0;
    for (let i = start; i < end; i++) {
      const unit = lines.charCodeAt(i);
      if (unit === typed.charCodeAt(met) && ++met === typed.length) return true;
      if (((first[unit] as number) & one) === 0 && one !== 0) continue;
      if (two === 0 || ((second[unit] as number) & two) !== 0) return true;
      // What is neither letter nor Chinese is passed over, see `runFrom`.
      const next = i + 1 < end ? lines.charCodeAt(i + 1) : 0;
      if (next !== 0 && (((first[next] as number) & two) !== 0 || (!isHan(next) && !isLetter(next)))) return true;
    }
    return false;
  };
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
