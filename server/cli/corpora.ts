import { stat } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from '../corpus/cache/folder';
import { openCache, programKey } from '../corpus/cache/open';
import { createFolder, type CorpusFolder } from '../corpus/folder';
import { createPool, workerCount } from '../corpus/pool';
import { defaultSettings } from '../corpus/settings';
import { createBar } from './progress';

/** Input the user must mend: its message is printed without a stack, and the command exits with 2. */
export class InputError extends Error {}

/** A folder to work on; `only` names the reports where files were given. */
interface Job {
  readonly root: string;
  readonly only: readonly string[] | null;
}

/** Folders stand for themselves; files are taken together by their folder. */
async function jobsOf(paths: readonly string[]): Promise<Job[]> {
  const folders: Job[] = [];
  const files = new Map<string, string[]>();
  for (const given of paths.length > 0 ? paths : ['.']) {
    const full = path.resolve(given);
    const status = await stat(full).catch(() => null);
    if (!status) throw new InputError(`${given}: no such file or folder`);
    if (status.isDirectory()) folders.push({ root: full, only: null });
    else files.set(path.dirname(full), [...(files.get(path.dirname(full)) ?? []), path.basename(full)]);
  }
  return [...folders, ...[...files].map(([root, only]) => ({ root, only }))];
}

/** Escapes a file's name for a glob. */
const literal = (name: string): string => name.replace(/[\\*?[\]{}()!+@|]/g, '\\$&');

/**
 * Indexes what the paths name and hands each corpus to `work`, one after the other. Progress and left-out files are told
 * on stderr. Throws `InputError` for a path that is not there.
 */
export async function withCorpora(paths: readonly string[], programFolder: string, work: (corpus: CorpusFolder) => Promise<void>): Promise<void> {
  for (const { root, only } of await jobsOf(paths)) {
    const bar = createBar(process.stderr);
    const settings = only ? { ...defaultSettings, include: only.map(literal), exclude: [] } : defaultSettings;
    const [worker, lexicon] = [path.join(programFolder, 'worker.js'), path.join(programFolder, 'lexicon.jsonl')];
    const log = (line: string): void => void process.stderr.write(`${line}\n`);
    // Single files are read anew: they would push out what is kept of their whole folder.
    const cache = only ? null : openCache(cacheFolder(undefined), root, programKey(programFolder), log);
    const corpus = createFolder({
      root,
      cache,
      ...(cache ? { shelf: cache.shelf } : {}),
      settings,
      engine: createPool(worker, lexicon, workerCount()),
      fixedFiles: only !== null,
      events: { changed: () => undefined, progress: bar.show, failed: (error) => process.stderr.write(`${String(error)}\n`) },
    });
    try {
      if (!corpus.indexesDisk) throw new InputError(`${root}: too wide to be a corpus (a home directory or a drive)`);
      await corpus.start();
      await corpus.settled();
      bar.clear();
      for (const [name, { code, detail }] of corpus.skipped()) process.stderr.write(`${path.join(root, name)}: left out (${code}${detail && `: ${detail}`})\n`);
      await work(corpus);
    } finally {
      await corpus.dispose();
    }
  }
}
