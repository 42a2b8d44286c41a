import type { Draft, Line } from './draft';
import { glue } from './join';
import { squeeze } from './stem';
import { endsSentence } from './sentenceEnd';
import { isFull, isNearlyFull, type Wrap } from './wrap';

/** A draft with its wrap and the neighbours of each line, page furniture left out. */
export interface Context {
  readonly draft: Draft;
  readonly wrap: Wrap;
  /** Index of the line before and after each line, furniture left out; -1 or the number of lines at the ends. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** The words of the contents, squeezed; of long ones the beginning. */
  readonly contents: string;
}

/** Characters of the contents in which a title is looked for. */
const SEARCHED = 20_000;

export function contextOf(draft: Draft, wrap: Wrap): Context {
  const { length } = draft.lines;
  const before = new Int32Array(length);
  const after = new Int32Array(length);
  let last = -1;
  for (let i = 0; i < length; i++) {
    before[i] = last;
    if (draft.kinds[i] !== 'furniture') last = i;
  }
  last = length;
  for (let i = length - 1; i >= 0; i--) {
    after[i] = last;
    if (draft.kinds[i] !== 'furniture') last = i;
  }
  let contents = '';
  for (let i = 0; i < length && contents.length < SEARCHED; i++) if (draft.kinds[i] === 'tocEntry') contents += squeeze((draft.lines[i] as Line).words);
  return { draft, wrap, before, after, contents };
}

export function lineAt(context: Context, i: number): Line | undefined {
  return context.draft.lines[i];
}

/** True when page furniture stands between line `i` and the line before it, or a page begins with it. */
export function opensPage(context: Context, i: number): boolean {
  const before = context.before[i] as number;
  return before < i - 1 || (context.draft.lines[i] as Line).page;
}

/** True when line `i` was cut off the unfinished line before it. */
export function isRest(context: Context, i: number): boolean {
  const b = context.before[i] as number;
  if (b < 0) return false;
  const kind = context.draft.kinds[b];
  if (kind !== null && kind !== 'note' && kind !== 'source') return false;
  const line = context.draft.lines[i] as Line;
  const before = context.draft.lines[b] as Line;
  if (line.gap > context.wrap.gap + (opensPage(context, i) ? 3 : 0)) return false;
  return isFull(context.wrap, before) && !endsSentence(before.text);
}

/** What follows the line on its paragraph's next lines: at most `most` of them, each as its index. */
export function restOf(context: Context, i: number, most: number): number[] {
  const rest: number[] = [];
  let at = i;
  while (rest.length < most) {
    const line = context.draft.lines[at] as Line;
    const next = context.after[at] as number;
    const following = context.draft.lines[next];
    if (following === undefined || context.draft.kinds[next] !== null) break;
    if (isCutHeading(context, line, following) || isCutChapter(context, line, following)) {
      rest.push(next);
      at = next;
      continue;
    }
    if (endsSentence(line.text) || !(isFull(context.wrap, line) || isLeftOver(context, line, following))) break;
    if (following.gap > context.wrap.gap + (next > at + 1 ? 3 : 0)) break;
    if (following.numbering !== null && !following.numbering.bare && following.numbering.style !== '1.') break;
    if (following.marks.bullet !== null || following.marks.hashes > 0) break;
    rest.push(next);
    at = next;
  }
  return rest;
}

/** Columns of the longest end of a title that was too long for its line. */
const LEFT_OVER = 20;

function isLeftOver(context: Context, line: Line, next: Line): boolean {
  return isNearlyFull(context.wrap, line) && next.width <= LEFT_OVER && !/[：:。；，]|^[（(]/.test(next.words);
}

/** Characters on either side of a cut that the contents must have together. */
const SEAM = 4;
/** Columns of the shortest title that is too long for a line. */
const LONG_TITLE = 30;

/** A converter has marked both lines of one title as headings: it cannot end there, or the contents have them as one. */
export function isCutHeading({ contents }: Context, line: Line, next: Line): boolean {
  if (line.marks.hashes === 0 || next.marks.hashes !== line.marks.hashes || next.numbering !== null) return false;
  if (/[、，,和与及的]$/.test(line.words)) return true;
  return line.width >= LONG_TITLE && contents.includes(squeeze(line.words).slice(-SEAM) + squeeze(next.words).slice(0, SEAM));
}

/** A chapter's title of two clauses, set on two lines: 第四章 加快推进数字产业化， / 打造有竞争力的产业体系. */
function isCutChapter({ wrap }: Context, line: Line, next: Line): boolean {
  if (!/^第[分编篇卷部章节]/.test(line.numbering?.style ?? '') || !/[，、]$/.test(line.words) || next.gap > wrap.gap) return false;
  return next.numbering === null && next.marks.bullet === null && next.width <= LONGEST_CLAUSE && !/[。；，、：:]/.test(next.words);
}

/** Columns of a title's second clause. */
const LONGEST_CLAUSE = 60;

const NO_WORDS = (): ReadonlySet<string> => new Set();

/** The words of a line and of the lines that go on with it. */
export function joinedWords(context: Context, i: number, rest: readonly number[]): string {
  let text = (context.draft.lines[i] as Line).words;
  for (const n of rest) {
    const { words } = context.draft.lines[n] as Line;
    text += glue(text, words, NO_WORDS, false) + words;
  }
  return text;
}
