import { stat } from 'node:fs/promises';
import path from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Entity } from '../entity/model';
import type { Cache } from './cache';
import { hashOf, stampOf } from './files';
import type { Grams } from './grams';
import type { ReportIndex } from './model';
import { inParallel } from './parallel';

/** What pass 1 found in a file. */
interface Learned {
  readonly stamp: string | null;
  readonly hash: string;
  readonly entities: readonly Entity[];
  readonly grams: Grams;
}
/** A report as it comes back from the cache. */
export interface Restored {
  readonly path: string;
  readonly entities: readonly Entity[];
  readonly grams: Grams;
  readonly index: ReportIndex;
}

/** Writes the index of closed reports to the cache as they are read, and brings it back at the next start. */
export interface Keeper {
  learn(path: string, learned: Learned): void;
  indexed(path: string, hash: string, packed: Uint8Array): void;
  forget(path: string): void;
  /** All that is indexed now was read with these names. */
  save(names: string): Promise<void>;
  /** The names of the last save, and every report of it whose file has not changed since; null without a save. */
  restore(settings: string, paths: readonly string[], each: (report: Restored) => void): Promise<{ readonly names: string } | null>;
  clear(): Promise<void>;
  close(): Promise<void>;
}

type Entry = readonly [path: string, stamp: string, hash: string, checksum: string];

/** Real reports halve; reading them back costs a tenth of a millisecond each. */
const level = 1;

function recordOf({ entities, grams }: Learned, packed: Uint8Array): Buffer {
  const names = Buffer.from(JSON.stringify(entities));
  const head = Buffer.alloc(8);
  head.writeUInt32LE(names.length, 0);
  head.writeUInt32LE(grams.byteLength, 4);
  return deflateRawSync(Buffer.concat([head, names, new Uint8Array(grams.buffer, grams.byteOffset, grams.byteLength), packed]), { level });
}

/** `unpack` reads an index from its bytes, see `unpackReport`. Reading and writing yield to other work often. */
export function createKeeper(cache: Cache, root: string, unpack: (packed: Uint8Array) => ReportIndex): Keeper {
  const learned = new Map<string, Learned>();
  const entries = new Map<string, Entry>();
  let settingsKey = '';
  let changed = false;

  const readBack = ([name, stamp, hash]: Entry, record: Uint8Array): Restored => {
    const bytes = inflateRawSync(record);
    const gramsAt = 8 + bytes.readUInt32LE(0);
    const packedAt = gramsAt + bytes.readUInt32LE(4);
    const entities = JSON.parse(bytes.toString('utf8', 8, gramsAt)) as Entity[];
    const grams = new Uint32Array(Uint8Array.prototype.slice.call(bytes, gramsAt, packedAt).buffer);
    learned.set(name, { stamp, hash, entities, grams });
    return { path: name, entities, grams, index: unpack(Uint8Array.prototype.slice.call(bytes, packedAt)) };
  };
  const unchanged = async (candidates: readonly Entry[]): Promise<Entry[]> => {
    const same: Entry[] = [];
    await inParallel(candidates, 32, async (entry) => {
      const found = await stat(path.join(root, entry[0])).catch(() => null);
      if (found && stampOf(found) === entry[1]) same.push(entry);
    });
    return same;
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
      const record = recordOf(known, packed);
      cache.put(name, record);
      entries.set(name, [name, known.stamp, hash, hashOf(record)]);
      changed = true;
    },
    forget(name) {
      learned.delete(name);
      changed = entries.delete(name) || changed;
    },
    async save(names) {
      if (!changed) return;
      changed = false;
      await cache.save(JSON.stringify({ settings: settingsKey, names, entries: [...entries.values()] }), entries.keys());
    },
    async restore(settings, paths, each) {
      settingsKey = settings;
      const state = JSON.parse(cache.state() ?? 'null') as { settings: string; names: string; entries: Entry[] } | null;
      if (state?.settings !== settings) {
        cache.opened();
        return null;
      }
      const wanted = new Set(paths);
      let sinceTurn = performance.now();
      for (const entry of await unchanged(state.entries.filter(([name]) => wanted.has(name)))) {
        const record = cache.record(entry[0]);
        if (record === null || hashOf(record) !== entry[3]) continue;
        entries.set(entry[0], entry);
        each(readBack(entry, record));
        if (performance.now() - sinceTurn < 8) continue;
        await new Promise((resolve) => setImmediate(resolve));
        sinceTurn = performance.now();
      }
      cache.opened();
      return { names: state.names };
    },
    async clear() {
      entries.clear();
      await cache.clear();
    },
    close: () => cache.close(),
  };
}
