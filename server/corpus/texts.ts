import { decode } from '../text/decode';
import { readReport } from './files';
import { createLastUsed } from './lastUsed';
import type { ReportIndex } from './model';
import { prescribed, type CorpusSettings } from './settings';

/** Characters of closed reports' texts that are kept. */
const keptCharacters = 8_000_000;

/** Texts of closed reports, read when they are quoted from. */
export interface Texts {
  /** The text that `index` was made of; null when the file says something else by now. */
  of(index: ReportIndex): Promise<string | null>;
  /** The present text of a file that is not indexed yet. */
  unread(path: string): Promise<string | null>;
}

/** The text that `index` was made of, from the disk; null when the file says something else by now. */
export function textOnDisk(root: string, { path, hash, encoding }: ReportIndex, maxFileSize: number): string | null {
  const content = readReport(root, path, maxFileSize);
  return 'skip' in content || content.hash !== hash ? null : decode(content.bytes, encoding).text;
}

export function createTexts(root: string, settings: () => CorpusSettings): Texts {
  const kept = createLastUsed<string>(keptCharacters);
  const textOf = (index: ReportIndex): string | null => {
    const known = kept.take(index.hash);
    if (known !== undefined) {
      kept.put(index.hash, known, known.length);
      return known;
    }
    const text = textOnDisk(root, index, settings().maxFileSize);
    if (text === null) return null;
    kept.put(index.hash, text, text.length);
    return text;
  };
  return {
    of: (index) => Promise.resolve(textOf(index)),
    unread(path) {
      const content = readReport(root, path, settings().maxFileSize);
      return Promise.resolve('skip' in content ? null : decode(content.bytes, prescribed(settings())(path)).text);
    },
  };
}
