import type { Discovery } from '../entity/discover';
import type { EntityList } from '../entity/list';
import { contributionOf, readNames, type Contribution } from '../entity/contribution';
import { extendNames } from '../entity/extend';
import { listNames } from '../entity/listed';
import { mergeDiscovered, type Hinted } from '../entity/merge';
import type { BuiltIn, Names } from '../entity/names';
import { fromReported, toReported, type Reported } from '../entity/reported';
import type { Segmenter } from '../entity/segmenter';
import { parseReport } from '../report/parse';
import { expectTyping } from '../text/again';
import { decode, sourceFromText } from '../text/decode';
import type { Encoding } from '../text/source';
import { changedForms } from './changedForms';
import { hashOf, readReport, type Skip } from './files';
import { gramsOf, type Grams } from './grams';
import { createLastUsed } from './lastUsed';
import type { ReportIndex } from './model';
import { lazyReport, unpackReport, type Head } from './packed/report';
import { indexReport, knownNames, readStructure, type Input, type KnownNames, type Reading } from './pipeline';
import { prescribed, type CorpusSettings } from './settings';
import { createSlabs } from './slabs';

/** What pass 1 hands on about one report, with the stamp of a file that was read, or why the report cannot be read. */
export type ReadResult =
  | { readonly hash: string; readonly stamp: string | null; readonly contribution: Contribution; readonly grams: Grams }
  | KnownContent
  | { readonly skip: Skip };

/** A report whose content was known. */
export interface KnownContent {
  readonly hash: string;
  readonly stamp: string | null;
}

/** What pass 2 gives; `packed` where it came as bytes, see `packReport`. */
export type IndexResult = { readonly index: ReportIndex; readonly packed?: Uint8Array } | { readonly skip: Skip };

/** Heavy work: reading, parsing and recognising, in a worker thread or in the same one. Plain data in and out. */
export interface Engine {
  /** Calls that make sense at the same time. */
  readonly width: number;
  /** The folder and its settings; before anything else, and again when they change. */
  configure(root: string | null, settings: CorpusSettings): Promise<void>;
  /** Pass 1 of a report, from the disk or from an open document's text; nothing but its hash where that is among `known`. */
  read(path: string, text: string | null, known?: readonly string[]): Promise<ReadResult>;
  /** Joins the names of all reports, see `allNames` and `mergeDiscovered`, as JSON of `toReported`. */
  merge(names: Uint8Array, hinted: readonly Hinted[]): Promise<string>;
  /** Names that reports were read with before: `setNames` compares with them. */
  assumeNames(list: EntityList, discovered: string): void;
  /** Gives pass 2 its names, the discovered ones as `merge` wrote them, and returns the folded forms that mean something else than before. */
  setNames(list: EntityList, discovered: string): Promise<readonly string[]>;
  /** Pass 2 of a report that was read. `text` as in `read`: it may have to be read again. */
  index(path: string, text: string | null): Promise<IndexResult>;
  /** This many reports are going to be read or indexed; none when all is done. */
  expect(reports: number): void;
  /** Nothing is to be done for now: lets go what was only made to do much. */
  rest(): void;
  /** An index from the bytes it came as, see `packReport`. */
  unpack(packed: Uint8Array): ReportIndex;
  /** The same of a report whose head is known; `load` gives its bytes when they are needed. */
  recall(head: Head, load: () => Uint8Array): ReportIndex;
  dispose(): void;
}

/** What the engine's recognisers need, loaded when they are first used. */
export interface Resources {
  readonly lexicon: () => BuiltIn;
  readonly segmenter: () => Segmenter;
}

/** Characters of parsed reports that are kept between the passes, and as many of those that are indexed and may be again soon; four times as many cost more time than they save. */
const keptCharacters = 100_000;

interface Kept {
  readonly input: Input;
  readonly stamp: string | null;
  readonly reading: Reading;
}

/** A discovery as JSON in UTF-8: a tenth of the objects' size. */
const writeDiscovery = ({ entities, hints, local }: Discovery): Uint8Array => Buffer.from(JSON.stringify([toReported(entities), hints, toReported(local)]));
function readDiscovery({ buffer, byteOffset, length }: Uint8Array): Discovery {
  const [entities, hints, local] = JSON.parse(Buffer.from(buffer, byteOffset, length).toString()) as [Reported[], string, Reported[]];
  return { entities: fromReported(entities), hints, local: fromReported(local) };
}

function failed(error: unknown): { skip: Skip } {
  return { skip: { code: 'failed', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) } };
}

