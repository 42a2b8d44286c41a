import type { Draft, Line } from './draft';
import { endsSentence } from './sentenceEnd';

/** How a conversion cut the lines of a report. */
export interface Wrap {
  /** Right edge, in columns, of a full line; 0 when lines are paragraphs and are not cut. */
  readonly edge: number;
  /** Blank rows between two lines of one paragraph: 0, or 1 where every visual line stands apart. */
  readonly gap: number;
}

/** Columns short of the edge at which the lines of one wrap end: punctuation and Latin words do not break anywhere. */
const SLACK = 5;
/** A line that fills this share is full: a first line may have lost its indent, and letters are not of one width. */
const FULL_SHARE = 0.84;
const NEARLY_FULL_SHARE = 0.7;
const NARROWEST = 24;
const WIDEST = 160;

/** Lines at one edge that show a wrap by their number alone, and as few as do if they are cut in mid-sentence. */
const MANY = 8;
const FEW = 4;
const FEWEST_COLUMNS = 48;

/** Finds whether the lines are cut at a common right edge: many lines end there and hardly any beyond. Linear. */
export function wrapOf(draft: Draft): Wrap {
  const ends = new Uint32Array(WIDEST + 2);
  let total = 0;
  draft.lines.forEach((line, i) => {
    if (draft.kinds[i] !== null) return;
    const end = Math.min(WIDEST + 1, rightEdge(line));
    ends[end] = (ends[end] as number) + 1;
    total++;
  });
  let edge = 0;
  let best = 0;
  let beyond = 0;
  const mostBeyond = Math.max(2, total * 0.04);
  for (let end = WIDEST + 1; end >= NARROWEST; end--) {
    let here = 0;
    for (let e = Math.max(0, end - SLACK); e <= end && e <= WIDEST; e++) here += ends[e] as number;
    if (end <= WIDEST && here > best && beyond <= mostBeyond) {
      best = here;
      edge = end;
    }
    beyond += ends[end] as number;
  }
  if (best < total * 0.2 || (best < MANY && !isCutAt(draft, edge))) return { edge: 0, gap: 0 };
  return { edge, gap: gapOf(draft, edge) };
}

/** Of a short report: whether nearly all lines at the edge are wide and end within a sentence. */
function isCutAt(draft: Draft, edge: number): boolean {
  const full = draft.lines.filter((line, i) => draft.kinds[i] === null && rightEdge(line) <= edge && rightEdge(line) >= edge - SLACK);
  const cut = full.filter(({ width, words }) => width >= FEWEST_COLUMNS && !endsSentence(words));
  return cut.length >= FEW && cut.length >= full.length * 0.7;
}

export function rightEdge(line: Line): number {
  return line.indent + line.width;
}

export function isFull(wrap: Wrap, line: Line): boolean {
  return wrap.edge > 0 && rightEdge(line) >= wrap.edge * FULL_SHARE;
}

/** As long as the first line of a paragraph whose indent was lost, or one that many narrow letters shorten. */
export function isNearlyFull(wrap: Wrap, line: Line): boolean {
  return wrap.edge > 0 && rightEdge(line) >= wrap.edge * NEARLY_FULL_SHARE;
}

/** The usual number of blank rows below a full line. */
function gapOf(draft: Draft, edge: number): number {
  let tight = 0;
  let loose = 0;
  for (let i = 1; i < draft.lines.length; i++) {
    if (rightEdge(draft.lines[i - 1] as Line) < edge - SLACK) continue;
    if ((draft.lines[i] as Line).gap === 0) tight++;
    else loose++;
  }
  return loose > tight ? 1 : 0;
}
