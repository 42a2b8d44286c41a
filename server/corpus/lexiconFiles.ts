import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLexicon, type LexiconEntry } from '../entity/lexicon';

/** Reads the built-in lexicon from the program's own `directory`. Throws as the file system does when it is missing. */
export function loadLexicon(directory: string): LexiconEntry[] {
  const files = readdirSync(directory).filter((file) => file.endsWith('.tsv'));
  return readLexicon(new Map(files.map((file) => [file, readFileSync(join(directory, file), 'utf8')])));
}
