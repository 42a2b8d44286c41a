import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, brotliDecompressSync, constants } from 'node:zlib';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Bytes of records that are compressed together: enough for names to repeat, little enough to unpack for one record. */
const packSize = 320 * 1024;
/** Brotli's quality, and how far (as a power of two) its matches reach. */
export interface Pressing {
  readonly quality: number;
  readonly window: number;
}
/** Half a second a 10 MB; the next quality takes twice that for a twentieth. Matches reach over a whole pack. */
const quick: Pressing = { quality: 4, window: 20 };
/** For what is written once, when all else is done: three times the time, a twentieth less. */
export const thorough: Pressing = { quality: 6, window: 22 };

/** Compresses in another thread. */
export function pressed(bytes: Uint8Array, { quality, window }: Pressing = quick): Promise<Buffer> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: window, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return compress(bytes, { params });
}
/** Decompresses in another thread, into memory of its own. `length` is what comes out at most: in one piece, for joining takes time. */
export async function released(bytes: Uint8Array, length: number): Promise<Uint8Array> {
  const free = await decompress(bytes, { chunkSize: Math.max(length, 64) });
  return free.byteOffset % 8 === 0 ? free : new Uint8Array(free);
}
export const unpressed = (bytes: Uint8Array): Buffer => brotliDecompressSync(bytes, { chunkSize: packSize * 2 });

/** A record in a pack: where it begins, and its bytes. */
export interface Packed {
  readonly report: string;
  readonly start: number;
  readonly length: number;
}

/** Several records, one behind the other. */
export interface Pack {
  readonly bytes: Uint8Array;
  readonly records: readonly Packed[];
}

/** The parts that a record consists of. */
export type Parts = readonly Uint8Array[];
export type PartsOf = readonly [report: string, parts: Parts];

export const sizeOf = (parts: Parts): number => parts.reduce((sum, { length }) => sum + length, 0);

/** Bytes of records that are written at once: what they replace is taken out in between, and its room used again. */
const sliceSize = 16 * 1024 * 1024;

/** Divides records into slices; one, perhaps empty, where they are few. */
export function* slicesOf(records: Iterable<PartsOf>): Generator<PartsOf[]> {
  let slice: PartsOf[] = [];
  let size = 0;
  for (const record of records) {
    if (size > sliceSize) {
      yield slice;
      [slice, size] = [[], 0];
    }
    slice.push(record);
    size += sizeOf(record[1]);
  }
  yield slice;
}

/** Lays records into packs, in their order. */
export function* packsOf(records: Iterable<PartsOf>): Generator<Pack> {
  let parts: Uint8Array[] = [];
  let packed: Packed[] = [];
  let size = 0;
  for (const [report, more] of records) {
    const length = sizeOf(more);
    packed.push({ report, start: size, length });
    parts.push(...more);
    size += length;
    if (size < packSize) continue;
    yield { bytes: Buffer.concat(parts), records: packed };
    [parts, packed, size] = [[], [], 0];
  }
  if (packed.length > 0) yield { bytes: Buffer.concat(parts), records: packed };
}

/** Where a record lies. */
export interface Place {
  readonly pack: string;
  readonly start: number;
  readonly length: number;
}

/** A pack below this share of records in use is written anew, and so are small ones once there are this many. */
const leastUse = 0.75;
const smallSize = packSize / 4;
const mostSmall = 12;

/** The reports whose packs are to be written anew, for the others to go. `sizes` are those of whole packs. */
export function worn(places: ReadonlyMap<string, Place>, sizes: ReadonlyMap<string, number>): string[] {
  const used = new Map<string, number>();
  for (const { pack, length } of places.values()) used.set(pack, (used.get(pack) ?? 0) + length);
  const packs = [...used].map(([pack, bytes]) => ({ pack, bytes, size: sizes.get(pack) ?? bytes }));
  const small = packs.filter(({ size }) => size < smallSize);
  const old = new Set([...packs.filter(({ bytes, size }) => bytes < size * leastUse), ...(small.length > mostSmall ? small : [])].map(({ pack }) => pack));
  return [...places].flatMap(([report, { pack }]) => (old.has(pack) ? [report] : []));
}
