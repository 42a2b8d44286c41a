import { OneReport, SomeReports, type Paths, type Posting } from './posting';
import { createShardedMap, type FrozenMap } from './sharded';

/** Key (an entity's id, a folded title …) → the reports it leads to. */
export type FrozenPostings = FrozenMap<Posting>;

export interface Postings {
  readonly size: number;
  /** Sets what `path` holds under `key`; undefined takes it away. */
  set(key: string, path: string, value: number | undefined): void;
  freeze(): FrozenPostings;
}

const nothing: FrozenPostings = { size: 0, get: () => undefined, has: () => false, entries: () => [].values(), parts: () => [] };
/** In place of a list of the base that is gone. */
const empty: Posting = new Map();

/**
 * Inverted lists that can be frozen. A list is copied at most once between two freezes, however often it changes,
 * so that indexing a whole corpus stays linear. What stands in `base` is copied list by list when it changes. Postings over the
 * same reports share `paths`.
 */
export function createPostings(paths: Paths, base: FrozenPostings = nothing): Postings {
  /** In place of those of the base. */
  const lists = createShardedMap<Posting>();
  /** Lists that no frozen postings hold. */
  let fresh = new WeakSet<Posting>();
  let size = base.size;
  const writable = (key: string, list: Posting): SomeReports => {
    if (list instanceof SomeReports && fresh.has(list)) return list;
    const copy = list instanceof SomeReports ? list.copy() : new SomeReports(paths);
    if (!(list instanceof SomeReports)) for (const [path, value] of list) copy.set(path, value);
    fresh.add(copy);
    lists.set(key, copy);
    return copy;
  };
  return {
    get size() {
      return size;
    },
    set(key, path, value) {
      const before = lists.get(key) ?? base.get(key) ?? empty;
      const others = before.size - (before.has(path) ? 1 : 0);
      if (value === undefined && others === before.size) return;
      if (others > 0) {
        writable(key, before).set(path, value);
      } else if (value !== undefined) {
        if (before.size === 0) size++;
        lists.set(key, new OneReport(path, value));
      } else {
        size--;
        if (base.has(key)) lists.set(key, empty);
        else lists.delete(key);
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
