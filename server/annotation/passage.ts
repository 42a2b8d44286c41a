import { countWhile } from '../text/search';
import { createHash } from 'node:crypto';
import type { Report } from '../report/model';
import type { LogicalText } from '../text/logical';
import type { Span } from '../text/span';
import { codePointsOf, toCodePoint, wholeCharacter, withLineFeeds, type CodePoints } from './codePoints';
import { ends, foldLogical, foldQuote, foldSource, fullLine, tagLength, type Folded } from './fold';
import type { Quote } from './model';

/** A report's text made ready for anchoring. */
export interface AnchorText {
  readonly text: string;
  readonly codePoints: CodePoints;
  /** Hash of the text with LF line ends, as annotations record it. */
  readonly hash: string;
  /** The reading text, folded; made on first use: what stands where it was made needs none. */
  readonly reading: () => Folded;
  /** The whole text, folded; made on first use, for passages that the reading text leaves out. */
  readonly whole: () => Folded;
}

/** A passage in folded text: `text.slice(start, end)` of `folded`. */
export interface Passage {
  readonly folded: Folded;
  readonly start: number;
  readonly end: number;
}

/** Prepares a report; linear, some ten bytes a character while it is kept. */
export function anchorTextOf({ source, logical }: Pick<Report, 'source' | 'logical'>): AnchorText {
  return preparedText(source.text, () => logical);
}

/** The same of a text that may not have to be parsed: `logicalOf` gives its reading text when that is needed. */
export function preparedText(text: string, logicalOf: () => LogicalText): AnchorText {
  let full: number | null = null;
  let reading: Folded | null = null;
  let whole: Folded | null = null;
  const fullOnce = (): number => (full ??= fullLine(text.split('\n')));
  return {
    text,
    codePoints: codePointsOf(text),
    hash: hashOf(text),
    reading: () => (reading ??= foldLogical(logicalOf(), fullOnce())),
    whole: () => (whole ??= foldSource(text, fullOnce())),
  };
}

export function hashOf(text: string): string {
  return 'sha256:' + createHash('sha256').update(withLineFeeds(text)).digest('hex').slice(0, 32);
}

/** Where a source span lies in folded text; null for a span of white space. */
export function passageOf(text: AnchorText, span: Span): Passage | null {
  return passageIn(text.reading(), text, span) ?? passageIn(text.whole(), text, span);
}

/** The same in one folded text; null where that leaves out the span's first or last character. */
export function passageIn(folded: Folded, { text }: AnchorText, span: Span): Passage | null {
  let { start, end } = span;
  for (let skipped = 1; start < end && skipped > 0; start += skipped) skipped = tagLength(text, start) || Number(foldQuote(text.charAt(start)) === '');
  for (let skipped = 1; start < end && skipped > 0; end -= skipped) skipped = tagBefore(text, end) || Number(foldQuote(text.charAt(end - 1)) === '');
  if (start === end) return null;
  const from = firstAtOrAfter(folded.at, start);
  const to = firstAtOrAfter(folded.at, end);
  return folded.at[from] === start && folded.at[to - 1] === end - 1 ? { folded, start: from, end: to } : null;
}

function tagBefore(text: string, end: number): number {
  const from = text.charAt(end - 1) === '>' ? text.lastIndexOf('<', end) : -1;
  return from >= 0 && tagLength(text, from) === end - from ? end - from : 0;
}

/** The source span of a passage, from its first to its last character. */
export function spanOfPassage({ folded, start, end }: Passage): Span {
  return { start: folded.at[start] as number, end: (folded.at[end - 1] as number) + 1 };
}

/** Context reaches this far at least, then on to the end of the sentence, and this far at most (folded characters). */
const CONTEXT = 32;
const MOST_CONTEXT = 256;

/**
 * Quotes a span: code-point offsets, exact text, context on both sides. White space at the span's ends is left out.
 * Null for a span without any character. The context covers the rest of the sentence, so that a twin sentence with
 * another figure can be told from this one.
 */
export function quoteSpan(text: AnchorText, span: Span): Quote | null {
  const found = passageOf(text, { start: wholeCharacter(text.text, span.start), end: wholeCharacter(text.text, span.end) });
  if (found === null) return null;
  const { folded } = found;
  const { start, end } = spanOfPassage(found);
  const from = folded.at[contextStart(folded, found.start)] as number;
  const last = contextEnd(folded, found.end);
  const to = last > found.end ? (folded.at[last - 1] as number) + 1 : end;
  const sentence = spanOfPassage(sentenceOf(found, ends.line));
  return {
    exact: withLineFeeds(text.text.slice(start, end)),
    prefix: withLineFeeds(text.text.slice(wholeCharacter(text.text, from), start)),
    suffix: withLineFeeds(text.text.slice(end, Math.max(end, wholeCharacter(text.text, to)))),
    start: toCodePoint(text.codePoints, start),
    end: toCodePoint(text.codePoints, end),
    occurrences: occurrencesOf(text, found),
    sentence: [codePointsIn(text, sentence.start, start), codePointsIn(text, end, sentence.end)],
  };
}

function codePointsIn({ codePoints }: AnchorText, start: number, end: number): number {
  return toCodePoint(codePoints, end) - toCodePoint(codePoints, start);
}

function contextStart(folded: Folded, start: number): number {
  let i = start;
  while (i > 0 && start - i < MOST_CONTEXT && (start - i < CONTEXT || folded.boundary[i] !== ends.sentence)) i--;
  return i;
}

function contextEnd(folded: Folded, end: number): number {
  let i = end;
  while (i < folded.text.length && i - end < MOST_CONTEXT && (i - end < CONTEXT || folded.boundary[i] !== ends.sentence)) i++;
  return i;
}

/** The passage with the rest of the sentences it begins and ends in, or only of the line with `least` set to `ends.line`. */
export function sentenceOf({ folded, start, end }: Passage, least: number = ends.sentence): Passage {
  let from = start;
  while (from > 0 && start - from < MOST_CONTEXT && (folded.boundary[from] as number) < least) from--;
  let to = end;
  while (to < folded.text.length && to - end < MOST_CONTEXT && (folded.boundary[to] as number) < least) to++;
  return { folded, start: from, end: to };
}

/**
 * How often the passage's sentence stands in its text, running titles and front matter included; counting stops at
 * `MOST_COUNTED`. Linear in the text.
 */
export function occurrencesOf(text: AnchorText, passage: Passage): number {
  const { folded, start, end } = sentenceOf(passage, ends.line);
  const sentence = folded.text.slice(start, end);
  return Math.max(countOf(sentence, folded.text), countOf(sentence, text.whole().text));
}

function countOf(sentence: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(sentence); at >= 0 && count < MOST_COUNTED; at = text.indexOf(sentence, at + 1)) count++;
  return count;
}
const MOST_COUNTED = 99;

function firstAtOrAfter(at: Uint32Array, offset: number): number {
  return countWhile(at.length, (index) => (at[index] as number) < offset);
}
