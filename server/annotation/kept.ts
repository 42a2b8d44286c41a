import { factsOf, isDigitLike } from './facts';
import type { Folded } from './fold';
import type { Passage } from './passage';

/** Share of a sentence's characters that must have stayed for it to be the same sentence. */
const LEAST_KEPT = 0.6;
/** Only passages at least this long may have changed, by this share of their characters. */
const LEAST_CHANGED = 8;
const MOST_CHANGED = 0.1;

/**
 * Where a passage of the old text stands in the new one, by what the diff found unchanged (`places`, see textDiff.ts);
 * `sentence` is the passage with the rest of its sentence, in the same folded text. Null when too much of it changed, or any fact of its sentence: then another sentence may have taken its place.
 */
export function keptPassage(passage: Passage, sentence: Passage, places: Int32Array, after: Folded): Passage | null {
  const { start, end, folded } = passage;
  const from = places[start] as number;
  const to = (places[end - 1] as number) + 1;
  if (from < 0 || to <= from) return null;
  const kept = countKept(places, start, end);
  const allowed = end - start < LEAST_CHANGED ? 0 : Math.floor((end - start) * MOST_CHANGED);
  if (end - start - kept > allowed || to - from - kept > allowed) return null;
  if (countKept(places, sentence.start, sentence.end) < LEAST_KEPT * (sentence.end - sentence.start)) return null;
  if (!keepsFacts(places, sentence, folded.text, after.text) || insertsFacts(places, sentence, after.text)) return null;
  return { folded: after, start: from, end: to };
}

function countKept(places: Int32Array, start: number, end: number): number {
  let kept = 0;
  for (let i = start; i < end; i++) if ((places[i] as number) >= 0) kept++;
  return kept;
}

/** Every fact of the sentence stayed in one piece, and no digit came next to one of its numbers. */
function keepsFacts(places: Int32Array, { start, end }: Passage, before: string, after: string): boolean {
  return factsOf(before.slice(start, end)).every((fact) => {
    const from = start + fact.start;
    const place = places[from] as number;
    if (place < 0) return false;
    for (let i = 0; i < fact.text.length; i++) if (places[from + i] !== place + i) return false;
    const to = from + fact.text.length;
    return (
      !changesNumber(before.charAt(from), before.charAt(from - 1), after.charAt(place - 1)) &&
      !changesNumber(before.charAt(to - 1), before.charAt(to), after.charAt(place + fact.text.length))
    );
  });
}

function changesNumber(edge: string, before: string, after: string): boolean {
  return isDigitLike(edge) && before !== after && (isDigitLike(before) || isDigitLike(after));
}

/** True when something with a fact in it was put between two characters of the sentence. */
function insertsFacts(places: Int32Array, { start, end }: Passage, after: string): boolean {
  let next = -1;
  for (let i = start; i < end; i++) {
    const place = places[i] as number;
    if (place < 0) continue;
    if (next >= 0 && place > next && factsOf(after.slice(next, place)).length > 0) return true;
    next = place + 1;
  }
  return false;
}
