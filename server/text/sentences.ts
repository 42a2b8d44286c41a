import { isClosing, isDigit, isLatin, isSpace } from './chars';
import type { Span } from './span';

const STOPS = new Set('。！？!?；…'.split('').map((c) => c.charCodeAt(0)));

/**
 * The sentences of a logical text, in order and without the spaces around them: they end behind 。！？；… with the
 * brackets and quotes that close there, behind a Western full stop before a space, and with each block (line).
 * Offsets are those of `text`. Linear.
 */
export function sentencesOf(text: string, from = 0, to = text.length): Span[] {
  const sentences: Span[] = [];
  let start = from;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code !== 10 && !isStop(text, i)) continue;
    let end = i;
    if (code !== 10) {
      end = i + 1;
      while (end < to && (STOPS.has(text.charCodeAt(end)) || (isClosing(text.charCodeAt(end)) && text.charCodeAt(end) !== 10))) end++;
    }
    push(sentences, text, start, end);
    start = Math.max(end, i + 1);
    i = start - 1;
  }
  push(sentences, text, start, to);
  return sentences;
}

function isStop(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  if (STOPS.has(code)) return true;
  if (code !== 0x2e) return false;
  const before = text.charCodeAt(i - 1);
  const after = text.charCodeAt(i + 1);
  // "Inc. and", "1. Title" and initials go on; a word's stop before a capital or Chinese ends.
  return isLatin(before) && isLatin(text.charCodeAt(i - 2)) && isSpace(after) && !isDigit(before) && !/[a-z]/.test(text.charAt(i + 2));
}

function push(sentences: Span[], text: string, start: number, end: number): void {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  if (to > from) sentences.push({ start: from, end: to });
}

/** The sentence that holds `offset` of a logical text, or null between two. Reads no further than its block. */
export function sentenceAt(text: string, offset: number): Span | null {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', offset);
  const end = next < 0 ? text.length : next;
  return sentencesOf(text, start, end).find((sentence) => sentence.start <= offset && offset <= sentence.end) ?? null;
}
