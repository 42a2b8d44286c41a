/** Keeps the best of many, without keeping many. */
export interface Best<T> {
  /** Counts an item of this score; true where it is among the best so far, to be added then. */
  meets(score: number): boolean;
  add(item: T): void;
  /** Items that were counted. */
  count(): number;
  /** The best, best first; of equal ones those that came first. */
  best(): T[];
}

/** Keeps the `most` items of highest score; adding costs O(log most) on average. */
export function bestOf<T>(most: number, scoreOf: (item: T) => number): Best<T> {
  let kept: T[] = [];
  let count = 0;
  let least = -Infinity;
  const cut = (): void => {
    // The sort is stable, and what is kept came before what is added later.
    kept = kept.sort((a, b) => scoreOf(b) - scoreOf(a)).slice(0, most);
    if (kept.length === most) least = scoreOf(kept[most - 1] as T);
  };
  return {
    meets(score) {
      count++;
      return score > least;
    },
    add(item) {
      kept.push(item);
      if (kept.length >= most * 4) cut();
    },
    count: () => count,
    best() {
      cut();
      return [...kept];
    },
  };
}
