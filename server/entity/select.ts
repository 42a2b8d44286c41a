import type { Candidate } from './candidates';

/**
 * Settles overlaps: the longer name wins, of two equally long ones the one the report uses more, then the earlier.
 * Result in text order. O(n log n).
 */
export function selectLongest(candidates: readonly Candidate[], textLength: number): Candidate[] {
  const taken = new Uint8Array(textLength);
  const uses = new Map<string, number>();
  for (const { form } of candidates) uses.set(form, (uses.get(form) ?? 0) + 1);
  const order = [...candidates].sort((a, b) => b.end - b.start - (a.end - a.start) || (uses.get(b.form) ?? 0) - (uses.get(a.form) ?? 0) || a.start - b.start);
  const kept: Candidate[] = [];
  for (const candidate of order) {
    if (taken[candidate.start] === 1 || taken[candidate.end - 1] === 1) continue;
    taken.fill(1, candidate.start, candidate.end);
    kept.push(candidate);
  }
  return kept.sort((a, b) => a.start - b.start);
}