/** An engine that works in this thread. */
export function createEngine(resources: Resources): Engine {
  /**
   * What reports said of names that are neither indexed yet nor kept as a whole, see `writeDiscovery`: all reports of a new
   * corpus are read before most are indexed. To find it costs more than to parse again, and to keep it little.
   */
  const discovered = new Map<string, { readonly hash: string; readonly discovery: Uint8Array }>();
  const slabs = createSlabs();
  const unindexed = createLastUsed<Kept>(keptCharacters, (path, { input, reading }) => {
    discovered.set(path, { hash: input.hash, discovery: slabs(writeDiscovery(reading.discovery)) });
  });
  const indexed = createLastUsed<Kept>(keptCharacters);
  const forget = (path: string): void => {
    unindexed.take(path);
    indexed.take(path);
    discovered.delete(path);
  };
  let folder: { root: string | null; maxFileSize: number; encodingOf: (path: string) => Encoding | undefined } | null = null;
  let known: KnownNames | null = null;
  const namesOf = (list: EntityList, discovered: string): Names => {
    const builtIn = resources.lexicon();
    return extendNames(listNames(builtIn.names, list), builtIn, fromReported(JSON.parse(discovered) as Reported[]));
  };

  const load = (path: string, text: string | null, known: readonly string[]): Pick<Kept, 'input' | 'stamp'> | KnownContent | { readonly skip: Skip } => {
    if (text !== null) {
      const hash = hashOf(text);
      if (known.includes(hash)) return { hash, stamp: null };
      return { input: { path, source: sourceFromText(text), hash, size: Buffer.byteLength(text) }, stamp: null };
    }
    if (!folder || folder.root === null) return { skip: { code: 'vanished', detail: '' } };
    const content = readReport(folder.root, path, folder.maxFileSize);
    if ('skip' in content) return content;
    if (known.includes(content.hash)) return { hash: content.hash, stamp: content.stamp };
    const source = decode(content.bytes, folder.encodingOf(path));
    if (source.binary) return { skip: { code: 'binary', detail: '' } };
    return { input: { path, source, hash: content.hash, size: content.bytes.length }, stamp: content.stamp };
  };

  const readingOf = (input: Input): Kept['reading'] => {
    const before = discovered.get(input.path);
    if (before?.hash === input.hash) return { report: parseReport(input.path, input.source), discovery: readDiscovery(before.discovery) };
    return readStructure(input, resources.lexicon().names, resources.segmenter());
  };
  const read = (path: string, text: string | null, known: readonly string[] = []): Kept | KnownContent | { readonly skip: Skip } => {
    const loaded = load(path, text, known);
    if ('skip' in loaded) {
      forget(path);
      return loaded;
    }
    if (!('input' in loaded)) return loaded;
    try {
      const entry = { ...loaded, reading: readingOf(loaded.input) };
      forget(path);
      unindexed.put(path, entry, entry.input.source.text.length);
      return entry;
    } catch (error) {
      forget(path);
      return failed(error);
    }
  };

  return {
    width: 1,
    configure(root, settings) {
      folder = { root, maxFileSize: settings.maxFileSize, encodingOf: prescribed(settings) };
      return Promise.resolve();
    },
    read(path, text, known) {
      expectTyping(text !== null);
      // What was found may be of the same bytes in another encoding.
      discovered.delete(path);
      const entry = read(path, text, known);
      if (!('input' in entry)) return Promise.resolve(entry);
      const { report, discovery } = entry.reading;
      return Promise.resolve({ hash: entry.input.hash, stamp: entry.stamp, contribution: contributionOf(discovery.entities, discovery.hints), grams: gramsOf(report.logical.text) });
    },
    merge: (names, hinted) => Promise.resolve(JSON.stringify(toReported(mergeDiscovered(readNames(names), hinted)))),
    assumeNames(list, discovered) {
      known = knownNames(namesOf(list, discovered));
    },
    setNames(list, discovered) {
      const names = namesOf(list, discovered);
      const changed = changedForms(known?.names ?? null, names);
      known = knownNames(names);
      return Promise.resolve(changed);
    },
    index(path, text) {
      expectTyping(text !== null);
      const entry = indexed.get(path) ?? unindexed.get(path) ?? read(path, text);
      if (!('input' in entry)) return Promise.resolve(entry as { readonly skip: Skip });
      if (!known) return Promise.reject(new Error('index() before setNames()'));
      try {
        const index = indexReport(entry.input, entry.reading, known);
        unindexed.take(path);
        discovered.delete(path);
        indexed.put(path, entry, index.length);
        return Promise.resolve({ index });
      } catch (error) {
        return Promise.resolve(failed(error));
      }
    },
    expect: () => undefined,
    rest() {
      unindexed.clear();
      indexed.clear();
    },
    unpack: (packed) => unpackReport(packed, (id) => known?.builtIn.get(id)),
    recall: (head, load) => lazyReport(head, load, (id) => known?.builtIn.get(id)),
    dispose() {
      unindexed.clear();
      indexed.clear();
      discovered.clear();
    },
  };
}
