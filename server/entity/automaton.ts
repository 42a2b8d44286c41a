import { foldTable, leftOut } from './fold';

/**
 * All patterns in one trie whose edges lie in one open-addressing hash table of (state, folded unit).
 * A bitmap over the first two units of the patterns turns away nearly every position of a text before
 * the table is touched. Text is folded as it is read, so no folded copy is made.
 */
export interface Automaton {
  /** Bitmap over hashed pairs of first and second unit. */
  readonly pairs: Uint32Array;
  /** Edges: state, unit, next state; a zero next state is an empty slot. */
  readonly edges: Int32Array;
  /** Number of slots less one; a power of two less one. */
  readonly mask: number;
  /** Per state: index of the pattern that ends there plus one, or 0. */
  readonly ends: Int32Array;
}

const pairHash = (a: number, b: number): number => {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
};

const powerAbove = (n: number): number => 2 ** Math.ceil(Math.log2(Math.max(n, 32)));

/** Builds the automaton of folded patterns (see `fold`); patterns of fewer than two units never match. */
export function buildAutomaton(patterns: readonly string[]): Automaton {
  let length = 0;
  for (const pattern of patterns) length += pattern.length;
  const capacity = powerAbove(length * 2);
  const mask = capacity - 1;
  const edges = new Int32Array(capacity * 3);
  const ends = new Int32Array(length + 1);
  const pairs = new Uint32Array(powerAbove(patterns.length * 32) / 32);
  const pairMask = pairs.length * 32 - 1;
  let states = 1;
  patterns.forEach((pattern, index) => {
    if (pattern.length < 2) return;
    const pair = pairHash(pattern.charCodeAt(0), pattern.charCodeAt(1)) & pairMask;
    pairs[pair >>> 5] = (pairs[pair >>> 5] as number) | (1 << (pair & 31));
    let state = 0;
    for (let i = 0; i < pattern.length; i++) {
      const unit = pattern.charCodeAt(i);
      let slot = (pairHash(state, unit) & mask) * 3;
      while (edges[slot + 2] !== 0 && (edges[slot] !== state || edges[slot + 1] !== unit)) slot = slot + 3 === edges.length ? 0 : slot + 3;
      if (edges[slot + 2] === 0) {
        edges[slot] = state;
        edges[slot + 1] = unit;
        edges[slot + 2] = states++;
      }
      state = edges[slot + 2] as number;
    }
    ends[state] = index + 1;
  });
  return { pairs, edges, mask, ends: ends.slice(0, states) };
}

/**
 * Every occurrence of every pattern, as triples (start, end, pattern index), ordered by start, then end.
 * Offsets are UTF-16 units of `text`. Linear in the text times the longest pattern in the worst case;
 * on running Chinese text nearly every position costs a few table reads.
 */
export function scan(automaton: Automaton, text: string): number[] {
  const { pairs, edges, mask, ends } = automaton;
  const units = foldTable();
  const pairMask = pairs.length * 32 - 1;
  const found: number[] = [];
  const length = text.length;
  for (let start = 0; start + 1 < length; start++) {
    const first = units[text.charCodeAt(start)] as number;
    if (first === leftOut) continue;
    let at = start + 1;
    let unit = units[text.charCodeAt(at)] as number;
    while (unit === leftOut && ++at < length) unit = units[text.charCodeAt(at)] as number;
    if (at >= length) break;
    const pair = pairHash(first, unit) & pairMask;
    if ((((pairs[pair >>> 5] as number) >>> (pair & 31)) & 1) === 0) continue;
    let state = next(edges, mask, 0, first);
    while (state !== 0) {
      if (unit !== leftOut) {
        state = next(edges, mask, state, unit);
        const end = ends[state] as number;
        if (end !== 0) found.push(start, at + 1, end - 1);
      }
      if (++at >= length) break;
      unit = units[text.charCodeAt(at)] as number;
    }
  }
  return found;
}

function next(edges: Int32Array, mask: number, state: number, unit: number): number {
  let slot = (pairHash(state, unit) & mask) * 3;
  while (edges[slot + 2] !== 0) {
    if (edges[slot] === state && edges[slot + 1] === unit) return edges[slot + 2] as number;
    slot = slot + 3 === edges.length ? 0 : slot + 3;
  }
  return 0;
}
