import type { Span } from '../text/span';
import { toUtf16, withLineFeeds } from './codePoints';
import { ends, type Folded } from './fold';
import { isTold, keptPassage, MOST_APART } from './kept';
import type { Quote, Target } from './model';
import { occurrencesOf, passageIn, passageOf, sentenceOf, spanOfPassage, type AnchorText, type Passage } from './passage';
import { quotedText, type QuotedText } from './quoted';
import { candidatesOf, certain, foldedQuote, ranked, type Candidate } from './search';
import { aligned, type Alignment } from './align';

/** Where an annotation stands in a text. A whole-report annotation is anchored with no span. */
export type Anchor =
  | { readonly state: 'anchored'; readonly spans: readonly Span[] }
  | { readonly state: 'orphaned'; readonly proposals: readonly Span[] };

/** The text that anchors were last known on: its prepared text, for mapping them through what changed since. */
export interface Earlier {
  readonly text: AnchorText;
  /** Spans of the target's quotes in that text; null where it was an orphan there. */
  readonly spansOf: (target: Target) => readonly Span[] | null;
}

const MOST_PROPOSALS = 3;
/** Characters of quote and context that make an unchanged place in a changed text more than chance. */
const LEAST_IN_PLACE = 12;

/**
 * Makes the function that finds targets in `after`. The order: the place and hash it was made with; through what became
 * of the text before, `earlier`, or of what `others` tell of it: all targets of the report, whose quotes and contexts
 * are pieces of the old text; a search for the quote. Whatever stays in doubt is an orphan with its best places, best
 * first. Cost: comparing the texts and folding once; then O(log n) for what stands where it was or has moved as a whole,
 * a search of the text for the rest.
 */
export function anchorIn(after: AnchorText, earlier: Earlier | null = null, others: readonly Target[] = []): (target: Target) => Anchor {
  const known = earlier === null ? null : { ...earlier, moves: movesBetween(earlier.text, after) };
  const told = new Map<string | null, QuotedText & { moves: Moves }>();
  const toldOf = (target: Target): QuotedText & { moves: Moves } => {
    const hash = target.textHash;
    const made = told.get(hash) ?? tell(others.filter((other) => other.textHash === hash), target, after);
    told.set(hash, made);
    return made;
  };
  return (target) => {
    if (target.quotes.length === 0) return { state: 'anchored', spans: [] };
    const spans: Span[] = [];
    const before = known?.spansOf(target) ?? null;
    for (const [i, quote] of target.quotes.entries()) {
      const found = known !== null && before !== null ? moved(quote, after, known.moves, before[i] as Span, null) : unmoved(quote, target, after) ?? fromTold(quote, i, target);
      if ('proposals' in found) return { state: 'orphaned', proposals: found.proposals };
      spans.push(found.span);
    }
    return { state: 'anchored', spans };
  };
  function fromTold(quote: Quote, i: number, target: Target): Found {
    if (quote.exact === '') return { proposals: [] };
    const { moves, ...told } = toldOf(target);
    const span = told.spansOf(target)?.[i];
    return span === undefined ? searchQuote(quote, after, null) : moved(quote, after, moves, span, told);
  }
}

type Found = { readonly span: Span } | { readonly proposals: readonly Span[] };

function tell(others: readonly Target[], target: Target, after: AnchorText): QuotedText & { moves: Moves } {
  const told = quotedText(others.includes(target) ? others : [...others, target]);
  return { ...told, moves: movesBetween(told.text, after) };
}

function unmoved(quote: Quote, { textHash }: Target, after: AnchorText): Found | null {
  const isThere = quote.exact === '' ? textHash === after.hash : standsWhereItWas(quote, textHash, after);
  return isThere ? { span: positionSpan(quote, after) } : null;
}

/** Follows a passage of the old text; `told` where that is only what quotes tell, so that copies may stand elsewhere. */
function moved(quote: Quote, after: AnchorText, moves: Moves, before: Span, told: QuotedText | null): Found {
  const passage = passageOf(moves.before, before);
  if (passage === null) return searchQuote(quote, after, null);
  const around = spanOfPassage(sentenceOf(passage));
  const own = told === null ? spanOfPassage(sentenceOf(passage, ends.line)) : told.sentenceOf(quote) ?? around;
  const sentence = { start: Math.min(own.start, around.start), end: Math.max(own.end, around.end) };
  const occurrences = told !== null ? quote.occurrences : occurrencesOf(moves.before, passage);
  for (const layer of [moves.reading, moves.whole]) {
    const kept = keptIn(layer(), moves.before, { span: before, own, sentence, occurrences, isAll: told === null });
    if (kept !== null) return { span: spanOfPassage(kept) };
  }
  const layer = passage.folded === moves.before.reading() ? moves.reading() : moves.whole();
  const found = searchQuote({ ...quote, occurrences }, after, layer);
  // A copy that is found by its words alone may be another one.
  return 'span' in found && occurrences > 1 ? { proposals: [found.span] } : found;
}

/**
 * Of several equal sentences, one stays only together with text beside it; so does what is left of a sentence that lost
 * its beginning or end, where the rest stood elsewhere, too, and of a row of a table, where nobody knows: rows differ in one cell.
 */
