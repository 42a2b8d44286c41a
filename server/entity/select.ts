import type { Candidate } from './candidates';

/**
 * Settles overlaps: the longer name wins, of two equally long ones the earlier, and a name of the entity
 * list wins over one that merely overlaps it. Guarded names take part only once `supported` lets them.
 * Result in text order. O(n log n).
 */
export function selectLongest(candidates: readonly Candidate[], textLength: number): Candidate[] {
  const taken = new Uint8Array(textLength);
  const order = [...candidates].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: Candidate[] = [];
  for (const candidate of order) {
    if (taken[candidate.start] === 1 || taken[candidate.end - 1] === 1) continue;
    taken.fill(1, candidate.start, candidate.end);
    kept.push(candidate);
  }
  return kept.sort((a, b) => a.start - b.start);
}
