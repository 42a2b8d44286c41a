import { createShardedMap, type FrozenMap } from './sharded';

/** Path of a report → a number (a count, or a rank). */
export type Posting = ReadonlyMap<string, number>;
/** Key (an entity's id, a folded title …) → the reports it leads to. */
export type FrozenPostings = FrozenMap<Posting>;

export interface Postings {
  /** Sets what `path` holds under `key`; undefined takes it away. */
  set(key: string, path: string, value: number | undefined): void;
  freeze(): FrozenPostings;
}

/**
 * Inverted lists that can be frozen. A list is copied at most once between two freezes, however often it changes,
 * so that indexing a whole corpus stays linear.
 */
export function createPostings(): Postings {
  const lists = createShardedMap<Map<string, number>>();
  let fresh = new WeakSet<Map<string, number>>();
  return {
    set(key, path, value) {
      let list = lists.get(key);
      if (list === undefined) {
        if (value === undefined) return;
        list = new Map();
        fresh.add(list);
        lists.set(key, list);
      } else if (!fresh.has(list)) {
        list = new Map(list);
        fresh.add(list);
        lists.set(key, list);
      }
      if (value !== undefined) list.set(path, value);
      else if (list.delete(path) && list.size === 0) lists.delete(key);
    },
    freeze() {
      fresh = new WeakSet();
      return lists.freeze();
    },
  };
}
