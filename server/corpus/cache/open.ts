import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashOf } from '../files';
import { shelfIn, type Shelf } from '../shelf';
import type { Cache } from './cache';
import { packedCache } from './packed';
import { openStore } from './store';

/** Days after which the cache of a corpus that nobody opened is removed. */
const unusedDays = 60;
/** Bytes of all caches of a folder together. */
const mostBytes = 4 * 1024 ** 3;

/** Where the build leaves the key of the program in a folder. */
export const keyFile = (programFolder: string): string => path.join(programFolder, 'program.key');

/** A key that changes with the program: with its parsers, recognisers and lexicon. Costs reading them, a few megabytes. */
export function makeProgramKey(programFolder: string): string {
  return ['worker.js', 'lexicon.jsonl'].map((name) => hashOf(readFileSync(path.join(programFolder, name)))).join('');
}

/** The key that the build made, else made now: while it is being developed. */
export function programKey(programFolder: string): string {
  return existsSync(keyFile(programFolder)) ? readFileSync(keyFile(programFolder), 'utf8') : makeProgramKey(programFolder);
}

/** Bytes of a cache on the disk, and when its corpus was opened last. */
function cacheAt(place: string): { place: string; size: number; opened: number } {
  const size = statSync(path.join(place, 'data.mdb'), { throwIfNoEntry: false })?.size ?? 0;
  return { place, size, opened: statSync(place).mtimeMs };
}

/** Removes the caches of corpora that were not opened for long, and the oldest ones where all are too large; `own` stays. */
function clean(folder: string, own: string): void {
  const caches = readdirSync(folder).map((name) => cacheAt(path.join(folder, name))).sort((a, b) => b.opened - a.opened);
  let total = 0;
  for (const { place, size, opened } of caches) {
    total += size;
    const isOld = Date.now() - opened > unusedDays * 86_400_000 || total > mostBytes;
    if (isOld && place !== own) rmSync(place, { recursive: true, force: true });
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

/** Changes with the form of what is kept. */
const form = 13;
/** Starts in a row that end while they read a cache until it is taken to be what ends them. */
const mostFailures = 2;

/** A cache, and the texts that annotations were made on beside it. */
export type OpenCache = Cache & { readonly shelf: Shelf };

/**
 * The cache of the corpus at `root` in `folder`, for the program that `program` names. What is damaged, or was written by
 * another program, is thrown away with a line in the log. Null where nothing can be kept. Several processes can share it.
 */
export function openCache(folder: string, root: string, program: string, log: (line: string) => void): OpenCache | null {
  const place = path.join(folder, hashOf(root));
  const mark = path.join(place, 'opening');
  try {
    mkdirSync(place, { recursive: true });
    clean(folder, place);
    // Damage in the wrong place can end the process that meets it: its mark stays.
    const [marked = 0, failures = 0] = readOr(mark, '').split(' ').map(Number);
    const died = marked > 0 && marked !== process.pid && !isAlive(marked);
    if (died && failures + 1 >= mostFailures) {
      log(`cache: ${place} is thrown away, ${mostFailures} starts did not come to the end of it`);
      rmSync(place, { recursive: true, force: true });
      mkdirSync(place, { recursive: true });
    }
    writeFileSync(mark, `${process.pid} ${died ? failures + 1 : 0}`);
    const now = new Date();
    utimesSync(place, now, now);
    const store = openStore(path.join(place, 'data.mdb'), `${form} ${program}`, log);
    return { ...packedCache(store, log, () => rmSync(mark, { force: true })), shelf: shelfIn(path.join(place, 'texts')) };
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
