import type { Span } from '../text/span';
import type { Pieces } from './model';

/** A sentence or a part of one, as it reads with line ends joined, and where in it the asked span lies. */
export interface Excerpt {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const sentenceEnds = '。！？!?；;';
const closers = '”’」』）)》】"';

function lastAtMost(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Reads the source text in reading order, one character at a time; "" between blocks and outside the text. */
function reader(text: string, { logicalStarts, sourceStarts }: Pieces) {
  let piece = 0;
  return {
    logicalOf(source: number): number {
      const at = lastAtMost(sourceStarts, source);
      return (logicalStarts[at] as number) + Math.max(0, source - (sourceStarts[at] as number));
    },
    char(logical: number): string {
      if (logical < 0) return '';
      const inPiece =
        (logicalStarts[piece] as number) <= logical && logical < (logicalStarts[piece + 1] ?? Number.POSITIVE_INFINITY);
      if (!inPiece) piece = lastAtMost(logicalStarts, logical);
      const char = text.charAt((sourceStarts[piece] as number) + logical - (logicalStarts[piece] as number));
      return char === '\n' || char === '\r' ? '' : char;
    },
  };
}

/**
 * The sentence around `span` (source offsets of `text`), at most `reach` characters to each side of it, with "…" where
 * it was cut. Costs what it returns.
 */
export function excerptAt(text: string, pieces: Pieces, span: Span, reach: number): Excerpt {
  if (pieces.logicalStarts.length === 0) return { text: text.slice(span.start, span.end), start: 0, end: span.end - span.start };
  const { char, logicalOf } = reader(text, pieces);
  const first = logicalOf(span.start);
  const last = Math.max(first, logicalOf(Math.max(span.start, span.end - 1)));
  let before = '';
  for (let at = first - 1; ; at--) {
    const c = char(at);
    if (c === '' || sentenceEnds.includes(c)) break;
    if (before.length >= reach) {
      before = `…${before}`;
      break;
    }
    before = c + before;
  }
  before = before.replace(/^[\s”’」』）)》】"]+/, '');
  let inside = '';
  for (let at = first; at <= last; at++) inside += char(at);
  let after = '';
  for (let at = last + 1; ; at++) {
    const c = char(at);
    if (c === '') break;
    after += c;
    if (sentenceEnds.includes(c)) {
      if (closers.includes(char(at + 1)) && char(at + 1) !== '') after += char(at + 1);
      break;
    }
    if (after.length >= reach) {
      after += '…';
      break;
    }
  }
  after = after.trimEnd();
  return { text: before + inside + after, start: before.length, end: before.length + inside.length };
}
