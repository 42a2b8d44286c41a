import { extentOf } from '../entity/extent';
import { citedKeys, splitKey } from '../reference/keys';
import type { Reference } from '../reference/model';
import { fullName } from '../report/fullName';
import type { LineStarts } from '../text/lines';
import type { Span } from '../text/span';
import { hashNumber } from './hashNumber';
import type { ReportIndex } from './model';
import { giveLines } from './packed/report';
import { introductionRank } from './symbols';

/** A digest as it is kept. */
export interface DigestParts {
  /** The head, and the hashes that things are found by. */
  readonly words: Uint32Array;
  /** Offsets and counts; two bytes each where all of them are small, as in nearly every report. */
  readonly offsets: Uint32Array | Uint16Array;
  /** In UTF-8. */
  readonly names: Uint8Array;
}

export type NameKind = 'report' | 'section' | 'figure' | 'table' | 'chart';

/**
 * What questions about the whole corpus read of a report: where each entity stands, and what can be searched by name.
 * A few flat arrays in one buffer, so that thousands of reports are asked without unpacking one.
 */
export interface Digest {
  readonly parts: DigestParts;
  readonly lineStarts: LineStarts;
  /** Where an entity is mentioned, in order: from the first part of a mention to its last. */
  mentionsOf(entity: string): Span[];
  /** Where an entity is introduced best in this report, see `introductionRank`; nowhere where it is only mentioned. */
  introductionsOf(entity: string): Span[];
  /** References to whole documents under a key as `citedKeys` ends with; of each the `hashNumber` of its own key. */
  citationsOf(key: string): (Span & { readonly own: number })[];
  /** The title ("" where there is none) and the full names of sections, figures and tables, one a line. */
  readonly names: string;
  /** What the name in line `at` stands for. */
  nameAt(at: number): { readonly kind: NameKind; readonly span: Span };
}

const nameKinds: readonly NameKind[] = ['report', 'section', 'figure', 'table', 'chart'];
/** Numbers at the head: lines, entities, mentions, introductions, cited keys, citations, names, and the bytes of an offset. */
const headLength = 8;
/** In place of a number of entities or keys: two of them have one hash, and the index has to be asked. */
const ambiguous = 0xffffffff;

/** Names of one report up to which three bytes tell them apart nearly always; so the steps from one to the next take less room. */
const fewNames = 1000;

/** What one of so many entities or keys is known by in a digest. */
const shortHash = (id: string, count: number): number => (count > fewNames ? hashNumber(id) : hashNumber(id) >>> 8);

interface Named {
  readonly kind: NameKind;
  readonly name: string;
  readonly span: Span;
}

function namesOf({ meta, headings, captions }: ReportIndex): Named[] {
  return [
    { kind: 'report', name: meta.title.trim(), span: meta.titleSpan ?? { start: 0, end: 0 } },
    ...headings.map(({ number, title, span }): Named => ({ kind: 'section', name: fullName({ label: number ?? '', title }), span })),
    ...captions.map((caption): Named => ({ kind: caption.kind, name: fullName(caption), span: caption.span })),
  ];
}

function push<K>(groups: Map<K, Span[]>, key: K, span: Span): void {
  const group = groups.get(key);
  if (group) group.push(span);
  else groups.set(key, [span]);
}

function mentionGroups({ mentions }: ReportIndex): Map<string, Span[]> {
  const groups = new Map<string, Span[]>();
  for (const mention of mentions) push(groups, mention.entity, extentOf(mention));
  return groups;
}

/** References to whole documents, articles and anchors left out, by what they are listed under last. */
function citationGroups({ references }: ReportIndex): Map<string, readonly Reference[]> {
  const groups = new Map<string, Reference[]>();
  for (const reference of references) {
    if (reference.key === null || !reference.key.startsWith('document:') || splitKey(reference.key).part !== '') continue;
    const key = citedKeys(reference.key).at(-1) as string;
    groups.set(key, [...(groups.get(key) ?? []), reference]);
  }
  return groups;
}

/** Keys by their short hashes, ascending; null where two of them share one. */
function hashed(keys: Iterable<string>): (readonly [hash: number, key: string])[] | null {
  const all = [...new Set(keys)];
  const found = all.map((key) => [shortHash(key, all.length), key] as const).sort(([a], [b]) => a - b);
  return found.every(([hash], i) => i === 0 || hash !== found[i - 1]?.[0]) ? found : null;
}

