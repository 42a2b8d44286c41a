import { ends, type Folded } from './fold';

/** `length` characters from `before` in the old text are the same as those from `after` in the new one. */
export interface Run {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

/** A stretch of the old text with the stretch of the new one that took its place. */
export interface Gap {
  readonly before: number;
  readonly beforeEnd: number;
  readonly after: number;
  readonly afterEnd: number;
}

/**
 * Longest equal stretches around all words of `size` characters that stand once in the gap's old text and once in its
 * new one, in the order of the old text; moved ones too. Expected time linear in the gap.
 * Source: maximal unique matches, Delcher et al., "Alignment of whole genomes", 1999.
 */
export function uniqueRuns(before: string, after: string, gap: Gap, size: number): Run[] {
  const old = new Map<number, number>();
  eachWord(before, gap.before, gap.beforeEnd, size, (hash, at) => old.set(hash, old.has(hash) ? -1 : at));
  // The other text may be far longer: only the words that are looked for are noted.
  const fresh = new Map<number, number>();
  eachWord(after, gap.after, gap.afterEnd, size, (hash, at) => void (old.has(hash) && fresh.set(hash, fresh.has(hash) ? -1 : at)));
  const runs: Run[] = [];
  let diagonal = NaN;
  let covered = -1;
  for (const [hash, at] of old) {
    const place = fresh.get(hash);
    if (at < 0 || place === undefined || place < 0) continue;
    if (place - at === diagonal && at < covered) continue;
    if (before.slice(at, at + size) !== after.slice(place, place + size)) continue;
    const run = extended(before, after, gap, at, place, size);
    runs.push(run);
    diagonal = run.after - run.before;
    covered = run.before + run.length;
  }
  return runs;
}

/** Lines, sentences and blocks at least this long are known by being whole. */
const LEAST_UNIT = 6;

/** The same around all lines, sentences and blocks that stand once in both. */
export function uniqueUnits(before: Folded, after: Folded, gap: Gap): Run[] {
  const old = unitsOf(before, gap.before, gap.beforeEnd);
  const fresh = unitsOf(after, gap.after, gap.afterEnd);
  return [...old].flatMap(([unit, at]) => {
    const place = fresh.get(unit);
    return at < 0 || place === undefined || place < 0 ? [] : [extended(before.text, after.text, gap, at, place, unit.length)];
  });
}

function unitsOf({ text, boundary }: Folded, start: number, end: number): Map<string, number> {
  const units = new Map<string, number>();
  let from = start;
  for (let i = start + 1; i <= end; i++) {
    if (i < end && boundary[i] === ends.nothing) continue;
    const unit = text.slice(from, i);
    if (unit.length >= LEAST_UNIT) units.set(unit, units.has(unit) ? -1 : from);
    from = i;
  }
  return units;
}

function extended(before: string, after: string, gap: Gap, at: number, place: number, size: number): Run {
  let start = 0;
  while (at - start > gap.before && place - start > gap.after && before.charCodeAt(at - start - 1) === after.charCodeAt(place - start - 1)) start++;
  let end = size;
  while (at + end < gap.beforeEnd && place + end < gap.afterEnd && before.charCodeAt(at + end) === after.charCodeAt(place + end)) end++;
  return { before: at - start, after: place - start, length: start + end };
}

/** Calls `each` with every word of a size: its hash (Rabin and Karp's) and where it begins. */
function eachWord(text: string, start: number, end: number, size: number, each: (hash: number, at: number) => void): void {
  let out = 1;
  for (let i = 0; i < size; i++) out = Math.imul(out, BASE);
  let hash = 0;
  for (let i = start; i < end; i++) {
    hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
    const from = i - size + 1;
    if (from > start) hash = (hash - Math.imul(out, text.charCodeAt(from - 1))) | 0;
    if (from >= start) each(hash, from);
  }
}
const BASE = 0x01000193;
