import { hashOf } from '../files';
import type { Cache } from './cache';
import { packsOf, pressed, released, sizeOf, slicesOf, thorough, unpressed, worn, type Parts, type PartsOf, type Place } from './packs';
import type { Store } from './store';

const placesEntry = 'places';
const textEntry = (name: string): string => `text:${name}`;
/** A pack is known by what it holds, so that reading it back proves it whole. */
const packEntry = (bytes: Uint8Array): string => `pack:${hashOf(bytes).slice(0, 24)}`;

/** Bytes of records that wait for `save`; more are written before, and unknown to the next start until then. */
const mostWaiting = 96 * 1024 * 1024;
/** Unpacked packs that are kept while records are read. */
const keptPacks = 4;

/** Bytes of a text, about. */
const usualText = 1024 * 1024;

/** Large bytes have their length, of four bytes, before them, so that they come out in one piece. */
const lengthSize = 4;
async function withLength(bytes: Uint8Array): Promise<Buffer> {
  const length = Buffer.alloc(lengthSize);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([length, await pressed(bytes, thorough)]);
}

interface Places {
  readonly places: Map<string, Place>;
  /** Bytes of each pack, unpacked. */
  readonly sizes: Map<string, number>;
}
interface SavedPlaces {
  readonly packs: readonly (readonly [pack: string, size: number])[];
  readonly records: readonly (readonly [report: string, pack: number, start: number, length: number])[];
}

function readPlaces(text: string | null): Places {
  const { packs, records } = text === null ? { packs: [], records: [] } : (JSON.parse(text) as SavedPlaces);
  return {
    places: new Map(records.map(([report, pack, start, length]) => [report, { pack: packs[pack]?.[0] ?? '', start, length }])),
    sizes: new Map(packs),
  };
}

function textOfPlaces({ places, sizes }: Places): string {
  const packs = [...new Set([...places.values()].map(({ pack }) => pack))];
  const numbers = new Map(packs.map((pack, number) => [pack, number]));
  const saved: SavedPlaces = {
    packs: packs.map((pack) => [pack, sizes.get(pack) ?? 0]),
    records: [...places].map(([report, { pack, start, length }]) => [report, numbers.get(pack) ?? 0, start, length]),
  };
  return JSON.stringify(saved);
}

