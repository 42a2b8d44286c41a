import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLexicon, type LexiconEntry } from '../entity/lexicon';
import { createSegmenter } from '../entity/segmenter';
import type { Resources } from './engine';

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function lexiconIn(folder: string): LexiconEntry[] {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.tsv')) : [];
  return readLexicon(new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')])));
}

/** The lexicon and the segmenter of the program, each loaded when first asked for. `lexicon` is the folder of .tsv files. */
export function resourcesIn(lexicon: string): Resources {
  return { lexicon: once(() => lexiconIn(lexicon)), segmenter: once(() => createSegmenter([])) };
}