function keptIn({ from, places, after }: Layer, before: AnchorText, { span, own, sentence, occurrences, isAll }: Followed): Passage | null {
  const [passage, unit, around] = [span, own, sentence].map((each) => passageIn(from, before, each));
  if (!passage || !unit || !around || !isTold(around, places, occurrences)) return null;
  const rest = restOf(unit, passage, places, after);
  const isWhole = rest.start === unit.start && rest.end === unit.end;
  const isUnknown = !isAll && before.text.slice(own.start, own.end).includes('\t');
  if (!isWhole && !isTold(rest, places, isUnknown ? Infinity : 1, false)) return null;
  return keptPassage(passage, unit, around, places, after);
}

/** A passage of the old text on its way into the new one. */
interface Followed {
  readonly span: Span;
  /** With the rest of its sentence within its block. */
  readonly own: Span;
  /** With all that may be of one sentence with it. */
  readonly sentence: Span;
  readonly occurrences: number;
  /** The old text is known as a whole, so that a copy would be seen. */
  readonly isAll: boolean;
}

/** A passage with what is left beside it of its sentence: what is gone, or has come far apart from it, is left out at both ends. */
function restOf({ folded, start, end }: Passage, passage: Passage, places: Int32Array, after: Folded): Passage {
  const reach = (from: number, to: number, step: 1 | -1): number => {
    let last = from;
    for (let i = from + step; step * (to - i) >= 0; i += step) {
      const apart = step * ((places[i] as number) - (places[last] as number));
      if ((places[i] as number) >= 0 && apart > 0 && apart <= Math.abs(i - last) + MOST_APART) last = i;
    }
    const [first, next, edge] = [Math.min(to, last + step), Math.max(to, last + step), places[last] as number];
    const left = folded.text.slice(first, next + 1);
    const beside = step === 1 ? after.text.slice(edge + 1, edge + 1 + BESIDE) : after.text.slice(Math.max(0, edge - BESIDE), edge);
    // A few characters on the far side of something put in are too few for a diff to see.
    return left.length <= MOST_UNSEEN && beside.includes(left) ? to : last;
  };
  return { folded, start: reach(passage.start, start, -1), end: reach(passage.end - 1, end - 1, 1) + 1 };
}

const MOST_UNSEEN = 5;
const BESIDE = 40;

/** True when the text is the one it was made on, or reads the same at its place and around it. */
function standsWhereItWas(quote: Quote, hash: string | null, after: AnchorText): boolean {
  if (quote.start < 0) return false;
  const { start, end } = positionSpan(quote, after);
  const text = (from: number, to: number): string => withLineFeeds(after.text.slice(Math.max(0, from), to));
  if (text(start, end) !== quote.exact) return false;
  if (hash !== null && hash === after.hash) return true;
  if (quote.exact.length + quote.prefix.length + quote.suffix.length < LEAST_IN_PLACE) return false;
  const room = 2 * Math.max(quote.prefix.length, quote.suffix.length);
  return text(start - room, start).endsWith(quote.prefix) && text(end, end + room).startsWith(quote.suffix);
}

function positionSpan(quote: Quote, after: AnchorText): Span {
  return { start: toUtf16(after.codePoints, quote.start), end: toUtf16(after.codePoints, quote.end) };
}

function searchQuote(quote: Quote, after: AnchorText, layer: Layer | null): Found {
  const folded = foldedQuote(quote);
  const near: { candidate: Candidate; text: Folded }[] = [];
  for (const text of layer === null ? [after.reading(), after.whole()] : [layer.after]) {
    if (text !== after.reading() && near.length > 0) break;
    for (const kind of ['identical', 'similar'] as const) {
      const candidates = candidatesOf(folded, text, kind);
      const free = layer === null ? candidates : candidates.filter((candidate) => !isOld(candidate, layer));
      // What the reading text leaves out (running titles, front matter) repeats: there more of the surroundings must fit.
      const found = certain(text === after.reading() ? folded : { ...folded, occurrences: 0 }, free);
      if (found !== null) return { span: spanOfPassage({ folded: text, ...found }) };
      near.push(...ranked(candidates).map((candidate) => ({ candidate, text })));
    }
  }
  return { proposals: proposalsOf(near) };
}

function proposalsOf(near: readonly { candidate: Candidate; text: Folded }[]): Span[] {
  const spans = new Map<number, Span>();
  for (const candidate of ranked(near.map((place) => place.candidate))) {
    const place = near.find((other) => other.candidate === candidate);
    if (place === undefined || spans.size === MOST_PROPOSALS) break;
    const span = spanOfPassage({ folded: place.text, ...candidate });
    if (!spans.has(span.start)) spans.set(span.start, span);
  }
  return [...spans.values()];
}

/** What became of one folded text in another. */
interface Layer extends Alignment {
  readonly from: Folded;
  readonly after: Folded;
}

interface Moves {
  readonly before: AnchorText;
  readonly reading: () => Layer;
  readonly whole: () => Layer;
}

function movesBetween(before: AnchorText, after: AnchorText): Moves {
  let reading: Layer | null = null;
  let whole: Layer | null = null;
  return {
    before,
    reading: () => (reading ??= layerOf(before.reading(), after.reading())),
    whole: () => (whole ??= layerOf(before.whole(), after.whole())),
  };
}

function layerOf(from: Folded, after: Folded): Layer {
  return { from, after, ...aligned(from, after) };
}

/** A place that was there before and is another passage's: the one looked for can only have moved into new text. */
function isOld({ start, end }: Candidate, { old }: Layer): boolean {
  for (let i = start; i < end; i++) if (old[i] === 0) return false;
  return true;
}
