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
/** In place of a list of the base that is gone. */
const empty: Posting = new Map();

/** A list of one report, as most are: there are a million of them, and a map takes five times the memory. */
class OneReport implements Posting {
  readonly size = 1;
  constructor(
    private readonly path: string,
    private readonly value: number,
  ) {}
  get(path: string): number | undefined {
    return path === this.path ? this.value : undefined;
  }
  has(path: string): boolean {
    return path === this.path;
  }
  *keys(): MapIterator<string> {
    yield this.path;
  }
  *values(): MapIterator<number> {
    yield this.value;
  }
  *entries(): MapIterator<[string, number]> {
    yield [this.path, this.value];
  }
  [Symbol.iterator](): MapIterator<[string, number]> {
    return this.entries();
  }
  forEach(call: (value: number, path: string, list: Posting) => void): void {
    call(this.value, this.path, this);
  }
}

/**
 * Inverted lists that can be frozen. A list is copied at most once between two freezes, however often it changes,
 * so that indexing a whole corpus stays linear. What stands in `base` is copied list by list when it changes.
 */
export function createPostings(base: FrozenPostings = nothing): Postings {
  /** In place of those of the base. */
  const lists = createShardedMap<Posting>();
  /** Lists that no frozen postings hold. */
  let fresh = new WeakSet<Posting>();
  let size = base.size;
  const writable = (key: string, list: Posting): Map<string, number> => {
    if (fresh.has(list)) return list as Map<string, number>;
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
      const before = lists.get(key) ?? base.get(key) ?? empty;
      const others = before.size - (before.has(path) ? 1 : 0);
      if (value === undefined && others === before.size) return;
      if (others > 0) {
        if (value === undefined) writable(key, before).delete(path);
        else writable(key, before).set(path, value);
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
