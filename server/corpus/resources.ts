import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as JiebaModule from '@node-rs/jieba';
import { jiebaSegmenter, plainSegmenter, type Segmenter } from '../entity/segmenter';
import type { Resources } from './engine';
import { loadLexicon } from './lexiconFile';

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/**
 * A segmenter over jieba, whose dictionary takes about 50 MB and a quarter of a second to load; call it in a worker and let
 * it go afterwards. Without the native module: `plainSegmenter`.
 */
function segmenterOf(): Segmenter {
  try {
    const load = createRequire(__filename);
    const { Jieba } = load('@node-rs/jieba') as typeof JiebaModule;
    // The package's own loader would also read its table for keywords, which nothing here asks for.
    const dictionary = join(dirname(load.resolve('@node-rs/jieba')), 'dict.txt');
    return jiebaSegmenter(Jieba.withDict(readFileSync(dictionary)));
  } catch {
    return plainSegmenter();
  }
}

/** The lexicon and the segmenter of the program, each loaded when first asked for. `lexicon` is where `loadLexicon` finds it. */
export function resourcesIn(lexicon: string): Resources {
  return { lexicon: once(() => loadLexicon(lexicon)), segmenter: once(segmenterOf) };
}
