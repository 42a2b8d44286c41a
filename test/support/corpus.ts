/** Corpora in memory, for tests of what reads a snapshot. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noDisk } from '../../server/corpus/annotationDisk';
import { createAnnotations } from '../../server/corpus/annotations';
import { createCorpus, type Corpus } from '../../server/corpus/corpus';
import { createEngine } from '../../server/corpus/engine';
import { createIndexer, type Indexer } from '../../server/corpus/indexer';
import type { ReportIndex } from '../../server/corpus/model';
import { indexReport, knownNames, type Input } from '../../server/corpus/pipeline';
import { resourcesIn } from '../../server/corpus/resources';
import { defaultSettings } from '../../server/corpus/settings';
import { builtInNames } from '../../server/entity/names';
import type { RuledCorpus } from '../../server/features/diagnostics';
import { parseReport } from '../../server/report/parse';
import { decode, sourceFromText } from '../../server/text/decode';

const lexicon = join(import.meta.dirname, '../../server/entity/lexicon');

/** A corpus whose reports are the entries of `texts`; change them and call `touch` or `remove` to go on. */
export interface MemoryCorpus {
  readonly texts: Map<string, string>;
  readonly indexer: Indexer;
  /** The text of a report as it is now; null where there is none. */
  readonly readText: (path: string) => Promise<string | null>;
  /** Sets or, with null, removes a report's text and waits until the index has it. */
  put(path: string, text: string | null): Promise<void>;
}

/** Indexes texts with everything the program knows: the built-in names, segmentation, references. */
export async function memoryCorpus(reports: Readonly<Record<string, string>>): Promise<MemoryCorpus> {
  const texts = new Map(Object.entries(reports));
  const failed = (error: unknown): never => {
    throw error instanceof Error ? error : new Error(String(error));
  };
  const engine = createEngine(resourcesIn(lexicon));
  await engine.configure(null, defaultSettings);
  const indexer = createIndexer(engine, (path) => texts.get(path) ?? null, { changed: () => undefined, progress: () => undefined, failed });
  indexer.touch([...texts.keys()]);
  await new Promise((resolve) => setImmediate(resolve));
  await indexer.settled();
  return {
    texts,
    indexer,
    readText: (path) => Promise.resolve(texts.get(path) ?? null),
    async put(path, text) {
      if (text === null) {
        texts.delete(path);
        indexer.remove([path]);
      } else {
        texts.set(path, text);
        indexer.touch([path]);
      }
      await new Promise((resolve) => setImmediate(resolve));
      await indexer.settled();
    },
  };
}

/** What the rules ask of a corpus, for reports in memory that nobody annotated. */
export function ruledCorpus({ texts }: MemoryCorpus): RuledCorpus {
  return {
    annotations: createAnnotations(noDisk, () => undefined),
    anchored: () => Promise.resolve([]),
    settings: () => defaultSettings,
    parsed: ({ path }) => Promise.resolve(parseReport(path, sourceFromText(texts.get(path) ?? ''))),
    text: (path) => Promise.resolve(texts.get(path) ?? null),
  };
}

/** The reports below a folder by name, as text. */
export function reportsIn(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => /\.(txt|md)$/.test(name) && name !== 'README.md').sort();
  return Object.fromEntries(names.map((name) => [name, decode(readFileSync(join(folder, name))).text]));
}

const noNames = knownNames(builtInNames([]).names);

/** What the corpus keeps of one report when no name is known: structure, references, answers, passages. Cheap. */
export function bareIndex(path: string, text: string): ReportIndex {
  const input: Input = { path, source: sourceFromText(text), hash: path, size: text.length };
  const reading = { report: parseReport(path, input.source), discovery: { entities: [], hints: '', local: [] }, grams: new Uint32Array(0) };
  return indexReport(input, reading, noNames);
}

/** A corpus of reports without names. */
export function bareCorpus(reports: Readonly<Record<string, string>>): Corpus {
  const corpus = createCorpus();
  for (const [path, text] of Object.entries(reports)) corpus.apply({ kind: 'report', index: bareIndex(path, text) });
  return corpus;
}
