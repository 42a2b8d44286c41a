import type { Contribution } from '../entity/contribution';
import { makeBase, openBase, type BaseBytes, type BaseReport } from './base/base';
import type { Cache } from './cache/cache';
import type { BaseLists, Snapshot } from './corpus';
import { giveDigest } from './digest';
import type { Engine } from './engine';
import { unchangedOf } from './files';
import type { Grams } from './grams';
import type { ReportIndex } from './model';
import { createSlabs } from './slabs';
import { turns, waitUnless } from './turns';

/** What pass 1 found in a file. */
interface Learned {
  readonly stamp: string | null;
  readonly hash: string;
  readonly contribution: Contribution;
  readonly grams: Grams;
}
/** A report as it comes back from the cache. */
export interface Restored {
  readonly path: string;
  readonly contribution: Contribution;
  readonly grams: Grams;
  readonly index: ReportIndex;
}

/** Writes the index of closed reports to the cache as they are read, and brings it back at the next start. */
export interface Keeper {
  learn(path: string, learned: Learned): void;
  indexed(path: string, hash: string, packed: Uint8Array): void;
  /** These reports were read with names that are no longer those of `save`. */
  outdated(paths: Iterable<string>): void;
  /** The file was looked at and says what it said; false where its index is not kept. */
  seen(path: string, stamp: string | null): boolean;
  forget(path: string): void;
  /**
   * All that is indexed now, and not outdated, was read with these names. Saves soon, and not too often. With the snapshot
   * of a corpus that has come to rest the next start is a short one.
   */
  save(names: string, rest?: Rest): void;
  /** Brings back at once what is still to come of an earlier start, and saves what is to be saved. */
  rested(): Promise<void>;
  /** How reports are read from now on, and which are chosen, each as a key: what was read in another way is not kept. */
  configure(reading: string, choice: string): void;
  /** Begins to read what `restore` needs, in another thread. */
  begin(): void;
  /** What the last save holds of the reports, those that are still wanted and whose files have not changed since; null without a save that was read as now. */
  restore(isWanted: (path: string) => boolean): Promise<Kept | null>;
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** A corpus that has come to rest, and what hears of the lists of the base that is made of it, see `openLists`. */
export interface Rest {
  readonly snapshot: Snapshot;
  readonly based: (lists: Uint8Array) => void;
}

/** What comes back of an earlier start. */
export interface Kept {
  readonly names: string;
  /** True where no report of the save is gone or has changed. */
  readonly complete: boolean;
  /** What answers at once: the reports of a base that are as they were. */
  readonly base: { readonly reports: readonly ReportIndex[]; readonly lists: BaseLists } | null;
  /** Reports that are not in the base. */
  readonly others: AsyncIterable<Restored>;
  /**
   * Brings into memory what the base's reports hold besides; `lost` hears of those where that is not to be had. Begins late
   * and takes its time, so that whoever asks meanwhile is not kept waiting, until `hurried` says that it is waited for.
   */
  recall(each: (report: Restored) => void, lost: (path: string) => void, hurried: () => boolean): Promise<void>;
}

/** `serial` is another one for each index that is kept. */
type Entry = readonly [path: string, stamp: string, hash: string, serial: number];
interface Saved {
  readonly reading: string;
  readonly choice: string;
  readonly entries: readonly Entry[];
}

/** Milliseconds that whoever opens a corpus has for the first questions: what is brought back besides costs a tenth of them. */
const firstQuestions = 500;
/** Milliseconds from one save to the next. */
const pace = 5_000;

/** A record: the lengths of its three parts before the last, of four bytes each, and the parts. */
const headLength = 12;

function recordOf({ contribution: { names, hints }, grams }: Learned, packed: Uint8Array): Uint8Array[] {
  const parts = [names, Buffer.from(hints), new Uint8Array(grams.buffer, grams.byteOffset, grams.byteLength)];
  const head = Buffer.alloc(headLength);
  parts.forEach(({ length }, i) => head.writeUInt32LE(length, i * 4));
  return [head, ...parts, packed];
}

/** The parts of a record, without a copy. */
function partsOf(record: Uint8Array): { readonly names: Uint8Array; readonly hints: string; readonly grams: Uint8Array; readonly packed: Uint8Array } {
  const bytes = Buffer.from(record.buffer, record.byteOffset, record.byteLength);
  let at = headLength;
  const [names, hints, grams] = [0, 4, 8].map((head) => bytes.subarray(at, (at += bytes.readUInt32LE(head)))) as [Buffer, Buffer, Buffer];
  return { names, hints: hints.toString('utf8'), grams, packed: bytes.subarray(at) };
}

/** Reports that may differ from the base before it is made anew: this many, or a share of all. */
const mostDiffering = 50;
const shareDiffering = 0.05;

/** `engine` reads an index from its bytes. Reading and writing yield to other work often. */
export function createKeeper(cache: Cache, root: string, engine: Pick<Engine, 'unpack' | 'recall'>): Keeper {
  const learned = new Map<string, Learned>();
  const entries = new Map<string, Entry>();
  let [reading, choice] = ['', ''];
  let begun: ReturnType<typeof readSaved> | null = null;
  /** What is still read of the last save, which the next one may take out; it is read at once when that waits. */
  let recalling: Promise<void> = Promise.resolve();
  let isAwaited = false;
  const allRecalled = (): Promise<void> => {
    isAwaited = true;
    return recalling;
  };
  /** What the last save holds, each part as it is unpacked. */
  const readSaved = (): { readonly entries: Promise<string | null>; readonly names: Promise<string | null>; readonly base: Promise<BaseBytes | null> } => ({
    entries: cache.text('entries'),
    names: cache.text('names'),
    base: Promise.all([cache.bytes('base'), cache.bytes('digests')]).then(([lists, digests]) => lists && digests && { lists, digests }),
  });
  /** What a save would have to say that the last did not. */
  let unsaved: { readonly names: string; readonly rest: (Rest & { readonly serials: ReadonlyMap<string, number> }) | null } | null = null;
  let changed = false;
  let timer: NodeJS.Timeout | null = null;
  let savedAt = -Infinity;
  let lastSerial = Date.now() * 1000;
  /** The serials of the reports in the base that is in the cache. */
  let based: ReadonlyMap<string, number> = new Map();
  const rememberBase = (reports: readonly BaseReport[]): void => {
    based = new Map(reports.map(({ serial, head }) => [head.path, serial]));
  };
  const serials = (): Map<string, number> => new Map([...entries.values()].map(([name, , , serial]) => [name, serial]));

  const slabs = createSlabs();
  /** Splits a record; null where it is not of the content it should be of. */
  const readBack = ([name, stamp, hash]: Entry, record: Uint8Array, indexOf = (packed: Uint8Array): ReportIndex => engine.unpack(packed)): Restored | null => {
    const parts = partsOf(record);
    const index = indexOf(slabs(parts.packed));
    if (index.hash !== hash) return null;
    const contribution = { names: slabs(parts.names), hints: parts.hints };
    const { buffer, byteOffset, length } = slabs(parts.grams);
    const grams = new Uint32Array(buffer, byteOffset, length / 4);
    if (!learned.has(name)) learned.set(name, { stamp, hash, contribution, grams });
    return { path: name, contribution, grams, index };
  };
  async function* restored(wanted: ReadonlyMap<string, Entry>): AsyncIterable<Restored> {
    const turn = turns();
    for await (const [name, record] of cache.records(new Set(wanted.keys()))) {
      const entry = wanted.get(name) as Entry;
      const report = readBack(entry, record);
      if (!report) continue;
      entries.set(name, entry);
      yield report;
      await turn();
    }
  }
  /** A report of the base; its lists are read from the cache until `give` brings their bytes. */
  const fromBase = ({ head, digest }: BaseReport): { readonly index: ReportIndex; give(packed: Uint8Array): void } => {
    let bytes: Uint8Array | null = null;
    const load = (): Uint8Array => {
      if (bytes) return bytes;
      const record = cache.record(head.path);
      if (!record) throw new Error(`the cache no longer holds ${head.path}`);
      return partsOf(record).packed;
    };
    const index = engine.recall(head, load);
    giveDigest(index, digest);
    return { index, give: (packed) => void (bytes = packed) };
  };
  const put = (names: string, more: { readonly base?: Uint8Array; readonly digests?: Uint8Array }): Promise<void> => {
    const saved: Saved = { reading, choice, entries: [...entries.values()] };
    return cache.save({ names, entries: JSON.stringify(saved), ...more }, entries.keys());
  };
  const isDue = (fresh: ReadonlyMap<string, number>): boolean => {
    const differing = [...fresh].filter(([name, serial]) => based.get(name) !== serial).length;
    return differing > Math.min(mostDiffering, fresh.size * shareDiffering);
  };
  const saveAll = async (): Promise<void> => {
    if (timer) clearTimeout(timer);
    timer = null;
    // A base may be missing, or too old, where nothing else has changed: the program ended before it was made.
    const restDue = () => (unsaved?.rest && isDue(unsaved.rest.serials) ? unsaved.rest : null);
    if (!unsaved || (!changed && !restDue())) return;
    await allRecalled();
    const [{ names }, rest] = [unsaved, restDue()];
    [unsaved, savedAt] = [null, performance.now()];
    if (changed) {
      changed = false;
      await put(names, {});
    }
    if (!rest) return;
    const base = await makeBase(rest.snapshot, (name) => rest.serials.get(name));
    based = rest.serials;
    await put(names, { base: base.lists, digests: base.digests });
    // Last: whoever stands on the base reads it for good.
    rest.based(base.lists);
  };
  /** Saves come one after the other; closing waits for all of them. */
  let saving: Promise<void> = Promise.resolve();
  const saveNow = (): Promise<void> => (saving = saving.then(saveAll, saveAll));

  return {
    learn(name, fresh) {
      // An open document that says what the file says keeps the file's stamp.
      const before = learned.get(name);
      const stamp = fresh.stamp ?? (before?.hash === fresh.hash ? before.stamp : null);
      learned.set(name, { ...fresh, stamp });
      if (stamp !== null) return;
      changed = entries.delete(name) || changed;
    },
    indexed(name, hash, packed) {
      const known = learned.get(name);
      if (!known || known.stamp === null || known.hash !== hash) return;
      cache.put(name, recordOf(known, packed));
      entries.set(name, [name, known.stamp, hash, ++lastSerial]);
      changed = true;
    },
    outdated(paths) {
      for (const name of paths) changed = entries.delete(name) || changed;
    },
    seen(name, stamp) {
      const known = learned.get(name);
      const entry = entries.get(name);
      if (known && stamp !== null && known.stamp !== stamp) {
        learned.set(name, { ...known, stamp });
        if (entry) entries.set(name, [name, stamp, entry[2], entry[3]]);
        changed = true;
      }
      return entry !== undefined;
    },
    forget(name) {
      learned.delete(name);
      changed = entries.delete(name) || changed;
    },
    save(names, rest) {
      unsaved = { names, rest: rest ? { ...rest, serials: serials() } : null };
      timer ??= setTimeout(() => void saveNow(), Math.max(0, savedAt + pace - performance.now()));
      timer.unref();
    },
    async rested() {
      await allRecalled();
      await saveNow();
    },
    configure(reads, chooses) {
      if (reads !== reading && entries.size > 0) {
        entries.clear();
        changed = true;
      }
      [reading, choice] = [reads, chooses];
    },
    begin() {
      begun = readSaved();
    },
    async restore(isWanted) {
      const coming = begun ?? readSaved();
      begun = null;
      const text = await coming.entries;
      const saved = text === null ? null : (JSON.parse(text) as Saved);
      const nothing = (): null => {
        cache.opened();
        return null;
      };
      if (saved?.reading !== reading) return nothing();
      // To match thousands of paths takes a while; they were chosen when they were read.
      const wanted = saved.choice === choice ? saved.entries : saved.entries.filter(([name]) => isWanted(name));
      const same = await unchangedOf(root, wanted, turns());
      const others = new Map(same.filter(([name]) => cache.has(name)).map((entry) => [entry[0], entry]));
      const names = await coming.names;
      if (names === null) return nothing();
      const bytes = await coming.base;
      const base = bytes && (await openBase(bytes));
      const found: { readonly entry: Entry; readonly index: ReportIndex; give(packed: Uint8Array): void }[] = [];
      const turn = turns();
      for (const report of base?.reports ?? []) {
        const entry = others.get(report.head.path);
        if (entry?.[3] !== report.serial) continue;
        others.delete(entry[0]);
        entries.set(entry[0], entry);
        found.push({ entry, ...fromBase(report) });
        await turn();
      }
      rememberBase(base?.reports ?? []);
      const recallAll: Kept['recall'] = async (each, lost, hurried) => {
        const waiting = new Map(found.map((report) => [report.entry[0], report]));
        const pause = turns(() => !hurried());
        await waitUnless(hurried, firstQuestions);
        for await (const [name, record] of cache.records(new Set(waiting.keys()))) {
          const report = waiting.get(name);
          const back = report && readBack(report.entry, record, (packed) => {
            report.give(packed);
            return report.index;
          });
          if (back) {
            waiting.delete(name);
            each(back);
          }
          await pause();
        }
        for (const name of waiting.keys()) lost(name);
        cache.opened();
      };
      const recall: Kept['recall'] = (each, lost, hurried) => {
        const all = recallAll(each, lost, () => isAwaited || hurried());
        recalling = all.catch(() => undefined);
        return all;
      };
      return {
        names,
        complete: same.length === saved.entries.length,
        base: base && { reports: found.map(({ index }) => index), lists: base.lists },
        others: restored(others),
        recall,
      };
    },
    async clear() {
      await allRecalled();
      entries.clear();
      based = new Map();
      await cache.clear();
    },
    async close() {
      await saveNow();
      await cache.close();
    },
  };
}
