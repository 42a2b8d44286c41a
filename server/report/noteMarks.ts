import { isDigit, isHan, isLatin, isSpace } from '../text/chars';
import type { Line } from './draft';
import { lowered } from './noteTexts';

/** A mark in running text, as offsets of its line. */
export interface NoteMark {
  readonly mark: string;
  readonly start: number;
  readonly end: number;
  /** A number that is set like the text around it; it is a mark only where a list of references explains it. */
  readonly bare: boolean;
}

const MARKS = /[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\[\^[^\]\s]{1,40}\]|<sup>[^<]{1,24}<\/sup>|\$\s?(?:\{\s?\})?\s?\^\s?\{?\s?[[{(]?\s?\d{1,3}\s?[\])}]?\s?\}?\s?\$|\\?[[［〔]\d{1,3}(?:[,，、\-–]\s?\d{1,3}){0,6}\\?[\]］〕]|[（([【]注\s?\d{1,3}[）)\]】]|[①-⑳]|\d{1,3}/g;
/** The same without bare numbers. */
const SIGNS = new RegExp(MARKS.source.replace(/\|\\d\{1,3\}$/, ''), 'g');
/** One character that every sign has, so that most lines need no closer look. */
const HINT = /[⁰¹²³⁴⁵⁶⁷⁸⁹[<$［〔①-⑳注]/;
/** Units that are raised to a power. */
const POWERED = /(?:^|[^A-Za-z])(?:[kcdmhn]?m|[μµ]m|km|ft|in|s|R|χ)$/;

/** All that may be marks in a line, in order; bare numbers among them where `bare` is set. Linear. */
export function marksIn(line: Line, bare: boolean): NoteMark[] {
  const marks: NoteMark[] = [];
  const { text } = line;
  if (text.length > 100_000 || (!bare && !HINT.test(text))) return marks;
  for (const found of text.matchAll(bare ? MARKS : SIGNS)) {
    const start = found.index;
    const end = start + found[0].length;
    const first = found[0].charAt(0);
    if (isDigit(found[0].charCodeAt(0))) {
      if (isBareMark(text, start, end)) marks.push({ mark: found[0], start, end, bare: true });
      continue;
    }
    if (start === 0 || (first === '[' && /^\]?[：:(（]/.test(text.slice(end, end + 1)))) continue;
    if (found[0] === lowered(found[0]) || !isPower(text, start)) for (const mark of numbersOf(found[0])) marks.push({ mark, start, end, bare: false });
  }
  return marks;
}

/** m², 10³: powers, not notes. */
function isPower(text: string, start: number): boolean {
  return isDigit(text.charCodeAt(start - 1)) || POWERED.test(text.slice(Math.max(0, start - 3), start));
}

/** "¹²" is 12, "[2,5-7]" is 2, 5, 6 and 7, "[^a]" is a. */
function numbersOf(text: string): string[] {
  if (text.startsWith('[^')) return [text.slice(2, -1)];
  if (/^[①-⑳]$/.test(text)) return [text];
  const plain = lowered(text);
  const numbers: string[] = [];
  for (const [, from, to] of plain.matchAll(/(\d{1,3})(?:\s?[-–]\s?(\d{1,3}))?/g)) {
    const last = Math.min(Number(to ?? from), Number(from) + 20);
    for (let n = Number(from); n <= last; n++) numbers.push(String(n));
  }
  return numbers;
}

const NUMBERED = new Set('图表式第章节条款项步期例栏'.split(''));
const BEHIND = new Set('。，、；：,;.）)”’》|！？!?'.split(''));
/** Values and dates: 取值为2, 2024 年 4 月, Table 1, the columns of a table. */
const VALUE_BEFORE = /(?:[为是取于约达至到共超近仅以]|(?:Table|Figure|Fig\.?|Tab\.?|Chart|No\.?|Vol\.?) )$/;
const VALUE_AFTER = /^(?:\s[\d年月日个家项亿万元人倍％%次台种例岁天周]|,\d)/;

/** A lone number between words and the end of a clause, where no quantity can stand. */
function isBareMark(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  // 见图1, 第3: numbers of something else.
  if (before === 0x20 ? '图表式'.includes(text.charAt(start - 2)) : NUMBERED.has(text.charAt(start - 1))) return false;
  if (start < 2 || (end < text.length && isDigit(text.charCodeAt(end)))) return false;
  const spaced = before === 0x20;
  const word = text.charCodeAt(spaced ? start - 2 : start - 1);
  if (!spaced && !isHan(word)) return false;
  if (isDigit(word) || !(isHan(word) || isLatin(word) || '”）)》】'.includes(String.fromCharCode(word)))) return false;
  if (end === text.length) return spaced;
  const c = text.charAt(end);
  if (VALUE_BEFORE.test(text.slice(Math.max(0, start - 7), start)) || VALUE_AFTER.test(text.slice(end, end + 2))) return false;
  if (BEHIND.has(c)) return !(c === '.' && isDigit(text.charCodeAt(end + 1))) && (spaced || c !== '：');
  return spaced && isSpace(c.charCodeAt(0)) && end - start <= 3;
}
