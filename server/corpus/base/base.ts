import { digestParts, type DigestParts } from '../digest';
import type { BaseLists, Snapshot } from '../corpus';
import { headOf, type Head } from '../packed/report';
import { symbolKinds, type SymbolKind } from '../symbols';
import { openDigests, packDigests } from './digests';
import { joinParts, splitParts } from './parts';
import { turns } from '../turns';
import { openPostings, packPostings } from './postings';
import type { BasePostings } from '../postings';

/**
 * What a start needs of a corpus to answer: of each report its head and its digest, and all postings, in one piece that
 * is read without a pass over the reports. A report is the one that was based if its serial is the same.
 */
export interface Base {
  readonly reports: readonly BaseReport[];
  readonly lists: BaseLists;
}
export interface BaseReport {
  readonly serial: number;
  readonly head: Head;
  readonly digest: DigestParts;
}

/** A base as bytes, in two pieces of about one size, which are unpacked at the same time. */
export interface BaseBytes {
  /** The heads and the postings. */
  readonly lists: Uint8Array;
  readonly digests: Uint8Array;
}

/** The base of a snapshot, of those reports that have a serial. Linear; yields to other work. */
export async function makeBase(snapshot: Snapshot, serialOf: (path: string) => number | undefined): Promise<BaseBytes> {
  const turn = turns();
  const heads: (readonly [serial: number, head: Head])[] = [];
  const digests: DigestParts[] = [];
  const numberOf = new Map<string, number>();
  // In the order of their paths, in which they are listed later.
  const reports = [...snapshot.reports.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [path, index] of reports) {
    const serial = serialOf(path);
    if (serial === undefined) continue;
    numberOf.set(path, heads.length);
    heads.push([serial, headOf(index)]);
    digests.push(digestParts(index));
    await turn();
  }
  const postings: Uint8Array[] = [];
  for (const kind of symbolKinds) postings.push(await packPostings(snapshot[kind], numberOf, turn));
  return { lists: await joinParts([Buffer.from(JSON.stringify(heads)), ...postings], turn), digests: await packDigests(digests, turn) };
}

/** Reads what `makeBase` made, and stays in its bytes, which must not be read again: a pass over the heads and the numbers; yields to other work. */
export async function openBase({ lists: bytes, digests: digestBytes }: BaseBytes): Promise<Base> {
  const { heads, lists } = openLists(bytes);
  const digests = await openDigests(digestBytes, turns());
  return { reports: heads.map(([serial, head], i) => ({ serial, head, digest: digests[i] as DigestParts })), lists };
}

/** Reads the one piece of `makeBase` that holds all but the digests, as `openBase` does. */
export function openLists(bytes: Uint8Array): { readonly heads: readonly (readonly [serial: number, head: Head])[]; readonly lists: BaseLists } {
  const [text = new Uint8Array(), ...postings] = splitParts(bytes);
  const heads = JSON.parse(Buffer.from(text.buffer, text.byteOffset, text.length).toString('utf8')) as (readonly [number, Head])[];
  const paths = heads.map(([, { path }]) => path);
  const numberOf = new Map(paths.map((path, number) => [path, number]));
  const opened = symbolKinds.map((kind, i) => [kind, openPostings(postings[i] ?? new Uint8Array(), { paths, numberOf })] as const);
  return { heads, lists: { numberOf, postings: Object.fromEntries(opened) as Record<SymbolKind, BasePostings> } };
}
