import { readingsOf } from '../text/han';

/** What characters can be typed with on a Latin keyboard: per UTF-16 unit a bit for each letter. */
interface Letters {
  /** Letters that can come first. */
  readonly first: Uint32Array;
  /** Letters that can come second. */
  readonly second: Uint32Array;
  /** All letters of all its readings. */
  readonly any: Uint32Array;
}
let letters: Letters | null = null;

export const isHan = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff;
export const isLetter = (unit: number): boolean => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
const bitOf = (unit: number): number => (unit >= 0x61 && unit <= 0x7a ? 1 << (unit - 0x61) : 0);

function bitsOf(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) bits |= bitOf(text.charCodeAt(i));
  return bits;
}

function makeLetters(): Letters {
  const [first, second, any] = [new Uint32Array(0x10000), new Uint32Array(0x10000), new Uint32Array(0x10000)];
  for (let unit = 0; unit < 0x10000; unit++) {
    for (const reading of isHan(unit) ? readingsOf(unit) : [String.fromCharCode(unit)]) {
      first[unit] = (first[unit] as number) | bitOf(reading.charCodeAt(0));
      second[unit] = (second[unit] as number) | bitOf(reading.charCodeAt(1));
      any[unit] = (any[unit] as number) | bitsOf(reading);
    }
  }
  return { first, second, any };
}

const known = (): Letters => (letters ??= makeLetters());

/** True where a character (a UTF-16 unit of a folded name) may be the first one that is typed, or be passed over. */
export function mayBegin(unit: number, typed: string): boolean {
  const wanted = bitOf(typed.charCodeAt(0));
  return wanted === 0 || ((known().first[unit] as number) & wanted) !== 0 || (!isHan(unit) && !isLetter(unit));
}

/** Numbers of a line in `LineLetters`: where it ends, and the letters of all its characters together. */
const width = 4;

/** Of each line of a text its end and its letters: a few numbers tell that a line cannot match. */
export type LineLetters = Uint32Array;

/** The letters of lines of folded text; costs a look at each character. */
export function lettersOf(lines: string): LineLetters {
  const { first, second, any } = known();
  const numbers: number[] = [];
  for (let start = 0; start <= lines.length;) {
    const next = lines.indexOf('\n', start);
    const end = next < 0 ? lines.length : next;
    let [one, two, all] = [0, 0, 0];
    for (let i = start; i < end; i++) {
      const unit = lines.charCodeAt(i);
      one |= first[unit] as number;
      two |= second[unit] as number;
      all |= any[unit] as number;
    }
    numbers.push(end, one, two, all);
    start = end + 1;
  }
  return Uint32Array.from(numbers);
}

/**
 * Calls `each` with all lines that may match letters and digits, and few others: the letters are all there, and two
 * neighbours, or one character, can be typed with the first two, or all stand there in order.
 */
export function likelyLines(lines: string, letters: LineLetters, typed: string, each: (at: number, start: number, end: number) => void): void {
  const [one, two, all] = [bitOf(typed.charCodeAt(0)), bitOf(typed.charCodeAt(1)), bitsOf(typed)];
  const isLikely = likelyLine(lines, typed, one, two);
  let start = 0;
  for (let at = 0; at * width < letters.length; at++) {
    const place = at * width;
    const end = letters[place] as number;
    const [first, second, any] = [letters[place + 1] as number, letters[place + 2] as number, letters[place + 3] as number];
    if ((first & one) === one && ((first | second) & two) === two && (any & all) === all && isLikely(start, end)) each(at, start, end);
    start = end + 1;
  }
}

function likelyLine(lines: string, typed: string, one: number, two: number): (start: number, end: number) => boolean {
  const { first, second } = known();
  return (start, end) => {
    let met = 0;
    for (let i = start; i < end; i++) {
      const unit = lines.charCodeAt(i);
      if (unit === typed.charCodeAt(met) && ++met === typed.length) return true;
      if (((first[unit] as number) & one) === 0 && one !== 0) continue;
      if (two === 0 || ((second[unit] as number) & two) !== 0) return true;
      // What is neither letter nor Chinese is passed over.
      const next = i + 1 < end ? lines.charCodeAt(i + 1) : 0;
      if (next !== 0 && (((first[next] as number) & two) !== 0 || (!isHan(next) && !isLetter(next)))) return true;
    }
    return false;
  };
}
