import { divisionEntries } from './divisions';
import type { EntityType } from './model';

/** One built-in name. A guarded form is an ordinary or ambiguous word: it counts only in a supporting context. */
export interface LexiconEntry {
  readonly name: string;
  readonly type: EntityType;
  readonly guarded: boolean;
  readonly forms: readonly { readonly text: string; readonly guarded: boolean }[];
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * Reads one lexicon file: a name a line, then its aliases and `@key=value` attributes, separated by tabs;
 * `#` starts a comment line, a leading `?` marks a guarded form. Lines without a name are passed over.
 */
export function parseLexicon(type: EntityType, text: string): LexiconEntry[] {
  const entries: LexiconEntry[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) continue;
    const [first = '', ...rest] = line.split('\t').map((cell) => cell.trim()).filter((cell) => cell !== '');
    const name = unguarded(first);
    if (name.length < 2) continue;
    const attributes: Record<string, string> = {};
    const forms: { text: string; guarded: boolean }[] = [];
    for (const cell of rest) {
      const equals = cell.indexOf('=');
      if (cell.startsWith('@') && equals > 1) attributes[cell.slice(1, equals)] = cell.slice(equals + 1);
      else forms.push({ text: unguarded(cell), guarded: cell.startsWith('?') });
    }
    entries.push({ name, type, guarded: first.startsWith('?'), forms, attributes });
  }
  return entries;
}

const unguarded = (cell: string): string => (cell.startsWith('?') ? cell.slice(1) : cell);

/** The built-in lexicon: the texts of its `<type>-<topic>.tsv` files by file name, then the administrative divisions. */
export function readLexicon(files: ReadonlyMap<string, string>): LexiconEntry[] {
  const entries = [...files.keys()].sort().flatMap((file) => parseLexicon(file.slice(0, file.indexOf('-')), files.get(file) as string));
  return [...entries, ...divisionEntries()];
}
