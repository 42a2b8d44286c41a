import { closeSync, existsSync, fstatSync, openSync, readSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Lmdb from 'lmdb';

type Database = Lmdb.RootDatabase<Buffer, string>;

/** Bytes by name, in one file that several processes share: the first of them writes, the others read. */
export interface Store {
  writes(): boolean;
  /** Until `opened`, what was there at the beginning, whatever the writer does meanwhile. */
  get(entry: string): Buffer | null;
  /** Lets go of what was there at the beginning, and of the memory that reading it took. Until it resolves nothing is found and nothing is to be put. */
  opened(): Promise<void>;
  /** Puts an entry that nobody knows of yet. */
  put(entry: string, bytes: Uint8Array): void;
  /** Puts entries and takes out all others that are not wanted; all of it happens or nothing. */
  commit(entries: ReadonlyMap<string, Uint8Array>, isWanted: (entry: string) => boolean): Promise<void>;
  /** Resolves when what was written is on the disk. */
  flushed(): Promise<void>;
  close(): Promise<void>;
}

const programEntry = 'program';
const writerEntry = 'writer';

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

function openDatabase(file: string, log: (line: string) => void): Database {
  const { open } = createRequire(__filename)('lmdb') as typeof Lmdb;
  const attempt = (): Database => open<Buffer, string>({ path: file, encoding: 'binary', noSubdir: true });
  const anew = (reason: string): void => {
    log(`cache: ${file} is damaged and thrown away: ${reason}`);
    rmSync(file, { force: true });
    rmSync(`${file}-lock`, { force: true });
  };
  if (existsSync(file) && !isWhole(file)) anew('not what the store writes');
  try {
    return attempt();
  } catch (error) {
    anew(String(error));
    return attempt();
  }
}

/** True while the process has the database open: the system takes back the lock behind its slot when it ends. */
function isOpenIn(database: Database, pid: string): boolean {
  database.readerCheck();
  return database.readerList().split('\n').some((line) => line.trim().split(/\s+/)[0] === pid);
}

/** Opens an LMDB file for a program. What another program wrote is thrown away, unless that one is writing now. */
export function openStore(file: string, program: string, log: (line: string) => void): Store {
  let database = openDatabase(file, log);
  const own = String(process.pid);
  const failed = (error: unknown): void => log(`cache: ${String(error)}`);
  let reading: Lmdb.Transaction | undefined;
  /** A read of a database that is closing would end the process: the package throws once more later, where nobody catches it. */
  let isOpen = true;
  const get = (entry: string): Buffer | null => {
    if (!isOpen) return null;
    try {
      return database.get(entry, reading ? { transaction: reading } : {}) ?? null;
    } catch (error) {
      failed(error);
      return null;
    }
  };
  /** Asks and takes the place of the writer in one step. */
  let writes = database.transactionSync(() => {
    const writer = get(writerEntry)?.toString();
    if (writer !== undefined && writer !== own && isOpenIn(database, writer)) return false;
    const before = get(programEntry)?.toString();
    if (before !== program) {
      if (before !== undefined) log(`cache: ${file} was written by another version and is thrown away`);
      database.clearSync();
      void database.put(programEntry, Buffer.from(program));
    }
    void database.put(writerEntry, Buffer.from(own));
    return true;
  });
  reading = database.useReadTransaction();
  const isOurs = get(programEntry)?.toString() === program;
  const letGo = (): void => {
    reading?.done();
    reading = undefined;
  };
  return {
    writes: () => writes,
    get: (entry) => (isOurs ? get(entry) : null),
    async opened() {
      if (!reading) return;
      letGo();
      // LMDB reads where the file lies in memory, and keeps what was read once for good: as much as the file holds.
      isOpen = false;
      await database.close();
      try {
        database = openDatabase(file, log);
        isOpen = true;
      } finally {
        // Another process may have taken the place of the writer in between.
        writes &&= get(writerEntry)?.toString() === own;
      }
    },
    put: (entry, bytes) => void database.put(entry, Buffer.from(bytes)).catch(failed),
    async commit(entries, isWanted) {
      await database.transaction(() => {
        const all = [...database.getKeys()].filter((entry) => entry !== programEntry && entry !== writerEntry);
        for (const entry of all) if (!entries.has(entry) && !isWanted(entry)) void database.remove(entry);
        for (const [entry, bytes] of entries) void database.put(entry, Buffer.from(bytes));
      });
    },
    async flushed() {
      await database.flushed;
    },
    async close() {
      letGo();
      isOpen = false;
      await database.close();
    },
  };
}
