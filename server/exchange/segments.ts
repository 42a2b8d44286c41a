import type { Anchor } from '../annotation/anchor';
import type { Filed } from '../annotation/acts';
import { codePointsOf, toCodePoint, withLineFeeds } from '../annotation/codePoints';
import { annotatorOf, changedOf, createdOf, memoOf, tagsOf, targetOf } from '../annotation/reading';
import { tagPath, type Codebook } from '../annotation/codebook/model';
import type { Heading } from '../report/model';
import type { Span } from '../text/span';

/** A report with its annotations and where each stands now. */
export interface AnnotatedReport {
  readonly path: string;
  readonly text: string;
  readonly headings: readonly Heading[];
  readonly annotations: readonly { readonly filed: Filed; readonly anchor: Anchor }[];
}

/** One coded segment: an annotation with one of its tags, or without any. Offsets count code points. */
export interface Segment {
  readonly report: string;
  /** Titles of the sections around it, from the top, joined by " / "; "" before the first heading. */
  readonly section: string;
  readonly quote: string;
  readonly tag: string;
  readonly tagPath: string;
  readonly annotator: string;
  readonly memo: string;
  readonly created: string;
  readonly modified: string;
  /** Of each part of a discontinuous passage; empty for a whole report. */
  readonly parts: readonly Span[];
  readonly state: 'anchored' | 'orphaned';
  readonly id: string;
}

/** Coded segments in the order of the reports and their texts. An orphan keeps the quote and offsets it was made with. */
export function segmentsOf(reports: readonly AnnotatedReport[], codebook: Codebook): Segment[] {
  return reports.flatMap((report) => {
    const points = codePointsOf(report.text);
    return report.annotations.flatMap(({ filed: { annotation }, anchor }): Segment[] => {
      const { quotes } = targetOf(annotation);
      const spans = anchor.state === 'anchored' ? anchor.spans : [];
      const parts = anchor.state === 'anchored'
        ? spans.map(({ start, end }) => ({ start: toCodePoint(points, start), end: toCodePoint(points, end) }))
        : quotes.map(({ start, end }) => ({ start, end }));
      const words = anchor.state === 'anchored' ? spans.map(({ start, end }) => withLineFeeds(report.text.slice(start, end))) : quotes.map(({ exact }) => exact);
      const tags = tagsOf(annotation);
      return (tags.length > 0 ? tags : ['']).map((tag) => ({
        report: report.path,
        section: spans[0] === undefined ? '' : sectionAt(report.headings, spans[0].start),
        quote: words.join(' … '),
        tag, tagPath: tag === '' ? '' : tagPath(codebook, tag),
        annotator: annotatorOf(annotation), memo: memoOf(annotation),
        created: createdOf(annotation), modified: changedOf(annotation),
        parts, state: anchor.state, id: annotation.id,
      }));
    });
  });
}

function sectionAt(headings: readonly Heading[], offset: number): string {
  let at = -1;
  for (const [i, heading] of headings.entries()) if (heading.span.start <= offset && offset < heading.end) at = i;
  const titles: string[] = [];
  for (let heading = headings[at]; heading !== undefined; heading = headings[heading.parent]) {
    titles.unshift([heading.number, heading.title].filter(Boolean).join(' '));
  }
  return titles.join(' / ');
}
