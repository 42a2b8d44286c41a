import { isClosing } from '../text/chars';
import { factsOf } from './facts';
import { ends, endsSentence, foldQuote, fullLine, startsItem, type Folded } from './fold';
import type { Quote } from './model';

/** A quote's context on one side, folded, read outward from the quote. */
export interface Side {
  readonly text: string;
  /** 1 leads away to the right, -1 to the left. */
  readonly step: 1 | -1;
  /** Where lines of the context begin in `text`, ascending; 0 where the quote ends its line. */
  readonly lines: readonly number[];
  /** Those of them before which a line surely ends: rows of a table, items of a list. */
  readonly sure: readonly number[];
  /** Characters of the quote in its line next to the context. */
  readonly quoted: number;
  /** Length of that line as far as it is known before this side begins. */
  readonly line: number;
  /** Length from which a line may be a wrapped one. */
  readonly full: number;
  /** True when the quote itself ends a sentence on this side. */
  readonly ended: boolean;
}

/**
 * How the surroundings of a candidate agree with the context on one side:
 * `full`: all of it; `bounded`: up to an end of a sentence or block; `edited`: the same, but for some words put in,
 * left out or changed that state no fact; `foreign`: it is another sentence.
 */
export interface Agreement {
  readonly state: 'full' | 'bounded' | 'edited' | 'foreign';
  /** Characters that agree, less a penalty for changes. */
  readonly matched: number;
  /** Those of them beyond the sentence that the quote stands in. */
  readonly beyond: number;
}

export function sideBefore(quote: Quote): Side {
  const quoted = foldQuote(quote.exact.split('\n')[0] ?? '').length;
  return { ...linesOf(quote.prefix.split('\n').reverse(), -1), step: -1, quoted, line: quoted, full: fullOf(quote), ended: false };
}

export function sideAfter(quote: Quote): Side {
  const exact = quote.exact.trimEnd();
  const upToEnd = exact.includes('\n') ? exact : quote.prefix + exact;
  const quoted = foldQuote(exact.slice(exact.lastIndexOf('\n') + 1)).length;
  const line = foldQuote(upToEnd.slice(upToEnd.lastIndexOf('\n') + 1)).length;
  return { ...linesOf(quote.suffix.split('\n'), 1), step: 1, quoted, line, full: fullOf(quote), ended: endsSentence(exact.charCodeAt(exact.length - 1)) };
}

function fullOf({ prefix, exact, suffix }: Quote): number {
  return fullLine((prefix + exact + suffix).split('\n'));
}

function linesOf(lines: readonly string[], step: 1 | -1): Pick<Side, 'text' | 'lines' | 'sure'> {
  const starts: number[] = [];
  const sure: number[] = [];
  let text = '';
  let before = lines[0] ?? '';
  for (const [i, line] of lines.entries()) {
    const folded = foldQuote(line);
    if (folded !== '' && i > 0) {
      starts.push(text.length);
      const [upper, lower] = step === 1 ? [before, line] : [line, before];
      if (upper.includes('\t') || startsItem(lower)) sure.push(text.length);
    }
    if (folded !== '') before = line;
    text += step === 1 ? folded : reversed(folded);
  }
  return { text, lines: starts, sure };
}

/** Lines of the context that may be missing from the candidate: page numbers and running titles between two pages. */
const MOST_SKIPPED = 3;
/** Changes within one sentence, and what each takes away from what agrees besides its own length. */
const MOST_CHANGES = 4;
const CHANGE = 2;
/** This many characters agreeing by chance behind the end of a line do not make it one sentence with the next. */
const LEAST_RUN = 4;
/** Agreement after which the last few characters of a context may be missing. */
const LEAST_KNOWN = 12;

