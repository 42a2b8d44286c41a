import { diffArrays, diffChars } from 'diff';

/** `length` characters from `before` in the old text are the same as those from `after` in the new one. */
export interface Run {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

/** More sentences changed than this, or more characters within one change, and the rest counts as rewritten. */
const MOST_SENTENCES = 1200;
const MOST_CHARACTERS = 400;
/** Inside a change, fewer equal characters in a row than this are chance. */
const LEAST_RUN = 4;

/**
 * What stayed of a text, as ascending runs. First by sentences, then by characters inside what changed:
 * Myers' O(ND) with a bound on D, so the cost is bounded too. Moved text counts as removed and inserted.
 */
export function unchangedRuns(before: string, after: string): Run[] {
  const runs: Run[] = [];
  const head = commonHead(before, after);
  const tail = commonTail(before, after, head);
  push(runs, 0, 0, head);
  const changes = diffArrays(sentencesOf(before, head, before.length - tail), sentencesOf(after, head, after.length - tail), { maxEditLength: MOST_SENTENCES });
  let a = head;
  let b = head;
  let removed = '';
  let added = '';
  for (const change of changes ?? []) {
    const text = change.value.join('');
    if (change.removed) removed += text;
    else if (change.added) added += text;
    else {
      pushHunk(runs, a, b, removed, added);
      a += removed.length;
      b += added.length;
      removed = added = '';
      push(runs, a, b, text.length);
      a += text.length;
      b += text.length;
    }
  }
  pushHunk(runs, a, b, removed, added);
  push(runs, before.length - tail, after.length - tail, tail);
  return runs;
}

function pushHunk(runs: Run[], before: number, after: number, removed: string, added: string): void {
  if (removed === '' || added === '') return;
  let a = before;
  let b = after;
  for (const change of diffChars(removed, added, { maxEditLength: MOST_CHARACTERS }) ?? []) {
    if (change.removed) a += change.value.length;
    else if (change.added) b += change.value.length;
    else {
      if (change.value.length >= LEAST_RUN) push(runs, a, b, change.value.length);
      a += change.value.length;
      b += change.value.length;
    }
  }
}

function push(runs: Run[], before: number, after: number, length: number): void {
  if (length === 0) return;
  const last = runs[runs.length - 1];
  if (last !== undefined && last.before + last.length === before && last.after + last.length === after) {
    runs[runs.length - 1] = { ...last, length: last.length + length };
  } else runs.push({ before, after, length });
}

const SENTENCE = /[^。!?;]*[。!?;]|[^。!?;]+$/g;
function sentencesOf(text: string, from: number, to: number): string[] {
  return text.slice(from, to).match(SENTENCE) ?? [];
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
