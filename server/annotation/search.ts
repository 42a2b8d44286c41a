import approximate from 'approx-string-match';
import { agree, sideAfter, sideBefore, type Agreement, type Side } from './context';
import { sameFacts } from './facts';
import { foldQuote, type Folded } from './fold';
import type { Quote } from './model';

/** A place where a quote could stand, in folded offsets. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** Differing characters within the quote. */
  readonly errors: number;
  readonly before: Agreement;
  readonly after: Agreement;
}

/** A quote folded once, for comparing it with many places. */
export interface FoldedQuote {
  readonly exact: string;
  /** The same without page numbers and running titles that stand between its lines. */
  readonly unpaged: readonly string[];
  readonly before: Side;
  readonly after: Side;
  readonly occurrences: number;
}

export function foldedQuote(quote: Quote): FoldedQuote {
  return { exact: foldQuote(quote.exact), unpaged: withoutPageBreaks(quote.exact), before: sideBefore(quote), after: sideAfter(quote), occurrences: quote.occurrences };
}

/** Only quotes at least this long may differ, and by this share of their characters. */
const LEAST_APPROXIMATE = 8;
const ERROR_SHARE = 0.1;
/** Characters of quote and agreeing context that make a place known, and how far the runner-up must stay behind. */
const LEAST_EVIDENCE = 12;
const LEAST_MARGIN = 6;
/** Characters of the quote's outermost line and its context that must agree at either end. */
const LEAST_AT_END = 6;
/** Agreement beyond the sentence that tells one of several equal sentences. */
const LEAST_BEYOND = 8;

/** All places that read like the quote: identical ones, or (for `errors` allowed) nearly identical ones with equal facts. */
export function candidatesOf(quote: FoldedQuote, folded: Folded, kind: 'identical' | 'similar'): Candidate[] {
  if (quote.exact === '') return [];
  const places = [quote.exact, ...quote.unpaged].flatMap((exact) => (kind === 'identical' ? identical : similar)(exact, folded.text));
  return places.map((place) => ({
    ...place,
    before: agree(quote.before, folded, place.start),
    after: agree(quote.after, folded, place.end),
  }));
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

function identical(exact: string, text: string): Place[] {
  const places: Place[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) places.push({ start: at, end: at + exact.length, errors: 0 });
  return places;
}

/**
 * Places within the allowed number k of errors: one of the k + 1 equal parts of the quote must stand there unchanged,
 * so only around those is searched, with Myers' bit-parallel algorithm.
 */
function similar(exact: string, text: string): Place[] {
  const errors = Math.floor(exact.length * ERROR_SHARE);
  if (exact.length < LEAST_APPROXIMATE || errors === 0) return [];
  const places = new Map<number, Place>();
  const size = Math.floor(exact.length / (errors + 1));
  for (let part = 0; part <= errors; part++) {
    const offset = part * size;
    const piece = exact.slice(offset, part === errors ? exact.length : offset + size);
    let searched = -1;
    for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) {
      const from = Math.max(0, at - offset - errors);
      if (from < searched) continue;
      searched = from + 1;
      const window = text.slice(from, from + exact.length + 2 * errors);
      for (const match of approximate(window, exact, errors)) {
        const place = withSameEnds({ start: from + match.start, end: from + match.end, errors: match.errors }, exact, text, errors);
        if (place === null || !sameFacts(text.slice(place.start, place.end), exact)) continue;
        const other = places.get(place.start);
        if (other === undefined || other.errors > place.errors) places.set(place.start, place);
      }
    }
  }
  return best([...places.values()]);
}

/** Characters at both ends that must be the quote's own. */
const SAME_ENDS = 2;

/**
 * The place cut to begin and end with the quote's own characters: where something was put in near an end, the fewest
 * errors are had by taking it for changed text. Null where the ends are not there.
 */
function withSameEnds(place: Place, exact: string, text: string, errors: number): Place | null {
  const start = nearest(text, exact.slice(0, SAME_ENDS), place.start, errors);
  const end = nearest(text, exact.slice(-SAME_ENDS), place.end - SAME_ENDS, errors);
  if (start < 0 || end < 0) return null;
  const length = end + SAME_ENDS - start;
  return Math.abs(length - exact.length) > errors ? null : { start, end: end + SAME_ENDS, errors: Math.max(place.errors, Math.abs(length - exact.length)) };
}

