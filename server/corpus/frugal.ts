import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 keep less memory and compile less: by default a heap may double before it is cleaned, and code is optimised that
 * a few hundred reports do not repay. Two thirds of the memory of a first index and a sixth of its time were spent so,
 * on two cores. Before worker threads are started, which take it over.
 */
export function runFrugally(): void {
  setFlagsFromString('--heap-growing-percent=30');
  setFlagsFromString('--interrupt-budget=1000000');
}
