import { diffArrays } from 'diff';
import type { Span } from '../text/span';
import { ends, type Folded } from './fold';
import { uniqueRuns, uniqueUnits, type Gap, type Run } from './seeds';

/** Sizes of the words by which two texts are laid side by side; small ones only where little is between two large ones. */
const SIZES = [24, 12, 6] as const;
const MOST_FOR_SMALL = 4000;
/** Gaps up to this length are compared character by character, with at most so many changes. */
const MOST_COMPARED = 1500;
const MOST_CHANGES = 300;
/** In there, fewer equal characters in a row than this are chance. */
const LEAST_RUN = 4;

/** Two texts side by side. */
export interface Alignment {
  /** For every character of the old text its place in the new one, -1 where it is gone. */
  readonly places: Int32Array;
  /** 1 for characters of the new text that stood in the old one, though it may be open where. */
  readonly old: Uint8Array;
}

/**
 * What stayed of a text, moved or not; each character of either text has one partner at most. First what stands once in
 * both texts, as far as it goes, then again within each gap; where two stretches claim the same text, they part at the
 * end of a sentence. Expected time linear, but for short gaps.
 */
export function aligned(before: Folded, after: Folded): Alignment {
  const result: Found = { runs: [], shared: [] };
  fill(before, after, { before: 0, beforeEnd: before.text.length, after: 0, afterEnd: after.text.length }, 0, result);
  const places = new Int32Array(before.text.length).fill(-1);
  const old = new Uint8Array(after.text.length);
  for (const { start, end } of result.shared) old.fill(1, start, end);
  for (const run of result.runs) {
    old.fill(1, run.after, run.after + run.length);
    for (let i = 0; i < run.length; i++) places[run.before + i] = run.after + i;
  }
  return { places, old };
}

interface Found {
  readonly runs: Run[];
  /** Stretches of the new text that two of the old one claim. */
  readonly shared: Span[];
}

function fill(before: Folded, after: Folded, gap: Gap, level: number, result: Found): void {
  const { beforeEnd, afterEnd } = gap;
  if (beforeEnd === gap.before || afterEnd === gap.after) return;
  const size = SIZES[level];
  if (size === undefined) {
    if (beforeEnd - gap.before <= MOST_COMPARED && afterEnd - gap.after <= MOST_COMPARED) byCharacters(before.text, after.text, gap, result.runs);
    return;
  }
  const isSmall = level > 0;
  const found = isSmall && Math.max(beforeEnd - gap.before, afterEnd - gap.after) > MOST_FOR_SMALL ? [] : uniqueRuns(before.text, after.text, gap, size);
  const whole = isSmall ? [] : uniqueUnits(before, after, gap);
  const runs = parted([...found, ...whole], before, after, result.shared);
  const kept = isSmall ? ascending(runs) : runs;
  if (kept.length === 0) {
    fill(before, after, gap, level + 1, result);
    return;
  }
  result.runs.push(...kept);
  for (const inner of gapsBetween(kept, gap)) fill(before, after, inner, level, result);
}

/** Stretches between two runs that follow each other in both texts, and before the first and behind the last. */
function gapsBetween(runs: readonly Run[], gap: Gap): Gap[] {
  const order = new Map([...runs].sort((a, b) => a.after - b.after).map((run, i) => [run, i]));
  const gaps: Gap[] = [];
  for (let i = 0; i <= runs.length; i++) {
    const [last, next] = [runs[i - 1], runs[i]];
    const follows = (last === undefined ? -1 : (order.get(last) as number)) + 1 === (next === undefined ? runs.length : order.get(next));
    if (!follows) continue;
    gaps.push({
      before: last === undefined ? gap.before : last.before + last.length, beforeEnd: next === undefined ? gap.beforeEnd : next.before,
      after: last === undefined ? gap.after : last.after + last.length, afterEnd: next === undefined ? gap.afterEnd : next.after,
    });
  }
  return gaps;
}

/** Runs that claim the same text of either side cut apart. */
function parted(runs: readonly Run[], before: Folded, after: Folded, shared: Span[]): Run[] {
  const different = new Map(runs.map((run) => [`${run.before} ${run.after}`, { ...run }]));
  const onOld = cutApart([...different.values()], 'before', before.boundary, []);
  return cutApart(onOld, 'after', after.boundary, shared).sort((a, b) => a.before - b.before);
}

interface OpenRun {
  before: number;
  after: number;
  length: number;
}

/**
 * Where two runs overlap on one side, the text there stands twice on the other: up to the first end of a sentence it
 * goes with the earlier run, from the last one on with the later; whole sentences between are nobody's.
 */
function cutApart(runs: OpenRun[], side: 'before' | 'after', boundary: Uint8Array, nobodys: Span[]): OpenRun[] {
  runs.sort((a, b) => a[side] - b[side] || b.length - a.length);
  const kept: OpenRun[] = [];
  for (const run of runs) {
    for (let last = kept[kept.length - 1]; last !== undefined && last[side] + last.length > run[side]; last = kept[kept.length - 1]) {
      const from = run[side];
      const to = last[side] + last.length;
      if (from + run.length <= to) {
        run.length = 0;
        break;
      }
      let first = -1;
      let final = -1;
      for (let i = from; i <= to; i++) {
        if (boundary[i] !== ends.sentence) continue;
        if (first < 0) first = i;
        final = i;
      }
      if (first < 0) first = final = last.length >= run.length ? to : from;
      if (first < final) nobodys.push({ start: first, end: final });
      const cut = final - run[side];
      run.before += cut;
      run.after += cut;
      run.length -= cut;
      last.length = first - last[side];
      if (last.length > 0) break;
      kept.pop();
    }
    if (run.length > 0) kept.push(run);
  }
  return kept;
}

/** The runs that follow each other in both texts: of all such choices the one with the most characters. */
function ascending(runs: readonly Run[]): Run[] {
  const best = runs.map((run) => run.length);
  const from = runs.map(() => -1);
  runs.forEach((run, i) => {
    for (let j = 0; j < i; j++) {
      const other = runs[j] as Run;
      if (other.after + other.length > run.after || (best[j] as number) + run.length <= (best[i] as number)) continue;
      best[i] = (best[j] as number) + run.length;
      from[i] = j;
    }
  });
  const chosen: Run[] = [];
  for (let at = best.indexOf(Math.max(...best)); at >= 0; at = from[at] as number) chosen.unshift(runs[at] as Run);
  return chosen;
}

/** Myers' O(ND) with a bound on D. */
function byCharacters(before: string, after: string, gap: Gap, result: Run[]): void {
  const changes = diffArrays(before.slice(gap.before, gap.beforeEnd).split(''), after.slice(gap.after, gap.afterEnd).split(''), { maxEditLength: MOST_CHANGES });
  let { before: at, after: place } = gap;
  for (const { added, removed, count } of changes ?? []) {
    const goesOn = (at === gap.before && place === gap.after) || (at + count === gap.beforeEnd && place + count === gap.afterEnd);
    if (!added && !removed && (count >= LEAST_RUN || goesOn)) result.push({ before: at, after: place, length: count });
    if (!added) at += count;
    if (!removed) place += count;
  }
}
