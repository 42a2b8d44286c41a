import { setTimeout as delay } from 'node:timers/promises';

/** Gives other work a turn now and then. */
export type Turn = () => Promise<void>;

/** Milliseconds for which other work may be kept waiting. */
const stretch = 2;

/** Passes of the event loop between two turns: a message is read in the first, dispatched, handled and answered in those after it. */
const passes = 5;

/** Long works that wait for their turn; one at a time goes on, so that together they hold others up no longer than one. */
const waiting: (() => void)[] = [];
function goOn(pass: number): void {
  if (pass === passes) waiting.shift()?.();
  if (waiting.length > 0) setImmediate(goOn, pass === passes ? 1 : pass + 1);
}
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (waiting.push(resolve) === 1) setImmediate(goOn, 1);
  });
}

/**
 * A step to await within long work: gives other work a turn when it has been kept waiting. While `restful` says so, the
 * long work takes only a quarter of the time. Costs a look at the clock.
 */
export function turns(restful: () => boolean = () => false): Turn {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < stretch) return;
    if (restful()) await delay(stretch * 3);
    await nextTurn();
    since = performance.now();
  };
}

/** Milliseconds from one look at `hurried` to the next. */
const look = 25;

/** Waits for so many milliseconds, or until somebody is in a hurry. */
export async function waitUnless(hurried: () => boolean, milliseconds: number): Promise<void> {
  for (const until = performance.now() + milliseconds; !hurried() && performance.now() < until;) await delay(look);
}
