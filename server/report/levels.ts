import type { Candidate } from './candidate';

/**
 * Where the usual Chinese order of numbers puts a key. Only a prior: what the document itself shows goes first.
 * Keys without a rank (bold, bullet, plain lines) stand under whatever they follow.
 */
const RANKS: Readonly<Record<string, number>> = {
  slide: 10, 'slide part': 20,
  第编: 10, 第卷: 10, 第分编: 11, 第篇: 12, part: 12, 第部分: 14, 第单元: 20, 'B.': 20, 第讲: 30, 第课: 30, 第章: 30, '§': 30, chapter: 30, 附录: 30, 附件: 30, appendix: 30, toc: 29, matter: 30, 'toc inner': 41,
  第节: 40, section: 40, '【】': 42, 'I.': 45, 'inner matter': 49, '一、': 50, '（一）': 60, 'A.': 65, '1.': 70, '（1）': 80, '1）': 82, '（A）': 83, '⑴': 84, 'a.': 85, '（a）': 86, 'a）': 87, '①': 90, 第条: 100,
};
/** The same among plain lines. */
const PLAIN: Readonly<Record<string, number>> = { 'plain over': 1, 'plain long': 2, plain: 3, 'plain list': 4, entry: 5 };
/** Rank of "1.1". */
const DOTTED = 48;
/** Rank of the lowest heading that stands beside a box and not in it. */
const BOXED = 60;
/** How far ahead a series is looked for. */
const LOOK_AHEAD = 160;

interface Open {
  readonly key: string;
  readonly path: readonly number[] | null;
  readonly value: number | null;
}

/**
 * Levels, from 1, by the nesting of the document's own series: a key that is open is returned to, one that is not
 * goes below; which of two keys is the higher is learnt from where they stood before, from whether the open series
 * goes on later, and last from the usual order. Linear but for a bounded look ahead.
 */
export function levelsOf(candidates: readonly Candidate[]): number[] {
  const keys = keysOf(candidates);
  const ancestors = new Map<string, Set<string>>();
  const top = topKeyOf(keys, headsOfDotted.find((key) => headsDotted(candidates, key)) ?? null);
  const open: Open[] = [];
  return candidates.map((candidate, i) => {
    const key = keys[i] as string;
    closeFor(candidates, keys, i, open, ancestors, top);
    const above = ancestors.get(key) ?? new Set<string>();
    for (const entry of open) if (entry.key !== key) above.add(entry.key);
    ancestors.set(key, above);
    open.push({ key, path: candidate.path, value: candidate.value });
    return open.length;
  });
}

/** Names in thick brackets head the parts of a digest where they come first; else they stand under what they follow. */
function keysOf(candidates: readonly Candidate[]): string[] {
  const keys = candidates.map((candidate) => candidate.key);
  return keys.find((key) => !isBeside(key)) === '【】' ? keys : keys.map((key) => (key === '【】' ? 'bracketed' : key));
}

/** Keys whose number may be the first part of dotted ones. */
const headsOfDotted: readonly string[] = ['1.', '一、'];

/** "1" (or "一、") over "1.1" and "1.2", "2" over "2.1": numbers of one key that are the first part of dotted ones. */
function headsDotted(candidates: readonly Candidate[], head: string): boolean {
  let plain: number | null = null;
  let agree = 0;
  let differ = 0;
  for (const { key, value, path } of candidates) {
    if (key === head) plain = value;
    if (path === null || path.length !== 2 || path[1] !== 1) continue;
    if (plain === path[0]) agree++;
    else differ++;
  }
  return agree > differ;
}

/** The highest kind of number in the document. */
function topKeyOf(keys: readonly string[], headOfDotted: string | null): string | null {
  let top: string | null = null;
  if (headOfDotted !== null && !keys.some((key) => !isBeside(key) && (rankOf(key) ?? Infinity) < DOTTED)) return headOfDotted;
  for (const key of new Set(keys)) {
    if (isBeside(key)) continue;
    const rank = rankOf(key);
    if (rank !== null && (top === null || rank < (rankOf(top) ?? Infinity))) top = key;
  }
  return top;
}

/** Kinds that stand beside the numbered order. */
function isBeside(key: string): boolean {
  return key === 'matter' || key.startsWith('toc') || key.startsWith('附');
}

function rankOf(key: string): number | null {
  if (key.startsWith('#')) return Number(key.slice(1));
  if (key.startsWith('1.1/')) return DOTTED - 2 + Number(key.slice(4));
  return RANKS[key] ?? null;
}

