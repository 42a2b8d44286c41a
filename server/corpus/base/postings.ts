import { entryOf, reportOf, valueOf, type Posting } from '../posting';
import type { FrozenPostings } from '../postings';
import { concatenated, fromPlanesNow, joinParts, planesOf, splitParts } from './parts';
import type { Turn } from '../turns';

/** A key and its list, as entries that ascend. */
interface Keyed {
  readonly key: Buffer;
  readonly list: readonly number[];
}

/** Those in the order of their keys' bytes: first by the first three, then among themselves, for one sort would take too long a turn. */
async function inOrder(found: readonly Keyed[], turn: Turn): Promise<Keyed[]> {
  const heads = new Map<number, Keyed[]>();
  for (const keyed of found) {
    const [first = 0, second = 0, third = 0] = keyed.key;
    const head = (first << 16) | (second << 8) | third;
    const alike = heads.get(head);
    if (alike) alike.push(keyed);
    else heads.set(head, [keyed]);
    await turn();
  }
  const ordered: Keyed[] = [];
  for (const [, alike] of [...heads].sort(([a], [b]) => a - b)) {
    for (const keyed of alike.sort((a, b) => a.key.compare(b.key))) ordered.push(keyed);
    await turn();
  }
  return ordered;
}

/**
 * Postings as bytes: all keys one behind the other, in the order of their bytes, with their ends, their lists' ends, and the
 * reports and numbers in the lists. Reports that `numberOf` does not know are left out. Costs sorting the keys.
 */
export async function packPostings(postings: FrozenPostings, numberOf: ReadonlyMap<string, number>, turn: Turn): Promise<Uint8Array> {
  const unordered: Keyed[] = [];
  for (const [key, posting] of postings.entries()) {
    const list: number[] = [];
    for (const [path, value] of posting) {
      const number = numberOf.get(path);
      if (number !== undefined) list.push(entryOf(number, value));
    }
    if (list.length > 0) unordered.push({ key: Buffer.from(key, 'utf8'), list: list.sort((a, b) => a - b) });
    await turn();
  }
  const found = await inOrder(unordered, turn);
  const [keyEnds, listEnds] = [new Uint32Array(found.length), new Uint32Array(found.length)];
  const total = found.reduce((sum, { list }) => sum + list.length, 0);
  const [reports, values] = [new Uint32Array(total), new Uint32Array(total)];
  let [keyEnd, listEnd] = [0, 0];
  for (const [at, { key, list }] of found.entries()) {
    keyEnds[at] = keyEnd += key.length;
    for (const entry of list) {
      reports[listEnd] = reportOf(entry);
      values[listEnd++] = valueOf(entry);
    }
    listEnds[at] = listEnd;
    await turn();
  }
  const parts: Uint8Array[] = [await concatenated(found.map(({ key }) => key), turn)];
  for (const numbers of [keyEnds, listEnds, reports, values]) parts.push(await planesOf(numbers, turn));
  return joinParts(parts, turn);
}

/** Postings that lie in bytes, and what is needed to take reports out of them. */
export interface BasePostings extends FrozenPostings {
  /** The keys under which one of these reports (by number) stands, with the reports. */
  keysWith(reports: ReadonlySet<number>): IterableIterator<readonly [key: string, report: number]>;
}

/** The numbers of postings: where each key ends in their text, and its list in the reports and values. */
interface Numbers {
  readonly keyEnds: Uint32Array;
  readonly listEnds: Uint32Array;
  readonly reports: Uint32Array;
  readonly values: Uint32Array;
}

/**
 * Reads what `packPostings` wrote, and stays in its bytes, which must not be read again; nothing is unpacked before it is
 * asked for, the numbers at the first question of all: most kinds are not asked for at a start. `paths` are the reports by number.
 */
export function openPostings(bytes: Uint8Array, paths: readonly string[], numberOf: ReadonlyMap<string, number>): BasePostings {
  const [text = new Uint8Array(), ...planes] = splitParts(bytes);
  const size = (planes[0]?.length ?? 0) / 4;
  let unpacked: Numbers | null = null;
  const numbers = (): Numbers => {
    if (unpacked) return unpacked;
    const [keyEnds, listEnds, reports, values] = planes.map(fromPlanesNow) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
    return (unpacked = { keyEnds, listEnds, reports, values });
  };
  const keys = Buffer.from(text.buffer, text.byteOffset, text.length);
  const before = (ends: Uint32Array, at: number): number => (at === 0 ? 0 : (ends[at - 1] as number));
  const keyAt = (at: number): string => {
    const { keyEnds } = numbers();
    return keys.toString('utf8', before(keyEnds, at), keyEnds[at]);
  };
  const listAt = (at: number): Posting => {
    const { listEnds, reports, values } = numbers();
    const [start, end] = [before(listEnds, at), listEnds[at] as number];
    return posting(reports.subarray(start, end), values.subarray(start, end), paths, numberOf);
  };
  const find = (key: string): number => {
    const { keyEnds } = numbers();
    const wanted = Buffer.from(key, 'utf8');
    let [low, high] = [0, size - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = keys.compare(wanted, 0, wanted.length, before(keyEnds, middle), keyEnds[middle]);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  };
  const all = {
    *keys(): IterableIterator<string> {
      for (let at = 0; at < size; at++) yield keyAt(at);
    },
  };
  return {
    size,
    get(key) {
      const at = find(key);
      return at < 0 ? undefined : listAt(at);
    },
    has: (key) => find(key) >= 0,
    *entries() {
      for (let at = 0; at < size; at++) yield [keyAt(at), listAt(at)];
    },
    parts: () => [all],
    *keysWith(wanted) {
      const { listEnds, reports } = numbers();
      for (let at = 0; at < size; at++) {
        for (let i = before(listEnds, at); i < (listEnds[at] as number); i++) {
          if (wanted.has(reports[i] as number)) yield [keyAt(at), reports[i] as number];
        }
      }
    },
  };
}

/** A list as a map from path to number; `reports` ascend. */
function posting(reports: Uint32Array, values: Uint32Array, paths: readonly string[], numberOf: ReadonlyMap<string, number>): Posting {
  const find = (path: string): number => {
    const wanted = numberOf.get(path) ?? -1;
    let [low, high] = [0, reports.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((reports[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    return reports[low] === wanted ? low : -1;
  };
  function* entries(): Generator<[string, number], undefined> {
    for (let i = 0; i < reports.length; i++) yield [paths[reports[i] as number] as string, values[i] as number];
  }
  function* keys(): Generator<string, undefined> {
    for (const report of reports) yield paths[report] as string;
  }
  return {
    size: reports.length,
    get(path) {
      const at = find(path);
      return at < 0 ? undefined : values[at];
    },
    has: (path) => find(path) >= 0,
    keys,
    entries,
    values: () => values.values(),
    [Symbol.iterator]: entries,
    forEach(call) {
      for (let i = 0; i < reports.length; i++) call(values[i] as number, paths[reports[i] as number] as string, this);
    },
  };
}
