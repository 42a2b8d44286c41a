import type { Snapshot } from './corpus';

/** Works something out for an entity once per snapshot; a snapshot does not change, and takes what is kept of it along. */
export function oncePerSnapshot<T>(make: (snapshot: Snapshot, id: string) => T): (snapshot: Snapshot, id: string) => T {
  const kept = new WeakMap<Snapshot, Map<string, { readonly made: T }>>();
  return (snapshot, id) => {
    const known = kept.get(snapshot) ?? new Map<string, { readonly made: T }>();
    kept.set(snapshot, known);
    const found = known.get(id) ?? { made: make(snapshot, id) };
    known.set(id, found);
    return found.made;
  };
}
