import type { Candidate } from './candidates';

/**
 * Settles overlaps: the longer name wins, of two equally long ones the one the report uses more, then the earlier.
 * Result in text order. Linear but for the sorting of the few that overlap.
 */
export function selectLongest(candidates: readonly Candidate[]): Candidate[] {
  const ordered = inOrder(candidates);
  const kept: Candidate[] = [];
  let counts: ReadonlyMap<string, number> | null = null;
  for (let i = 0; i < ordered.length; ) {
    let end = (ordered[i] as Candidate).end;
    let next = i + 1;
    while (next < ordered.length && (ordered[next] as Candidate).start < end) end = Math.max(end, (ordered[next++] as Candidate).end);
    if (next === i + 1) kept.push(ordered[i] as Candidate);
    else kept.push(...settled(ordered.slice(i, next), (counts ??= usesOf(ordered))));
    i = next;
  }
  return kept;
}

function inOrder(candidates: readonly Candidate[]): readonly Candidate[] {
  for (let i = 1; i < candidates.length; i++) {
    if ((candidates[i - 1] as Candidate).start > (candidates[i] as Candidate).start) return [...candidates].sort((a, b) => a.start - b.start || a.end - b.end);
  }
  return candidates;
}

function usesOf(candidates: readonly Candidate[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { form } of candidates) counts.set(form, (counts.get(form) ?? 0) + 1);
  return counts;
}

function settled(cluster: readonly Candidate[], counts: ReadonlyMap<string, number>): Candidate[] {
  const length = (candidate: Candidate): number => candidate.end - candidate.start;
  const uses = (candidate: Candidate): number => counts.get(candidate.form) ?? 0;
  const order = [...cluster].sort((a, b) => length(b) - length(a) || (a.form === b.form ? 0 : uses(b) - uses(a)) || a.start - b.start);
  const kept: Candidate[] = [];
  for (const candidate of order) {
    if (!kept.some((other) => other.start < candidate.end && candidate.start < other.end)) kept.push(candidate);
  }
  return kept.sort((a, b) => a.start - b.start);
}
