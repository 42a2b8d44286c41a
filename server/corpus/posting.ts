/** Path of a report → a number (a count, or a rank). */
export type Posting = ReadonlyMap<string, number>;

/** The paths of reports by number, in the order in which they were first met. */
export interface Paths {
  readonly at: string[];
  readonly numbers: Map<string, number>;
}

export const noPaths = (): Paths => ({ at: [], numbers: new Map() });

function numberOf({ at, numbers }: Paths, path: string): number {
  const known = numbers.get(path);
  if (known !== undefined) return known;
  numbers.set(path, at.length);
  return at.push(path) - 1;
}

/** More than a list says of a report. */
const most = 2 ** 24;
/** A report's number and what a list says of it as one number; entries ascend as the reports do. */
export const entryOf = (report: number, value: number): number => report * most + Math.min(value, most - 1);
export const reportOf = (entry: number): number => Math.floor(entry / most);
export const valueOf = (entry: number): number => entry % most;

/** A list that says what it holds by `get` and `entries`; the rest of a map follows from these. */
export abstract class ReportList implements Posting {
  abstract readonly size: number;
  abstract get(path: string): number | undefined;
  abstract entries(): MapIterator<[string, number]>;
  has(path: string): boolean {
    return this.get(path) !== undefined;
  }
  *keys(): MapIterator<string> {
    for (const [path] of this.entries()) yield path;
  }
  *values(): MapIterator<number> {
    for (const [, value] of this.entries()) yield value;
  }
  [Symbol.iterator](): MapIterator<[string, number]> {
    return this.entries();
  }
  forEach(call: (value: number, path: string, list: Posting) => void): void {
    for (const [path, value] of this.entries()) call(value, path, this);
  }
}

/** A list of one report, as most are: there are a million of them. */
export class OneReport extends ReportList {
  constructor(
    private readonly path: string,
    private readonly value: number,
  ) {
    super();
  }
  get size(): number {
    return 1;
  }
  get(path: string): number | undefined {
    return path === this.path ? this.value : undefined;
  }
  *entries(): MapIterator<[string, number]> {
    yield [this.path, this.value];
  }
}

/**
 * A list as one array of numbers, ascending: a fifth of the memory that a map takes. Reports come mostly in the order of
 * their numbers, and are then put at the end; to find one costs O(log n).
 */
export class SomeReports extends ReportList {
  private readonly entriesOfAll: number[];
  constructor(
    private readonly paths: Paths,
    given: readonly number[] = [],
  ) {
    super();
    this.entriesOfAll = given.slice();
  }
  get size(): number {
    return this.entriesOfAll.length;
  }
  /** Where the entry of a report is, or would be. */
  private place(report: number): number {
    const all = this.entriesOfAll;
    const wanted = entryOf(report, 0);
    let [low, high] = [0, all.length];
    if (high > 0 && (all[high - 1] as number) < wanted) return high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((all[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  get(path: string): number | undefined {
    const report = this.paths.numbers.get(path);
    const entry = report === undefined ? undefined : this.entriesOfAll[this.place(report)];
    return entry !== undefined && reportOf(entry) === report ? valueOf(entry) : undefined;
  }
  /** Sets what is said of a report; undefined takes it away. */
  set(path: string, value: number | undefined): void {
    const report = numberOf(this.paths, path);
    const place = this.place(report);
    const known = reportOf(this.entriesOfAll[place] ?? -1) === report ? 1 : 0;
    if (value === undefined) this.entriesOfAll.splice(place, known);
    else if (place === this.entriesOfAll.length) this.entriesOfAll.push(entryOf(report, value));
    else this.entriesOfAll.splice(place, known, entryOf(report, value));
  }
  copy(): SomeReports {
    return new SomeReports(this.paths, this.entriesOfAll);
  }
  override *keys(): MapIterator<string> {
    for (const entry of this.entriesOfAll) yield this.paths.at[reportOf(entry)] as string;
  }
  *entries(): MapIterator<[string, number]> {
    for (const entry of this.entriesOfAll) yield [this.paths.at[reportOf(entry)] as string, valueOf(entry)];
  }
}

/** Two lists of different reports as one. */
export class JoinedLists extends ReportList {
  constructor(
    private readonly first: Posting,
    private readonly second: Posting,
  ) {
    super();
  }
  get size(): number {
    return this.first.size + this.second.size;
  }
  get(path: string): number | undefined {
    return this.first.get(path) ?? this.second.get(path);
  }
  *entries(): MapIterator<[string, number]> {
    yield* this.first.entries();
    yield* this.second.entries();
  }
}
