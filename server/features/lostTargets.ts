import type { Snapshot } from '../corpus/corpus';
import { citationsAt, targetsOf } from '../corpus/resolve';
import type { Reference, Target } from '../reference/model';

/** A reference that leads nowhere once some reports are gone. */
export interface LostReference extends Target {
  readonly text: string;
}

/** The references of other reports that only these reports answer, by path and position. Costs their citations. */
export function lostTargets(snapshot: Snapshot, going: ReadonlySet<string>): LostReference[] {
  const lost = new Map<Reference, LostReference>();
  for (const path of going) {
    const index = snapshot.reports.get(path);
    if (!index) continue;
    for (const { report, reference } of citationsAt(snapshot, path, { start: 0, end: index.length })) {
      if (going.has(report) || lost.has(reference)) continue;
      const stays = targetsOf(snapshot, report, reference).some((target) => !going.has(target.report));
      if (!stays) lost.set(reference, { report, span: reference.span, text: reference.text });
    }
  }
  return [...lost.values()].sort((a, b) => (a.report === b.report ? a.span.start - b.span.start : a.report < b.report ? -1 : 1));
}
