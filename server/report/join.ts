import { isDigit, isHan, isLatin } from '../text/chars';
import type { Line } from './draft';
import { endsSentence } from './sentenceEnd';
import { isFull, isNearlyFull, type Wrap } from './wrap';

const URL_TAIL = /(?:https?:\/\/|www\.)[\x21-\x7e]{0,400}$/i;
const URL_REST = /^[\x21-\x7e]{1,200}$/;
const UNFINISHED = new Set('，、,—（(《“‘「『【〈：'.split(''));
/** Words that a Chinese sentence cannot end with. */
const DANGLING = new Set('的和与及或在对为将把被从向由于并且而以'.split(''));

/** Columns of the shortest first line that is taken for cut by its indent alone. */
const INDENTED = 60;

/** True when `line` ends inside a URL that `next` goes on with. */
export function cutsUrl(line: Line, next: Line): boolean {
  if (!URL_TAIL.test(line.text.slice(-500))) return false;
  return URL_REST.test(next.text) && !/^https?:/i.test(next.text);
}

const LEGAL_FORM = /(?:股份)?有限(?:责任)?公司/g;
const LONGEST_FORM = 6;
/** Behind these characters a legal form may be cut. */
const CUT_IN_FORM = new Set('股份有限责任公');

/** True when `line` ends inside the legal form of a firm's name that `next` goes on with: "…股份有⏎限公司". */
function cutsFirm(line: Line, next: Line): boolean {
  if (!CUT_IN_FORM.has(line.text.charAt(line.text.length - 1))) return false;
  const head = line.text.slice(-LONGEST_FORM);
  for (const { index, 0: form } of (head + next.text.slice(0, LONGEST_FORM)).matchAll(LEGAL_FORM)) if (index < head.length && index + form.length > head.length) return true;
  return false;
}

/**
 * True when `next`, an ordinary line, goes on with the paragraph that `line` is the last line of so far.
 * `pageBreak` tells that page furniture or a form feed stood between them.
 */
export function continues(wrap: Wrap, line: Line, next: Line, pageBreak: boolean): boolean {
  if (cutsUrl(line, next) || (next.gap <= 1 && cutsFirm(line, next))) return true;
  if (next.gap > wrap.gap && !pageBreak && next.gap > 4) return false;
  const open = !endsSentence(line.text);
  if (wrap.edge > 0 && (next.gap <= wrap.gap || pageBreak || next.gap <= wrap.gap + 4)) {
    if (isFull(wrap, line)) return open && (next.gap <= wrap.gap || pageBreak || line.width > 30);
    if (open && isNearlyFull(wrap, line) && isFull(wrap, next)) return true;
    return open && UNFINISHED.has(line.text.charAt(line.text.length - 1)) && line.text.charAt(line.text.length - 1) !== '：';
  }
  // An indent at the front of the first line only is how paragraphs are set.
  if (open && next.gap === 0 && line.width >= INDENTED && next.indent < line.indent) return true;
  return open && isCutParagraph(line.text, next.text, pageBreak);
}

/** Paragraphs are lines here, yet a page end may have cut this one in two. */
function isCutParagraph(text: string, next: string, pageBreak: boolean): boolean {
  const last = text.charAt(text.length - 1);
  const dangling = (UNFINISHED.has(last) && last !== '：') || DANGLING.has(last);
  if (text.length < (pageBreak ? 12 : 20)) return false;
  if (opensInClause(text, next)) return true;
  const running = text.length > (pageBreak ? 24 : 60) || /[。；]/.test(text.slice(-400));
  return (dangling || running) && (isRunning(next) || dangling);
}

/** A line of several clauses, and a next one that begins with the last characters of one: "…运输成本在上⏎升，而…". */
export function opensInClause(text: string, next: string): boolean {
  const clause = next.search(/[，、；。]/);
  return clause >= 0 && clause <= 3 && text.split('，').length > 2;
}

function isRunning(text: string): boolean {
  return /[。；，、]/.test(text.slice(0, 200));
}

/** What stands between two joined lines: a space between Latin words, nothing in Chinese or inside a URL, number or cut word. */
export function glue(before: string, after: string, words: () => ReadonlySet<string>, inUrl: boolean): '' | ' ' {
  if (inUrl) return '';
  const a = before.charCodeAt(before.length - 1);
  const b = after.charCodeAt(0);
  if (isHan(a) || isHan(b) || !isWordlike(a) || !isWordlike(b)) return spaced(a, b) ? ' ' : '';
  if (isDigit(a) && isDigit(b)) return '';
  const head = tailWord(before);
  const tail = headWord(after);
  if (head.length > 0 && tail.length > 0) {
    const known = words();
    if (known.has((head + tail).toLowerCase()) && !(known.has(tail.toLowerCase()) && tail.length > 2 && known.has(head.toLowerCase()))) return '';
    if (tail.length === 1 && isLatin(b) && !/^[aAI]$/.test(tail)) return '';
  }
  return ' ';
}

function isWordlike(code: number): boolean {
  return isLatin(code) || isDigit(code);
}

/** Western punctuation is followed by a space before a Western word: "Inc.,⏎Ltd". */
function spaced(a: number, b: number): boolean {
  return (a === 0x2c || a === 0x2e || a === 0x3b || a === 0x29) && isLatin(b);
}

function tailWord(text: string): string {
  let i = text.length;
  while (i > 0 && i > text.length - 40 && isWordlike(text.charCodeAt(i - 1))) i--;
  return text.slice(i);
}

function headWord(text: string): string {
  let i = 0;
  while (i < text.length && i < 40 && isWordlike(text.charCodeAt(i))) i++;
  return text.slice(0, i);
}

/** What `isWordlike` characters make. */
const WORD = /[0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+/g;

/** The Latin words that stand inside lines, in lower case: a cut word is one of them once its parts are joined. */
export function wordsOf(lines: readonly Line[]): Set<string> {
  const words = new Set<string>();
  for (const { text } of lines) {
    for (const { index, 0: word } of text.matchAll(WORD)) if (index > 0 && index + word.length < text.length && word.length < 40) words.add(word.toLowerCase());
  }
  return words;
}
