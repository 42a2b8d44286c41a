import { hashNumber } from './hashNumber';

/** A frozen map from string to V. Values must not be changed by whoever reads them. */
export interface FrozenMap<V> {
  readonly size: number;
  get(key: string): V | undefined;
  has(key: string): boolean;
  /** In no particular order. */
  entries(): IterableIterator<[string, V]>;
  /** The maps that it is made of; none of them changes, and most are parts of later frozen maps as well. */
  parts(): readonly { keys(): IterableIterator<string> }[];
}

/** A map that can be frozen at any time at the price of 256 pointers; later writes copy the shard they touch, once. */
export interface ShardedMap<V> extends FrozenMap<V> {
  set(key: string, value: V): void;
  delete(key: string): void;
  freeze(): FrozenMap<V>;
}

const shardCount = 256;

function shardOf(key: string): number {
  const hash = hashNumber(key);
  return (hash ^ (hash >>> 8) ^ (hash >>> 16) ^ (hash >>> 24)) & (shardCount - 1);
}

function view<V>(shards: readonly Map<string, V>[], size: () => number): FrozenMap<V> {
  return {
    get size() {
      return size();
    },
    get: (key) => shards[shardOf(key)]?.get(key),
    has: (key) => shards[shardOf(key)]?.has(key) ?? false,
    *entries() {
      for (const shard of shards) yield* shard.entries();
    },
    parts: () => shards,
  };
}

/** An empty map whose frozen copies share what has not changed since. */
export function createShardedMap<V>(): ShardedMap<V> {
  const shards = Array.from({ length: shardCount }, () => new Map<string, V>());
  const owned = new Uint8Array(shardCount).fill(1);
  let size = 0;
  const writable = (key: string): Map<string, V> => {
    const at = shardOf(key);
    if (owned[at] === 0) {
      shards[at] = new Map(shards[at]);
      owned[at] = 1;
    }
    return shards[at] as Map<string, V>;
  };
  return {
    ...view(shards, () => size),
    get size() {
      return size;
    },
    set(key, value) {
      const shard = writable(key);
      if (!shard.has(key)) size++;
      shard.set(key, value);
    },
    delete(key) {
      if (shards[shardOf(key)]?.has(key) && writable(key).delete(key)) size--;
    },
    freeze() {
      owned.fill(0);
      const frozenSize = size;
      return view(shards.slice(), () => frozenSize);
    },
  };
}
