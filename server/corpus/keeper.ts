import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Contribution } from '../entity/model';
import type { Cache } from './cache/cache';
import { stampOf } from './files';
import type { Grams } from './grams';
import type { ReportIndex } from './model';
import { inParallel } from './parallel';

/** What pass 1 found in a file. */
interface Learned {
  readonly stamp: string | null;
  readonly hash: string;
  readonly entities: readonly Contribution[];
  readonly grams: Grams;
}
/** A report as it comes back from the cache. */
export interface Restored {
  readonly path: string;
  readonly entities: readonly Contribution[];
  readonly grams: Grams;
  readonly index: ReportIndex;
}

/** Writes the index of closed reports to the cache as they are read, and brings it back at the next start. */
export interface Keeper {
  learn(path: string, learned: Learned): void;
  indexed(path: string, hash: string, packed: Uint8Array): void;
  /** These reports were read with names that are no longer those of `save`. */
  outdated(paths: Iterable<string>): void;
  /** The file was looked at and says what it said; false where its index is not kept. */
  seen(path: string, stamp: string | null): boolean;
  forget(path: string): void;
  /** All that is indexed now, and not outdated, was read with these names. Saves soon, and not too often. */
  save(names: string): void;
  /** The names of the last save, and every report of it whose file has not changed since; null without a save. */
  restore(settings: string, paths: readonly string[], each: (report: Restored) => void): Promise<{ readonly names: string } | null>;
  clear(): Promise<void>;
  close(): Promise<void>;
}

type Entry = readonly [path: string, stamp: string, hash: string];
interface Saved {
  readonly settings: string;
  readonly entries: readonly Entry[];
}

/** Milliseconds from one save to the next. */
const pace = 5_000;

function recordOf({ entities, grams }: Learned, packed: Uint8Array): Uint8Array[] {
  const names = Buffer.from(JSON.stringify(entities));
  const head = Buffer.alloc(8);
  head.writeUInt32LE(names.length, 0);
  head.writeUInt32LE(grams.byteLength, 4);
  return [head, names, new Uint8Array(grams.buffer, grams.byteOffset, grams.byteLength), packed];
}

/** `unpack` reads an index from its bytes, see `unpackReport`. Reading and writing yield to other work often. */
export function createKeeper(cache: Cache, root: string, unpack: (packed: Uint8Array) => ReportIndex): Keeper {
  const learned = new Map<string, Learned>();
  const entries = new Map<string, Entry>();
  let settingsKey = '';
  /** What a save would have to say that the last did not. */
  let unsaved: { names: string } | null = null;
  let changed = false;
  let timer: NodeJS.Timeout | null = null;
  let savedAt = -Infinity;

  const readBack = ([name, stamp, hash]: Entry, record: Uint8Array): Restored | null => {
    const bytes = Buffer.from(record.buffer, record.byteOffset, record.byteLength);
    const gramsAt = 8 + bytes.readUInt32LE(0);
    const packedAt = gramsAt + bytes.readUInt32LE(4);
    const index = unpack(Uint8Array.prototype.slice.call(bytes, packedAt));
    if (index.hash !== hash) return null;
    const entities = JSON.parse(bytes.toString('utf8', 8, gramsAt)) as Contribution[];
    const grams = new Uint32Array(Uint8Array.prototype.slice.call(bytes, gramsAt, packedAt).buffer);
    learned.set(name, { stamp, hash, entities, grams });
    return { path: name, entities, grams, index };
  };
  const unchanged = async (candidates: readonly Entry[]): Promise<Entry[]> => {
    const same: Entry[] = [];
    await inParallel(candidates, 32, async (entry) => {
      const found = await stat(path.join(root, entry[0])).catch(() => null);
      if (found && stampOf(found) === entry[1]) same.push(entry);
    });
    return same;
  };
  const saveNow = async (): Promise<void> => {
    if (timer) clearTimeout(timer);
    timer = null;
    if (!unsaved || !changed) return;
    const { names } = unsaved;
    [unsaved, changed, savedAt] = [null, false, performance.now()];
    const saved: Saved = { settings: settingsKey, entries: [...entries.values()] };
    await cache.save({ names, entries: JSON.stringify(saved) }, entries.keys());
  };

  return {
    learn(name, fresh) {
      // An open document that says what the file says keeps the file's stamp.
      const before = learned.get(name);
      const stamp = fresh.stamp ?? (before?.hash === fresh.hash ? before.stamp : null);
      learned.set(name, { ...fresh, stamp });
      if (stamp !== null) return;
      changed = entries.delete(name) || changed;
    },
    indexed(name, hash, packed) {
      const known = learned.get(name);
      if (!known || known.stamp === null || known.hash !== hash) return;
      cache.put(name, recordOf(known, packed));
      entries.set(name, [name, known.stamp, hash]);
      changed = true;
    },
    outdated(paths) {
      for (const name of paths) changed = entries.delete(name) || changed;
    },
    seen(name, stamp) {
      const known = learned.get(name);
      const entry = entries.get(name);
      if (known && stamp !== null && known.stamp !== stamp) {
        learned.set(name, { ...known, stamp });
        if (entry) entries.set(name, [name, stamp, entry[2]]);
        changed = true;
      }
      return entry !== undefined;
    },
    forget(name) {
      learned.delete(name);
      changed = entries.delete(name) || changed;
    },
    save(names) {
      unsaved = { names };
      timer ??= setTimeout(() => void saveNow(), Math.max(0, savedAt + pace - performance.now()));
      timer.unref();
    },
    async restore(settings, paths, each) {
      settingsKey = settings;
      const [names, text] = [await cache.text('names'), await cache.text('entries')];
      const saved = text === null ? null : (JSON.parse(text) as Saved);
      if (names === null || saved?.settings !== settings) {
        cache.opened();
        return null;
      }
      const wanted = new Set(paths);
      const same = new Map((await unchanged(saved.entries.filter(([name]) => wanted.has(name)))).map((entry) => [entry[0], entry]));
      let sinceTurn = performance.now();
      for await (const [name, record] of cache.records(new Set(same.keys()))) {
        const entry = same.get(name) as Entry;
        const restored = readBack(entry, record);
        if (!restored) continue;
        entries.set(name, entry);
        each(restored);
        if (performance.now() - sinceTurn < 8) continue;
        await new Promise((resolve) => setImmediate(resolve));
        sinceTurn = performance.now();
      }
      cache.opened();
      return { names };
    },
    async clear() {
      entries.clear();
      await cache.clear();
    },
    async close() {
      await saveNow();
      await cache.close();
    },
  };
}