function introductionGroups({ introductions }: ReportIndex): Map<string, Span[]> {
  const best = new Map<string, number>();
  for (const { entity, kind } of introductions) best.set(entity, Math.min(best.get(entity) ?? Infinity, introductionRank[kind]));
  const groups = new Map<string, Span[]>();
  for (const { entity, kind, span } of introductions) if (introductionRank[kind] === best.get(entity)) push(groups, entity, span);
  return groups;
}

/** The digest of a report as bytes, see `partsOfDigest`. Linear. */
export function makeDigest(index: ReportIndex): Uint8Array<ArrayBuffer> {
  const [mentions, introductions, citations, names] = [mentionGroups(index), introductionGroups(index), citationGroups(index), namesOf(index)];
  const [entities, cited] = [hashed([...mentions.keys(), ...introductions.keys()]), hashed(citations.keys())];
  const text = Buffer.from(names.map(({ name }) => name.replace(/\n/g, ' ')).join('\n'), 'utf8');
  const hashes: number[] = (entities ?? []).map(([hash]) => hash);
  const offsets: number[] = [...index.lineStarts];
  const counts: number[] = [];
  for (const groups of [mentions, introductions]) {
    let end = 0;
    for (const [, id] of entities ?? []) offsets.push((end += groups.get(id)?.length ?? 0));
    counts.push(end);
  }
  for (const groups of [mentions, introductions]) for (const [, id] of entities ?? []) for (const { start, end } of groups.get(id) ?? []) offsets.push(start, end);
  let citationEnd = 0;
  for (const [hash, key] of cited ?? []) {
    hashes.push(hash);
    offsets.push((citationEnd += citations.get(key)?.length ?? 0));
  }
  for (const [, key] of cited ?? []) {
    for (const { span, key: own } of citations.get(key) ?? []) {
      hashes.push(hashNumber(own ?? ''));
      offsets.push(span.start, span.end);
    }
  }
  for (const { kind, span } of names) offsets.push(nameKinds.indexOf(kind), span.start, span.end);
  const packed = offsets.every((offset) => offset <= 0xffff) ? Uint16Array.from(offsets) : Uint32Array.from(offsets);
  const head = [index.lineStarts.length, entities?.length ?? ambiguous, ...counts, cited?.length ?? ambiguous, citationEnd, names.length, packed.BYTES_PER_ELEMENT];
  const words = Uint32Array.from([...head, ...hashes]);
  const bytes = new Uint8Array(words.byteLength + packed.byteLength + text.length);
  bytes.set(new Uint8Array(words.buffer));
  bytes.set(new Uint8Array(packed.buffer), words.byteLength);
  bytes.set(text, words.byteLength + packed.byteLength);
  return bytes;
}

interface Counts {
  readonly lines: number;
  readonly entities: number;
  readonly mentions: number;
  readonly introductions: number;
  readonly cited: number;
  readonly citations: number;
  readonly names: number;
}

/** The counts at the head of a digest; nothing is listed of what is ambiguous. */
function countsIn([lines = 0, entities = 0, mentions = 0, introductions = 0, cited = 0, citations = 0, names = 0]: Uint32Array): Counts {
  return { lines, entities: entities === ambiguous ? 0 : entities, mentions, introductions, cited: cited === ambiguous ? 0 : cited, citations, names };
}

/** What `makeDigest` made as its parts, without a copy; `bytes` begin at a multiple of four. */
export function partsOfDigest(bytes: Uint8Array): DigestParts {
  const head = new Uint32Array(bytes.buffer, bytes.byteOffset, headLength);
  const { lines, entities, mentions, introductions, cited, citations, names } = countsIn(head);
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, headLength + entities + cited + citations);
  const count = lines + entities * 2 + (mentions + introductions) * 2 + cited + citations * 2 + names * 3;
  const at = bytes.byteOffset + words.byteLength;
  const offsets = head[headLength - 1] === 2 ? new Uint16Array(bytes.buffer, at, count) : new Uint32Array(bytes.buffer, at, count);
  return { words, offsets, names: bytes.subarray(words.byteLength + offsets.byteLength) };
}

