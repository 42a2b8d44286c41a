import { JoinedLists, OneReport, SomeReports, type Paths, type Posting } from './posting';
import { createShardedMap, type FrozenMap } from './sharded';

/** Key (an entity's id, a folded title …) → the reports it leads to. */
export type FrozenPostings = FrozenMap<Posting>;

export interface Postings {
  readonly size: number;
  /** Sets what `path` holds under `key`; undefined takes it away. */
  set(key: string, path: string, value: number | undefined): void;
  /** Tells that a report of the base is gone from now on, which stood under these keys. */
  leave(keys: Iterable<string>): void;
  freeze(): FrozenPostings;
}

/** Postings that lie in bytes. `gone` holds a 1 at the number of each report that is left out. */
export interface BasePostings {
  /** Whether any report stands under a key; costs O(log keys) and the reports of the key that are gone. */
  has(key: string, gone: Uint8Array): boolean;
  /** The lists, for a `gone` that does not change; costs nothing. Its size is a pass over all of them where any report is gone. */
  without(gone: Uint8Array): FrozenPostings;
}

/** What stands in a base, and which of its reports are gone: `gone` holds a 1 for each, and changes as they go. */
export interface Standing {
  readonly base: BasePostings;
  readonly gone: Uint8Array;
}

/**
 * Inverted lists that can be frozen. A list is copied at most once between two freezes, however often it changes,
 * so that indexing a whole corpus stays linear. What stands in a base stays there: a report that changes leaves it as a whole,
 * and its keys are set beside it. Postings over the same reports share `paths`.
 */
export function createPostings(paths: Paths, standing: Standing | null = null): Postings {
  /** Beside the base. */
  const lists = createShardedMap<Posting>();
  /** Lists that no frozen postings hold. */
  let fresh = new WeakSet<Posting>();
  /** Keys that lead somewhere; beside a base they are counted when somebody asks, and kept count of from then on. */
  let size = standing ? null : 0;
  const writable = (key: string, list: Posting): SomeReports => {
    if (list instanceof SomeReports && fresh.has(list)) return list;
    const copy = list instanceof SomeReports ? list.copy() : new SomeReports(paths);
    if (!(list instanceof SomeReports)) for (const [path, value] of list) copy.set(path, value);
    fresh.add(copy);
    lists.set(key, copy);
    return copy;
  };
  /** Notes that a key leads somewhere beside the base (1) or does not any more (-1). */
  const count = (key: string, by: number): void => {
    if (size !== null && standing?.base.has(key, standing.gone) !== true) size += by;
  };
  const freeze = (): FrozenPostings => {
    fresh = new WeakSet();
    const own = lists.freeze();
    return standing ? beside(standing.base.without(standing.gone.slice()), own, size) : own;
  };
  return {
    get size() {
      return (size ??= freeze().size);
    },
    set(key, path, value) {
      const before = lists.get(key);
      const others = before ? before.size - (before.has(path) ? 1 : 0) : 0;
      if (value === undefined && others === (before?.size ?? 0)) return;
      if (before && others > 0) {
        writable(key, before).set(path, value);
      } else if (value !== undefined) {
        if (!before) count(key, 1);
        lists.set(key, new OneReport(path, value));
      } else {
        lists.delete(key);
        count(key, -1);
      }
    },
    leave(keys) {
      for (const key of keys) if (!lists.has(key)) count(key, -1);
    },
    freeze,
  };
}

/** The lists of a base and others beside them; `known` is the number of their keys where that has been counted. */
function beside(based: FrozenPostings, lists: FrozenPostings, known: number | null): FrozenPostings {
  let size = known;
  const joined = (list: Posting, more: Posting | undefined): Posting => (more ? new JoinedLists(list, more) : list);
  return {
    get size() {
      return (size ??= based.size + [...lists.entries()].filter(([key]) => !based.has(key)).length);
    },
    get(key) {
      const list = based.get(key);
      return list ? joined(list, lists.get(key)) : lists.get(key);
    },
    has: (key) => lists.has(key) || based.has(key),
    *entries() {
      for (const [key, list] of based.entries()) yield [key, joined(list, lists.get(key))];
      for (const entry of lists.entries()) if (!based.has(entry[0])) yield entry;
    },
    parts: () => [...lists.parts(), ...based.parts()],
  };
}