/** The offset nearest to `at`, no further than `reach`, at which `piece` stands; -1 where it does not. */
function nearest(text: string, piece: string, at: number, reach: number): number {
  for (let distance = 0; distance <= reach; distance++) {
    if (at >= distance && text.startsWith(piece, at - distance)) return at - distance;
    if (text.startsWith(piece, at + distance)) return at + distance;
  }
  return -1;
}

const LEAST_LEFT = 0.6;
const PAGE_NUMBER = /^[\s\-–—－·|/第共页0-9０-９ivxIVX]{1,14}$/;

/** The folded quote without lines that look like a page's end, alone or with the line before or after; [] where it has none. */
function withoutPageBreaks(exact: string): string[] {
  const lines = exact.split('\n').filter((line) => line.trim() !== '');
  const numbers = lines.flatMap((line, i) => (i > 0 && i < lines.length - 1 && /[0-9０-９]/.test(line) && PAGE_NUMBER.test(line) ? [i] : []));
  if (numbers.length === 0) return [];
  const without = (first: number, last: number): string =>
    foldQuote(lines.filter((_, i) => !numbers.some((number) => i >= number + first && i <= number + last)).join('\n'));
  // What is left must still be the quote, and not the running title alone.
  const least = LEAST_LEFT * foldQuote(exact).length;
  return [without(0, 0), without(0, 1), without(-1, 0)].filter((rest) => rest.length >= least);
}

/** Of overlapping places the one with the fewest errors. */
function best(places: readonly Place[]): Place[] {
  const kept: Place[] = [];
  for (const place of [...places].sort((a, b) => a.errors - b.errors || a.start - b.start)) {
    if (kept.every((other) => place.end <= other.start || other.end <= place.start)) kept.push(place);
  }
  return kept;
}

/** Best first: sentences that fit before others, then by agreeing context. */
export function ranked(candidates: readonly Candidate[]): Candidate[] {
  return [...candidates].sort((a, b) => Number(fits(b)) - Number(fits(a)) || weight(b) - weight(a) || a.start - b.start);
}

/** The one candidate that is beyond doubt, or null. */
export function certain(quote: FoldedQuote, candidates: readonly Candidate[]): Candidate | null {
  const [first, second] = ranked(candidates).filter(fits);
  if (first === undefined || !isKnown(quote, first)) return null;
  if (second !== undefined && weight(first) - weight(second) < LEAST_MARGIN) return null;
  return first;
}

/** Neither side shows another sentence. */
function fits(candidate: Candidate): boolean {
  return candidate.before.state !== 'foreign' && candidate.after.state !== 'foreign';
}

function isKnown(quote: FoldedQuote, { start, before, after, errors }: Candidate): boolean {
  const evidence = quote.exact.length - errors + before.matched + after.matched;
  const whole = before.state === 'full' && after.state === 'full';
  if (evidence < LEAST_EVIDENCE || !holds(before, quote.before, quote.exact.length) || !holds(after, quote.after, quote.exact.length)) return false;
  if (whole && before.matched > 0 && after.matched > 0) return true;
  if (quote.occurrences === 1) return true;
  // The top of a report is printed again as its running title: that is another place, whatever stands around it.
  if (quote.before.text === '' && start > 0) return false;
  // Of several equal sentences, what is around has to fit on both sides.
  return quote.occurrences > 1 ? reaches(before) && reaches(after) : reaches(before) || reaches(after);
}

/** Where a quote of several lines ends, enough must agree that its last line is not boilerplate from somewhere else. */
function holds(side: Agreement, { quoted }: Side, length: number): boolean {
  return side.state === 'full' || quoted === length || side.matched + quoted >= LEAST_AT_END;
}

function reaches(side: Agreement): boolean {
  return side.beyond >= LEAST_BEYOND || (side.state === 'full' && side.matched >= LEAST_EVIDENCE);
}

function weight(candidate: Candidate): number {
  return candidate.before.matched + candidate.after.matched - 4 * candidate.errors;
}
