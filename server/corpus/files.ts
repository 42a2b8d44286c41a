import { createHash } from 'node:crypto';
import { closeSync, fstatSync, lstatSync, openSync, readdirSync, readSync, realpathSync, statSync, type Dirent, type Stats } from 'node:fs';
import { lstat, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import picomatch from 'picomatch';
import { inParallel } from './parallel';
import type { CorpusSettings } from './settings';
import { turns } from './turns';

/** Why a file is not in the index. */
export type SkipCode = 'binary' | 'tooLarge' | 'unreadable' | 'vanished' | 'outside' | 'failed';
export interface Skip {
  readonly code: SkipCode;
  /** What the system said, or the size in bytes; for the log. */
  readonly detail: string;
}

/** The bytes of a file, or why there are none. `stamp` changes with the file, see `stampOf`; it was taken before the bytes were read. */
export type FileContent = { readonly bytes: Uint8Array; readonly hash: string; readonly stamp: string } | { readonly skip: Skip };

/** Changes with the file: size, times and inode, as one string. */
export function stampOf({ size, mtimeMs, ctimeMs, ino }: { size: number; mtimeMs: number; ctimeMs: number; ino: number }): string {
  return `${size}:${mtimeMs}:${ctimeMs}:${ino}`;
}

/** SHA-1, in hexadecimal. */
export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha1').update(bytes).digest('hex');
}

/** True for folders that nobody means as a corpus: a drive's root, the home directory or one above it. */
export function isTooWide(root: string): boolean {
  const home = homedir();
  const resolved = path.resolve(root);
  return resolved === path.parse(resolved).root || resolved === home || home.startsWith(resolved + path.sep);
}

/** Tells whether a path relative to the root, with "/", belongs to the corpus. */
export function reportFilter(settings: CorpusSettings): (relative: string) => boolean {
  const included = picomatch(settings.include as string[], { dot: true });
  const excluded = picomatch(settings.exclude as string[], { dot: true });
  return (relative) => included(relative) && !excluded(relative);
}

/**
 * The reports below `root`: sorted paths relative to it, with "/". A link to a file is listed, and judged by `readReport`;
 * a link to a folder is not entered, so loops end. Folders that are excluded whole, or cannot be read, are passed over. Asks
 * the system at once for each folder, which takes a third of what waiting for it takes, and yields between them.
 */
export async function listReports(root: string, settings: CorpusSettings): Promise<string[]> {
  const isReport = reportFilter(settings);
  const excluded = picomatch(settings.exclude as string[], { dot: true });
  const found: string[] = [];
  const turn = turns();
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of entriesOf(path.join(root, folder))) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (!entry.isDirectory()) {
        if (isReport(name)) found.push(name);
      } else if (!excluded(`${name}/\u0001`)) folders.push(name);
    }
    await turn();
  }
  return found.sort();
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** True for what is there and is no folder. */
export async function isFile(root: string, name: string): Promise<boolean> {
  return stat(path.join(root, name)).then((stats) => !stats.isDirectory(), () => false);
}

/** Bytes of files that come last, since whoever reads one does nothing else for long. */
const largeFile = 1_000_000;
/** Of so many that were changed last, as many as are indexed before all others are read, those with more bytes come after the rest, the shortest first: long ones would hold up the first answers. */
const soonest = { reports: 108, bytes: 64_000 };

/** The files in the order in which they are wanted: what was changed last comes first, but for large ones. Asks the system at once for each, see `unchangedOf`; yields to other work. */
export async function newestFirst(root: string, names: readonly string[]): Promise<string[]> {
  const found: { readonly name: string; readonly changed: number; readonly size: number }[] = [];
  const turn = turns();
  for (const name of names) {
    const status = statusOf(path.join(root, name));
    found.push({ name, changed: status?.mtimeMs ?? 0, size: status?.size ?? 0 });
    await turn();
  }
  found.sort((a, b) => Number(a.size > largeFile) - Number(b.size > largeFile) || b.changed - a.changed || (a.name < b.name ? 1 : -1));
  const newest = found.splice(0, soonest.reports);
  return [...newest.filter(({ size }) => size <= soonest.bytes), ...newest.filter(({ size }) => size > soonest.bytes).sort((a, b) => a.size - b.size), ...found].map(({ name }) => name);
}

/** What the system says of a file; undefined where it is not there or not to be reached: whoever reads it is told why. */
function statusOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Those of the files that are not there. */
export async function vanishedOf(root: string, names: readonly string[]): Promise<string[]> {
  const gone: string[] = [];
  await inParallel(names, 32, async (name) => {
    const there = await lstat(path.join(root, name)).then(() => true, () => false);
    if (!there) gone.push(name);
  });
  return gone;
}

function skipOf(error: unknown): { skip: Skip } {
  const { code, message } = error as NodeJS.ErrnoException;
  return { skip: { code: code === 'ENOENT' ? 'vanished' : 'unreadable', detail: `${code ?? ''} ${message}`.trim() } };
}

/**
 * Reads one file of the corpus, at once: promises would cost several times as much, and whoever reads does nothing else. Never throws: a file that is gone, unreadable, too large, not a file at all, or a link
 * out of the folder gives a skip.
 */
export function readReport(root: string, relative: string, maxFileSize: number): FileContent {
  const file = path.join(root, relative);
  try {
    const outside = outsideOf(root, file);
    if (outside !== null) return { skip: { code: 'outside', detail: outside } };
    const handle = openSync(file, 'r');
    try {
      const status = fstatSync(handle);
      if (!status.isFile()) return { skip: { code: 'unreadable', detail: 'not a file' } };
      if (status.size > maxFileSize) return { skip: { code: 'tooLarge', detail: String(status.size) } };
      const bytes = readWhole(handle, status);
      return { bytes, hash: hashOf(bytes), stamp: stampOf(status) };
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return skipOf(error);
  }
}

/** Where a file leads that is a link, or lies below one, and leaves the root; null for all others. */
function outsideOf(root: string, file: string): string | null {
  let isLinked = false;
  for (let at = file; at.length > root.length && !isLinked; at = path.dirname(at)) isLinked = lstatSync(at).isSymbolicLink();
  if (!isLinked) return null;
  const real = realpathSync.native(file);
  const inside = path.relative(realpathSync.native(root), real);
  return inside.startsWith('..') || path.isAbsolute(inside) ? real : null;
}

/** All bytes of an open file; those that it had when `status` was taken, or fewer. */
function readWhole(handle: number, { size }: Stats): Uint8Array {
  const bytes = Buffer.allocUnsafe(size);
  let at = 0;
  for (let count = -1; at < size && count !== 0; at += count) count = readSync(handle, bytes, at, size - at, at);
  return bytes.subarray(0, at);
}

/**
 * Those of the entries whose files still have their stamp. Asks the system at once for each, which takes a fifth of what
 * waiting for it takes, and `turn` between them.
 */
export async function unchangedOf<E extends readonly [path: string, stamp: string, ...unknown[]]>(root: string, entries: readonly E[], turn: () => Promise<void>): Promise<E[]> {
  const same: E[] = [];
  for (const entry of entries) {
    const found = statusOf(`${root}${path.sep}${entry[0]}`);
    if (found && stampOf(found) === entry[1]) same.push(entry);
    await turn();
  }
  return same;
}
