import { labelAt } from './captions';
import { coverage, squeeze } from './stem';
import type { TocLine } from './toc';

/** A heading as the contents may name it. */
export interface Place {
  readonly number: string | null;
  readonly stem: string;
  /** Where in the text it stands, from 0 to 1. */
  readonly at: number;
}

/** Share of an entry's character pairs that a rephrased title must hold to be the entry's by its words alone. */
const REPHRASED = 0.6;
/** The same where the entry's page speaks for the place too, which counts for up to `NEARNESS`. */
const NEAR_ENOUGH = 0.42;
const LEAST = 0.15;
const NEARNESS = 0.4;
/** Larger tables than this are not aligned. */
const MOST_PAIRS = 200_000;

/** How well an entry fits a place; 0 when it does not. */
type Fit = (entry: TocLine, stem: string, place: Place) => number;

/**
 * Entries without a number whose title was put otherwise in the text: fills the holes of `targets` (indexes of
 * places) with the alignment, in order between the entries that are linked, that covers most of the titles; then
 * once more with what the linked entries tell of where a page lies in the text.
 */
export function alignRest(entries: readonly TocLine[], targets: (number | null)[], places: readonly Place[], skip: (entry: number) => boolean): void {
  fillHoles(entries, targets, places, skip, (_, stem, place) => {
    const score = coverage(stem, place.stem);
    return score >= REPHRASED ? score : 0;
  });
  const atPage = pagesIn(entries, targets, places);
  if (atPage === null) return;
  fillHoles(entries, targets, places, skip, (entry, stem, place) => {
    const score = coverage(stem, place.stem);
    const near = NEARNESS * Math.max(0, 1 - 8 * Math.abs(atPage(Number(entry.page)) - place.at));
    return score >= LEAST && score + near >= NEAR_ENOUGH ? score + near : 0;
  });
}

function fillHoles(entries: readonly TocLine[], targets: (number | null)[], places: readonly Place[], skip: (entry: number) => boolean, fit: Fit): void {
  let low = 0;
  for (let from = 0; from < entries.length; ) {
    const target = targets[from];
    if (target !== null && target !== undefined) low = Math.max(low, target + 1);
    if (target !== null || skip(from)) {
      from++;
      continue;
    }
    let to = from;
    while (to < entries.length && targets[to] === null && !skip(to)) to++;
    const high = Math.max(low, targets[to] ?? places.length);
    if ((to - from) * (high - low) <= MOST_PAIRS) {
      align(entries.slice(from, to), places.slice(low, high), fit).forEach((found, n) => (targets[from + n] = found === null ? null : found + low));
    }
    from = to;
  }
}

/**
 * Where in the text a page begins, drawn through the entries that are linked: from the first entry behind the
 * contents in straight lines from one to the next. Null when that cannot be known.
 */
function pagesIn(entries: readonly TocLine[], targets: readonly (number | null)[], places: readonly Place[]): ((page: number) => number) | null {
  const known: { page: number; at: number }[] = [];
  entries.forEach((entry, e) => {
    const place = places[targets[e] ?? -1];
    const page = Number(entry.page ?? NaN);
    if (Number.isNaN(page) || (place !== undefined && place.at < 0)) return;
    if (place === undefined && known.length > 0) return;
    const last = known[known.length - 1];
    const at = place?.at ?? 0;
    if (last === undefined || (page > last.page && at > last.at)) known.push({ page, at });
  });
  if (known.length < 2) return null;
  return (page) => {
    const above = known.findIndex((point) => point.page >= page);
    const n = above < 0 ? known.length - 1 : Math.max(1, above);
    const [a, b] = [known[n - 1] as { page: number; at: number }, known[n] as { page: number; at: number }];
    return a.at + ((page - a.page) * (b.at - a.at)) / (b.page - a.page);
  };
}

/** The best order-keeping pairing, by dynamic programming as for a longest common subsequence. */
function align(entries: readonly TocLine[], places: readonly Place[], fit: Fit): (number | null)[] {
  const columns = places.length + 1;
  const pairs = pairScores(entries, places, fit);
  const scores = new Float64Array((entries.length + 1) * columns);
  for (let e = 1; e <= entries.length; e++) {
    for (let p = 1; p < columns; p++) {
      const pair = pairs[(e - 1) * places.length + p - 1] as number;
      const both = pair > 0 ? (scores[(e - 1) * columns + p - 1] as number) + pair : 0;
      scores[e * columns + p] = Math.max(both, scores[(e - 1) * columns + p] as number, scores[e * columns + p - 1] as number);
    }
  }
  const targets: (number | null)[] = entries.map(() => null);
  for (let e = entries.length, p = places.length; e > 0 && p > 0; ) {
    const score = scores[e * columns + p] as number;
    if (score === scores[e * columns + p - 1]) p--;
    else if (score === scores[(e - 1) * columns + p]) e--;
    else targets[--e] = --p;
  }
  return targets;
}

function pairScores(entries: readonly TocLine[], places: readonly Place[], fit: Fit): Float64Array {
  const pairs = new Float64Array(entries.length * places.length);
  entries.forEach((entry, e) => {
    if (entry.number !== null || labelAt(entry.title) !== null) return;
    const stem = squeeze(entry.title);
    places.forEach((place, p) => {
      if (place.number === null) pairs[e * places.length + p] = fit(entry, stem, place);
    });
  });
  return pairs;
}
