import { decode } from '../text/decode';
import { readReport } from './files';
import type { ReportIndex } from './model';
import type { CorpusSettings } from './settings';

/** Characters of closed reports' texts that are kept. */
const keptCharacters = 8_000_000;

/** Texts of closed reports, read when they are quoted from. */
export interface Texts {
  /** The text that `index` was made of; null when the file says something else by now. */
  of(index: ReportIndex): Promise<string | null>;
}

export function createTexts(root: string, settings: () => CorpusSettings): Texts {
  const kept = new Map<string, string>();
  let characters = 0;
  const textOf = (index: ReportIndex): string | null => {
    const known = kept.get(index.hash);
    if (known !== undefined) {
      kept.delete(index.hash);
      kept.set(index.hash, known);
      return known;
    }
    const content = readReport(root, index.path, settings().maxFileSize);
    if ('skip' in content || content.hash !== index.hash) return null;
    const { text } = decode(content.bytes, index.encoding);
    characters += text.length;
    kept.set(index.hash, text);
    for (const [hash, old] of kept) {
      if (characters <= keptCharacters) break;
      kept.delete(hash);
      characters -= old.length;
    }
    return text;
  };
  return { of: (index) => Promise.resolve(textOf(index)) };
}
