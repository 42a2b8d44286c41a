import { parentPort, workerData } from 'node:worker_threads';
import { makeDigest } from './digest';
import { createEngine, type IndexResult, type ReadResult } from './engine';
import { packReport } from './packed/report';
import { resourcesIn } from './resources';

/** What the pool sends: one call of the engine. */
export interface Call {
  readonly id: number;
  readonly method: 'configure' | 'read' | 'merge' | 'setNames' | 'index';
  readonly args: readonly unknown[];
}
/** What comes back: its result, or what it threw. */
export type Reply = { readonly id: number; readonly result: unknown } | { readonly id: number; readonly error: string };

const engine = createEngine(resourcesIn(workerData as string));

/** An index crosses to the main thread as bytes, which are moved and not copied. */
export type PackedResult = { readonly packed: Uint8Array<ArrayBuffer>; readonly digest: Uint8Array<ArrayBuffer> } | Extract<IndexResult, { skip: unknown }>;

async function perform({ method, args }: Call): Promise<unknown> {
  const calls = engine as unknown as Readonly<Record<Call['method'], (...args: readonly unknown[]) => Promise<unknown>>>;
  const result = await calls[method](...args);
  if (method !== 'index') return result;
  const indexed = result as IndexResult;
  return 'skip' in indexed ? indexed : ({ packed: packReport(indexed.index), digest: makeDigest(indexed.index) } satisfies PackedResult);
}

/** Arrays that were made for the answer go with it. */
function movable(result: unknown): ArrayBuffer[] {
  const { packed, digest, grams, contribution } = (result ?? {}) as Partial<Exclude<PackedResult, { skip: unknown }> & Extract<ReadResult, { grams: unknown }>>;
  return [packed, digest, grams, contribution?.names].flatMap((array) => array?.buffer ?? []);
}

parentPort?.on('message', (call: Call) => {
  const answer = (reply: Reply): void => parentPort?.postMessage(reply, 'result' in reply ? movable(reply.result) : []);
  perform(call).then(
    (result) => answer({ id: call.id, result }),
    (error: unknown) => answer({ id: call.id, error: String(error) }),
  );
});
