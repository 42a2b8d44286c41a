import { availableParallelism } from 'node:os';
import { Worker, type ResourceLimits } from 'node:worker_threads';
import type { Contribution } from '../entity/contribution';
import type { EntityList } from '../entity/list';
import type { Engine, IndexResult, ReadResult } from './engine';
import type { CorpusSettings } from './settings';
import { builtInEntities } from './lexiconFile';
import { giveDigest, partsOfDigest } from './digest';
import { freeAtOnce, runAsUsual, runFrugally } from './frugal';
import { lazyReport, unpackReport } from './packed/report';
import { createSlabs } from './slabs';
import type { PackedResult, Reply } from './worker';

/**
 * Milliseconds without work after which a worker and its dictionaries are let go. The first one serves whoever types or
 * confirms one name after the other: to start it takes longer than such an edit may.
 */
const idleTime = { first: 300_000, other: 8_000 };
/**
 * Megabytes for the young objects of a worker that is started for much work: half of what V8 gives them, which saves 30 MB
 * and no time is lost by. One that is started for a single report keeps what V8 gives: a keystroke is a sixth quicker.
 */
const youngSize = 24;
/** Calls that a worker has at most before another one is started, if there is much to do. */
const busy = 2;
/** Reports of one work that repay another worker, and doing without what helps single ones. */
const muchWork = 30;

/**
 * Workers to have at most: one core is left to whoever asks. On two cores a second worker would make a first index a fifth
 * shorter, take another 200 MB, and hold up the first answers.
 */
export function workerCount(): number {
  return Math.max(1, availableParallelism() - 1);
}

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** One worker thread that is started by the first call and ends when it has been idle. */
export interface Lane {
  /** False before the first call and after a rest: a call then starts it. */
  runs(): boolean;
  /** Calls that are not answered yet. */
  pending(): number;
  call(method: string, args: readonly unknown[]): Promise<unknown>;
  /** Ends the thread, unless it has something to do. */
  rest(): void;
  dispose(): void;
}

interface LaneOptions {
  /** Whether there will be more work, so that it does not end. */
  readonly keeps?: () => boolean;
  /** What it is started with. */
  readonly limits?: () => ResourceLimits;
}

/** The worker ends after `idle` milliseconds without work. */
export function createLane(script: string, lexicon: string, idle: number, greet: (call: Lane['call']) => void, { keeps = () => false, limits = () => ({}) }: LaneOptions = {}): Lane {
  let worker: Worker | null = null;
  let timer: NodeJS.Timeout | null = null;
  let nextId = 1;
  const pending = new Map<number, Pending>();

  const stop = (reason: string): void => {
    const old = worker;
    worker = null;
    for (const { reject } of pending.values()) reject(new Error(reason));
    pending.clear();
    void old?.terminate();
  };
  const rest = (): void => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => (keeps() ? rest() : stop('idle')), idle);
    timer.unref();
  };
  const start = (): Worker => {
    const fresh = new Worker(script, { workerData: lexicon, resourceLimits: limits() });
    fresh.on('message', (reply: Reply) => {
      const call = pending.get(reply.id);
      pending.delete(reply.id);
      if ('error' in reply) call?.reject(new Error(reply.error));
      else call?.resolve(reply.result);
      if (pending.size === 0) rest();
    });
    fresh.on('error', (error) => {
      if (worker === fresh) stop(`the worker failed: ${error.message}`);
    });
    fresh.on('exit', (code) => {
      if (worker === fresh) stop(`the worker ended with code ${code}`);
    });
    return fresh;
  };
  const send = (method: string, args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (timer) clearTimeout(timer);
      const id = nextId++;
      pending.set(id, { resolve, reject });
      worker?.postMessage({ id, method, args });
    });
  return {
    runs: () => worker !== null,
    pending: () => pending.size,
    call(method, args) {
      if (!worker) {
        worker = start();
        greet((name, values) => send(name, values));
      }
      return send(method, args);
    },
    rest() {
      if (pending.size === 0) stop('idle');
    },
    dispose() {
      if (timer) clearTimeout(timer);
      stop('disposed');
    },
  };
}

