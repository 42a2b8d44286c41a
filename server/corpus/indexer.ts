import type { Codebook } from '../annotation/codebook/model';
import type { EntityList } from '../entity/list';
import { createCorpus, type Snapshot } from './corpus';
import type { Engine } from './engine';
import type { Skip } from './files';
import type { Keeper } from './keeper';
import { createNaming } from './naming';
import { inParallel } from './parallel';

/** What happens to the index. */
export interface IndexEvents {
  /** Reports that are new, changed, skipped or gone; with `entities` when mentions may have changed anywhere. */
  changed(paths: readonly string[]): void;
  /** Steps done and to do of the work under way; equal at its end. */
  progress(done: number, total: number): void;
  /** Work that could not be finished; it goes on with the next change. */
  failed(error: unknown): void;
}

/** Keeps a corpus in step with its reports: reads what was touched, merges names, indexes what they concern. */
export interface Indexer {
  snapshot(): Snapshot;
  skipped(): ReadonlyMap<string, Skip>;
  /** Reports that are to be read or indexed. */
  pending(): ReadonlySet<string>;
  /** Brings back what the cache holds of these reports, if it was read with the same settings; before anything else. */
  restore(settings: string, paths: readonly string[]): Promise<void>;
  /** Has these reports read again; urgent ones before all others. */
  touch(paths: readonly string[], urgent?: boolean): void;
  remove(paths: readonly string[]): void;
  setEntityList(list: EntityList): void;
  setCodebook(codebook: Codebook): void;
  /** Resolves when the report's present text is in the index, or was skipped or removed. */
  fresh(path: string): Promise<void>;
  /** Resolves when there is nothing left to do. */
  settled(): Promise<void>;
  dispose(): void;
}

/** Milliseconds of one long work after which what is done of it is saved. */
const savePace = 30_000;
/** Reports of a new corpus that are indexed before the rest is read, so that there are answers soon. */
const firstServing = 48;
/**
 * `textOf` gives the text of an open document, null for closed reports. Names are merged `typingPause` milliseconds after
 * the last edit, so that half-typed ones do not travel through the corpus.
 */
