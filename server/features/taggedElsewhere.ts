import type { Annotations } from '../corpus/annotations';
import { isAnswer, tagsOf, targetOf } from '../annotation/reading';
import type { Annotation } from '../annotation/model';
import type { Anchored } from '../corpus/annotated';
import type { CorpusFolder } from '../corpus/folder';
import type { TaggedPassage } from '../rules/model';
import { foldWords } from '../rules/reading';

/** Characters without punctuation from which a passage counts as a sentence: shorter ones mean other things elsewhere. */
const shortest = 10;
/** Places that one passage is compared with, at most. */
const compared = 20;

type Places = ReadonlyMap<string, ReadonlySet<string>>;

const words = new WeakMap<Annotation, string>();
const tables = new WeakMap<Annotations, { readonly revision: number; readonly places: Places }>();

/** The words that an annotation is on, folded; "" for short passages, and for annotations without tags. */
function wordsOf(annotation: Annotation): string {
  let folded = words.get(annotation);
  if (folded === undefined) {
    const tagged = !isAnswer(annotation) && tagsOf(annotation).length > 0;
    folded = tagged ? foldWords(targetOf(annotation).quotes.map(({ exact }) => exact).join('')) : '';
    if (folded.length < shortest) folded = '';
    words.set(annotation, folded);
  }
  return folded;
}

/** The reports with tags on each sentence; made anew after a change, from sentences that were folded before. */
function placesIn(annotations: Annotations): Places {
  const known = tables.get(annotations);
  if (known?.revision === annotations.revision) return known.places;
  const places = new Map<string, Set<string>>();
  for (const report of annotations.reports()) {
    for (const sentence of taggedSentences(annotations, report)) places.set(sentence, (places.get(sentence) ?? new Set()).add(report));
  }
  tables.set(annotations, { revision: annotations.revision, places });
  return places;
}

/** The sentences of a report that somebody tagged, folded, each once. */
export function taggedSentences(annotations: Annotations, report: string): ReadonlySet<string> {
  return new Set(annotations.of(report).map(({ annotation }) => wordsOf(annotation)).filter((sentence) => sentence !== ''));
}

/** The reports with tags on a sentence. */
export function reportsTagging(annotations: Annotations, sentence: string): Iterable<string> {
  return placesIn(annotations).get(sentence) ?? [];
}

/** Tagged passages of a report by their words, as far as these still stand there. */
async function standing(corpus: Pick<CorpusFolder, 'text'>, report: string, annotated: readonly Anchored[], isWanted: (sentence: string) => boolean): Promise<TaggedPassage[]> {
  const wanted = annotated.filter(({ filed: { annotation }, anchor }) => anchor.state === 'anchored' && anchor.spans.length > 0 && isWanted(wordsOf(annotation)));
  const text = wanted.length > 0 ? await corpus.text(report) : null;
  if (text === null) return [];
  return wanted.flatMap(({ filed: { annotation }, anchor }) => {
    const spans = anchor.state === 'anchored' ? anchor.spans : [];
    const sentence = wordsOf(annotation);
    if (foldWords(spans.map(({ start, end }) => text.slice(start, end)).join('')) !== sentence) return [];
    return [{ report, sentence, span: { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 }, tags: tagsOf(annotation) }];
  });
}

/**
 * The tagged sentences of a report that are tagged in other reports as well, here and there. Other reports are read
 * only where they have one.
 */
export async function taggedElsewhere(corpus: Pick<CorpusFolder, 'annotations' | 'anchored' | 'text'>, report: string): Promise<TaggedPassage[]> {
  const { annotations } = corpus;
  const others = new Set<string>();
  const shared = new Set<string>();
  for (const sentence of taggedSentences(annotations, report)) {
    const there = [...reportsTagging(annotations, sentence)].filter((path) => path !== report).slice(0, compared);
    if (there.length > 0) shared.add(sentence);
    for (const path of there) others.add(path);
  }
  if (shared.size === 0) return [];
  const all = [];
  for (const path of [report, ...others]) all.push(...await standing(corpus, path, await corpus.anchored(path), (sentence) => shared.has(sentence)));
  return all;
}
