import { isDigitLike, isFact } from './facts';
import { sentenceOf, type Passage } from './passage';
import type { Folded } from './fold';

/** Share of a sentence's characters that must have stayed for it to be the same sentence. */
const LEAST_KEPT = 0.6;
const LEAST_SHORT = 8;
const MOST_ERRORS = 0.1;

/**
 * Where a passage of the old text stands in the new one, by what the diff found unchanged (`places`, see textDiff.ts);
 * null when it, or a fact of its sentence, did not stay: then another sentence may have taken its place.
 */
export function keptPassage(passage: Passage, places: Int32Array, after: Folded): Passage | null {
  const { start, end, folded } = passage;
  const from = places[start] as number;
  const to = (places[end - 1] as number) + 1;
  if (from < 0 || to <= from) return null;
  const kept = countKept(places, start, end);
  const removed = end - start - kept;
  const inserted = to - from - kept;
  const allowed = end - start < LEAST_SHORT ? 0 : Math.floor((end - start) * MOST_ERRORS);
  if (removed + inserted > allowed) return null;
  if (inserted > 0 && insertsFacts(places, start, end, after.text)) return null;
  const sentence = sentenceOf(passage);
  if (countKept(places, sentence.start, sentence.end) < LEAST_KEPT * (sentence.end - sentence.start)) return null;
  if (!keepsFacts(places, sentence, folded.text, after.text)) return null;
  return { folded: after, start: from, end: to };
}

function countKept(places: Int32Array, start: number, end: number): number {
  let kept = 0;
  for (let i = start; i < end; i++) if ((places[i] as number) >= 0) kept++;
  return kept;
}

/** Every fact of the sentence stayed, and no digit came next to one of its numbers. */
function keepsFacts(places: Int32Array, { start, end }: Passage, before: string, after: string): boolean {
  for (let i = start; i < end; i++) {
    const c = before.charAt(i);
    if (!isFact(c)) continue;
    const place = places[i] as number;
    if (place < 0) return false;
    if (!isDigitLike(c)) continue;
    if (changesNumber(before.charAt(i + 1), after.charAt(place + 1)) || changesNumber(before.charAt(i - 1), after.charAt(place - 1))) return false;
  }
  return true;
}

function changesNumber(before: string, after: string): boolean {
  return before !== after && (isDigitLike(before) || isDigitLike(after));
}

function insertsFacts(places: Int32Array, start: number, end: number, after: string): boolean {
  let next = places[start] as number;
  for (let i = start; i < end; i++) {
    const place = places[i] as number;
    if (place < 0) continue;
    for (; next < place; next++) if (isFact(after.charAt(next))) return true;
    next = place + 1;
  }
  return false;
}
