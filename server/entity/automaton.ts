import { foldTable, leftOut } from './fold';

/**
 * All patterns in one trie. A bitmap over the first two units of the patterns turns away nearly every position of a
 * text; a hash table leads from a pair that passes to its state; from there on the children of a state lie beside
 * each other, sorted, so that a step reads one or two cache lines. Text is folded as it is read, without a copy.
 */
export interface Automaton {
  /** Bitmap over hashed pairs of first and second unit. */
  readonly pairs: Uint32Array;
  /** Slots of (first unit << 16 | second unit, state); a zero state is an empty slot. */
  readonly pairStates: Int32Array;
  /** Per state, and one more: where its children begin in `units`; the child there has the state of its place plus `firstChild`. */
  readonly children: Int32Array;
  /** The unit that leads to each child. */
  readonly units: Uint16Array;
  /** The state of the first child in `units`. */
  readonly firstChild: number;
  /** Per state: index of the pattern that ends there plus one, or 0. */
  readonly ends: Int32Array;
}

const pairHash = (a: number, b: number): number => {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
};

const powerAbove = (n: number): number => 2 ** Math.ceil(Math.log2(Math.max(n, 32)));

/** Patterns [low, high) of the sorted ones share what leads to a state. */
interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * Builds the automaton of folded patterns (see `fold`); of equal ones the first matches, and those of fewer than two units, or
 * with a line end, never do. Costs sorting them and their length.
 */
export function buildAutomaton(patterns: readonly string[]): Automaton {
  const first = new Map<string, number>();
  patterns.forEach((pattern, index) => {
    if (pattern.length > 1 && !pattern.includes('\n') && !first.has(pattern)) first.set(pattern, index);
  });
  const order = [...first.values()];
  order.sort((a, b) => ((patterns[a] as string) < (patterns[b] as string) ? -1 : 1));
  const unitAt = (at: number, depth: number): number => (patterns[order[at] as number] as string).charCodeAt(depth);
  const endsAt = (at: number, depth: number): boolean => (patterns[order[at] as number] as string).length === depth;

  // Level by level, so that the children of a state come one after another. State 0 stands for none.
  let level = split({ low: 0, high: order.length }, 0, unitAt).flatMap((first) => split(first, 1, unitAt));
  const pairs = new Uint32Array(powerAbove(order.length * 32) / 32);
  const pairStates = new Int32Array(powerAbove(level.length * 2) * 2);
  level.forEach(({ low }, index) => put(pairs, pairStates, unitAt(low, 0), unitAt(low, 1), index + 1));
  const firstChild = level.length + 1;
  const children: number[] = [0];
  const ends: number[] = [0];
  const units: number[] = [];
  for (let depth = 2; level.length > 0; depth++) {
    const below: Range[] = [];
    for (const { low, high } of level) {
      const ending = endsAt(low, depth);
      ends.push(ending ? (order[low] as number) + 1 : 0);
      children.push(units.length);
      for (const child of split({ low: ending ? low + 1 : low, high }, depth, unitAt)) {
        units.push(unitAt(child.low, depth));
        below.push(child);
      }
    }
    level = below;
  }
  children.push(units.length);
  return { pairs, pairStates, children: Int32Array.from(children), units: Uint16Array.from(units), firstChild, ends: Int32Array.from(ends) };
}

/** The parts of a range that have the same unit at `depth`. */
function split({ low, high }: Range, depth: number, unitAt: (at: number, depth: number) => number): Range[] {
  const parts: Range[] = [];
  for (let from = low; from < high; ) {
    const unit = unitAt(from, depth);
    let to = from + 1;
    while (to < high && unitAt(to, depth) === unit) to++;
    parts.push({ low: from, high: to });
    from = to;
  }
  return parts;
}

function put(pairs: Uint32Array, pairStates: Int32Array, first: number, second: number, state: number): void {
  const hash = pairHash(first, second);
  const bit = hash & (pairs.length * 32 - 1);
  pairs[bit >>> 5] = (pairs[bit >>> 5] as number) | (1 << (bit & 31));
  let slot = (hash << 1) & (pairStates.length - 1);
  while (pairStates[slot + 1] !== 0) slot = (slot + 2) & (pairStates.length - 1);
  pairStates[slot] = (first << 16) | second;
  pairStates[slot + 1] = state;
}

