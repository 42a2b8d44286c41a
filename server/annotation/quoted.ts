import type { Span } from '../text/span';
import { codePointsOf, toUtf16 } from './codePoints';
import { foldSource, fullLine } from './fold';
import type { Quote, Target } from './model';
import type { AnchorText } from './passage';

/** What annotations tell of the text they were made on: their quotes with context, where those overlap in one piece. */
export interface QuotedText {
  readonly text: AnchorText;
  readonly spansOf: (target: Target) => readonly Span[] | null;
  /** A quote with the rest of its sentences, as far as they were noted; null where they were not. */
  readonly sentenceOf: (quote: Quote) => Span | null;
}

/** What stands before, between and behind the pieces, and in no report. */
export const UNKNOWN = '\0';

/** A stretch of the old text: code points from `start` on. */
interface Piece {
  readonly start: number;
  readonly characters: string[];
}

const GAP = `\n${UNKNOWN}\n`;

/**
 * Puts the old text together from all targets made on it, in the order it had. A quote whose context contradicts the
 * others, or that gives no position, is left out. Linear in quotes and context, after sorting.
 */
export function quotedText(targets: readonly Target[]): QuotedText {
  const quotes = targets.flatMap((target) => target.quotes).filter((quote) => quote.start >= 0 && quote.exact !== '');
  const fragments = quotes.map((quote) => ({ quote, ...fragmentOf(quote) })).sort((a, b) => a.start - b.start);
  const pieces: Piece[] = [];
  const places = new Map<Quote, { piece: number; start: number; end: number }>();
  for (const { quote, start, characters } of fragments) {
    const last = pieces[pieces.length - 1];
    const isNext = last === undefined || start > last.start + last.characters.length;
    if (isNext) pieces.push({ start, characters: [...characters] });
    else if (!takes(last, start, characters)) continue;
    const piece = pieces[pieces.length - 1] as Piece;
    places.set(quote, { piece: pieces.length - 1, start: quote.start - piece.start, end: quote.end - piece.start });
  }
  const offsets: number[] = [];
  let length = GAP.length;
  for (const { characters } of pieces) {
    offsets.push(length);
    length += characters.length + GAP.length;
  }
  const parts = pieces.map(({ characters }) => characters.join(''));
  const text = GAP + parts.join(GAP) + GAP;
  const codePoints = codePointsOf(text);
  // The first and last line of a piece are parts of lines, and where a page ends a paragraph is cut anywhere.
  const full = Math.min(MOST_FULL, fullLine(parts.flatMap((part) => part.split('\n').slice(1, -1))));
  const folded = foldSource(text, full);
  const spanOf = (quote: Quote, [before, after]: readonly [number, number] = [0, 0]): Span | null => {
    const place = places.get(quote);
    const offset = offsets[place?.piece ?? -1];
    if (place === undefined || offset === undefined) return null;
    return { start: toUtf16(codePoints, offset + place.start - before), end: toUtf16(codePoints, offset + place.end + after) };
  };
  return {
    text: { text, codePoints, hash: '', reading: () => folded, whole: () => folded },
    spansOf: (target) => {
      const spans = target.quotes.map((quote) => spanOf(quote));
      return spans.every((span) => span !== null) ? spans : null;
    },
    sentenceOf: (quote) => (quote.sentence === undefined ? null : spanOf(quote, quote.sentence)),
  };
}

/** A line of this length without a full stop may go on in the next one. */
const MOST_FULL = 60;

function fragmentOf({ exact, prefix, suffix, start }: Quote): { start: number; characters: string[] } {
  const before = [...prefix];
  return { start: start - before.length, characters: [...before, ...exact, ...suffix] };
}

/** Adds a fragment that begins within or right behind the piece; false where they say different things. */
function takes(piece: Piece, start: number, characters: readonly string[]): boolean {
  const from = start - piece.start;
  const overlap = Math.min(piece.characters.length - from, characters.length);
  for (let i = 0; i < overlap; i++) if (piece.characters[from + i] !== characters[i]) return false;
  for (let i = overlap; i < characters.length; i++) piece.characters.push(characters[i] as string);
  return true;
}
