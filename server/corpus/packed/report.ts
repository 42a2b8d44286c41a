import type { Claim } from '../../claim/model';
import type { Entity, Introduction, Mention } from '../../entity/model';
import type { NearMiss } from '../../entity/nearMiss';
import { answerRanks, type Answer, type Issuance, type Passages, type Reference, type ReferenceKind } from '../../reference/model';
import type { Caption, Heading, NoteLink, ReportMeta, TocEntry } from '../../report/model';
import type { LineStarts } from '../../text/lines';
import type { Pieces, ReportIndex } from '../model';
import { symbolsOf, type Symbols } from '../symbols';
import { createWriter, readSection } from './bytes';
import { bool, float, index as place, key, lineSteps, list, mapOf, nullable, oneOf, optional, sketches, span, steps, strings, struct, text, uint, type Shape } from './shapes';

/** What an index has at once. */
export type Head = Pick<ReportIndex, 'path' | 'hash' | 'size' | 'encoding' | 'encodingGuessed' | 'replacements' | 'length' | 'meta'>;
/** An entity in full, or the id of a built-in one. */
type StoredEntity = Entity | string;

const head = struct<Head>({
  path: text,
  hash: text,
  size: uint,
  encoding: oneOf(['utf-8', 'gb18030', 'utf-16le', 'utf-16be']),
  encodingGuessed: bool,
  replacements: uint,
  length: uint,
  meta: struct<ReportMeta>({
    title: text, titleSpan: nullable(span), date: nullable(text), issue: nullable(text), publisher: nullable(text), authors: list(text),
    tags: list(struct<ReportMeta['tags'][number]>({ name: text, span })),
  }),
});

const referenceKinds: readonly ReferenceKind[] = ['caption', 'section', 'article', 'chapter', 'appendix', 'note', 'toc', 'document', 'report', 'url', 'link'];
const kinds: readonly Introduction['kind'][] = ['profile', 'definition', 'code', 'tableRow'];
const fullEntity = struct<Entity>({
  name: text, type: text, id: text, aliases: list(text), attributes: strings, note: nullable(text), origin: oneOf(['list', 'lexicon', 'report']),
});
const storedEntity: Shape<StoredEntity> = {
  write(to, entities) {
    bool.write(to, entities.map((entity) => typeof entity !== 'string'));
    key.write(to, entities.filter((entity) => typeof entity === 'string'));
    fullEntity.write(to, entities.filter((entity) => typeof entity !== 'string'));
  },
  read(from, count) {
    const full = bool.read(from, count);
    const inFull = full.filter(Boolean).length;
    const [ids, entities] = [key.read(from, count - inFull).values(), fullEntity.read(from, inFull).values()];
    return full.map((is) => (is ? entities : ids).next().value as StoredEntity);
  },
};

/** Of a field that is true or absent. */
const always: Shape<true> = { write: () => undefined, read: (_, count) => new Array<true>(count).fill(true) };

/** What is read when it is asked for, each in a section of its own; the order is that of the sections after the head. */
const lazy = {
  lineStarts: lineSteps,
  pieces: struct<Pieces>({ logicalStarts: steps, sourceStarts: steps }),
  headings: list(struct<Heading>({ span, level: uint, number: nullable(text), title: text, parent: place, end: uint, why: list(text) })),
  captions: list(struct<Caption>({ span, kind: oneOf(['figure', 'table', 'chart']), label: text, number: nullable(text), title: text, table: nullable(uint), heading: place })),
  toc: list(struct<TocEntry>({ span, title: text, number: nullable(text), page: nullable(text), target: nullable(struct<NonNullable<TocEntry['target']>>({ kind: oneOf(['heading', 'caption']), index: uint })) })),
  notes: list(struct<NoteLink>({ mark: span, text, note: nullable(span) })),
  mentions: list(struct<Mention>({ spans: list(span), text, type: text, entity: text, status: oneOf(['confirmed', 'candidate']), alternatives: optional(list(text)) })),
  introductions: list(struct<Introduction>({ entity: key, span, kind: oneOf(kinds) })),
  nearMisses: list(struct<NearMiss>({ spans: list(span), text, core: text, name: text, type: text, entity: text })),
  references: list(struct<Reference>({ span, kind: oneOf(referenceKinds), text, local: nullable(span), key: nullable(text) })),
  answers: list(struct<Answer>({ key: text, span, rank: oneOf(answerRanks) })),
  passages: struct<Passages>({ starts: steps, ends: steps, sketches }),
  claims: list(struct<Claim>({
    span, value: float, high: optional(float), unit: text, approx: nullable(oneOf(['~', '>', '<', '>=', '<='])), decimals: uint, scale: float,
    subject: text, measure: text, time: nullable(text), direct: optional(always),
  })),
  issuances: list(struct<Issuance>({ span, document: text, title: text, bodies: nullable(uint), lead: nullable(span), date: nullable(text) })),
} satisfies { readonly [K in Exclude<keyof ReportIndex, keyof Head | 'entities'>]: Shape<ReportIndex[K]> };
type Lazy = typeof lazy;
const names = Object.keys(lazy) as (keyof Lazy)[];
const entities = list(storedEntity);
const entitiesAt = names.length + 1;
const symbols = struct<Omit<Symbols, 'statements'>>({ mentions: mapOf(uint), introductions: mapOf(uint), definitions: mapOf(uint), answers: mapOf(uint), citations: mapOf(uint) });
const symbolsAt = names.length + 2;
const statements = mapOf(uint);
const statementsAt = names.length + 3;