/** Closes what `candidates[i]` does not stand under. */
function closeFor(candidates: readonly Candidate[], keys: readonly string[], i: number, open: Open[], ancestors: ReadonlyMap<string, ReadonlySet<string>>, top: string | null): void {
  const key = keys[i] as string;
  const { value } = candidates[i] as Candidate;
  const at = open.findLastIndex((entry) => entry.key === key);
  if (key === 'matter' || key === top) {
    if (at < 0 || value !== 1 || !restartsInside(candidates, keys, i, open, at)) open.length = Math.max(0, at);
    if (at < 0) open.length = 0;
    return;
  }
  if (at >= 0) {
    const outer = outerSeries(open, key, value, at);
    if (value === 1 && restartsInside(candidates, keys, i, open, at)) return;
    open.length = outer;
    return;
  }
  while (open.length > 0 && isAbove(candidates, keys, i, open, ancestors, top)) open.pop();
}

/** When one key is open twice, the entry whose series this value goes on with. */
function outerSeries(open: readonly Open[], key: string, value: number | null, at: number): number {
  if (value === null) return at;
  for (let n = at; n >= 0; n--) {
    const entry = open[n] as Open;
    if (entry.key === key && entry.value !== null && entry.value + 1 === value) return n;
  }
  return at;
}

/** A series that begins anew while the one it would close goes on after it stands inside that one. */
function restartsInside(candidates: readonly Candidate[], keys: readonly string[], i: number, open: readonly Open[], at: number): boolean {
  const outer = open[at] as Open;
  if (outer.value === null) return false;
  const closing = new Set(open.slice(0, at).map((entry) => entry.key));
  let inner = 1;
  for (let n = i + 1; n < Math.min(candidates.length, i + LOOK_AHEAD); n++) {
    if (closing.has(keys[n] as string)) return false;
    if (keys[n] !== keys[i]) continue;
    const { value } = candidates[n] as Candidate;
    if (value === inner + 1) inner = value;
    else return value === outer.value + 1 && inner > 1;
  }
  return false;
}

/** True when the heading `i` is of a higher kind than the innermost open one. */
function isAbove(candidates: readonly Candidate[], keys: readonly string[], i: number, open: readonly Open[], ancestors: ReadonlyMap<string, ReadonlySet<string>>, top: string | null): boolean {
  const key = keys[i] as string;
  const inner = open[open.length - 1] as Open;
  const { value, path } = candidates[i] as Candidate;
  if (path !== null && inner.path !== null) return path.length <= inner.path.length;
  if (path !== null && headsOfDotted.includes(inner.key) && inner.value === path[0]) return false;
  if (headsOfDotted.includes(key) && inner.path !== null && value === (inner.path[0] as number) + 1) return true;
  if (key.startsWith('#') !== inner.key.startsWith('#')) return key.startsWith('#');
  if (ancestors.get(inner.key)?.has(key) === true && ancestors.get(key)?.has(inner.key) !== true) return true;
  if (ancestors.get(key)?.has(inner.key) === true) return false;
  const rank = rankOf(key);
  const other = rankOf(inner.key);
  if (rank === null) return (PLAIN[key] ?? 0) < (PLAIN[inner.key] ?? 0);
  // A box holds items, no sections: 2.1 behind 专栏1 is the chapter's.
  if (inner.key === '专栏') return rank <= BOXED;
  if (inner.key === 'matter') return key === top || rank <= 40;
  // 风险提示 among lines that head by their shortness alone is one of them, 小结 ends a chapter.
  if (key === 'inner matter' && (inner.key === 'plain' || (inner.path?.length ?? 0) > 1)) return true;
  if (other === null) return rank <= 40 || key === top;
  // Appendices stand beside the chapters, the first of them beside the parts.
  if (value === 1 && key.startsWith('附') && /^第(?:分?编|卷|篇|部分)$/.test(inner.key)) return true;
  if (rank > other || (rank === other && !key.startsWith('附'))) return false;
  return !(value === 1 && goesOn(candidates, keys, i, open));
}

/** The innermost open series goes on after this heading, before anything outside of it begins. */
function goesOn(candidates: readonly Candidate[], keys: readonly string[], i: number, open: readonly Open[]): boolean {
  const inner = open[open.length - 1] as Open;
  if (inner.value === null) return false;
  const closing = new Set(open.slice(0, -1).map((entry) => entry.key));
  for (let n = i + 1; n < Math.min(candidates.length, i + LOOK_AHEAD); n++) {
    if (closing.has(keys[n] as string)) return false;
    if (keys[n] === inner.key) return (candidates[n] as Candidate).value === inner.value + 1;
  }
  return false;
}
