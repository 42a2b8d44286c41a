import search from 'approx-string-match';
import { factsOf, sameFacts } from './facts';
import { foldQuote, type Folded } from './fold';

/** A quote's context on one side, folded, read outward from the quote. */
export interface Side {
  readonly text: string;
  /** Indexes of `text` at which a line of the context begins, reading outward, ascending. */
  readonly lines: readonly number[];
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

export function sideBefore(prefix: string): Side {
  return sideOf(prefix.split('\n').reverse().map((line) => reversed(foldQuote(line))));
}

export function sideAfter(suffix: string): Side {
  return sideOf(suffix.split('\n').map(foldQuote));
}

function sideOf(lines: readonly string[]): Side {
  const starts: number[] = [];
  let text = '';
  for (const line of lines) {
    if (line !== '' && text !== '') starts.push(text.length);
    text += line;
  }
  return { text, lines: starts };
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
  const ended = (j: number): boolean => folded.boundary[edge + step * j] === 1;
  let i = 0;
  let j = 0;
  let matched = 0;
  let inSentence = -1;
  let skipped = 0;
  if (ended(0)) inSentence = 0;
  while (i < side.text.length) {
    if (side.text.charCodeAt(i) === folded.text.charCodeAt(from + step * j)) {
      i++;
      j++;
      matched++;
      if (inSentence < 0 && ended(j)) inSentence = matched;
      continue;
    }
    const next = skipped < MOST_SKIPPED && side.lines.includes(i) ? (side.lines.find((start) => start > i) ?? side.text.length) : i;
    if (next === i) break;
    skipped++;
    i = next;
  }
  const beyond = inSentence < 0 ? 0 : matched - inSentence;
  if (i === side.text.length && (skipped === 0 || matched > 0)) return { state: 'full', matched, beyond };
  if (inSentence >= 0 || ended(j)) return { state: 'bounded', matched, beyond };
  const rest = restOfSentence(folded, edge + step * j, step);
  return { state: isEdited(rest, side.text.slice(i), step) ? 'edited' : 'foreign', matched, beyond };
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
