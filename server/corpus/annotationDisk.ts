import { createHash } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { annotationFolder } from '../annotation/place';

/** Where annotation files are kept; paths are relative to the corpus root, with "/". */
export interface AnnotationDisk {
  list(): Promise<string[]>;
  /** Null where there is no such file. */
  read(path: string): Promise<string | null>;
  /**
   * Replaces a file by what `change` makes of its present text, whole or not at all: nobody else who writes through
   * this interface comes between. An empty text takes the file away. Returns what the file then holds, after it is on
   * the disk. Rejects with the system's error where the folder cannot be written.
   */
  update(path: string, change: (present: string) => string): Promise<string>;
}

/** For a corpus without a folder: it has no annotations, and none can be made. */
export const noDisk: AnnotationDisk = {
  list: () => Promise.resolve([]),
  read: () => Promise.resolve(null),
  update: () => Promise.reject(new Error('A corpus without a folder keeps no annotations.')),
};

/** The annotation files below a folder of the disk. */
export function annotationDisk(root: string): AnnotationDisk {
  const full = (name: string): string => path.join(root, ...name.split('/'));
  /** What was written last, with the file's stamp: it need not be read again before the next write. */
  const written = new Map<string, { readonly stamp: string; readonly text: string }>();
  return {
    async list() {
      const entries = await readdir(path.join(root, annotationFolder), { recursive: true, withFileTypes: true }).catch(() => []);
      return entries
        .filter((entry) => entry.isFile() && entry.name.endsWith('.jsonl') && !entry.name.startsWith('.'))
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
        .sort();
    },
    read: (name) => present(full(name)),
    async update(name, change) {
      const file = full(name);
      return locked(file, async () => {
        const known = written.get(file);
        const text = known !== undefined && known.stamp === (await stampOf(file)) ? known.text : await present(file);
        const fresh = change(text ?? '');
        if (fresh === (text ?? '')) return fresh;
        if (fresh === '') await rm(file, { force: true });
        else written.set(file, { stamp: await replace(file, fresh), text: fresh });
        return fresh;
      });
    },
  };
}

async function present(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function stampOf(file: string): Promise<string> {
  return stat(file, { bigint: true }).then(stamp, () => '');
}

/** Another file, or other content: every writer of these files makes a new one, and any other changes the time. */
function stamp({ ino, size, mtimeNs }: BigIntStats): string {
  return `${ino} ${size} ${mtimeNs}`;
}

/**
 * Temporary file, fsync, rename, fsync of the folder. The lock lets the temporary file have a fixed name. Resolves to
 * the stamp it had before the rename: what others write after that is never taken for ours.
 */
async function replace(file: string, text: string): Promise<string> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true });
  const temporary = path.join(folder, `.${path.basename(file)}.tmp`);
  const fresh = await synced(temporary, 'w', async (handle) => {
    await handle.writeFile(text, 'utf8');
    return stamp(await handle.stat({ bigint: true }));
  });
  await rename(temporary, file);
  // Windows cannot open folders; there the rename is all that can be asked for.
  await synced(folder, 'r', () => Promise.resolve()).catch(() => undefined);
  return fresh;
}

async function synced<T>(file: string, flags: string, work: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(file, flags);
  try {
    const result = await work(handle);
    await handle.sync();
    return result;
  } finally {
    await handle.close();
  }
}

/** A lock older than this was left by a process that died; waiting longer than this for one gives up. */
const STALE = 10_000;
const PATIENCE = 15_000;

/**
 * Keeps two processes of this machine from writing one file at the same time. Locks lie in the system's temporary
 * folder, so that a corpus holds nothing but its own files.
 */
async function locked<T>(file: string, work: () => Promise<T>): Promise<T> {
  const folder = path.join(tmpdir(), 'wenmai-locks');
  await mkdir(folder, { recursive: true });
  const lock = path.join(folder, createHash('sha256').update(path.resolve(file)).digest('hex').slice(0, 32));
  const until = Date.now() + PATIENCE;
  for (;;) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || Date.now() > until) throw error;
      if (await isStale(lock)) await rm(lock, { force: true });
      else await pause(5 + Math.random() * 10);
    }
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

/** A lock is stale when its process is gone, or when it is old: another program may have that number by now. */
async function isStale(lock: string): Promise<boolean> {
  const status = await stat(lock).catch(() => null);
  if (status === null) return false;
  if (Date.now() - status.mtimeMs > STALE) return true;
  const owner = Number(await readFile(lock, 'utf8').catch(() => ''));
  if (!Number.isInteger(owner) || owner <= 0) return false;
  try {
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
