import { isDeepStrictEqual } from 'node:util';
import { readAnnotationFile, writeAnnotationFile } from '../annotation/file';
import { applyAct, journaled, undoOf, type Files } from '../annotation/journal';
import type { Act, Filed } from '../annotation/acts';
import { mergeFiles } from '../annotation/merge';
import { emptyFile, type AnnotationFile, type DamagedLine } from '../annotation/model';
import { reportOf } from '../annotation/place';
import { targetOf } from '../annotation/reading';
import type { AnnotationDisk, Unreadable } from './annotationDisk';

/** The annotations of one corpus: what its files hold, kept as the disk is, written act by act. */
export interface Annotations {
  /** Grows with every change. */
  readonly revision: number;
  /** Reports that have annotations, by path, sorted. */
  reports(): string[];
  /** Everything about a report, in the order of its files. */
  of(report: string): readonly Filed[];
  find(id: string): Filed | null;
  /** Texts of the files by path, as read or written last. */
  texts(): ReadonlyMap<string, string>;
  damaged(): readonly { readonly path: string; readonly line: DamagedLine }[];
  /** Files, and folders of them, that could not be read last; what was known of them before stays. */
  unreadable(): readonly Unreadable[];
  /** Reads all files. */
  load(): Promise<void>;
  /** Reads files again that changed on the disk; paths that are none are passed over. */
  changed(paths: readonly string[]): Promise<void>;
  /** Does an act: resolves when it is on the disk. What others wrote meanwhile stays. */
  commit(act: Act): Promise<void>;
  /** Takes back the latest act that can be; null where there is none. */
  undo(): Promise<{ readonly act: Act; readonly skipped: number } | null>;
}

interface Held {
  readonly text: string;
  readonly file: AnnotationFile;
  /** Its annotations by the report they are about. */
  readonly filed: ReadonlyMap<string, readonly Filed[]>;
}

/** `moved` hears which reports' annotations changed. */
export function createAnnotations(disk: AnnotationDisk, moved: (reports: readonly string[]) => void): Annotations {
  let held: ReadonlyMap<string, Held> = new Map();
  /** The files that say something about a report, in order. */
  let byReport: ReadonlyMap<string, readonly Held[]> | null = null;
  let unreadable: readonly Unreadable[] = [];
  let journal: readonly Act[] = [];
  let revision = 0;
  let last: Promise<unknown> = Promise.resolve();

  /** One thing after the other: reads and writes of the same files must not overtake each other. */
  const queued = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
  /** The texts of files; one that cannot be read keeps nobody from the others. */
  const read = async (paths: readonly string[]): Promise<{ fresh: Map<string, string | null>; failed: Unreadable[] }> => {
    const fresh = new Map<string, string | null>();
    const failed: Unreadable[] = [];
    for (const path of paths) {
      try {
        fresh.set(path, await disk.read(path));
      } catch (error) {
        failed.push({ path, reason: (error as Error).message });
      }
    }
    return { fresh, failed };
  };
  const tellUnreadable = (next: readonly Unreadable[]): void => {
    const before = unreadable;
    unreadable = next;
    if (!isDeepStrictEqual(before, next)) moved([...before, ...next].map(({ path }) => reportOf(path) ?? path));
  };
  const files = (): Files => new Map([...held].map(([path, { file }]) => [path, file]));
  const take = (fresh: ReadonlyMap<string, string | null>): void => {
    const next = new Map(held);
    const reports = new Set<string>();
    for (const [path, text] of fresh) {
      const before = held.get(path);
      if ((before?.text ?? '') === (text ?? '')) continue;
      const file = readAnnotationFile(text ?? '', before?.file);
      const filed = filedIn(path, file);
      for (const report of [...before?.filed.keys() ?? [], ...filed.keys()]) reports.add(report);
      if (text === null || text === '') next.delete(path);
      else next.set(path, { text, file, filed });
      reports.add(reportOf(path) ?? path);
    }
    if (reports.size === 0) return;
    held = next;
    byReport = null;
    revision++;
    moved([...reports]);
  };
  const grouped = (): ReadonlyMap<string, readonly Held[]> => {
    if (byReport !== null) return byReport;
    const groups = new Map<string, Held[]>();
    for (const path of [...held.keys()].sort()) {
      const file = held.get(path) as Held;
      for (const report of file.filed.keys()) groups.set(report, [...groups.get(report) ?? [], file]);
    }
    return (byReport = groups);
  };
  const write = async (act: Act): Promise<void> => {
    const fresh = new Map<string, string>();
    const after = applyAct(files(), act);
    try {
      for (const path of new Set(act.steps.map((step) => step.path))) {
        const { text, file: base } = held.get(path) ?? { text: '', file: emptyFile };
        const ours = after.get(path) ?? emptyFile;
        const merged = (present: string): AnnotationFile => (present === text ? ours : mergeFiles(base, readAnnotationFile(present, base), ours));
        fresh.set(path, await disk.update(path, (present) => writeAnnotationFile(merged(present))));
      }
    } finally {
      take(fresh);
    }
  };

  return {
    get revision() {
      return revision;
    },
    reports: () => [...grouped().keys()].sort(),
    of: (report) => (grouped().get(report) ?? []).flatMap(({ filed }) => filed.get(report) ?? []),
    find: (id) => {
      for (const [path, { file }] of held) {
        const annotation = file.annotations.find((entry) => entry.id === id);
        if (annotation !== undefined) return { path, annotation };
      }
      return null;
    },
    texts: () => new Map([...held].map(([path, { text }]) => [path, text])),
    damaged: () => [...held].flatMap(([path, { file }]) => file.damaged.map((line) => ({ path, line }))),
    unreadable: () => unreadable,
    load: () => queued(async () => {
      const { files: paths, unreadable: closed } = await disk.list();
      const present = new Set(paths);
      const gone = [...held.keys()].filter((path) => !present.has(path) && !closed.some((folder) => path.startsWith(`${folder.path}/`)));
      const { fresh, failed } = await read(paths);
      tellUnreadable([...closed, ...failed]);
      take(new Map([...gone.map((path) => [path, null] as const), ...fresh]));
    }),
    changed: (paths) => queued(async () => {
      const { fresh, failed } = await read(paths.filter((path) => reportOf(path) !== null));
      tellUnreadable([...unreadable.filter(({ path }) => !paths.includes(path)), ...failed]);
      take(fresh);
    }),
    commit: (act) => queued(async () => {
      await write(act);
      journal = journaled(journal, act);
    }),
    undo: () => queued(async () => {
      for (let act = journal.at(-1); act !== undefined; act = journal.at(-1)) {
        const { undo, skipped } = undoOf(files(), act);
        if (undo.steps.length > 0) {
          await write(undo);
          journal = journal.slice(0, -1);
          return { act, skipped };
        }
        journal = journal.slice(0, -1);
      }
      return null;
    }),
  };
}

function filedIn(path: string, { annotations }: AnnotationFile): ReadonlyMap<string, readonly Filed[]> {
  const groups = new Map<string, Filed[]>();
  for (const annotation of annotations) {
    const filed = { path, annotation };
    const report = reportOfFiled(filed);
    const group = groups.get(report);
    if (group === undefined) groups.set(report, [filed]);
    else group.push(filed);
  }
  return groups;
}

/** The report an annotation is about; replies stand in the file of their report. */
function reportOfFiled({ path, annotation }: Filed): string {
  const { source } = targetOf(annotation);
  return source.startsWith('urn:') || source === '' ? (reportOf(path) ?? path) : source;
}
