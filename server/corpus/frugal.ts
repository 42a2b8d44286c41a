import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

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
 * Gives back the memory that a finished long work has left behind, which V8 would keep until much more was asked for.
 * Holds the thread up for one whole collection.
 */
export function giveBack(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  collect();
}
