import search from 'approx-string-match';
import { factsOf, sameFacts } from './facts';
import { isClosing } from '../text/chars';
import { endsSentence, foldQuote, type Folded } from './fold';
import type { Quote } from './model';

/** A quote's context on one side, folded, read outward from the quote. */
export interface Side {
  readonly text: string;
  /** Indexes of `text` at which a line of the context begins, reading outward, ascending; 0 where the quote ends its line. */
  readonly lines: readonly number[];
  /** True when the quote itself ends a sentence on this side. */
  readonly ended: boolean;
}

/**
 * How the surroundings of a candidate agree with the context on one side:
 * `full`: all of it; `bounded`: up to an end of a sentence or block; `edited`: the rest of the sentence has small
 * changes and the same facts; `foreign`: it is another sentence.
 */
export interface Agreement {
  readonly state: 'full' | 'bounded' | 'edited' | 'foreign';
  /** Characters that agree without a gap. */
  readonly matched: number;
  /** Those of them beyond the sentence that the quote stands in. */
  readonly beyond: number;
}

export function sideBefore(quote: Quote): Side {
  return sideOf(quote.prefix.split('\n').reverse().map((line) => reversed(foldQuote(line))), false);
}

export function sideAfter(quote: Quote): Side {
  return sideOf(quote.suffix.split('\n').map(foldQuote), endsSentence(quote.exact.trimEnd().charCodeAt(quote.exact.trimEnd().length - 1)));
}

function sideOf(lines: readonly string[], ended: boolean): Side {
  const starts: number[] = [];
  let text = '';
  for (const [i, line] of lines.entries()) {
    if (line !== '' && i > 0) starts.push(text.length);
    text += line;
  }
  return { text, lines: starts, ended };
}

/** Lines of the context that may be missing from the candidate: page numbers and running titles between two pages. */
const MOST_SKIPPED = 3;
/** Longest rest of a sentence that is compared, and the share of it that may differ. */
const MOST_REST = 160;
const REST_ERRORS = 0.15;

/**
 * Compares a side with the folded text from `edge` outward (`step` 1 or -1). Linear in what agrees, plus one
 * approximate comparison of the sentence's rest.
 */
export function agree(side: Side, folded: Folded, edge: number, step: 1 | -1): Agreement {
  const from = step === 1 ? edge : edge - 1;
  const bothEnd = (i: number, j: number): boolean => folded.boundary[edge + step * j] === 1 && endsAt(side, i, step);
  let i = 0;
  let j = 0;
  let matched = 0;
  let sentence = bothEnd(0, 0) ? 0 : -1;
  let skipped = 0;
  while (i < side.text.length) {
    if (side.text.charCodeAt(i) === folded.text.charCodeAt(from + step * j)) {
      i++;
      j++;
      matched++;
      if (sentence < 0 && bothEnd(i, j)) sentence = matched;
      continue;
    }
    const next = skipped < MOST_SKIPPED && side.lines.includes(i) ? (side.lines.find((start) => start > i) ?? i) : i;
    if (next === i) break;
    skipped++;
    i = next;
  }
  const beyond = sentence < 0 ? 0 : matched - sentence;
  if (i === side.text.length) return { state: 'full', matched, beyond };
  if (sentence >= 0) return { state: 'bounded', matched, beyond };
  const rest = restOfSentence(folded, edge + step * j, step);
  return { state: isEdited(rest, side.text.slice(i), step) ? 'edited' : 'foreign', matched, beyond };
}

/** True when a sentence or line ends in the context before its character `i`, reading outward. */
function endsAt(side: Side, i: number, step: 1 | -1): boolean {
  if (i === 0 && side.ended) return true;
  if (side.lines.includes(i) || i === side.text.length) return true;
  // Outward to the left the end of the sentence before comes first; to the right this sentence's own.
  const mark = side.text.charCodeAt(step === 1 ? i - 1 : i);
  return endsSentence(mark) || (isClosing(mark) && endsSentence(side.text.charCodeAt(step === 1 ? i - 2 : i + 1)));
}

/** From `at` outward to the end of the sentence. */
function restOfSentence(folded: Folded, at: number, step: 1 | -1): string {
  let to = at;
  while (Math.abs(to - at) < MOST_REST && to > 0 && to < folded.text.length && (to === at || folded.boundary[to] === 0)) to += step;
  return step === 1 ? folded.text.slice(at, to) : reversed(folded.text.slice(to, at));
}

/**
 * True when `rest` (of a candidate's sentence) and what the context has there are one text: a few changed characters
 * with the same facts, or something without facts put in or left out.
 */
function isEdited(rest: string, stored: string, step: 1 | -1): boolean {
  const forward = (text: string): string => (step === 1 ? text : reversed(text));
  const [shorter, longer] = rest.length <= stored.length ? [rest, stored] : [stored, rest];
  const errors = Math.floor(shorter.length * REST_ERRORS);
  const window = longer.slice(0, shorter.length + errors);
  const match = errors === 0 ? undefined : search(window, shorter, errors).find((found) => found.start <= errors);
  if (match !== undefined && sameFacts(forward(window.slice(0, match.end)), forward(shorter))) return true;
  return goesOnAfterInsertion(rest, stored, forward) || goesOnAfterInsertion(stored, rest, forward);
}

/** True when `short` goes on in `long` after some characters without facts, and stays with it for a while. */
function goesOnAfterInsertion(long: string, short: string, forward: (text: string) => string): boolean {
  const head = short.slice(0, RESUMED);
  if (head.length < LEAST_RESUMED) return false;
  const at = long.slice(0, MOST_INSERTED + head.length).indexOf(head);
  return at > 0 && factsOf(forward(long.slice(0, at))).length === 0;
}
/** Characters that must agree again after an insertion, and the longest insertion looked over. */
const RESUMED = 10;
const LEAST_RESUMED = 4;
const MOST_INSERTED = 40;

export function reversed(text: string): string {
  let result = '';
  for (let i = text.length - 1; i >= 0; i--) result += text.charAt(i);
  return result;
}
