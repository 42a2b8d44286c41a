import { join } from 'node:path';
import { loadLexicon } from '../entity/lexicon';
import { createSegmenter } from '../entity/segmenter';
import type { Resources } from './engine';

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** The lexicon and the segmenter of the program installed in `directory`, each loaded when it is first asked for. */
export function resourcesIn(directory: string): Resources {
  return {
    lexicon: once(() => loadLexicon(join(directory, 'lexicon'))),
    segmenter: once(() => createSegmenter([])),
  };
}