/** A cache whose records are compressed together, some dozen at a time, and lie in a store. */
export function packedCache(store: Store, log: (line: string) => void, opened: () => void): Cache {
  const failed = (error: unknown): void => log(`cache: ${String(error)}`);
  const releasedOr = async (bytes: Uint8Array | null, length: number): Promise<Uint8Array | null> =>
    bytes && released(bytes, length).catch((error: unknown) => {
      failed(error);
      return null;
    });
  const placesText = (): string | null => {
    const bytes = store.get(placesEntry);
    try {
      return bytes && unpressed(bytes).toString();
    } catch (error) {
      failed(error);
      return null;
    }
  };
  let { places, sizes } = readPlaces(placesText());

  const unpacked = new Map<string, Buffer>();
  const packAt = (pack: string): Buffer | null => {
    const known = unpacked.get(pack);
    if (known) return known;
    const bytes = store.get(pack);
    if (!bytes || packEntry(bytes) !== pack) return null;
    const fresh = unpressed(bytes);
    unpacked.set(pack, fresh);
    for (const old of unpacked.keys()) if (unpacked.size > keptPacks) unpacked.delete(old);
    return fresh;
  };
  const recordAt = ({ pack, start, length }: Place): Uint8Array | null => packAt(pack)?.subarray(start, start + length) ?? null;

  let waiting = new Map<string, Parts>();
  let waitingBytes = 0;
  const takeWaiting = (): ReadonlyMap<string, Parts> => {
    const taken = waiting;
    waiting = new Map();
    waitingBytes = 0;
    return taken;
  };
  const writePacks = async (records: Iterable<PartsOf>): Promise<void> => {
    for (const { bytes, records: packed } of packsOf(records)) {
      const small = await pressed(bytes);
      const pack = packEntry(small);
      store.put(pack, small);
      sizes.set(pack, bytes.length);
      for (const { report, start, length } of packed) places.set(report, { pack, start, length });
    }
  };

  /** Hashes of the texts that the store holds; the texts themselves take megabytes. */
  const saved = new Map<string, string>();
  /** Makes what `places` says, and the texts, what the next start finds; other texts of this or an earlier start stay. */
  const commit = async (texts: ReadonlyMap<string, string | Uint8Array>): Promise<void> => {
    const entries = new Map<string, Uint8Array>();
    for (const [name, text] of texts) entries.set(textEntry(name), typeof text === 'string' ? await pressed(Buffer.from(text)) : await withLength(text));
    entries.set(placesEntry, await pressed(Buffer.from(textOfPlaces({ places, sizes }))));
    const packs = new Set([...places.values()].map(({ pack }) => pack));
    await store.commit(entries, (entry) => packs.has(entry) || entry.startsWith(textEntry('')));
    // Bytes are large, and new whenever they come.
    for (const [name, text] of texts) if (typeof text === 'string') saved.set(name, hashOf(text));
    for (const pack of sizes.keys()) if (!packs.has(pack)) sizes.delete(pack);
  };
  const save = async (texts: Readonly<Record<string, string | Uint8Array>>, reports: ReadonlySet<string>, taken: ReadonlyMap<string, Parts>): Promise<void> => {
    for (const report of [...places.keys()]) if (!reports.has(report)) places.delete(report);
    const records = new Map([...taken].filter(([report]) => reports.has(report)));
    const kept = new Map([...places].filter(([report]) => !records.has(report)));
    for (const report of worn(kept, sizes)) {
      const record = recordAt(kept.get(report) as Place);
      if (record) records.set(report, [record]);
    }
    unpacked.clear();
    let changed = new Map(Object.entries(texts).filter(([name, text]) => typeof text !== 'string' || saved.get(name) !== hashOf(text)));
    const slices = [...slicesOf(records)];
    if (slices.length > 1) {
      for (const report of records.keys()) places.delete(report);
      slices.unshift([]);
    }
    for (const slice of slices) {
      await writePacks(slice);
      await commit(changed);
      changed = new Map();
    }
    await store.flushed();
  };

  /** Writes come one after the other, and not where another process writes. */
  let last: Promise<void> = Promise.resolve();
  let closed = false;
  const inTurn = (work: () => Promise<void>): Promise<void> => (last = last.then(() => (store.writes() ? work() : undefined)).catch(failed));
  return {
    async text(name) {
      await last;
      const bytes = await releasedOr(store.get(textEntry(name)), usualText);
      return bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
    },
    async bytes(name) {
      await last;
      const entry = store.get(textEntry(name));
      return releasedOr(entry?.subarray(lengthSize) ?? null, entry?.readUInt32LE(0) ?? 0);
    },
    has: (report) => places.has(report),
    record(report) {
      const place = places.get(report);
      return place ? recordAt(place) : null;
    },
    async *records(reports) {
      const byPack = new Map<string, [string, Place][]>();
      for (const [report, place] of places) {
        if (!reports.has(report)) continue;
        const there = byPack.get(place.pack);
        if (there) there.push([report, place]);
        else byPack.set(place.pack, [[report, place]]);
      }
      for (const [pack, found] of byPack) {
        const bytes = store.get(pack);
        const records = bytes && packEntry(bytes) === pack ? await released(bytes, sizes.get(pack) ?? 0) : null;
        for (const [report, { start, length }] of records ? found : []) yield [report, (records as Uint8Array).subarray(start, start + length)] as const;
      }
    },
    opened() {
      opened();
      // The file of a closed store must not be opened again.
      if (!closed) last = last.then(() => store.opened()).catch(failed);
    },
    put(report, record) {
      if (!store.writes()) return;
      waiting.set(report, record);
      waitingBytes += sizeOf(record);
      if (waitingBytes <= mostWaiting) return;
      const taken = takeWaiting();
      void inTurn(() => writePacks(taken));
    },
    save(texts, reports) {
      const [wanted, taken] = [new Set(reports), takeWaiting()];
      return inTurn(() => save(texts, wanted, taken));
    },
    clear() {
      takeWaiting();
      return inTurn(async () => {
        places = new Map();
        sizes = new Map();
        saved.clear();
        await store.commit(new Map(), () => false);
      });
    },
    async close() {
      closed = true;
      opened();
      await last;
      await store.close();
    },
  };
}