/**
 * An engine over at most `width` worker threads. `script` is the worker's bundle, `lexicon` is the file of its built-in names.
 * A report is read by the worker with the least to do and indexed by the same one, which may still hold it; a worker that dies
 * fails its calls and is started anew. Workers are started as there is work for them, and the surplus ends soon after it.
 */
export function createPool(script: string, lexicon: string, width: number): Engine {
  let configuration: readonly [string | null, CorpusSettings] | null = null;
  let names: readonly [EntityList, string] | null = null;
  const greet = (call: Lane['call']): void => {
    if (configuration) void call('configure', configuration).catch(() => undefined);
    if (names) void call('setNames', names).catch(() => undefined);
  };
  let isMuch = false;
  const limits = (): ResourceLimits => (isMuch ? { maxYoungGenerationSizeMb: youngSize } : {});
  const lanes = Array.from({ length: width }, (_, at) => createLane(script, lexicon, at === 0 ? idleTime.first : idleTime.other, greet, { limits }));
  const slabs = createSlabs();
  /** Of many reports the bytes are kept together; one that is typed in will soon be another. */
  const kept = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => (isMuch ? slabs(bytes) : bytes);
  const keptContribution = ({ names: given, hints }: Contribution): Contribution => ({ names: given.length === 0 ? given : kept(given), hints });
  const keptNumbers = ({ buffer, byteOffset, byteLength }: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
    const bytes = kept(new Uint8Array(buffer, byteOffset, byteLength));
    return new Uint32Array(bytes.buffer, bytes.byteOffset, byteLength / 4);
  };
  const readBy = new Map<string, Lane>();
  const freest = (): Lane => {
    const running = lanes.filter((lane) => lane.runs()).sort((a, b) => a.pending() - b.pending());
    const [best] = running;
    // To start another one takes as long as a few dozen reports.
    if (best && (best.pending() < busy || !isMuch)) return best;
    return lanes.find((lane) => !lane.runs()) ?? best ?? (lanes[0] as Lane);
  };
  const laneFor = (path: string): Lane => {
    const lane = freest();
    readBy.set(path, lane);
    return lane;
  };
  const laneOf = (path: string): Lane => {
    const lane = readBy.get(path);
    readBy.delete(path);
    return lane?.runs() === true ? lane : freest();
  };
  const failed = (error: unknown): { skip: { code: 'failed'; detail: string } } => ({
    skip: { code: 'failed', detail: String(error) },
  });
  const builtIn = builtInEntities(lexicon);
  freeAtOnce();
  return {
    width: width * 3,
    async configure(root, settings) {
      configuration = [root, settings];
      await Promise.all(lanes.filter((lane) => lane.runs()).map((lane) => lane.call('configure', [root, settings])));
    },
    async read(path, text, known) {
      const result = (await laneFor(path).call('read', [path, text, known]).catch(failed)) as ReadResult;
      return 'grams' in result ? { ...result, contribution: keptContribution(result.contribution), grams: keptNumbers(result.grams) } : result;
    },
    async merge(all, hinted) {
      return (await freest().call('merge', [all, hinted])) as string;
    },
    assumeNames(list, discovered) {
      names = [list, discovered];
    },
    async setNames(list, discovered) {
      const running = lanes.filter((lane) => lane.runs());
      const told = running.length > 0 ? running : lanes.slice(0, 1);
      const changes = told.map((lane) => lane.call('setNames', [list, discovered]));
      // A worker that starts meanwhile is greeted with them.
      names = [list, discovered];
      const changed = await Promise.all(changes);
      return changed[0] as readonly string[];
    },
    async index(path, text): Promise<IndexResult> {
      const result = (await laneOf(path).call('index', [path, text]).catch(failed)) as PackedResult;
      if ('skip' in result) return result;
      const packed = kept(result.packed);
      const unpacked = unpackReport(packed, builtIn);
      giveDigest(unpacked, partsOfDigest(kept(result.digest)));
      return { index: unpacked, packed };
    },
    expect(reports) {
      isMuch = reports > muchWork;
      if (isMuch) runFrugally();
      else runAsUsual();
    },
    rest() {
      for (const lane of lanes) lane.rest();
    },
    unpack: (packed) => unpackReport(packed, builtIn),
    recall: (head, load) => lazyReport(head, load, builtIn),
    dispose() {
      for (const lane of lanes) lane.dispose();
    },
  };
}
