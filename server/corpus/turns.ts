import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds for which other work may be kept waiting. */
const stretch = 4;

/**
 * A step to await within long work: gives other work a turn when it has been kept waiting. While `restful` says so, the
 * long work takes only a quarter of the time. Costs a look at the clock.
 */
export function turns(restful: () => boolean = () => false): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < stretch) return;
    await (restful() ? delay(stretch * 3) : new Promise((resolve) => setImmediate(resolve)));
    since = performance.now();
  };
}
