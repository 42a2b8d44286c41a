import { parentPort, workerData } from 'node:worker_threads';
import { createEngine } from './engine';
import { resourcesIn } from './resources';

/** What the pool sends: one call of the engine. */
export interface Call {
  readonly id: number;
  readonly method: 'configure' | 'read' | 'setNames' | 'index';
  readonly args: readonly unknown[];
}
/** What comes back: its result, or what it threw. */
export type Reply = { readonly id: number; readonly result: unknown } | { readonly id: number; readonly error: string };

const engine = createEngine(resourcesIn(workerData as string));

function perform({ method, args }: Call): Promise<unknown> {
  const calls = engine as unknown as Readonly<Record<Call['method'], (...args: readonly unknown[]) => Promise<unknown>>>;
  return calls[method](...args);
}

parentPort?.on('message', (call: Call) => {
  const answer = (reply: Reply): void => parentPort?.postMessage(reply);
  perform(call).then(
    (result) => answer({ id: call.id, result }),
    (error: unknown) => answer({ id: call.id, error: String(error) }),
  );
});
