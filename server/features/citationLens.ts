import type { Snapshot } from '../corpus/corpus';
import type { ReportIndex } from '../corpus/model';
import { citationsAt } from '../corpus/resolve';
import type { Target } from '../reference/model';
import { overlaps, type Span } from '../text/span';

/** A title, heading or caption with the places that cite it; never none. */
export interface CitationLens {
  readonly span: Span;
  readonly places: readonly Target[];
}

/**
 * The citations of a report's title, sections and captions, in order of position; lines of contents are none. Linear in
 * the references of the report and in what is found elsewhere.
 */
export function citationLenses(snapshot: Snapshot, index: ReportIndex): CitationLens[] {
  const local = new Map<number, Target[]>();
  for (const { kind, local: to, span } of index.references) {
    if (to && kind !== 'toc' && kind !== 'note') local.set(to.start, [...(local.get(to.start) ?? []), { report: index.path, span }]);
  }
  const spans = [index.meta.titleSpan, ...index.headings.map(({ span }) => span), ...index.captions.map(({ span }) => span)];
  const lenses = spans.flatMap((span) => {
    if (!span) return [];
    const named = index.answers.some((answer) => overlaps(answer.span, span));
    const asked = named ? citationsAt(snapshot, index.path, span).filter(({ reference }) => reference.key !== null) : [];
    const places = [...(local.get(span.start) ?? []), ...asked.map(({ report, reference }) => ({ report, span: reference.span }))];
    return places.length > 0 ? [{ span, places }] : [];
  });
  return lenses.sort((a, b) => a.span.start - b.span.start);
}
