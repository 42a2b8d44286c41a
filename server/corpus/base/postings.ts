import { entryOf, ReportList, reportOf, valueOf, type Posting } from '../posting';
import type { BasePostings, FrozenPostings } from '../postings';
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

/** The numbers of postings: where each key ends in their text, and its list in the reports and values. */
interface Numbers {
  readonly keyEnds: Uint32Array;
  readonly listEnds: Uint32Array;
  readonly reports: Uint32Array;
  readonly values: Uint32Array;
}

/** The reports of a base by number, and their numbers. */
export interface Numbered {
  readonly paths: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
}

/**
 * Reads what `packPostings` wrote, and stays in its bytes, which must not be read again; nothing is unpacked before it is
 * asked for, the numbers at the first question of all: most kinds are not asked for at a start.
 */
export function openPostings(bytes: Uint8Array, numbered: Numbered): BasePostings {
  const [text = new Uint8Array(), ...planes] = splitParts(bytes);
  const count = (planes[0]?.length ?? 0) / 4;
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
  const find = (key: string): number => {
    const { keyEnds } = numbers();
    const wanted = Buffer.from(key, 'utf8');
    let [low, high] = [0, count - 1];
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
      for (let at = 0; at < count; at++) yield keyAt(at);
    },
  };
  /** Whether any report stands in a list; nearly all tell by their first one. */
  const isStanding = (at: number, gone: Uint8Array): boolean => {
    if (at < 0) return false;
    const { listEnds, reports } = numbers();
    for (let i = before(listEnds, at); i < (listEnds[at] as number); i++) if (gone[reports[i] as number] === 0) return true;
    return false;
  };
  const has = (key: string, gone: Uint8Array): boolean => isStanding(find(key), gone);
  const without = (gone: Uint8Array): FrozenPostings => {
    const isWhole = !gone.includes(1);
    const listAt = (at: number): Posting => {
      const { listEnds, reports, values } = numbers();
      const [start, end] = [before(listEnds, at), listEnds[at] as number];
      return new BaseList(reports.subarray(start, end), values.subarray(start, end), numbered, isWhole ? null : gone);
    };
    return {
      get size() {
        if (isWhole) return count;
        let size = 0;
        for (let at = 0; at < count; at++) if (isStanding(at, gone)) size++;
        return size;
      },
      get(key) {
        const at = find(key);
        return isStanding(at, gone) ? listAt(at) : undefined;
      },
      has: (key) => has(key, gone),
      *entries() {
        for (let at = 0; at < count; at++) if (isStanding(at, gone)) yield [keyAt(at), listAt(at)];
      },
      parts: () => [all],
    };
  };
  return { has, without };
}

/** A list of a base: its reports ascend; those that are gone are passed over. */
class BaseList extends ReportList {
  constructor(
    private readonly reports: Uint32Array,
    private readonly numbers: Uint32Array,
    private readonly numbered: Numbered,
    private readonly gone: Uint8Array | null,
  ) {
    super();
  }
  private isHere(at: number): boolean {
    return this.gone === null || this.gone[this.reports[at] as number] === 0;
  }
  get size(): number {
    if (this.gone === null) return this.reports.length;
    let size = 0;
    for (let at = 0; at < this.reports.length; at++) if (this.isHere(at)) size++;
    return size;
  }
  get(path: string): number | undefined {
    const wanted = this.numbered.numberOf.get(path) ?? -1;
    let [low, high] = [0, this.reports.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.reports[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    return this.reports[low] === wanted && this.isHere(low) ? this.numbers[low] : undefined;
  }
  override *keys(): MapIterator<string> {
    for (let at = 0; at < this.reports.length; at++) if (this.isHere(at)) yield this.numbered.paths[this.reports[at] as number] as string;
  }
  *entries(): MapIterator<[string, number]> {
    for (let at = 0; at < this.reports.length; at++) if (this.isHere(at)) yield [this.numbered.paths[this.reports[at] as number] as string, this.numbers[at] as number];
  }
}
