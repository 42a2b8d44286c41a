import { readFile } from 'node:fs/promises';
import path from 'node:path';
import picomatch from 'picomatch';
import { readCodebook } from '../annotation/codebook/read';
import { preparedText, type AnchorText } from '../annotation/passage';
import { reportOf } from '../annotation/place';
import { parseEntityList } from '../entity/list';
import type { Report } from '../report/model';
import { parseReport } from '../report/parse';
import { sourceFromText } from '../text/decode';
import { createAnchors } from './anchors';
import { createAnchoring, type Anchored } from './annotated';
import { annotationDisk, noDisk } from './annotationDisk';
import { createAnnotations, type Annotations } from './annotations';
import type { Snapshot } from './corpus';
import type { Engine } from './engine';
import { hashOf, isFile, isTooWide, listReports, newestFirst, reportFilter, vanishedOf, type Skip } from './files';
import type { Cache } from './cache/cache';
import { createIndexer, type IndexEvents } from './indexer';
import { createKeeper } from './keeper';
import { readSettings, type CorpusSettings } from './settings';
import type { ReportIndex } from './model';
import { noShelf, type Shelf } from './shelf';
import { createTexts } from './texts';

/** Files of a corpus that are no reports, by name below the root. */
export const settingsFile = 'wenmai.yaml';
export const entityFile = 'entities.yaml';
export const codebookFile = 'codebook.yaml';
const specialFiles: readonly string[] = [settingsFile, entityFile, codebookFile];

/** One corpus: a folder on the disk, the documents open from it, and the index over both. Paths are relative, with "/". */
export interface CorpusFolder {
  /** Absolute path; null for a corpus of open documents only. */
  readonly root: string | null;
  /** False where the folder is too wide to be indexed (a home directory, a drive). */
  readonly indexesDisk: boolean;
  snapshot(): Snapshot;
  /** See `Indexer.counts`. */
  counts(): { readonly reports: number; readonly entities: number };
  skipped(): ReadonlyMap<string, Skip>;
  pending(): ReadonlySet<string>;
  settings(): CorpusSettings;
  isReport(path: string): boolean;
  /**
   * Lists and indexes the folder; resolves when it is listed, not when it is indexed. `known` hears when what an earlier
   * start kept can be asked for, which is before the folder is listed.
   */
  start(known?: () => void): Promise<void>;
  /** Takes over settings of the user; reads everything again where they matter. */
  setUserSettings(settings: CorpusSettings): Promise<void>;
  /** The text of a document as the editor has it; again after each change. */
  open(path: string, text: string): void;
  close(path: string): void;
  isOpen(path: string): boolean;
  /** True while any report is open. */
  hasOpen(): boolean;
  /** Files or folders that appeared, changed or went. */
  filesChanged(paths: readonly string[]): Promise<void>;
  /** An open document's present text, else the text of the indexed file or of one still to be indexed; null where there is none. */
  text(path: string): Promise<string | null>;
  /** The structure of an open document's present text; parsed once per text, in this thread. */
  report(path: string): Report | null;
  /** The structure of the text that an index was made of, open or not; null where the text is gone. */
  parsed(index: ReportIndex): Promise<Report | null>;
  /** The annotation files. */
  readonly annotations: Annotations;
  /** A report's annotations where they stand now. */
  anchored(path: string): Promise<readonly Anchored[]>;
  /** A report's text made ready for anchoring; kept for an open document. */
  prepared(path: string, text: string): AnchorText;
  /** The present text of wenmai.yaml, entities.yaml or codebook.yaml; null where there is none. */
  specialText(name: string): string | null;
  fresh(path: string): Promise<void>;
  settled(): Promise<void>;
  /** Resolves when what follows the indexing is done as well. */
  rested(): Promise<void>;
  /** Leaves the indexing of what nobody looks at for later: until `resume`, or until something changes. */
  pause(): void;
  resume(): void;
  paused(): boolean;
  rebuild(): Promise<void>;
  /** Resolves when the cache is on the disk. */
  dispose(): Promise<void>;
}

export interface FolderOptions {
  readonly root: string | null;
  readonly settings: CorpusSettings;
  readonly engine: Engine;
  readonly events: IndexEvents;
  /** Where the index is kept between two starts. */
  readonly cache?: Cache | null;
  /** Where texts with annotations are kept between two starts. */
  readonly shelf?: Shelf;
  /** The corpus is indexed as a whole, for the first time or after its settings, entity list or codebook changed. */
  readonly settled?: () => void;
  /** Annotations of these reports changed. */
  readonly annotated?: (reports: readonly string[]) => void;
  /** True where the settings' files are meant and nothing else: `wenmai.yaml` then chooses no files. */
  readonly fixedFiles?: boolean;
  /** Milliseconds after the last edit of an open document until its new names reach the other reports. */
  readonly typingPause?: number;
}