/**
 * Every occurrence of every pattern, as triples (start, end, pattern index), ordered by start, then end.
 * Offsets are UTF-16 units of `text`. Linear in the text times the longest pattern in the worst case;
 * on running Chinese text nearly every position costs a few table reads.
 */
export function scan(automaton: Automaton, text: string): number[] {
  const { pairs, pairStates, ends } = automaton;
  const folded = foldTable();
  const bits = pairs.length * 32 - 1;
  const slots = pairStates.length - 1;
  const found: number[] = [];
  const length = text.length;
  let first = length > 0 ? (folded[text.charCodeAt(0)] as number) : leftOut;
  for (let start = 0; start + 1 < length; start++) {
    const opening = first;
    first = folded[text.charCodeAt(start + 1)] as number;
    if (opening === leftOut) continue;
    let at = start + 1;
    let unit = first;
    while (unit === leftOut && ++at < length) unit = folded[text.charCodeAt(at)] as number;
    if (at >= length) break;
    const hash = pairHash(opening, unit);
    const bit = hash & bits;
    if ((((pairs[bit >>> 5] as number) >>> (bit & 31)) & 1) === 0) continue;
    const key = (opening << 16) | unit;
    let slot = (hash << 1) & slots;
    while (pairStates[slot + 1] !== 0 && pairStates[slot] !== key) slot = (slot + 2) & slots;
    let state = pairStates[slot + 1] as number;
    while (state !== 0) {
      const end = ends[state] as number;
      if (end !== 0) found.push(start, at + 1, end - 1);
      do unit = ++at < length ? (folded[text.charCodeAt(at)] as number) : 0;
      while (unit === leftOut);
      state = at < length ? next(automaton, state, unit) : 0;
    }
  }
  return found;
}

/** The text that an automaton was scanned for last. */
const latest = new WeakMap<Automaton, { readonly text: string; readonly hits: readonly number[] }>();

/** As `scan`, but of a text that is the last one but for a few lines only those are scanned: of a report that is typed in. */
export function scanChanged(automaton: Automaton, text: string): readonly number[] {
  const before = latest.get(automaton);
  if (before?.text === text) return before.hits;
  const { from, to } = changedLines(before?.text ?? '', text);
  const hits = before && to - from < text.length / 2 ? patched(before, automaton, text, from, to) : scan(automaton, text);
  latest.set(automaton, { text, hits });
  return hits;
}

/** The lines of `after` outside which it is `before`: offsets of the first one's start and of the last one's end. */
function changedLines(before: string, after: string): { from: number; to: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end++;
  const close = after.indexOf('\n', after.length - end);
  return { from: start === 0 ? 0 : after.lastIndexOf('\n', start - 1) + 1, to: close < 0 ? after.length : close };
}

/** The former hits outside the changed lines, and those in them: no hit holds a line end. */
function patched(before: { readonly text: string; readonly hits: readonly number[] }, automaton: Automaton, text: string, from: number, to: number): number[] {
  const moved = text.length - before.text.length;
  const changed = scan(automaton, text.slice(from, to));
  const found: number[] = [];
  const take = (hits: readonly number[], at: number, by: number): void => void found.push((hits[at] as number) + by, (hits[at + 1] as number) + by, hits[at + 2] as number);
  let at = 0;
  for (; at < before.hits.length && (before.hits[at] as number) < from; at += 3) take(before.hits, at, 0);
  for (let i = 0; i < changed.length; i += 3) take(changed, i, from);
  while (at < before.hits.length && (before.hits[at] as number) < to - moved) at += 3;
  for (; at < before.hits.length; at += 3) take(before.hits, at, moved);
  return found;
}

/** The child of a state that a unit leads to, 0 where there is none. */
function next({ children, units, firstChild }: Automaton, state: number, unit: number): number {
  let low = children[state] as number;
  let high = children[state + 1] as number;
  while (high - low > 8) {
    const middle = (low + high) >>> 1;
    if ((units[middle] as number) <= unit) low = middle;
    else high = middle;
  }
  for (; low < high; low++) if (units[low] === unit) return low + firstChild;
  return 0;
}
