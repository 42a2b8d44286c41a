import { similarity, sketchAt } from '../../reference/passages';
import type { Report } from '../../report/model';
import { here, message } from '../message';
import type { Problem, ReportContext, ReportRule } from '../model';
import { foldWords, readingOf, shorten } from '../reading';
import type { Span } from '../../text/span';

/** Shorter paragraphs repeat for good reasons. In folded characters. */
const shortest = 60;
/** Share of equal shingles above which two paragraphs are one text. */
const alike = 0.85;
/** What stands in the report more often than this is meant to: a disclaimer, an advertisement. */
const often = 3;
/** Share of Chinese characters below which a paragraph is quoted: a work cited under each picture taken from it. */
const quoted = 0.2;

function isQuoted(words: string): boolean {
  return (words.match(/\p{Script=Han}/gu)?.length ?? 0) < words.length * quoted;
}

interface Paragraph {
  readonly span: Span;
  readonly sketch: Uint32Array;
}

function paragraphsOf({ passages }: ReportContext): Paragraph[] {
  return Array.from(passages.starts, (start, i) => ({ span: { start, end: passages.ends[i] ?? start }, sketch: sketchAt(passages, i) }));
}

/** Index of the heading that the span stands below: reports repeat in one section what another needs. */
function sectionAt(report: Report, span: Span): number {
  return report.headings.findLastIndex(h => h.span.start <= span.start);
}

/** A paragraph that stands in the report twice, word for word or nearly so. Linear: paragraphs meet by their fingerprints. */
export const duplicateParagraph: ReportRule = {
  id: 'structure/duplicate-paragraph',
  title: message('Paragraph stands twice'),
  severity: 'warning',
  check(context) {
    const { report } = context;
    const paragraphs = paragraphsOf(context);
    const words: string[] = [];
    const wordsOf = (at: number): string => (words[at] ??= foldWords(readingOf(report, paragraphs[at]?.span ?? { start: 0, end: 0 })));
    const byHash = new Map<number, number[]>();
    const copies = new Map<number, number[]>();
    paragraphs.forEach(({ sketch }, index) => {
      const met = new Map<number, number>();
      for (const hash of sketch) {
        for (const other of byHash.get(hash) ?? []) met.set(other, (met.get(other) ?? 0) + 1);
      }
      for (const hash of sketch) {
        const list = byHash.get(hash);
        if (list === undefined) byHash.set(hash, [index]);
        else if (list.length < often) list.push(index);
      }
      for (const [other, common] of met) {
        if (common < sketch.length / 2 || (similarity(sketch, paragraphs[other]?.sketch ?? sketch) < alike && !wordsOf(other).includes(wordsOf(index))) || wordsOf(index).length < shortest || isQuoted(wordsOf(index))) continue;
        const list = copies.get(other);
        if (list === undefined) copies.set(other, [index]);
        else list.push(index);
        break;
      }
    });
    const problems: Problem[] = [];
    for (const [first, others] of copies) {
      if (others.length >= often) continue;
      const original = paragraphs[first];
      if (original === undefined) continue;
      for (const other of others) {
        const copy = paragraphs[other];
        if (copy === undefined) continue;
        const same = wordsOf(other) === wordsOf(first);
        problems.push({
          span: copy.span,
          ...(sectionAt(report, copy.span) === sectionAt(report, original.span) ? {} : { severity: 'information' as const }),
          message: same
            ? message('The same paragraph stands further up: “{0}”.', shorten(readingOf(report, original.span)))
            : message('Nearly the same paragraph stands further up: “{0}”.', shorten(readingOf(report, original.span))),
          related: [here(report, original.span, message('First here'))],
        });
      }
    }
    return problems;
  },
};
