import { factsOf, isDigitLike } from './facts';
import { ends, type Folded } from './fold';
import type { Passage } from './passage';
import { UNKNOWN } from './quoted';
import type { Span } from '../text/span';

/** Share of a sentence's characters that must have stayed for it to be the same sentence. */
const LEAST_KEPT = 0.6;
/** Only passages at least this long may have changed, by this share of their characters. */
const LEAST_CHANGED = 8;
const MOST_CHANGED = 0.1;

/**
 * Where a passage of the old text stands in the new one, by what the diff found unchanged (`places`, see textDiff.ts);
 * `own` is the passage with the rest of its sentence in
 * its block, `sentence` with all that may be of one sentence with it, in the same folded text. Null when too much of its
 * own sentence changed, or any fact of what may be: then another sentence may have taken its place.
 */
export function keptPassage(passage: Passage, own: Passage, sentence: Passage, places: Int32Array, after: Folded): Passage | null {
  const { start, end } = passage;
  const from = places[start] as number;
  const to = (places[end - 1] as number) + 1;
  if (from < 0 || to <= from) return null;
  const kept = countKept(places, start, end);
  const allowed = end - start < LEAST_CHANGED ? 0 : Math.floor((end - start) * MOST_CHANGED);
  if (end - start - kept > allowed || to - from - kept > allowed) return null;
  if (![own, ...outerSentences(own)].every((part) => countKept(places, part.start, part.end) >= LEAST_KEPT * (part.end - part.start))) return null;
  const parts = [own, ...linesBeside(own, sentence).filter((line) => !isJustGone(line, places))];
  if (!parts.every((part) => keepsFacts(places, part, after)) || insertsFacts(places, sentence, after.text)) return null;
  return { folded: after, start: from, end: to };
}

/** The first and the last one of several sentences. */
function outerSentences({ folded: { boundary }, start, end }: Passage): Span[] {
  let first = start + 1;
  while (first < end && boundary[first] !== ends.sentence) first++;
  let last = end - 1;
  while (last > start && boundary[last] !== ends.sentence) last--;
  return [{ start, end: first }, { start: last, end }];
}

/** The lines of a sentence before and behind what is surely of one sentence with the passage. */
function linesBeside(own: Passage, { folded, start, end }: Passage): Passage[] {
  const lines: Passage[] = [];
  for (const [from, to] of [[start, own.start], [own.end, end]] as const) {
    let first = from;
    for (let i = from + 1; i <= to; i++) {
      if (i < to && folded.boundary[i] === ends.nothing) continue;
      lines.push({ folded, start: first, end: i });
      first = i;
    }
  }
  return lines;
}

/** A line without figures that is gone as a whole was another one, a heading; one that states another figure now is not. */
function isJustGone({ folded, start, end }: Passage, places: Int32Array): boolean {
  return countKept(places, start, end) === 0 && !/[0-9〇零一二三四五六七八九十百千万亿两]/.test(folded.text.slice(start, end));
}

/** Characters beside a repeated stretch of which half must have stayed, and how far they may have come apart. */
const BESIDE = 16;
export const MOST_APART = 60;
const MOST_REPEATED = 2000;

/**
 * True when a sentence stands once in its text, or what tells its copies apart, before them or behind, is still beside
 * it; on both sides where it stood `occurrences` times and not all copies are in the folded text, or where it is not the
 * `whole` sentence: what tells it apart may be what it lost. Linear in the text.
 */
export function isTold(sentence: Passage, places: Int32Array, occurrences: number, whole = true): boolean {
  const { start, end } = sentence;
  const copies = copiesOf(sentence);
  if (copies.length === 0 && occurrences <= 1) return true;
  const text = sentence.folded.text;
  let before = 0;
  let behind = 0;
  for (const copy of copies) {
    let left = 0;
    while (left < MOST_REPEATED && copy - left > 0 && text.charCodeAt(start - left - 1) === text.charCodeAt(copy - left - 1)) left++;
    let right = 0;
    const to = copy + end - start;
    while (right < MOST_REPEATED && to + right < text.length && text.charCodeAt(end + right) === text.charCodeAt(to + right)) right++;
    before = Math.max(before, left);
    behind = Math.max(behind, right);
  }
  const near = (from: number, edge: number): boolean => {
    const place = places[edge] as number;
    const apart = MOST_APART + Math.abs(from - edge) / 2;
    let stayed = 0;
    for (let i = Math.max(0, from); i < Math.min(from + BESIDE, places.length); i++) {
      if ((places[i] as number) >= 0 && Math.abs((places[i] as number) - place - (i - edge)) <= apart) stayed++;
    }
    return place >= 0 && stayed >= BESIDE / 2;
  };
  const [above, below] = [near(start - before - BESIDE, start), near(end + behind, end - 1)];
  return !whole || occurrences - 1 > copies.length ? above && below : above || below;
}

const MOST_COPIES = 99;

function copiesOf({ folded: { text }, start, end }: Passage): number[] {
  const sentence = text.slice(start, end);
  const copies: number[] = [];
  for (let at = text.indexOf(sentence); at >= 0 && copies.length < MOST_COPIES; at = text.indexOf(sentence, at + 1)) if (at !== start) copies.push(at);
  return copies;
}

function countKept(places: Int32Array, start: number, end: number): number {
  let kept = 0;
  for (let i = start; i < end; i++) if ((places[i] as number) >= 0) kept++;
  return kept;
}

/** Every fact of the sentence stayed in one piece, and no digit came next to one of its numbers. */
function keepsFacts(places: Int32Array, { start, end, folded }: Passage, after: Folded): boolean {
  return factsOf(folded.text.slice(start, end)).every((fact) => {
    const from = start + fact.start;
    const place = places[from] as number;
    if (place < 0) return false;
    const { length } = fact.text;
    for (let i = 0; i < length; i++) if (places[from + i] !== place + i) return false;
    const edge = (at: number, before: string, now: string): boolean =>
      before !== UNKNOWN && before !== now && isDigitLike(fact.text.charAt(at)) && (isDigitLike(before) || isDigitLike(now));
    return (
      !edge(0, behind(folded, from - 1), behind(after, place - 1)) &&
      !edge(length - 1, ahead(folded, from + length), ahead(after, place + length))
    );
  });
}

/** The character at an offset, "" where a sentence ends between it and the next one. */
function behind({ text, boundary }: Folded, at: number): string {
  const character = text.charAt(at);
  return boundary[at + 1] === ends.sentence && character !== UNKNOWN ? '' : character;
}

/** The same for one that a sentence may begin with. */
function ahead({ text, boundary }: Folded, at: number): string {
  const character = text.charAt(at);
  return boundary[at] === ends.sentence && character !== UNKNOWN ? '' : character;
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