export function createIndexer(engine: Engine, textOf: (path: string) => string | null, events: IndexEvents, typingPause = 300, keeper: Keeper | null = null): Indexer {
  const corpus = createCorpus();
  const naming = createNaming(engine);
  const skips = new Map<string, Skip>();
  const urgent = new Set<string>();
  const dirty = new Set<string>();
  const inWork = new Set<string>();
  const waiting = new Map<string, (() => void)[]>();
  const idle: (() => void)[] = [];
  let namesTimer: NodeJS.Timeout | null = null;
  let running = false;
  let restoring = false;
  let disposed = false;

  const isPending = (path: string): boolean => urgent.has(path) || dirty.has(path) || inWork.has(path);
  const finish = (path: string): void => {
    inWork.delete(path);
    if (isPending(path)) return;
    for (const resolve of waiting.get(path) ?? []) resolve();
    waiting.delete(path);
  };
  const drop = (path: string): void => {
    keeper?.forget(path);
    naming.forget(path);
    if (corpus.has(path)) corpus.apply({ kind: 'removed', path });
  };
  const skip = (path: string, reason: Skip): void => {
    drop(path);
    if (reason.code === 'vanished') skips.delete(path);
    else skips.set(path, reason);
  };

  const read = async (path: string): Promise<void> => {
    const result = await engine.read(path, textOf(path));
    if (!inWork.has(path)) return;
    if ('skip' in result) {
      skip(path, result.skip);
    } else {
      skips.delete(path);
      naming.learn(path, result.discovery, result.grams);
      keeper?.learn(path, { ...result, entities: result.discovery.entities });
    }
  };
  const index = async (path: string): Promise<void> => {
    if (!naming.knows(path)) return;
    const result = await engine.index(path, textOf(path));
    if (!naming.knows(path)) return;
    if ('skip' in result) skip(path, result.skip);
    else {
      corpus.apply({ kind: 'report', index: result.index });
      if (result.packed) keeper?.indexed(path, result.index.hash, result.packed);
    }
  };

  /** Reads and indexes a batch; with `names`, also indexes what its names touch elsewhere. */
  const process = async (batch: readonly string[], names: boolean): Promise<void> => {
    for (const path of batch) inWork.add(path);
    let done = 0;
    let total = batch.length * 2;
    let savedAt = performance.now();
    const step = async (): Promise<void> => {
      events.progress(++done, total);
      if (performance.now() - savedAt > savePace) {
        savedAt = performance.now();
        keeper?.save(naming.given());
      }
      if (names && urgent.size > 0) await serve();
    };
    await inParallel(batch, engine.width, async (path) => {
      await read(path);
      await step();
    });
    const work = new Set(batch);
    if (names && naming.stale()) for (const path of await naming.merge()) work.add(path);
    keeper?.outdated(work);
    total = batch.length + work.size;
    await inParallel(work, engine.width, async (path) => {
      await index(path);
      finish(path);
      await step();
    });
    events.changed([...work]);
  };

  /** What somebody looks at, with the names there are; new names follow when typing pauses. */
  const serve = async (): Promise<void> => {
    const batch = [...urgent];
    urgent.clear();
    for (const path of batch) dirty.delete(path);
    await process(batch, false);
    if (!naming.stale() || disposed) return;
    if (namesTimer) clearTimeout(namesTimer);
    namesTimer = setTimeout(() => {
      namesTimer = null;
      void run();
    }, typingPause);
  };

  const nextBatch = (): string[] => {
    const all = [...dirty];
    const batch = corpus.size === 0 ? all.slice(0, firstServing) : all;
    for (const path of batch) dirty.delete(path);
    return batch;
  };
  const hasWork = (): boolean => urgent.size > 0 || dirty.size > 0 || (naming.stale() && !namesTimer);

  const run = async (): Promise<void> => {
    if (running || restoring) return;
    running = true;
    try {
      if (corpus.size === 0) await naming.merge();
      while (!disposed && hasWork()) {
        if (urgent.size > 0) await serve();
        else await process(nextBatch(), true);
      }
    } catch (error) {
      events.failed(error);
    } finally {
      running = false;
    }
    if (namesTimer && !disposed) return;
    for (const resolve of idle.splice(0)) resolve();
    if (!disposed && !hasWork()) keeper?.save(naming.given());
  };
  /** What comes in the same turn is gathered. */
  const start = (): void => void setImmediate(() => void run());

  return {
    snapshot: () => corpus.snapshot(),
    skipped: () => skips,
    pending: () => new Set([...urgent, ...dirty, ...inWork]),
    async restore(settings, paths) {
      if (!keeper) return;
      restoring = true;
      const found: string[] = [];
      try {
        const kept = await keeper.restore(settings, paths, ({ path, entities, grams, index }) => {
          naming.learn(path, { entities, local: [] }, grams);
          corpus.apply({ kind: 'report', index });
          found.push(path);
        });
        if (kept && naming.given() === '') naming.assume(kept.names);
      } finally {
        restoring = false;
      }
      if (found.length > 0) events.changed(found);
      start();
    },
    touch(paths, isUrgent = false) {
      for (const path of paths) (isUrgent ? urgent : dirty).add(path);
      start();
    },
    remove(paths) {
      for (const path of paths) {
        urgent.delete(path);
        dirty.delete(path);
        skips.delete(path);
        drop(path);
        finish(path);
      }
      events.changed(paths);
      start();
    },
    setEntityList(list) {
      naming.setList(list);
      corpus.apply({ kind: 'entityList', list });
      start();
    },
    setCodebook(codebook) {
      corpus.apply({ kind: 'codebook', codebook });
      events.changed([]);
    },
    fresh: (path) =>
      isPending(path)
        ? new Promise((resolve) => waiting.set(path, [...(waiting.get(path) ?? []), resolve]))
        : Promise.resolve(),
    settled: () =>
      running || restoring || hasWork() || namesTimer ? new Promise((resolve) => idle.push(resolve)) : Promise.resolve(),
    dispose() {
      disposed = true;
      if (namesTimer) clearTimeout(namesTimer);
      engine.dispose();
    },
  };
}
