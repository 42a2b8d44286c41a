import { isClosing, isSpace } from '../text/chars';
import { toSource, type LogicalText } from '../text/logical';

/**
 * A text as anchoring compares it: without white space and line ends, full-width and compatibility forms as their
 * plain ones, quotation marks and dashes alike, no "**" and no HTML tags. Every folded character knows where it stood.
 */
export interface Folded {
  readonly text: string;
  /** Source offset (UTF-16) of each folded character. */
  readonly at: Uint32Array;
  /** What ends before each folded character (see `ends`); one longer than `text`. */
  readonly boundary: Uint8Array;
}

/** `line`: a line or block that a conversion may have cut out of a sentence; `sentence`: surely a sentence or block. */
export const ends = { nothing: 0, line: 1, sentence: 2 } as const;

/** Folds a source text; lines from `full` characters on may have been cut by a conversion (see `fullLine`). Linear. */
export function foldSource(text: string, full: number): Folded {
  return fold(text, (offset) => offset, full);
}

/** Folds a report's reading text; offsets lead to the source, boundaries are ends of sentences and blocks. Linear. */
export function foldLogical(logical: LogicalText, full: number): Folded {
  return fold(logical.text, (offset) => toSource(logical, offset), full);
}

const LEAST_FULL = 20;
const FULL_SHARE = 0.8;
const LONG_LINES = 0.85;

/**
 * The length, in folded characters, from which a line of this text may be wrapped: near that of its long lines.
 * Where paragraphs are lines that is far above a heading's length.
 */
export function fullLine(lines: readonly string[]): number {
  const lengths = lines.map((line) => foldedLength(line)).filter((length) => length > 0).sort((a, b) => a - b);
  return Math.max(LEAST_FULL, FULL_SHARE * (lengths[Math.floor(lengths.length * LONG_LINES)] ?? 0));
}

function foldedLength(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) if (!isSpace(text.charCodeAt(i))) length++;
  return length;
}

/** Just the folded characters of a quote. */
export function foldQuote(text: string): string {
  return foldSource(text, LEAST_FULL).text;
}

function fold(text: string, sourceOf: (offset: number) => number, full: number): Folded {
  const codes = new Uint16Array(text.length);
  const at = new Uint32Array(text.length);
  const boundary = new Uint8Array(text.length + 1);
  let length = 0;
  let pending: number = ends.sentence;
  let lineStart = 0;
  let cells = false;
  let address = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 9) cells = true;
    if (code === 0x3c) {
      const tag = tagLength(text, i);
      i += Math.max(0, tag - 1);
      if (tag > 0) continue;
    }
    if (code === 10 || code === 13) {
      const last = codes[length - 1] as number;
      const open = address || goesOn(last) || (length - lineStart >= full && !cells && !closesLine(last));
      if (length > lineStart) pending = open && pending !== ends.sentence ? ends.line : ends.sentence;
      lineStart = length;
      cells = false;
    }
    if (isSpace(code) || isBoldMark(text, i)) continue;
    if (pending === ends.line && length === lineStart && !address && isBullet(code)) pending = ends.sentence;
    // A closing mark after the full stop still belongs to the sentence.
    const closes = pending === ends.sentence && length > lineStart && isClosing(code);
    if (!closes) boundary[length] = pending;
    // Web addresses are cut where a line is full, wherever that is.
    address = code > 0x20 && code < 0x7f && (address || (code === 0x2f && text.startsWith('://', i - 1)));
    codes[length] = foldCode(code);
    at[length] = sourceOf(i);
    length++;
    pending = closes || endsSentence(code) ? ends.sentence : ends.nothing;
  }
  boundary[length] = ends.sentence;
  return { text: decode(codes.subarray(0, length)), at: at.slice(0, length), boundary: boundary.slice(0, length + 1) };
}

const MOST_TAG = 160;

/** The length of an HTML tag that begins at an offset, else 0. A conversion may have cut it, too. */
export function tagLength(text: string, at: number): number {
  if (text.charCodeAt(at) !== 0x3c || !/[a-zA-Z/]/.test(text.charAt(at + 1))) return 0;
  return /^<[^<>]*>/.exec(text.slice(at, at + MOST_TAG))?.[0].length ?? 0;
}

/** True for a line that begins an item of a list. */
export function startsItem(line: string): boolean {
  return isBullet(line.trimStart().charCodeAt(0));
}

/** - ● • ■ ◆ ▪ – · ○ */
function isBullet(code: number): boolean {
  return [0x2d, 0x25cf, 0x2022, 0x25a0, 0x25c6, 0x25aa, 0x2013, 0xb7, 0x25cb].includes(code);
}

/** Marks that no sentence goes on behind at the end of a line, in folded form. */
function closesLine(folded: number): boolean {
  return endsSentence(folded) || folded === 0x3a || folded === 0x3b || folded === 0x29;
}

/** Marks behind which a sentence goes on, however short its line is, in folded form: comma and 、, opening brackets and quotation marks. */
function goesOn(folded: number): boolean {
  return [0x2c, 0x3001, 0x28, 0x5b, 0x300a, 0x3008, 0x300c, 0x300e, 0x3010].includes(folded);
}

/** 。！？!? and the half-width full stop: a semicolon still leaves its figures and its words in one statement. */
export function endsSentence(code: number): boolean {
  return code === 0x3002 || code === 0xff61 || code === 0xff01 || code === 0xff1f || code === 0x21 || code === 0x3f;
}

function isBoldMark(text: string, i: number): boolean {
  return text.charCodeAt(i) === 0x2a && (text.charCodeAt(i + 1) === 0x2a || text.charCodeAt(i - 1) === 0x2a);
}

/** The plain form of a code unit. */
export function foldCode(code: number): number {
  if (code < 0x80) return code;
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0;
  if (code >= 0x2018 && code <= 0x201b) return 0x27;
  if (code >= 0x201c && code <= 0x201f) return 0x22;
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0x2500) return 0x2d;
  if (code === 0x2022 || code === 0x2027 || code === 0x30fb || code === 0xff65) return 0xb7;
  if (isCompatibility(code)) {
    const plain = String.fromCharCode(code).normalize('NFKC');
    if (plain.length === 1) return plain.charCodeAt(0);
  }
  return code;
}

/** Radicals, compatibility ideographs, half-width forms: what conversions put in place of the character itself. */
function isCompatibility(code: number): boolean {
  return (code >= 0x2e80 && code <= 0x2fdf) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xff5f && code <= 0xffef);
}

const CHUNK = 1 << 15;
function decode(codes: Uint16Array): string {
  const parts: string[] = [];
  for (let i = 0; i < codes.length; i += CHUNK) parts.push(String.fromCharCode(...codes.subarray(i, i + CHUNK)));
  return parts.join('');
}
