import type { Snapshot } from '../corpus/corpus';
import { nameOf } from '../corpus/entities';
import { fold } from '../entity/fold';
import { matchLines, type Query, type Score } from './match';

interface Named {
  /** The list that names them. */
  readonly listed: unknown;
  readonly ids: readonly string[];
  /** Folded, one a line. */
  readonly names: string;
}
const known = new WeakMap<object, Named>();

/** An entity list can hold a name of several lines. */
const oneLine = (name: string): string => name.replaceAll('\n', ' ');

/** The entities in each part of the postings, folded once for each: an edit changes few parts. */
function entitiesIn(snapshot: Snapshot): Named[] {
  return snapshot.mentions.parts().map((part) => {
    const found = known.get(part);
    if (found?.listed === snapshot.listed) return found;
    const ids = [...part.keys()];
    const made = { listed: snapshot.listed, ids, names: ids.map((id) => oneLine(fold(nameOf(snapshot, id).name))).join('\n') };
    known.set(part, made);
    return made;
  });
}

/** Calls `hit` for each mentioned entity whose name matches, with its score. One pass over the text of all names, which is kept. */
export function matchEntities(snapshot: Snapshot, query: Query, hit: (id: string, score: Score) => void): void {
  // A later part may hold what an earlier one has in another way.
  const met = new Set<string>();
  for (const { ids, names } of entitiesIn(snapshot)) {
    if (ids.length === 0) continue;
    matchLines(names, query, (at, score) => {
      const id = ids[at] as string;
      if (met.has(id) || !snapshot.mentions.has(id)) return;
      met.add(id);
      hit(id, score);
    });
  }
}
