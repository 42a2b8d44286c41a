import { createShardedMap, type FrozenMap } from './sharded';

/** Path of a report → a number (a count, or a rank). */
export type Posting = ReadonlyMap<string, number>;
/** Key (an entity's id, a folded title …) → the reports it leads to. */
export type FrozenPostings = FrozenMap<Posting>;

export interface Postings {
  readonly size: number;
  /** Sets what `path` holds under `key`; undefined takes it away. */
  set(key: string, path: string, value: number | undefined): void;
  freeze(): FrozenPostings;
}

const nothing: FrozenPostings = { size: 0, get: () => undefined, has: () => false, entries: () => [].values(), parts: () => [] };

/**
 * Inverted lists that can be frozen. A list is copied at most once between two freezes, however often it changes,
 * so that indexing a whole corpus stays linear. What stands in `base` is copied list by list when it changes.
 */
export function createPostings(base: FrozenPostings = nothing): Postings {
  /** In place of those of the base; empty where a list of the base is gone. */
  const lists = createShardedMap<Map<string, number>>();
  let fresh = new WeakSet<Map<string, number>>();
  let size = base.size;
  const copied = (key: string, list: Posting): Map<string, number> => {
    const copy = new Map(list);
    fresh.add(copy);
    lists.set(key, copy);
    return copy;
  };
  return {
    get size() {
      return size;
    },
    set(key, path, value) {
      const known = lists.get(key);
      const before = known ?? base.get(key);
      if (value === undefined && !before?.has(path)) return;
      const list = known && fresh.has(known) ? known : copied(key, before ?? new Map<string, number>());
      if (value !== undefined) {
        if (list.size === 0) size++;
        list.set(path, value);
      } else if (list.delete(path) && list.size === 0) {
        size--;
        if (!base.has(key)) lists.delete(key);
      }
    },
    freeze() {
      fresh = new WeakSet();
      return over(base, lists.freeze(), size);
    },
  };
}

/** The base with other lists in place of some. */
function over(base: FrozenPostings, lists: FrozenPostings, size: number): FrozenPostings {
  if (base === nothing) return lists;
  const get = (key: string): Posting | undefined => {
    const list = lists.get(key);
    return list ? (list.size > 0 ? list : undefined) : base.get(key);
  };
  return {
    size,
    get,
    has: (key) => get(key) !== undefined,
    *entries() {
      for (const entry of base.entries()) if (!lists.has(entry[0])) yield entry;
      for (const entry of lists.entries()) if (entry[1].size > 0) yield entry;
    },
    parts: () => [...lists.parts(), ...base.parts()],
  };
}
