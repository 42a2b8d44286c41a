/** Things by name, of which those used last are kept; each weighs something, and together at most a limit (but for the last). */
export interface LastUsed<T> {
  get(name: string): T | undefined;
  put(name: string, thing: T, weight: number): void;
  /** Takes a thing out and gives it back. */
  take(name: string): T | undefined;
  clear(): void;
}

/** `pushedOut` hears of what goes because there is too much. */
export function createLastUsed<T>(limit: number, pushedOut: (name: string, thing: T) => void = () => undefined): LastUsed<T> {
  const kept = new Map<string, { readonly thing: T; readonly weight: number }>();
  let total = 0;
  const take = (name: string): T | undefined => {
    const found = kept.get(name);
    if (!found) return undefined;
    total -= found.weight;
    kept.delete(name);
    return found.thing;
  };
  const put = (name: string, thing: T, weight: number): void => {
    take(name);
    kept.set(name, { thing, weight });
    total += weight;
    for (const [oldest, old] of kept) {
      if (total <= limit || kept.size === 1) break;
      take(oldest);
      pushedOut(oldest, old.thing);
    }
  };
  return {
    get: (name) => kept.get(name)?.thing,
    put,
    take,
    clear() {
      kept.clear();
      total = 0;
    },
  };
}
