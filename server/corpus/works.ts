/** One reading or indexing of a report that is under way. */
export interface Work {
  readonly path: string;
}

/** What is under way. A report may have several works: somebody types in one that is being indexed for other names. */
export interface Works {
  readonly size: number;
  has(path: string): boolean;
  paths(): Iterable<string>;
  begin(path: string): Work;
  /** Begins one after the other on what is taken out of a set, also of what comes into it meanwhile. */
  of(paths: Set<string>, stops: () => boolean): Iterable<Work>;
  /** False after it ended, or its report was removed, even if that came back since. */
  goesOn(work: Work): boolean;
  end(work: Work): void;
  /** The report is gone: none of its works matters any more. */
  drop(path: string): void;
}

export function createWorks(): Works {
  const byPath = new Map<string, Set<Work>>();
  const begin = (path: string): Work => {
    const work = { path };
    byPath.set(path, (byPath.get(path) ?? new Set()).add(work));
    return work;
  };
  return {
    get size() {
      return byPath.size;
    },
    has: (path) => byPath.has(path),
    paths: () => byPath.keys(),
    begin,
    *of(paths, stops) {
      while (!stops()) {
        const path = take(paths);
        if (path === undefined) return;
        yield begin(path);
      }
    },
    goesOn: (work) => byPath.get(work.path)?.has(work) === true,
    end(work) {
      const works = byPath.get(work.path);
      if (works?.delete(work) === true && works.size === 0) byPath.delete(work.path);
    },
    drop: (path) => void byPath.delete(path),
  };
}

/** Takes the first of a set out of it. */
function take(set: Set<string>): string | undefined {
  const [first] = set;
  if (first !== undefined) set.delete(first);
  return first;
}
