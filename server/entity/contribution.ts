import type { Entity } from './model';
import { fromReported, toReported, type Reported } from './reported';

/** What one report gives to the names of the whole corpus. Thousands of them are kept, so the names stay the bytes they came as. */
export interface Contribution {
  /** The names that it defines: entities as JSON in UTF-8, see `toReported`, with commas between them; empty where it defines none. */
  readonly names: Uint8Array<ArrayBuffer>;
  /** Names that it holds with evidence too weak for other reports, unless those hold them as well; see `hintsOf`. */
  readonly hints: string;
}

const encoder = new TextEncoder();
/** The bytes of "[", "," and "]". */
const [open, comma, close] = [0x5b, 0x2c, 0x5d];

/** What a report gives that defines these names. */
export function contributionOf(entities: readonly Entity[], hints: string): Contribution {
  return { names: encoder.encode(JSON.stringify(toReported(entities)).slice(1, -1)), hints };
}

/** The names of all reports as one JSON list in UTF-8, in the order of the reports' paths. Copies them once. */
export function allNames(reports: Iterable<readonly [path: string, contribution: Contribution]>): Uint8Array<ArrayBuffer> {
  const lists = [...reports].filter(([, { names }]) => names.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  const all = new Uint8Array(lists.reduce((sum, [, { names }]) => sum + names.length + 1, lists.length === 0 ? 2 : 1));
  all[0] = open;
  let at = 1;
  for (const [, { names }] of lists) {
    all.set(names, at);
    at += names.length;
    all[at++] = comma;
  }
  all[all.length - 1] = close;
  return all;
}

/** What `allNames` wrote. */
export function readNames(all: Uint8Array): Entity[] {
  return fromReported(JSON.parse(Buffer.from(all.buffer, all.byteOffset, all.length).toString('utf8')) as Reported[]);
}
