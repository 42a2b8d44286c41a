import type { Reference, Target } from '../reference/model';
import { answerRanks } from '../reference/model';
import type { Snapshot } from './corpus';
import type { ReportIndex } from './model';

/** The places that answer a key best, in order of path and position; several where several are equally good. */
export function answersTo(snapshot: Snapshot, key: string): Target[] {
  const posting = snapshot.answers.get(key);
  if (!posting) return [];
  const best = Math.min(...posting.values());
  const paths = [...posting].filter(([, rank]) => rank === best).map(([path]) => path);
  return paths.sort().flatMap((path) => answersIn(snapshot.reports.get(path), key, best));
}

function answersIn(index: ReportIndex | undefined, key: string, rank: number): Target[] {
  const answers = index?.answers.filter((answer) => answer.key === key && answer.rank === answerRanks[rank]) ?? [];
  return answers.map(({ span }) => ({ report: (index as ReportIndex).path, span }));
}

/** Where a reference in the report at `path` leads: one place, several equal ones, or none. */
export function targetsOf(snapshot: Snapshot, path: string, reference: Reference): Target[] {
  if (reference.local) return [{ report: path, span: reference.local }];
  return reference.key === null ? [] : answersTo(snapshot, reference.key);
}