function namesOfParts({ names: { buffer, byteOffset, length } }: DigestParts): string {
  return Buffer.from(buffer, byteOffset, length).toString('utf8');
}

/** Where the lines begin of a report with this digest. */
const linesIn = ({ words, offsets }: DigestParts): LineStarts => offsets.subarray(0, words[0]);

/** Position of `wanted` among ascending hashes, -1 where it is not. */
function find(hashes: Uint32Array, wanted: number): number {
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const hash = hashes[middle] as number;
    if (hash === wanted) return middle;
    if (hash < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Reads the digest of `index`: O(1), and each question costs its answer and O(log entities). */
function openDigest(parts: DigestParts, index: ReportIndex): Digest {
  const { words, offsets } = parts;
  const counts = countsIn(words);
  const isAmbiguous = { entities: words[1] === ambiguous, cited: words[4] === ambiguous };
  const citedAt = headLength + counts.entities;
  const [hashes, cited, owns] = [words.subarray(headLength, citedAt), words.subarray(citedAt, citedAt + counts.cited), words.subarray(citedAt + counts.cited)];
  let at = counts.lines;
  const take = (length: number): typeof offsets => offsets.subarray(at, (at += length));
  const [mentionEnds, introductionEnds] = [take(counts.entities), take(counts.entities)];
  const [mentions, introductions, citedEnds, citations, names] = [take(counts.mentions * 2), take(counts.introductions * 2), take(counts.cited), take(counts.citations * 2), take(counts.names * 3)];
  /** What `make` gives for each one of the group at `place`. */
  const group = <T>(ends: typeof offsets, place: number, make: (at: number) => T): T[] => {
    const found: T[] = [];
    if (place < 0) return found;
    for (let i = place === 0 ? 0 : (ends[place - 1] as number); i < (ends[place] as number); i++) found.push(make(i));
    return found;
  };
  const spanIn = (spans: typeof offsets, i: number): Span => ({ start: spans[i * 2] as number, end: spans[i * 2 + 1] as number });
  const spansOf = (ends: typeof offsets, spans: typeof offsets, entity: string): Span[] => group(ends, find(hashes, shortHash(entity, counts.entities)), (i) => spanIn(spans, i));
  return {
    parts,
    lineStarts: linesIn(parts),
    mentionsOf: (entity) => (isAmbiguous.entities ? (mentionGroups(index).get(entity) ?? []) : spansOf(mentionEnds, mentions, entity)),
    introductionsOf: (entity) => (isAmbiguous.entities ? (introductionGroups(index).get(entity) ?? []) : spansOf(introductionEnds, introductions, entity)),
    citationsOf(key) {
      if (isAmbiguous.cited) return (citationGroups(index).get(key) ?? []).map(({ span, key: own }) => ({ ...span, own: hashNumber(own ?? '') }));
      return group(citedEnds, find(cited, shortHash(key, counts.cited)), (i) => ({ ...spanIn(citations, i), own: owns[i] as number }));
    },
    get names() {
      return namesOfParts(parts);
    },
    nameAt: (line) => ({ kind: nameKinds[names[line * 3] as number] as NameKind, span: { start: names[line * 3 + 1] as number, end: names[line * 3 + 2] as number } }),
  };
}

/** As it was given, until somebody asks. */
const digests = new WeakMap<ReportIndex, Digest | DigestParts>();

/** The digest of an index: the one it came with, else made at the first question. */
export function digestIn(index: ReportIndex): Digest {
  const known = digests.get(index) ?? partsOfDigest(makeDigest(index));
  if ('parts' in known) return known;
  const made = openDigest(known, index);
  digests.set(index, made);
  return made;
}

/** The parts of an index's digest. To open the digests of all reports would cost more memory than what is read of them. */
export function digestParts(index: ReportIndex): DigestParts {
  const known = digests.get(index) ?? digestIn(index);
  return 'parts' in known ? known.parts : known;
}

/** The names in the digest of an index, see `Digest.names`. */
export const digestNames = (index: ReportIndex): string => namesOfParts(digestParts(index));

/** Tells an index the digest it came with; its lines are read from there. */
export function giveDigest(index: ReportIndex, parts: DigestParts): void {
  digests.set(index, parts);
  giveLines(index, linesIn(parts));
}
