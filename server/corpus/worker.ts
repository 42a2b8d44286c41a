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
type Method = (...args: readonly unknown[]) => Promise<unknown>;

parentPort?.on('message', ({ id, method, args }: Call) => {
  const call = engine[method] as Method;
  call(...args).then(
    (result) => parentPort?.postMessage({ id, result } satisfies Reply),
    (error: unknown) => parentPort?.postMessage({ id, error: String(error) } satisfies Reply),
  );
});
