/**
 * What is kept of one corpus between two starts: a record of bytes for each report, and texts that say what the records
 * are. Plain data and a few operations, so that another store can stand behind it. What is read is what was saved last.
 */
export interface Cache {
  /** A text saved under a name; null where there is none. */
  text(name: string): Promise<string | null>;
  /** Bytes saved under a name; null where there are none. Begin at a multiple of eight. */
  bytes(name: string): Promise<Uint8Array | null>;
  has(report: string): boolean;
  /** One record, at the price of some dozen; null where it is not there. Until `opened`. */
  record(report: string): Uint8Array | null;
  /** The records of these reports, in the order that costs least; those that are not there are passed over. */
  records(reports: ReadonlySet<string>): AsyncIterable<readonly [report: string, record: Uint8Array]>;
  /** Says that all was read that was wanted of an earlier start. */
  opened(): void;
  /** Takes a record, in parts that are kept as they are until they are saved. */
  put(report: string, record: readonly Uint8Array[]): void;
  /**
   * Saves the texts (and bytes by name), and the records of these reports, and takes out all else. Killed before it is done, it leaves what
   * was saved before, or the texts and some of the records.
   */
  save(texts: Readonly<Record<string, string | Uint8Array>>, reports: Iterable<string>): Promise<void>;
  clear(): Promise<void>;
  /** Resolves when all is on the disk. */
  close(): Promise<void>;
}
