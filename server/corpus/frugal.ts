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

/** As V8 runs by default, for whoever waits for one report. */
export function runAsUsual(): void {
  setFlagsFromString('--heap-growing-percent=0');
  setFlagsFromString('--interrupt-budget=67584');
}

/**
 * Gives back the memory that a finished long work has left behind, which V8 would keep until much more was asked for.
 * Holds the thread up for one whole collection.
 */
export function giveBack(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  // What is left lies scattered over the heap, which else keeps all its pages.
  setFlagsFromString('--compact-on-every-full-gc');
  collect();
  setFlagsFromString('--no-compact-on-every-full-gc');
}
