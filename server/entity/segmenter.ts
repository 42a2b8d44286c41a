import type * as JiebaModule from '@node-rs/jieba';
import { innerVerbs, stopWords } from './discover/words';

/** What a word does to a name on its right: `hard` ends it, `soft` (verbs) may belong to it, `plain` does, `proper` marks a name. */
export type Role = 'hard' | 'soft' | 'plain' | 'proper';

/** Cuts a stretch of Chinese text into words. Words joined give the text back. */
export interface Segmenter {
  readonly words: (text: string) => readonly string[];
  readonly role: (word: string) => Role;
  /** "jieba", or "words" where the native module is missing. */
  readonly kind: 'jieba' | 'words';
}

/** What this uses of the package `@node-rs/jieba`. */
export type Jieba = Pick<InstanceType<typeof JiebaModule.Jieba>, 'cut' | 'tag'>;

/**
 * A segmenter over jieba; its answers are kept. The names of the entity list are not put into the dictionary: what a report
 * is found to name would then depend on the list, and one edit of it would mean reading the whole corpus again. Listed
 * names are matched beside what the patterns find, and win at the same place.
 */
export function jiebaSegmenter(jieba: Jieba): Segmenter {
  // A word that only the hidden Markov model makes has no tag of its own, and the one it is given is a guess.
  const tagOf = (word: string): string => (jieba.cut(word, false).length > 1 ? 'x' : (jieba.tag(word)[0]?.tag ?? 'x'));
  return { words: remembered((text) => jieba.cut(text, true)), role: remembered((word) => roleOf(tagOf(word), word)), kind: 'jieba' };
}

/** Answers that are kept: six times as many make nothing quicker, and take 40 MB. */
const mostAnswers = 8_000;

/** Keeps answers: a report repeats its words, and reports of a series their phrases. */
function remembered<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let kept = known.get(text);
    if (kept === undefined) {
      kept = answer(text);
      if (known.size >= mostAnswers) known.clear();
      known.set(text, kept);
    }
    return kept;
  };
}

/** Words of names that the dictionary holds for adverbs. */
const adverbs: ReadonlySet<string> = new Set('首都 大同 高新 永久 极致 互动 即时 实时 至诚 竭诚 逐日'.split(' '));

function roleOf(tag: string, word: string): Role {
  if (adverbs.has(word)) return 'plain';
  if (stopWords.has(word)) return innerVerbs.has(word) && !/^[pcdr]$/.test(tag) ? 'plain' : 'hard';
  if (/^(?:p|c|r|d|y|e|t|u.*)$/.test(tag)) return word.length > 1 || tag !== 't' ? 'hard' : 'plain';
  if (tag === 'm' || tag === 'mq') return /^第|[A-Za-z]|^[0-9.]+$/.test(word) ? 'plain' : 'hard';
  if (/^(?:nr.*|ns|nt|nz|x|eng|j)$/.test(tag) && word.length > 1) return 'proper';
  if (tag === 'v' && /.[有了于为在]$/.test(word)) return 'hard';
  return /^(?:v|vd|vi|ad)$/.test(tag) && !innerVerbs.has(word) ? 'soft' : 'plain';
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
  return { words, role: (word) => (stopWords.has(word) && !innerVerbs.has(word) ? 'hard' : word.length < 5 ? 'proper' : 'plain'), kind: 'words' };
}
