import type { SourceText } from '../text/source';
import { numberingAt, type Numbering } from './numbering';
import { marksOf, type Marks } from './marks';
import { isBlank, type Row } from './rows';
import type { BlockKind } from './model';

/** A row that holds text, with its markup and number read once. */
export interface Line extends Row {
  /** Index of the physical line. */
  readonly row: number;
  /** Blank rows directly above. */
  readonly gap: number;
  readonly marks: Marks;
  readonly numbering: Numbering | null;
  /** The words: without bullet, "#", bold marks; with the number. */
  readonly words: string;
}

/** The lines of a report, and what is known of each so far; later steps only look at lines no earlier step took. */
export interface Draft {
  readonly source: SourceText;
  readonly lines: readonly Line[];
  readonly kinds: (BlockKind | null)[];
}

/** Longest stretch of a line that is looked at for marks and numbers. */
const LOOKED_AT = 1000;

export function draftOf(source: SourceText, rows: readonly Row[]): Draft {
  const lines: Line[] = [];
  let gap = 0;
  rows.forEach((row, index) => {
    if (isBlank(row)) {
      gap++;
      return;
    }
    const head = row.text.length > LOOKED_AT ? row.text.slice(0, LOOKED_AT) : row.text;
    const marks = marksOf(head);
    const numbering = numberingAt(head, marks.from);
    lines.push({ ...row, row: index, gap, marks, numbering, words: head.slice(marks.from, marks.to) });
    gap = 0;
  });
  return { source, lines, kinds: new Array<BlockKind | null>(lines.length).fill(null) };
}
