import type { Codebook } from '../annotation/codebook/model';
import type { EntityList } from '../entity/list';
import { openLists } from './base/base';
import { createCorpus, type Snapshot } from './corpus';
import { createDeparted, type DepartedReport } from './departed';
import type { Engine } from './engine';
import type { Skip } from './files';
import { giveBackSoon, manyReports } from './frugal';
import type { Keeper } from './keeper';
import { createNaming } from './naming';
import { packReport } from './packed/report';
import { inParallel } from './parallel';
import { servingAfter } from './servings';
import { createWorks, type Work } from './works';

/** What happens to the index. */
export interface IndexEvents {
  /** Reports that are new, changed, skipped or gone; with `entities` when mentions may have changed anywhere. */
  changed(paths: readonly string[]): void;
  /** Reports done and to do of the work under way; equal at its end. */
  progress(done: number, total: number): void;
  /** Work that could not be finished; it goes on with the next change. */
  failed(error: unknown): void;
}

/** Keeps a corpus in step with its reports: reads what was touched, merges names, indexes what they concern. */
export interface Indexer {
  snapshot(): Snapshot;
  /** Reports that are indexed, and entities that they name: cheaper than a snapshot, from which later changes copy. */
  counts(): { readonly reports: number; readonly entities: number };
  skipped(): ReadonlyMap<string, Skip>;
  /** Reports that are to be read or indexed. */
  pending(): ReadonlySet<string>;
  /** True when the index was made of bytes with this hash and nothing is to be done about it. */
  holds(path: string, hash: string): boolean;
  /** Brings back what the cache holds of the reports that are wanted, if they were read as they would be now; before anything else. */
  restore(isWanted: (path: string) => boolean): Promise<void>;
  /** Has these reports read again if they say something else, in this order; urgent ones before all others. */
  touch(paths: readonly string[], urgent?: boolean): void;
  /** As `touch`, also those that say what they said: they may be read in another way. */
  reread(paths: readonly string[]): void;
  remove(paths: readonly string[]): void;
  /** Leaves what nobody looks at for later: until `resume`, or until something else changes. */
  pause(): void;
  resume(): void;
  paused(): boolean;
  setEntityList(list: EntityList): void;
  setCodebook(codebook: Codebook): void;
  /** Resolves when the report's present text is in the index, or was skipped or removed; has it read before others. */
  fresh(path: string): Promise<void>;
  /** Resolves when there is nothing left to do. */
  settled(): Promise<void>;
  /** Resolves when what follows the indexing is done as well: what is kept for the next start is saved, what an earlier one kept is in memory. */
  rested(): Promise<void>;
  dispose(): void;
}

/** Milliseconds of one long work after which what is done of it is saved. */
const savePace = 30_000;

/**
 * `textOf` gives the text of an open document, null for closed reports. Names are merged `typingPause` milliseconds after
 * the last edit, so that half-typed ones do not travel through the corpus.
 */
