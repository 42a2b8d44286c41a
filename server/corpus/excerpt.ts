import { lastAtMost } from '../text/search';
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

interface Reader {
  /** The reading offset of a source offset. */
  readonly logicalOf: (source: number) => number;
  /** The character at a reading offset; "" between blocks and outside the text. */
  readonly char: (logical: number) => string;
}

/** Reads a source text in reading order. */
function readerOf(text: string, { logicalStarts, sourceStarts }: Pieces): Reader {
  let piece = 0;
  const holds = (logical: number): boolean =>
    (logicalStarts[piece] as number) <= logical && logical < (logicalStarts[piece + 1] ?? Number.POSITIVE_INFINITY);
  return {
    logicalOf(source) {
      const at = lastAtMost(sourceStarts, source);
      return (logicalStarts[at] as number) + Math.max(0, source - (sourceStarts[at] as number));
    },
    char(logical) {
      if (logical < 0) return '';
      if (!holds(logical)) piece = lastAtMost(logicalStarts, logical);
      const char = text.charAt((sourceStarts[piece] as number) + logical - (logicalStarts[piece] as number));
      return char === '\n' || char === '\r' ? '' : char;
    },
  };
}

function textBefore({ char }: Reader, logical: number, reach: number): string {
  let text = '';
  for (let at = logical - 1; ; at--) {
    const c = char(at);
    if (c === '' || sentenceEnds.includes(c)) break;
    if (text.length >= reach) return `…${text}`;
    text = c + text;
  }
  return text.replace(/^[\s”’」』）)》】"]+/, '');
}

function textAfter({ char }: Reader, logical: number, reach: number): string {
  let text = '';
  for (let at = logical; ; at++) {
    const c = char(at);
    if (c === '') break;
    text += c;
    if (sentenceEnds.includes(c)) {
      const next = char(at + 1);
      return next !== '' && closers.includes(next) ? text + next : text;
    }
    if (text.length >= reach) return `${text}…`;
  }
  return text.trimEnd();
}

/** Up to `reach` characters before a source offset as they read, paragraphs parted by "\n". Costs what it returns. */
export function readingBefore(text: string, pieces: Pieces, offset: number, reach: number): string {
  if (pieces.logicalStarts.length === 0) return text.slice(Math.max(0, offset - reach), offset);
  const reader = readerOf(text, pieces);
  const at = reader.logicalOf(offset);
  let before = '';
  for (let i = Math.max(0, at - reach); i < at; i++) before += reader.char(i) || '\n';
  return before;
}

/**
 * The sentence around `span` (source offsets of `text`), at most `reach` characters to each side of it, with "…" where
 * it was cut. Costs what it returns.
 */
export function excerptAt(text: string, pieces: Pieces, span: Span, reach: number): Excerpt {
  if (pieces.logicalStarts.length === 0) return { text: text.slice(span.start, span.end), start: 0, end: span.end - span.start };
  const reader = readerOf(text, pieces);
  const first = reader.logicalOf(span.start);
  const end = span.end > span.start ? Math.max(first, reader.logicalOf(span.end - 1) + 1) : first;
  const before = textBefore(reader, first, reach);
  let inside = '';
  for (let at = first; at < end; at++) inside += reader.char(at);
  return { text: before + inside + textAfter(reader, end, reach), start: before.length, end: before.length + inside.length };
}
