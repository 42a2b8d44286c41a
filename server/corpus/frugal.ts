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

/** Milliseconds: V8 shrinks the room of young objects, 33 MB after much work, at a collection before which it saw few of them for five seconds. */
const quiet = 6_000;
let last: NodeJS.Timeout | null = null;

/**
 * Gives back the memory that a finished long work has left behind, which V8 would keep until much more was asked for.
 * Holds the thread up for one whole collection, and some seconds later for a few milliseconds.
 */
export function giveBack(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (of?: { readonly type: 'minor' }) => void;
  setFlagsFromString('--no-expose-gc');
  // What is left lies scattered over the heap, which else keeps all its pages.
  setFlagsFromString('--compact-on-every-full-gc');
  collect();
  setFlagsFromString('--no-compact-on-every-full-gc');
  if (last) clearTimeout(last);
  last = setTimeout(() => collect({ type: 'minor' }), quiet).unref();
}