/** The settings that change how bytes are read. */
const readingKey = ({ encoding, encodings, maxFileSize }: CorpusSettings): string => JSON.stringify([encoding, encodings, maxFileSize]);

/** The settings that choose files. */
const choosingKey = ({ include, exclude }: CorpusSettings): string => JSON.stringify([include, exclude]);

export function createFolder({ root, settings: userSettings, engine, events, cache = null, shelf = noShelf, settled, annotated, fixedFiles = false, typingPause = 300 }: FolderOptions): CorpusFolder {
  /** `differs`: the index may say something else than the file. */
  const open = new Map<string, { readonly text: string; report: Report | null; ready: AnchorText | null; differs: boolean }>();
  const special = new Map<string, string | null>();
  const indexesDisk = root !== null && !isTooWide(root);
  let user = userSettings;
  let settings = userSettings;
  let isReport = reportFilter(settings);
  let isExcluded = picomatch(settings.exclude as string[], { dot: true });
  const keeper = cache && root !== null ? createKeeper(cache, root, engine) : null;
  const indexer = createIndexer(engine, (name) => open.get(name)?.text ?? null, events, typingPause, keeper);
  const texts = root === null ? null : createTexts(root, () => settings);
  const annotations = createAnnotations(root === null ? noDisk : annotationDisk(root), (reports) => annotated?.(reports));

  const diskText = async (name: string): Promise<string | null> => {
    if (root === null) return null;
    return readFile(path.join(root, name), 'utf8').catch(() => null);
  };
  const applySettings = async (): Promise<void> => {
    settings = readSettings(user, special.get(settingsFile) ?? '');
    if (fixedFiles) settings = { ...settings, include: user.include, exclude: user.exclude };
    isReport = reportFilter(settings);
    isExcluded = picomatch(settings.exclude as string[], { dot: true });
    keeper?.configure(readingKey(settings), choosingKey(settings));
    await engine.configure(root, settings);
  };
  /** Lists the folder again, and has what is new read, or with `all` everything. */
  const rescan = async (all: boolean): Promise<void> => {
    const found = indexesDisk ? await listReports(root, settings) : [];
    const wanted = new Set([...found, ...open.keys()]);
    const before = indexer.snapshot().reports;
    // What is still to be indexed is not wanted either where the settings have changed meanwhile.
    const known = new Set([...[...before.entries()].map(([name]) => name), ...indexer.pending()]);
    const gone = [...known].filter((name) => !wanted.has(name));
    const skippedGone = [...indexer.skipped().keys()].filter((name) => !wanted.has(name));
    const unread = [...wanted].filter((name) => all || !before.has(name));
    const ordered = root === null ? unread : await newestFirst(root, unread);
    // In one turn, so that what only moved is known again.
    if (gone.length + skippedGone.length > 0) indexer.remove([...gone, ...skippedGone]);
    if (all) indexer.reread(ordered);
    else indexer.touch(ordered);
  };
  /** Lists and reads again only where the changed settings choose other files or read bytes otherwise. */
  const takeSettings = async (): Promise<void> => {
    const before = settings;
    await applySettings();
    if (readingKey(settings) !== readingKey(before)) await rescan(true);
    else if (choosingKey(settings) !== choosingKey(before)) await rescan(false);
  };
  const tellWhenSettled = (): void => void indexer.settled().then(settled);
  const takeSpecial = async (name: string, text: string | null): Promise<void> => {
    if (special.get(name) === text) return;
    special.set(name, text);
    if (name === entityFile) indexer.setEntityList(parseEntityList(text ?? ''));
    if (name === codebookFile) indexer.setCodebook(readCodebook(text ?? ''));
    if (name === settingsFile) await takeSettings();
    tellWhenSettled();
  };

  const report = (name: string): Report | null => {
    const document = open.get(name);
    if (!document) return null;
    return (document.report ??= parseReport(name, sourceFromText(document.text)));
  };
  const prepared = (name: string, text: string): AnchorText => {
    const document = open.get(name);
    if (document?.text !== text) return preparedText(text, () => parseReport(name, sourceFromText(text)).logical);
    return (document.ready ??= preparedText(text, () => (report(name) as Report).logical));
  };
  const parsed = async (index: ReportIndex): Promise<Report | null> => {
    if (open.has(index.path)) return report(index.path);
    const text = await texts?.of(index);
    return text === null || text === undefined ? null : parseReport(index.path, sourceFromText(text));
  };

  const text = async (name: string): Promise<string | null> => {
    const document = open.get(name);
    if (document) return document.text;
    const index = indexer.snapshot().reports.get(name);
    if (index === undefined && indexer.pending().has(name)) return texts?.unread(name) ?? null;
    return index && texts ? texts.of(index) : null;
  };
  const anchored = createAnchoring(annotations, createAnchors(shelf), {
    paths: () => [...indexer.snapshot().reports.entries()].map(([name]) => name),
    has: (name) => indexer.snapshot().reports.has(name) || indexer.pending().has(name),
    text,
    prepared,
  });

  return {
    root,
    indexesDisk,
    annotations,
    anchored,
    prepared,
    snapshot: () => indexer.snapshot(),
    counts: () => indexer.counts(),
    skipped: () => indexer.skipped(),
    pending: () => indexer.pending(),
    settings: () => settings,
    isReport: (name) => isReport(name) || open.has(name),
    async start(known) {
      // First, for what the keeper begins keeps the threads busy that read files.
      const read = Promise.all(specialFiles.map(async (name) => special.set(name, await diskText(name))));
      if (indexesDisk) keeper?.begin();
      await read;
      await applySettings();
      if (indexesDisk) await indexer.restore(isReport);
      indexer.setEntityList(parseEntityList(special.get(entityFile) ?? ''));
      indexer.setCodebook(readCodebook(special.get(codebookFile) ?? ''));
      if (indexesDisk) await annotations.load();
      known?.();
      await rescan(false);
      tellWhenSettled();
    },
    async setUserSettings(fresh) {
      user = fresh;
      await takeSettings();
      tellWhenSettled();
    },
    open(name, text) {
      if (specialFiles.includes(name)) {
        void takeSpecial(name, text);
        return;
      }
      if (open.get(name)?.text === text || (root !== null && !isReport(name))) return;
      const same = indexer.holds(name, hashOf(text));
      open.set(name, { text, report: null, ready: null, differs: !same || open.get(name)?.differs === true });
      if (!same) indexer.touch([name], true);
    },
    close(name) {
      if (specialFiles.includes(name)) {
        void diskText(name).then((text) => takeSpecial(name, text));
        return;
      }
      const document = open.get(name);
      if (!document) return;
      open.delete(name);
      if (!isReport(name) || !indexesDisk) indexer.remove([name]);
      else if (document.differs) indexer.touch([name]);
    },
    isOpen: (name) => open.has(name),
    hasOpen: () => open.size > 0,
    async filesChanged(paths) {
      const touched: string[] = [];
      let folders = false;
      for (const name of new Set(paths)) {
        if (specialFiles.includes(name)) await takeSpecial(name, await diskText(name));
        else if (reportOf(name) !== null) await annotations.changed([name]);
        else if (isReport(name)) touched.push(name);
        // Perhaps a folder with reports; not one of those that are never entered.
        else if (!folders && !isExcluded(name) && !isExcluded(`${name}/\u0001`)) folders = root !== null && !(await isFile(root, name));
      }
      const closed = touched.filter((name) => !open.has(name));
      const known = closed.filter((name) => indexer.snapshot().reports.has(name));
      const gone = new Set(root === null ? [] : await vanishedOf(root, known));
      // First, so that a file that comes with the content of one that went is known to be the same.
      if (gone.size > 0) indexer.remove([...gone]);
      indexer.touch(closed.filter((name) => !gone.has(name)));
      for (const name of touched) {
        const document = open.get(name);
        if (document) document.differs = true;
      }
      if (folders) await Promise.all([rescan(false), annotations.load()]);
    },
    text,
    report,
    parsed,
    specialText: (name) => special.get(name) ?? null,
    fresh: (name) => indexer.fresh(name),
    settled: () => indexer.settled(),
    rested: () => indexer.rested(),
    pause: () => indexer.pause(),
    resume: () => indexer.resume(),
    paused: () => indexer.paused(),
    async rebuild() {
      await keeper?.clear();
      await engine.configure(root, settings);
      await rescan(true);
    },
    async dispose() {
      indexer.dispose();
      await keeper?.close();
    },
  };
}
