import { isSpace, widthOf } from '../text/chars';
import type { SourceText } from '../text/source';
import { marksOf, unmarked, type Marks } from './marks';
import type { BlockKind } from './model';
import { numberingAt, type Numbering } from './numbering';
import { squeeze } from './stem';

/** One physical line that holds text, as the recognisers of structure look at it: measured and read once. */
export interface Line {
  /** Trimmed span in the source. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Columns before the text and columns the text takes; wide characters count two. */
  readonly indent: number;
  readonly width: number;
  /** A form feed stands before the text: a page begins here. */
  readonly page: boolean;
  /** Blank lines directly above. */
  readonly gap: number;
  readonly marks: Marks;
  readonly numbering: Numbering | null;
  /** The words: without bullet, "#", bold marks; with the number. */
  readonly words: string;
  /** The words without their number, squeezed for comparison; empty for a line too long to be a title. */
  readonly stem: string;
}

/** The lines of a report, and what is known of each so far; later steps only look at lines no earlier step took. */
export interface Draft {
  readonly source: SourceText;
  readonly lines: readonly Line[];
  readonly kinds: (BlockKind | null)[];
}

/** Longest stretch of a line that is looked at for marks and numbers. */
const LOOKED_AT = 1000;
/** A line with more characters counts as endless: its columns are not measured. */
const MEASURED = 2000;
/** Columns of the longest line that is a heading by its underline. */
const WIDEST_TITLE = 100;
/** Characters of the longest line that can be a title. */
const LONGEST_TITLE = 150;

/** Cuts a source text into the lines that hold text. Linear. */
export function draftOf(source: SourceText): Draft {
  const { text, lineStarts } = source;
  const lines: Line[] = [];
  let gap = 0;
  for (let n = 0; n < lineStarts.length; n++) {
    const from = lineStarts[n] as number;
    let end = n + 1 < lineStarts.length ? (lineStarts[n + 1] as number) : text.length;
    let start = from;
    let page = false;
    while (start < end && isSpace(text.charCodeAt(start))) {
      if (text.charCodeAt(start) === 12) page = true;
      start++;
    }
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (start === end) {
      gap++;
      continue;
    }
    lines.push(readLine(text, from, start, end, page, gap));
    gap = 0;
  }
  for (const i of codeLines(lines)) lines[i] = { ...(lines[i] as Line), marks: unmarked((lines[i] as Line).text.length), numbering: null };
  const kinds = new Array<BlockKind | null>(lines.length).fill(null);
  lines.forEach((line, i) => {
    const level = line.gap === 0 ? underlineOf(line.text) : 0;
    const above = lines[i - 1];
    if (level === 0 || above === undefined || !canBeUnderlined(above, lines[i - 2])) return;
    lines[i - 1] = { ...above, marks: { ...above.marks, hashes: level } };
    kinds[i] = 'furniture';
  });
  return { source, lines, kinds };
}

/** Opens a block of code in a named language; a fence around a whole report names Markdown or nothing. */
const FENCE = /^```[ \t]?(?!markdown|md\b|te?xt|html)[a-z][a-z+#-]{0,15}$/i;

/** Indexes of the lines within fenced code, whose "#" heads nothing (CommonMark); a fence that nothing closes fences nothing. Linear. */
function codeLines(lines: readonly Line[]): number[] {
  const inside: number[] = [];
  for (let i = 0, last = lines.findLastIndex(({ text }) => text === '```'); i < last; i++) {
    if (!FENCE.test((lines[i] as Line).text)) continue;
    while ((lines[++i] as Line).text !== '```') inside.push(i);
  }
  return inside;
}

/** The level of the heading that a line underlines (setext headings of CommonMark), 0 where it is no underline. */
const underlineOf = (text: string): number => (/^={3,}$/.test(text) ? 1 : /^-{3,}$/.test(text) ? 2 : 0);

/** A line by itself that is no sentence, row or heading already. */
function canBeUnderlined({ marks, gap, width, text }: Line, before: Line | undefined): boolean {
  if (marks.hashes > 0 || marks.bullet !== null || width > WIDEST_TITLE || /[。；，、|｜]$|[|｜]/.test(text)) return false;
  return before === undefined || gap > 0 || underlineOf(before.text) > 0;
}

function readLine(source: string, from: number, start: number, end: number, page: boolean, gap: number): Line {
  const text = source.slice(start, end);
  const head = text.length > LOOKED_AT ? text.slice(0, LOOKED_AT) : text;
  const marks = marksOf(head);
  const numbering = numberingAt(head, marks.from, marks.hashes > 0 || (marks.bold && /^\d{1,2}[ \t]?[|｜丨]/.test(head.slice(marks.from))));
  const words = head.slice(marks.from, marks.to);
  return {
    start,
    end,
    text,
    indent: start === from ? 0 : widthOf(source, from, Math.min(start, from + MEASURED)),
    width: text.length > MEASURED ? text.length : widthOf(source, start, end),
    page,
    gap,
    marks,
    numbering,
    words,
    stem: text.length > LONGEST_TITLE ? '' : squeeze(numbering === null ? words : words.slice(numbering.length)),
  };
}
