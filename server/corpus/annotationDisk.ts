import type { BigIntStats } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { annotationFolder } from '../annotation/place';
import { locked } from './lock';

/** A file or folder that could not be read, and the system's reason. */
export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

/** Where annotation files are kept; paths are relative to the corpus root, with "/". */
export interface AnnotationDisk {
  /** The files there are; what cannot be looked into is named, and keeps nobody from the rest. */
  list(): Promise<{ readonly files: readonly string[]; readonly unreadable: readonly Unreadable[] }>;
  /** Null where there is no such file. Rejects where it cannot be read, or is no UTF-8: writing it back would change it. */
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
  list: () => Promise.resolve({ files: [], unreadable: [] }),
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
      const files: string[] = [];
      const unreadable: Unreadable[] = [];
      const walk = async (folder: string): Promise<void> => {
        try {
          for (const entry of await readdir(full(folder), { withFileTypes: true })) {
            if (entry.isDirectory()) await walk(`${folder}/${entry.name}`);
            else if (entry.isFile() && entry.name.endsWith('.jsonl') && !entry.name.startsWith('.')) files.push(`${folder}/${entry.name}`);
          }
        } catch (error) {
          const { code, message } = error as NodeJS.ErrnoException;
          if (code !== 'ENOENT') unreadable.push({ path: folder, reason: message });
        }
      };
      await walk(annotationFolder);
      return { files: files.sort(), unreadable };
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

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

async function present(file: string): Promise<string | null> {
  try {
    return utf8.decode(await readFile(file));
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
