import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Reports of one work from which it is a large one: what it leaves behind is worth letting go of. */
export const manyReports = 500;

/**
 * Has V8 keep less memory and compile less: by default a heap may double before it is cleaned, and code is optimised that
 * a few hundred reports do not repay. A third of the memory of a first index of 2,000 reports and, with 1,500, a sixth of
 * its CPU time were spent so. Before worker threads are started, which take it over.
 */
export function runFrugally(): void {
  setFlagsFromString('--heap-growing-percent=30');
  setFlagsFromString('--interrupt-budget=1000000');
}

/**
 * Has mimalloc, which the segmenter's native module allocates with, give back at once what is freed. By itself it waits for
 * the next allocation, which does not come once the workers have ended: 45 MB. In the main thread, before workers are
 * started: the module reads the process's environment when it is loaded, and a worker's own is another.
 */
export function freeAtOnce(): void {
  process.env['MIMALLOC_PURGE_DELAY'] ??= '0';
}

/** As V8 runs by default, for whoever waits for one report. */
export function runAsUsual(): void {
  setFlagsFromString('--heap-growing-percent=0');
  setFlagsFromString('--interrupt-budget=67584');
}

type Collect = (what?: { readonly type: 'minor' }) => void;

function collector(): Collect {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as Collect;
  setFlagsFromString('--no-expose-gc');
  return collect;
}

/**
 * Gives back the memory that a finished long work has left behind, which V8 would keep until much more was asked for.
 * Holds the thread up for one whole collection.
 */
export function giveBack(): void {
  const collect = collector();
  // What is left lies scattered over the heap, which else keeps all its pages.
  setFlagsFromString('--compact-on-every-full-gc');
  collect();
  setFlagsFromString('--no-compact-on-every-full-gc');
}

/** Milliseconds after a long work: until whoever took part has let go of what it held, and until it has been quiet for a while. */
const [over, quiet] = [2_000, 15_000];

/**
 * Gives back what a long work has left behind when it is over, and then the room of young objects, 33 MB: V8 shrinks it at a
 * collection before which few were made for five seconds, which holds the thread up for a few milliseconds.
 */
export function giveBackSoon(): void {
  setTimeout(giveBack, over).unref();
  setTimeout(() => collector()({ type: 'minor' }), quiet).unref();
}