/** The one value of a section. */
const only = <T>(shape: Shape<T>, bytes: Uint8Array, section: number): T => shape.read(readSection(bytes, section), 1)[0] as T;

/** A report's index as bytes: a tenth of the objects' size. Built-in entities are stored by id. Linear. */
export function packReport(index: ReportIndex): Uint8Array<ArrayBuffer> {
  const to = createWriter();
  to.section();
  head.write(to, [index]);
  for (const name of names) {
    to.section();
    (lazy[name] as Shape<unknown>).write(to, [index[name]]);
  }
  to.section();
  entities.write(to, [index.entities.map((entity) => (entity.origin === 'lexicon' ? entity.id : entity))]);
  const made = symbolsOf(index);
  to.section();
  symbols.write(to, [made]);
  to.section();
  statements.write(to, [made.statements]);
  return to.finish();
}

/** Where the lists of an index are read from, and those that somebody may still hold. */
interface Source {
  readonly load: () => Uint8Array;
  readonly builtIn: (id: string) => Entity | undefined;
  readonly kept: (WeakRef<object> | undefined)[];
  /** Where the lines begin, where that is known without its bytes. */
  lineStarts?: LineStarts;
}
const sources = new WeakMap<object, Source>();

/** A copy of the bytes of an index, to hand to another thread. */
export function packedIn(index: ReportIndex): Uint8Array<ArrayBuffer> {
  const bytes = sources.get(index)?.load();
  return bytes === undefined ? packReport(index) : new Uint8Array(bytes);
}

/** The symbols of an index: read from its bytes where it has some, else made. */
export function symbolsIn(index: ReportIndex): Symbols {
  const source = sources.get(index);
  return source ? { ...only(symbols, source.load(), symbolsAt), statements: statementsIn(index) } : symbolsOf(index);
}

/** Of the symbols of an index its statements alone. */
export function statementsIn(index: ReportIndex): Symbols['statements'] {
  const source = sources.get(index);
  return source ? only(statements, source.load(), statementsAt) : symbolsOf(index).statements;
}

/** The head of an index alone. */
export function headOf({ path, hash, size, encoding, encodingGuessed, replacements, length, meta }: Head): Head {
  return { path, hash, size, encoding, encodingGuessed, replacements, length, meta };
}

/**
 * The index that `packReport` wrote. Its lists are read when they are asked for and let go when nobody holds them;
 * whoever derives something from a list may keep it by the list. `builtIn` finds the lexicon's entities.
 */
export function unpackReport(bytes: Uint8Array, builtIn: (id: string) => Entity | undefined): ReportIndex {
  return lazyReport(only(head, bytes, 0), () => bytes, builtIn);
}

/** What all lazy indexes inherit: thousands of them cost little as long as nobody asks for their lists. */
const lists: object = {};
function define(name: string, number: number, read: (bytes: Uint8Array, source: Source) => object): void {
  Object.defineProperty(lists, name, {
    get(this: object) {
      const source = sources.get(this) as Source;
      const found = (name === 'lineStarts' ? source.lineStarts : undefined) ?? source.kept[number]?.deref();
      if (found !== undefined) return found;
      const fresh = read(source.load(), source);
      source.kept[number] = new WeakRef(fresh);
      return fresh;
    },
  });
}
names.forEach((name, i) => define(name, i + 1, (bytes) => only<object>(lazy[name] as Shape<object>, bytes, i + 1)));
define('entities', entitiesAt, (bytes, { builtIn }) => only(entities, bytes, entitiesAt).flatMap((entity) => (typeof entity === 'string' ? (builtIn(entity) ?? []) : entity)));

/** As `unpackReport`, of a report whose head is known: `load` gives the bytes when a list is asked for. */
export function lazyReport(known: Head, load: () => Uint8Array, builtIn: (id: string) => Entity | undefined): ReportIndex {
  const index = Object.assign(Object.create(lists) as ReportIndex, known);
  sources.set(index, { load, builtIn, kept: [] });
  return index;
}

/** Tells a lazy index where its lines begin. */
export function giveLines(index: ReportIndex, lineStarts: LineStarts): void {
  const source = sources.get(index);
  if (source) source.lineStarts = lineStarts;
}

/** An index with all its lists in memory, of a report that is called `path` now. */
export function unpacked(index: ReportIndex, path = index.path): ReportIndex {
  const all = Object.fromEntries([...names, 'entities' as const].map((name) => [name, index[name]])) as Pick<ReportIndex, keyof Lazy | 'entities'>;
  return { ...headOf(index), ...all, lineStarts: Uint32Array.from(index.lineStarts), path };
}
