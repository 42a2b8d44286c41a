import { annotatorOf, changedOf, createdOf, isAnswer, memoOf, tagsOf, targetOf } from '../annotation/reading';
import { threadsOf } from '../annotation/threads';
import type { Filed } from '../annotation/acts';
import type { Anchored } from '../corpus/annotated';
import type { Span } from '../text/span';

/** An annotation as views show it, in offsets of its report's present text. */
export interface AnnotationRow {
  readonly filed: Filed;
  readonly spans: readonly Span[];
  readonly state: 'anchored' | 'orphaned';
  readonly proposals: readonly Span[];
  /** True for an annotation of the report as a whole. */
  readonly whole: boolean;
  readonly quote: string;
  readonly tags: readonly string[];
  readonly memo: string;
  readonly annotator: string;
  readonly created: string;
  readonly modified: string;
  readonly replies: readonly { readonly id: string; readonly annotator: string; readonly time: string; readonly text: string }[];
  readonly resolved: boolean;
}

/** The annotations of one report with their threads, orphans first, then by place. Linear, but for the sorting. */
export function annotationRows(annotated: readonly Anchored[]): AnnotationRow[] {
  const anchors = new Map(annotated.map(({ filed, anchor }) => [filed, anchor]));
  const rows = threadsOf(annotated.map(({ filed }) => filed)).map(({ root, replies, resolved }): AnnotationRow => {
    const { annotation } = root;
    const anchor = anchors.get(root);
    const { quotes } = targetOf(annotation);
    return {
      filed: root,
      spans: anchor?.state === 'anchored' ? anchor.spans : [],
      // An answer whose annotation is gone has lost its place as well.
      state: isAnswer(annotation) ? 'orphaned' : (anchor?.state ?? 'orphaned'),
      proposals: anchor?.state === 'orphaned' ? anchor.proposals : [],
      whole: quotes.length === 0 && !isAnswer(annotation),
      quote: quotes.map(({ exact }) => exact).join(' … '),
      tags: tagsOf(annotation),
      memo: memoOf(annotation),
      annotator: annotatorOf(annotation),
      created: createdOf(annotation),
      modified: changedOf(annotation),
      replies: replies.map(({ annotation: reply }) => ({ id: reply.id, annotator: annotatorOf(reply), time: createdOf(reply), text: memoOf(reply) })),
      resolved,
    };
  });
  const placeOf = (row: AnnotationRow): number => (row.state === 'orphaned' ? -2 : (row.spans[0]?.start ?? -1));
  return rows.sort((a, b) => placeOf(a) - placeOf(b) || (a.spans[0]?.end ?? 0) - (b.spans[0]?.end ?? 0));
}