export function createIndexer(engine: Engine, textOf: (path: string) => string | null, events: IndexEvents, typingPause = 300, keeper: Keeper | null = null): Indexer {
  const corpus = createCorpus();
  const naming = createNaming(engine);
  const departed = createDeparted();
  const skips = new Map<string, Skip>();
  /** To be read, and to be indexed with the names that reading found. */
  const urgent = new Set<string>();
  const dirty = new Set<string>();
  const learned = new Set<string>();
  const works = createWorks();
  /** The content that a report's names were learned from; for reports of an earlier start that of their index. */
  const learnedFrom = new Map<string, string>();
  /** Of those to be read: to be indexed even if they say what they said. */
  const anew = new Set<string>();
  const waiting = new Map<string, (() => void)[]>();
  const idle: (() => void)[] = [];
  let namesTimer: NodeJS.Timeout | null = null;
  let [starting, running, restoring] = [false, false, false];
  let paused = false;
  let disposed = false;
  let steps = 0;
  let savedAt = 0;

  const isPending = (path: string): boolean => urgent.has(path) || dirty.has(path) || learned.has(path) || works.has(path);
  /** Tells whoever waits, unless there is more to do. */
  const settle = (path: string): void => {
    if (isPending(path)) return;
    for (const resolve of waiting.get(path) ?? []) resolve();
    waiting.delete(path);
  };
  const finish = (work: Work): void => {
    works.end(work);
    settle(work.path);
  };
  const drop = (path: string): void => {
    keeper?.forget(path);
    naming.forget(path);
    learned.delete(path);
    learnedFrom.delete(path);
    if (corpus.has(path)) corpus.apply({ kind: 'removed', path });
  };
  const skip = (path: string, reason: Skip): void => {
    drop(path);
    if (reason.code === 'vanished') skips.delete(path);
    else skips.set(path, reason);
  };

  /** The content that need not be read again: the report's own, or that of one that went. */
  const contentsOf = (path: string): readonly string[] => {
    const before = corpus.get(path);
    if (anew.delete(path) || learned.has(path)) return [];
    return before ? [before.hash] : departed.hashes();
  };
  const move = ({ contribution, grams, index }: DepartedReport, stamp: string | null): void => {
    const packed = packReport(index);
    naming.learn(index.path, contribution, grams);
    learnedFrom.set(index.path, index.hash);
    keeper?.learn(index.path, { stamp, hash: index.hash, contribution, grams });
    corpus.apply({ kind: 'report', index: engine.unpack(packed) });
    keeper?.indexed(index.path, index.hash, packed);
  };
  /** Reads a report; true where it is to be indexed then. */
  const read = async (work: Work, contents: readonly string[]): Promise<boolean> => {
    const { path } = work;
    const result = await engine.read(path, textOf(path), contents);
    if (!works.goesOn(work)) return false;
    if ('skip' in result) {
      skip(path, result.skip);
      return false;
    }
    skips.delete(path);
    if ('contribution' in result) {
      naming.learn(path, result.contribution, result.grams);
      learnedFrom.set(path, result.hash);
      keeper?.learn(path, result);
      return true;
    }
    const before = corpus.get(path);
    if (before) {
      if (keeper?.seen(path, result.stamp) === false && result.stamp !== null) keeper.indexed(path, before.hash, packReport(before));
      return false;
    }
    const moved = departed.take(result.hash, path);
    if (!moved) return read(work, []);
    move(moved, result.stamp);
    return false;
  };
  const index = async (path: string): Promise<void> => {
    if (!naming.knows(path)) return;
    const result = await engine.index(path, textOf(path));
    if (!naming.knows(path)) return;
    if ('skip' in result) {
      skip(path, result.skip);
      return;
    }
    const { hash } = result.index;
    const from = learnedFrom.get(path) ?? corpus.get(path)?.hash;
    corpus.apply({ kind: 'report', index: result.index });
    if (result.packed) keeper?.indexed(path, hash, result.packed);
    if (from === hash) return;
    // It changed between the passes: what it says of names now is still to be learned.
    anew.add(path);
    dirty.add(path);
  };

  const tell = (more: number): void => {
    steps += more;
    const left = (dirty.size + urgent.size) * 2 + learned.size + works.size;
    events.progress(Math.floor(steps / 2), Math.floor((steps + left) / 2));
  };
  /** After each step of long work: tells of it, saves now and then, and lets go first what somebody looks at. */
  const step = async (more: number): Promise<void> => {
    tell(more);
    if (performance.now() - savedAt > savePace) {
      savedAt = performance.now();
      keeper?.save(naming.given());
    }
    if (urgent.size > 0) await serve();
  };

  /** Reads what is to be read, merges the names, and indexes what was read and what the names touch elsewhere. */
  const advance = async (): Promise<void> => {
    const isEnough = servingAfter(corpus.size);
    const done: string[] = [];
    const stops = (): boolean => paused || disposed;
    engine.expect(dirty.size);
    await inParallel(works.of(dirty, () => stops() || isEnough(learned.size)), engine.width, async (work) => {
      const { path } = work;
      if (await read(work, contentsOf(path))) {
        learned.add(path);
        works.end(work);
        if (waiting.has(path)) urgent.add(path);
        await step(1);
      } else {
        finish(work);
        done.push(path);
        await step(2);
      }
    });
    if (naming.stale() && !stops()) {
      for (const path of await naming.merge(learned)) learned.add(path);
      // What went was not read with these names.
      departed.clear();
    }
    keeper?.outdated(learned);
    engine.expect(learned.size + dirty.size);
    await inParallel(works.of(learned, stops), engine.width, async (work) => {
      await index(work.path);
      finish(work);
      done.push(work.path);
      await step(1);
    });
    if (done.length > 0) events.changed(done);
  };

  /** What somebody looks at, with the names there are; new names follow when typing pauses. */
  const serve = async (): Promise<void> => {
    const batch = [...urgent];
    const contents = new Map(batch.map((path) => [path, contentsOf(path)]));
    urgent.clear();
    const begun = batch.map((path) => {
      dirty.delete(path);
      learned.delete(path);
      return works.begin(path);
    });
    await inParallel(begun, engine.width, async (work) => {
      const { path } = work;
      if (await read(work, contents.get(path) ?? [])) {
        keeper?.outdated([path]);
        await index(path);
      }
      finish(work);
      tell(2);
    });
    events.changed(batch);
    if (!naming.stale() || disposed) return;
    if (namesTimer) clearTimeout(namesTimer);
    namesTimer = setTimeout(() => {
      namesTimer = null;
      void run();
    }, typingPause);
  };

  const hasWork = (): boolean => urgent.size > 0 || (!paused && (dirty.size > 0 || learned.size > 0 || (naming.stale() && !namesTimer)));

  const run = async (): Promise<void> => {
    starting = false;
    if (running || restoring) return;
    running = true;
    steps = 0;
    savedAt = performance.now();
    try {
      if (corpus.size === 0 && naming.stale()) {
        await naming.merge(learned);
        departed.clear();
      }
      while (!disposed && hasWork()) {
        if (urgent.size > 0) await serve();
        else await advance();
      }
    } catch (error) {
      events.failed(error);
    } finally {
      running = false;
    }
    departed.clear();
    engine.expect(0);
    if ((namesTimer || paused) && !disposed) return;
    for (const resolve of idle.splice(0)) resolve();
    if (disposed || hasWork()) return;
    if (steps > manyReports * 2) engine.rest();
    const snapshot = corpus.snapshot();
    keeper?.save(naming.given(), { snapshot, based: (bytes) => standOn(snapshot, bytes) });
  };
  /** Has the lists of a corpus that has not changed since lie in the base, which takes a tenth of their memory. */
  const standOn = (snapshot: Snapshot, bytes: Uint8Array): void => {
    if (disposed || corpus.snapshot() !== snapshot) return;
    const { lists } = openLists(bytes);
    if (lists.numberOf.size !== snapshot.reports.size) return;
    corpus.begin(lists, [...snapshot.reports.entries()].map(([, index]) => index));
    if (snapshot.reports.size > manyReports) giveBackSoon();
  };
  /** What comes in the same turn is gathered. */
  const start = (): void => {
    starting = true;
    setImmediate(() => void run());
  };
  /** A change ends a pause. */
  const goOn = (): void => {
    paused = false;
    start();
  };

  return {
    snapshot: () => corpus.snapshot(),
    counts: () => ({ reports: corpus.size, entities: corpus.entities }),
    skipped: () => skips,
    pending: () => new Set([...urgent, ...dirty, ...learned, ...works.paths()]),
    holds: (path, hash) => !isPending(path) && corpus.get(path)?.hash === hash,
    async restore(isWanted) {
      if (!keeper) return;
      restoring = true;
      const found: string[] = [];
      try {
        const kept = await keeper.restore(isWanted);
        if (kept?.base) corpus.begin(kept.base.lists, kept.base.reports);
        for (const { path } of kept?.base?.reports ?? []) found.push(path);
        for await (const { path, contribution, grams, index } of kept?.others ?? []) {
          naming.recall(path, contribution, grams);
          corpus.apply({ kind: 'report', index });
          found.push(path);
        }
        if (kept) {
          const lost = (path: string): void => {
            if (disposed || !corpus.has(path) || naming.knows(path)) return;
            for (const left of [anew, dirty]) left.add(path);
            start();
          };
          const recalled = kept.recall(({ path, contribution, grams }) => naming.recall(path, contribution, grams), lost, () => disposed || naming.waits()).catch((error: unknown) => events.failed(error));
          naming.assume(kept.names, kept.complete, recalled);
        }
      } finally {
        restoring = false;
      }
      if (found.length > 0) events.changed(found);
      start();
    },
    touch(paths, isUrgent = false) {
      for (const path of paths) (isUrgent ? urgent : dirty).add(path);
      if (isUrgent) start();
      else if (paths.length > 0) goOn();
    },
    reread(paths) {
      for (const path of paths) {
        anew.add(path);
        dirty.add(path);
      }
      goOn();
    },
    pause() {
      if (dirty.size + learned.size === 0) return;
      paused = true;
    },
    resume: goOn,
    paused: () => paused,
    remove(paths) {
      for (const path of paths) {
        const gone = corpus.get(path);
        const known = naming.of(path);
        // An index in work is of earlier names.
        if (gone && known && !learned.has(path) && !works.has(path)) departed.add({ index: gone, ...known });
        urgent.delete(path);
        dirty.delete(path);
        anew.delete(path);
        skips.delete(path);
        works.drop(path);
        drop(path);
        settle(path);
      }
      events.changed(paths);
      start();
    },
    setEntityList(list) {
      naming.setList(list);
      corpus.apply({ kind: 'entityList', list });
      goOn();
    },
    setCodebook(codebook) {
      corpus.apply({ kind: 'codebook', codebook });
      events.changed([]);
    },
    fresh(path) {
      if (!isPending(path)) return Promise.resolve();
      if (dirty.has(path) || learned.has(path)) {
        urgent.add(path);
        start();
      }
      return new Promise((resolve) => waiting.set(path, [...(waiting.get(path) ?? []), resolve]));
    },
    settled: () =>
      starting || running || restoring || paused || hasWork() || namesTimer ? new Promise((resolve) => idle.push(resolve)) : Promise.resolve(),
    async rested() {
      await keeper?.rested().catch((error: unknown) => events.failed(error));
    },
    dispose() {
      disposed = true;
      if (namesTimer) clearTimeout(namesTimer);
      engine.dispose();
    },
  };
}
