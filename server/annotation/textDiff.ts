import { diffArrays } from 'diff';
import { ends, type Folded } from './fold';

/** `length` characters from `before` in the old text are the same as those from `after` in the new one. */
export interface Run {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

/** More sentences, clauses or characters changed than this within one change, and that change counts as rewritten. */
const MOST_SENTENCES = 1200;
const MOST_CLAUSES = 600;
const MOST_CHARACTERS = 300;
/** Inside a changed sentence, fewer equal characters in a row than this are chance. */
const LEAST_RUN = 4;

/**
 * What stayed of a text, as ascending runs: first by sentences and blocks, within what changed by clauses, within
 * those by characters. Myers' O(ND) with a bound on D at each step, so the cost is bounded too. Moved text counts as
 * removed and inserted.
 */
export function unchangedRuns(before: Folded, after: Folded): Run[] {
  const runs: Run[] = [];
  const head = commonHead(before.text, after.text);
  const tail = commonTail(before.text, after.text, head);
  push(runs, 0, 0, head);
  const sentences = diffArrays(sentencesOf(before, head, before.text.length - tail), sentencesOf(after, head, after.text.length - tail), { maxEditLength: MOST_SENTENCES });
  eachChange(sentences, { before: head, after: head }, (at, removed, added) => byClauses(runs, at, removed, added), (at, length) => push(runs, at.before, at.after, length));
  push(runs, before.text.length - tail, after.text.length - tail, tail);
  return runs;
}

function byClauses(runs: Run[], start: Place, before: string, after: string): void {
  const clauses = diffArrays(clausesOf(before), clausesOf(after), { maxEditLength: MOST_CLAUSES });
  eachChange(clauses, start, (at, removed, added) => byCharacters(runs, at, removed, added), (at, length) => pushLong(runs, at, length));
}

function byCharacters(runs: Run[], start: Place, before: string, after: string): void {
  const characters = diffArrays(before.split(''), after.split(''), { maxEditLength: MOST_CHARACTERS });
  eachChange(characters, start, () => undefined, (at, length) => pushLong(runs, at, length));
}

function pushLong(runs: Run[], at: Place, length: number): void {
  const last = runs[runs.length - 1];
  const goesOn = last !== undefined && last.before + last.length === at.before && last.after + last.length === at.after;
  if (length >= LEAST_RUN || goesOn) push(runs, at.before, at.after, length);
}

interface Place {
  readonly before: number;
  readonly after: number;
}

/** Walks over a diff: `changed` for each place where something was both removed and added, `same` for what stayed. */
function eachChange(
  changes: readonly { value: readonly string[]; added?: boolean; removed?: boolean }[] | undefined,
  start: Place,
  changed: (at: Place, removed: string, added: string) => void,
  same: (at: Place, length: number) => void,
): void {
  let { before, after } = start;
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '' && added !== '') changed({ before, after }, removed, added);
    before += removed.length;
    after += added.length;
    removed = added = '';
  };
  for (const change of changes ?? []) {
    const text = change.value.join('');
    if (change.removed === true) removed += text;
    else if (change.added === true) added += text;
    else {
      flush();
      same({ before, after }, text.length);
      before += text.length;
      after += text.length;
    }
  }
  flush();
}

function push(runs: Run[], before: number, after: number, length: number): void {
  if (length === 0) return;
  const last = runs[runs.length - 1];
  if (last !== undefined && last.before + last.length === before && last.after + last.length === after) {
    runs[runs.length - 1] = { ...last, length: last.length + length };
  } else runs.push({ before, after, length });
}

function sentencesOf(folded: Folded, from: number, to: number): string[] {
  const sentences: string[] = [];
  let start = from;
  for (let i = from + 1; i <= to; i++) {
    if (i < to && folded.boundary[i] === ends.nothing) continue;
    sentences.push(folded.text.slice(start, i));
    start = i;
  }
  return sentences;
}

function clausesOf(text: string): string[] {
  return text.match(/[^,、:;。!?]*[,、:;。!?]|[^,、:;。!?]+$/g) ?? [];
}

function commonHead(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let i = 0;
  while (i < most && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  return i;
}

function commonTail(a: string, b: string, head: number): number {
  const most = Math.min(a.length, b.length) - head;
  let i = 0;
  while (i < most && a.charCodeAt(a.length - 1 - i) === b.charCodeAt(b.length - 1 - i)) i++;
  return i;
}

/** For every character of the old text its place in the new one, -1 where it is gone. Linear. */
export function placesOf(runs: readonly Run[], beforeLength: number): Int32Array {
  const places = new Int32Array(beforeLength).fill(-1);
  for (const run of runs) for (let i = 0; i < run.length; i++) places[run.before + i] = run.after + i;
  return places;
}
