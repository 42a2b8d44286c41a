import { createRequire } from 'node:module';
import { stopWords } from './discover/words';

/** Cuts a stretch of Chinese text into words. Words joined give the text back. */
export interface Segmenter {
  readonly words: (text: string) => readonly string[];
  /** "nodejieba", or "words" where the native module is missing. */
  readonly kind: 'nodejieba' | 'words';
}

interface Jieba {
  readonly cut: (text: string, hmm?: boolean) => string[];
  readonly insertWord: (word: string) => boolean;
}

/**
 * A segmenter over nodejieba, whose dictionary takes about 250 MB and a second to load; call it in a worker
 * and let it go afterwards. `userWords` go into its dictionary. Without the native module: `plainSegmenter`.
 */
export function createSegmenter(userWords: readonly string[]): Segmenter {
  try {
    const jieba = createRequire(__filename)('nodejieba') as Jieba;
    for (const word of userWords) if (word.length > 1) jieba.insertWord(word);
    return { words: (text) => jieba.cut(text, true), kind: 'nodejieba' };
  } catch {
    return plainSegmenter();
  }
}

const longestStopWord = Math.max(...[...stopWords].map((word) => word.length));

/** Knows function words and frequent verbs only: everything between two of them is one word. Linear. */
export function plainSegmenter(): Segmenter {
  const words = (text: string): string[] => {
    const cut: string[] = [];
    let from = 0;
    for (let at = 0; at < text.length; ) {
      let length = Math.min(longestStopWord, text.length - at);
      while (length > 0 && !stopWords.has(text.slice(at, at + length))) length--;
      if (length === 0) {
        at++;
        continue;
      }
      if (from < at) cut.push(text.slice(from, at));
      cut.push(text.slice(at, at + length));
      at += length;
      from = at;
    }
    if (from < text.length) cut.push(text.slice(from));
    return cut;
  };
  return { words, kind: 'words' };
}
