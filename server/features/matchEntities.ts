import type { Snapshot } from '../corpus/corpus';
import { nameOf } from '../corpus/entities';
import { fold } from '../entity/fold';
import { linesOf, matchLines, type Lines, type Query, type Score } from './match';

interface Named {
  /** The list that names them. */
  readonly listed: unknown;
  readonly ids: readonly string[];
  readonly lines: Lines;
}
const known = new WeakMap<object, Named>();

/** The entities in each part of the postings, folded once for each: an edit changes few parts. */
function entitiesIn(snapshot: Snapshot): Named[] {
  return snapshot.mentions.parts().map((part) => {
    const found = known.get(part);
    if (found?.listed === snapshot.listed) return found;
    const ids = [...part.keys()];
    const made = { listed: snapshot.listed, ids, lines: linesOf(ids.map((id) => fold(nameOf(snapshot, id).name))) };
    known.set(part, made);
    return made;
  });
}

/** The names of all entities, as they are searched. */
export const linesOfEntities = (snapshot: Snapshot): Lines[] => entitiesIn(snapshot).map(({ lines }) => lines);

/** Calls `hit` for each mentioned entity whose name matches, with its score and the number of reports that mention it. One pass over the text of all names, which is kept. */
export function matchEntities(snapshot: Snapshot, query: Query, hit: (id: string, score: Score, reports: number) => void): void {
  // A later part may hold what an earlier one has in another way.
  const met = new Set<string>();
  for (const { ids, lines } of entitiesIn(snapshot)) {
    if (ids.length === 0) continue;
    matchLines(lines, query, (at, score) => {
      const id = ids[at] as string;
      const reports = met.has(id) ? 0 : (snapshot.mentions.get(id)?.size ?? 0);
      if (reports === 0) return;
      met.add(id);
      hit(id, score, reports);
    });
  }
}
