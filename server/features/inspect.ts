import type { Anchored } from '../corpus/annotated';
import { annotatorOf, isAnswer, tagsOf } from '../annotation/reading';
import type { Snapshot } from '../corpus/corpus';
import type { ReportIndex } from '../corpus/model';
import { targetsOf } from '../corpus/resolve';
import type { Reference, Target } from '../reference/model';
import { rangeOf } from '../text/lines';
import type { Range, Span } from '../text/span';
import { tocTarget } from './definition';
import { titleOf } from './names';

/** A place as the command line prints it. */
export interface PrintedTarget {
  readonly report: string;
  readonly range: Range;
}

/** What `wenmai inspect` prints of one report; the field names are a contract. */
export type Inspection = Readonly<Record<string, unknown>> & { readonly report: string };

/** Everything known of a report, with LSP ranges in place of offsets. Linear in what it holds. */
export function inspect(snapshot: Snapshot, index: ReportIndex, annotated: readonly Anchored[]): Inspection {
  const range = (span: Span): Range => rangeOf(index.lineStarts, span);
  const target = (place: Target | undefined): PrintedTarget | null => {
    const other = place && snapshot.reports.get(place.report);
    return other ? { report: place.report, range: rangeOf(other.lineStarts, place.span) } : null;
  };
  const own = (span: Span | null): PrintedTarget | null => (span ? { report: index.path, range: range(span) } : null);
  const targetOf = (reference: Reference): PrintedTarget | null => target(targetsOf(snapshot, index.path, reference)[0]);
  return {
    report: index.path,
    title: titleOf(index),
    date: index.meta.date,
    encoding: index.encoding,
    headings: index.headings.map(({ span, level, number, title }) => ({ range: range(span), level, number, title })),
    captions: index.captions.map(({ span, label, number, title }) => ({ range: range(span), label, number, title })),
    toc: index.toc.map((entry) => ({ range: range(entry.span), target: own(tocTarget(index, entry)) })),
    notes: index.notes.map(({ mark, text, note }) => ({ mark: range(mark), text, note: note && range(note) })),
    references: index.references.map((reference) => ({
      range: range(reference.span), kind: reference.kind, text: reference.text, target: targetOf(reference),
    })),
    mentions: index.mentions.map(({ spans, text, entity, type, status }) => ({ ranges: spans.map(range), text, entity, type, status })),
    claims: index.claims.map(({ span, subject, measure, value, unit, approx, time }) => ({
      range: range(span), subject, measure, value, unit, approx, time,
    })),
    annotations: annotated.filter(({ filed }) => !isAnswer(filed.annotation)).map(({ filed: { annotation }, anchor }) => ({
      id: annotation.id, ranges: anchor.state === 'anchored' ? anchor.spans.map(range) : [], tags: tagsOf(annotation), annotator: annotatorOf(annotation), state: anchor.state,
    })),
  };
}

/** Why each line of a report is a heading, a line each, for people. */
export function explainHeadings(index: ReportIndex): string[] {
  return index.headings.map(({ span, level, number, title, why }) => {
    const { line } = rangeOf(index.lineStarts, span).start;
    return `${index.path}:${line + 1}  ${'#'.repeat(level)} ${[number, title].filter(Boolean).join(' ')}  (${why.join(', ')})`;
  });
}
