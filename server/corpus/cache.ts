import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import type * as Lmdb from 'lmdb';
import { hashOf } from './files';

/**
 * What is kept of one corpus between two starts: a record of bytes for each report, and a state that says which of them
 * hold together. Plain data, so that another store can stand behind it. Writes reach the disk soon, in order.
 */
export interface Cache {
  /** The state saved last; null where there is none. */
  state(): string | null;
  record(report: string): Uint8Array | null;
  /** Says that all was read that was wanted of an earlier start; see `openCache`. */
  opened(): void;
  put(report: string, record: Uint8Array): void;
  /** Saves the state and takes out the records of all other reports; resolves when it is on the disk. */
  save(state: string, reports: Iterable<string>): Promise<void>;
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** Days after which the cache of a corpus that nobody opened is removed. */
const unusedDays = 60;
const programEntry = 'program';
const stateEntry = 'state';
/** A name of fixed length: the store's keys are short, and paths can be long. */
const entryOf = (report: string): string => `r${hashOf(report)}`;

/** The folder for caches: the editor's storage folder, else below XDG_CACHE_HOME. */
export function cacheFolder(storagePath: string | undefined): string {
  if (storagePath) return path.join(storagePath, 'index');
  return path.join(process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache'), 'wenmai');
}

/** A key that changes with the program: with its parsers, recognisers and lexicon. Costs reading them, a few megabytes. */
export function programKey(worker: string, lexicon: string): string {
  const tables = readdirSync(lexicon).sort().map((name) => readFileSync(path.join(lexicon, name)));
  return hashOf(Buffer.concat([readFileSync(worker), ...tables]));
}

/** Removes the caches of corpora that were not opened for long. */
function clean(folder: string): void {
  for (const name of readdirSync(folder)) {
    const place = path.join(folder, name);
    if (Date.now() - statSync(place).mtimeMs > unusedDays * 86_400_000) rmSync(place, { recursive: true, force: true });
  }
}

/**
 * Whether a file begins as LMDB's do and is as long as it says: opening one that is not ends the process. Offsets are
 * those of `MDB_meta` behind its page header, in LMDB's data version 2.
 */
function isWhole(file: string): boolean {
  const head = Buffer.alloc(160);
  const handle = openSync(file, 'r');
  try {
    if (readSync(handle, head, 0, head.length, 0) < head.length) return false;
    const pageSize = head.readUInt32LE(48);
    const pages = Number(head.readBigUInt64LE(144)) + 1;
    return head.readUInt32LE(24) === 0xbeefc0de && pageSize >= 512 && fstatSync(handle).size >= pages * pageSize;
  } finally {
    closeSync(handle);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * The cache of the corpus at `root` in `folder`, for the program that `program` names. What is damaged, or was written by
 * another program, is thrown away with a line in the log. Null where nothing can be kept. Several processes can share it.
 */
export function openCache(folder: string, root: string, program: string, log: (line: string) => void): Cache | null {
  const place = path.join(folder, hashOf(root));
  const mark = path.join(place, 'opening');
  try {
    mkdirSync(place, { recursive: true });
    clean(folder);
    // Damage in the wrong place can end the process that meets it: the next one finds its mark and begins anew.
    const marked = Number(readOr(mark, '0'));
    if (marked > 0 && marked !== process.pid && !isAlive(marked)) {
      log(`cache: ${place} is thrown away, its last reader did not come to an end`);
      rmSync(place, { recursive: true, force: true });
      mkdirSync(place, { recursive: true });
    }
    writeFileSync(mark, String(process.pid));
    const now = new Date();
    utimesSync(place, now, now);
    return usable(place, program, log, () => rmSync(mark, { force: true }));
  } catch (error) {
    log(`cache: none in ${place}: ${String(error)}`);
    return null;
  }
}

function readOr(file: string, otherwise: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
}

function usable(place: string, program: string, log: (line: string) => void, opened: () => void): Cache {
  const { open } = createRequire(__filename)('lmdb') as typeof Lmdb;
  const file = path.join(place, 'data.mdb');
  const openStore = (): Lmdb.RootDatabase<Buffer, string> => open<Buffer, string>({ path: file, encoding: 'binary', noSubdir: true });
  let store: Lmdb.RootDatabase<Buffer, string>;
  const anew = (reason: string): void => {
    log(`cache: ${place} is damaged and thrown away: ${reason}`);
    rmSync(file, { force: true });
    rmSync(`${file}-lock`, { force: true });
  };
  if (existsSync(file) && !isWhole(file)) anew('not what the store writes');
  try {
    store = openStore();
  } catch (error) {
    anew(String(error));
    store = openStore();
  }
  const read = (entry: string): Buffer | null => {
    try {
      return store.get(entry) ?? null;
    } catch (error) {
      log(`cache: ${String(error)}`);
      return null;
    }
  };
  const failed = (error: unknown): void => log(`cache: ${String(error)}`);
  const clear = async (): Promise<void> => {
    await store.clearAsync();
    await store.put(programEntry, Buffer.from(program));
  };
  let cleared: Promise<void> = Promise.resolve();
  if (read(programEntry)?.toString() !== program) {
    if (read(programEntry) !== null) log(`cache: ${place} was written by another version and is thrown away`);
    store.clearSync();
    cleared = clear().catch(failed);
  }
  return {
    state: () => read(stateEntry)?.toString() ?? null,
    opened,
    record: (report) => read(entryOf(report)),
    put: (report, record) => void store.put(entryOf(report), Buffer.from(record)).catch(failed),
    async save(state, reports) {
      const wanted = new Set([programEntry, stateEntry, ...[...reports].map(entryOf)]);
      await store.transaction(() => {
        const gone = [...store.getKeys()].filter((entry) => !wanted.has(entry));
        for (const entry of gone) void store.remove(entry);
        void store.put(stateEntry, Buffer.from(state));
      });
      await store.flushed;
    },
    clear,
    async close() {
      opened();
      await cleared;
      await store.close();
    },
  };
}
