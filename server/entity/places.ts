import type { Candidate } from './candidates';

const isPlace = (candidate: Candidate): boolean => candidate.meanings[0]?.type === 'place';
const lower = /[市县区旗镇乡村州盟]$/;

/** Joins places written as one address (内蒙古 + 包头市 + 固阳县) into the lowest of them. Candidates in text order. */
export function joinPlaces(candidates: readonly Candidate[]): Candidate[] {
  const joined: Candidate[] = [];
  for (const candidate of candidates) {
    const before = joined[joined.length - 1];
    if (before && isPlace(before) && isPlace(candidate) && before.end === candidate.start && lower.test(candidate.form)) joined[joined.length - 1] = { ...candidate, start: before.start };
    else joined.push(candidate);
  }
  return joined;
}
