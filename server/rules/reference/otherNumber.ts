import type { Caption } from '../../report/model';
import { toLogical } from '../../text/logical';
import { here, message } from '../message';
import type { Problem, ReportRule } from '../model';

/** Two-character pieces of Chinese and whole Latin words: what a title and a text can have in common. */
function piecesOf(text: string): Set<string> {
  const pieces = new Set<string>();
  for (const match of text.matchAll(/[\u3400-\u9fff]{2,}|[A-Za-z][A-Za-z0-9-]+/gu)) {
    const word = match[0];
    if (/^[A-Za-z]/.test(word)) pieces.add(word.toLowerCase());
    else for (let i = 0; i + 1 < word.length; i++) pieces.add(word.slice(i, i + 2));
  }
  return pieces;
}

/** Titles of so many figures may have a piece before it tells none of them apart. */
const widespread = 2;

/** The pieces that tell each caption apart from the report's others. Linear in the titles. */
function ownPieces(captions: readonly Caption[]): Map<Caption, string[]> {
  const counts = new Map<string, number>();
  const pieces = captions.map(caption => [caption, [...piecesOf(caption.title)]] as const);
  for (const [, list] of pieces) for (const piece of list) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  return new Map(pieces.map(([caption, list]) => [caption, list.filter(piece => (counts.get(piece) ?? 0) <= widespread)]));
}

/** The paragraph around an offset of the reading text. */
function paragraphAt(text: string, at: number): string {
  return text.slice(text.lastIndexOf('\n', at) + 1, text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at));
}

/** How many words more the neighbour's title must share with the paragraph. */
const margin = 2;

function betterAnswer(captions: readonly Caption[], own: ReadonlyMap<Caption, readonly string[]>, target: Caption, paragraph: string): { caption: Caption; words: string[] } | null {
  const index = captions.indexOf(target);
  const words = (caption: Caption): string[] => (own.get(caption) ?? []).filter(piece => paragraph.includes(piece));
  if (words(target).length > 0) return null;
  const fits = captions.slice(Math.max(0, index - 1), index + 2)
    .filter(c => c !== target && c.number !== null && c.number !== target.number)
    .map(caption => ({ caption, words: words(caption) })).filter(fit => fit.words.length >= margin);
  return fits.length === 1 ? fits[0] ?? null : null;
}

/** A reference whose paragraph speaks of the figure before or after the one it names. */
export const otherNumber: ReportRule = {
  id: 'reference/other-number',
  title: message('Reference that seems to mean the neighbour'),
  severity: 'warning',
  check({ report, references }) {
    const own = ownPieces(report.captions);
    const byStart = new Map(report.captions.map(c => [c.span.start, c]));
    return references.flatMap((reference): Problem[] => {
      if (reference.kind !== 'caption' || reference.local === null || !/\d/.test(reference.text)) return [];
      const target = byStart.get(reference.local.start);
      if (target === undefined) return [];
      const paragraph = paragraphAt(report.logical.text, toLogical(report.logical, reference.span.start));
      // The paragraph may name the neighbour as well, and is right with both.
      const better = betterAnswer(report.captions, own, target, paragraph.toLowerCase());
      if (better === null || paragraph.replace(/\s/g, '').includes(better.caption.label.replace(/\s/g, ''))) return [];
      return [{
        span: reference.span,
        message: message('“{0}” is “{1}”; the paragraph fits {2} “{3}” better ({4}).', reference.text, target.title, better.caption.label, better.caption.title, better.words.join('、')),
        related: [
          here(report, target.span, message('{0} is here', target.label)),
          here(report, better.caption.span, message('{0} is here', better.caption.label)),
        ],
        fixes: [{ title: message('Change {0} to {1}', reference.text, better.caption.label), changes: [{ kind: 'text', span: reference.span, text: better.caption.label }] }],
      }];
    });
  },
};
