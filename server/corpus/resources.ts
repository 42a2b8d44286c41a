import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLexicon } from '../entity/lexicon';
import { lexiconEntities, type BuiltIn } from '../entity/names';
import { createSegmenter } from '../entity/segmenter';
import type { Resources } from './engine';

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function lexiconIn(folder: string): BuiltIn {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.tsv')) : [];
  return lexiconEntities(readLexicon(new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]))));
}

/** The lexicon and the segmenter of the program, each loaded when first asked for. `lexicon` is the folder of .tsv files. */
export function resourcesIn(lexicon: string): Resources {
  return { lexicon: once(() => lexiconIn(lexicon)), segmenter: once(createSegmenter) };
}