/** Compares a side with the folded text from `edge` outward. Linear in what agrees. */
export function agree(side: Side, folded: Folded, edge: number): Agreement {
  const { step } = side;
  const from = step === 1 ? edge : edge - 1;
  let i = 0;
  let j = 0;
  let skipped = 0;
  let changes = 0;
  let penalty = 0;
  let matched = 0;
  /** Characters that had agreed where the sentence ended first, and where a line ended last; -1 before. */
  let sentence = -1;
  let line = -1;
  let certain = false;
  for (;;) {
    const end = folded.boundary[edge + step * j];
    if (!certain && end !== ends.nothing) {
      certain = end === ends.sentence && isEnd(side, i);
      if (certain || side.lines.includes(i)) line = matched;
      if (certain || (sentence < 0 && line >= 0)) sentence = matched;
    }
    if (i === side.text.length) break;
    if (side.text.charCodeAt(i) === folded.text.charCodeAt(from + step * j)) {
      i++;
      j++;
      matched++;
      continue;
    }
    const next = skipped < MOST_SKIPPED && side.lines.includes(i) ? side.lines.find((start) => start > i) : undefined;
    if (next !== undefined) {
      skipped++;
      i = next;
      continue;
    }
    // Where another sentence surely begins or ends, nothing was put in or left out of this one.
    const change = certain || end === ends.sentence || changes === MOST_CHANGES ? null : changeAt(side, i, outward(folded, edge + step * j, step));
    if (change === null) {
      // Too few characters are left to go on with; without a fact among them they decide nothing, but where a sentence begins or ends there.
      if (end !== ends.sentence && matched >= LEAST_KNOWN && side.text.length - i < LEAST_RESUMED && !hasFacts(side.text.slice(i), step)) {
        changes++;
        i = side.text.length;
      }
      break;
    }
    changes++;
    penalty += CHANGE + Math.max(change.stored, change.found);
    i += change.stored;
    j += change.found;
  }
  const beyond = sentence < 0 ? 0 : matched - sentence;
  // Where the context ends because the text did, or because nobody noted one, nothing was compared.
  const state = side.text !== '' && i === side.text.length ? 'full' : certain || (line >= 0 && matched - line < LEAST_RUN) ? 'bounded' : 'foreign';
  const result = state !== 'foreign' && changes > 0 ? 'edited' : state;
  return { state: result, matched: Math.max(0, matched - penalty), beyond };
}

/** True when a sentence, or a line too short to be a wrapped one, surely ends in the context before its character `i`. */
function isEnd(side: Side, i: number): boolean {
  const { text, step, lines } = side;
  if (i === 0 && side.ended) return true;
  // Outward to the left the end of the sentence before comes first; to the right this sentence's own.
  const at = step === 1 ? i - 1 : i;
  const mark = text.charCodeAt(at);
  if (endsSentence(mark) || (isClosing(mark) && endsSentence(text.charCodeAt(at - step)))) return true;
  if (!lines.includes(i)) return false;
  if (side.sure.includes(i)) return true;
  const before = [...lines].reverse().find((start) => start < i);
  const upper = step === -1 ? (lines.find((start) => start > i) ?? text.length) - i : before === undefined ? i + side.line : i - before;
  return upper < side.full;
}

/** Characters that must agree again after a change; longest words put in or left out; longest replaced ones. */
const RESUMED = 5;
const LEAST_RESUMED = 4;
const MOST_WORDS = 24;
const MOST_REPLACED = 3;

/** A change without facts after which context and candidate agree again: characters to pass in each; null if there is none. */
function changeAt({ text, step }: Side, i: number, found: string): { stored: number; found: number } | null {
  const stored = text.slice(i, i + MOST_WORDS + RESUMED);
  const facts = (piece: string): boolean => hasFacts(piece, step);
  for (let passed = 0; passed <= MOST_REPLACED; passed++) {
    const inFound = resumes(stored, passed, found);
    if (inFound >= 0 && !facts(stored.slice(0, passed)) && !facts(found.slice(0, inFound))) return { stored: passed, found: inFound };
    const inStored = resumes(found, passed, stored);
    if (inStored >= 0 && !facts(found.slice(0, passed)) && !facts(stored.slice(0, inStored))) return { stored: inStored, found: passed };
  }
  return null;
}

function hasFacts(outwardText: string, step: 1 | -1): boolean {
  return factsOf(step === 1 ? outwardText : reversed(outwardText)).length > 0;
}

/** Where `other` goes on with what `text` has behind `passed` characters; -1 where it does not. */
function resumes(text: string, passed: number, other: string): number {
  const head = text.slice(passed, passed + RESUMED);
  return head.length < LEAST_RESUMED ? -1 : other.indexOf(head);
}

function outward(folded: Folded, at: number, step: 1 | -1): string {
  const length = MOST_WORDS + RESUMED;
  return step === 1 ? folded.text.slice(at, at + length) : reversed(folded.text.slice(Math.max(0, at - length), at));
}

function reversed(text: string): string {
  let result = '';
  for (let i = text.length - 1; i >= 0; i--) result += text.charAt(i);
  return result;
}
