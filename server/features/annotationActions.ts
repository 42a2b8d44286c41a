import { t } from '@vscode/l10n';
import { tagPath, type Codebook } from '../annotation/codebook/model';
import { annotatorOf, changedOf, tagsOf, targetOf } from '../annotation/reading';
import type { Anchored } from '../corpus/annotated';
import type { Annotations } from '../corpus/annotations';
import type { Span } from '../text/span';

/** What can be done about annotations at a place, for editors without commands of their own. */
export type AnnotationOffer =
  | { readonly kind: 'tag'; readonly title: string; readonly tag: string }
  | { readonly kind: 'comment'; readonly title: string }
  | { readonly kind: 'untag'; readonly title: string; readonly id: string; readonly tag: string }
  | { readonly kind: 'delete'; readonly title: string; readonly id: string }
  | { readonly kind: 'reattach'; readonly title: string; readonly id: string; readonly span: Span };

const MOST_TAGS = 5;
const MOST_ORPHANS = 5;

/**
 * For a selection: its tags, latest first, a comment, and orphans that could belong there. For a cursor: what the
 * annotator's own annotations there carry, and orphans of which one proposal is there.
 */
export function annotationOffers(selection: Span, anchored: readonly Anchored[], codebook: Codebook, recent: readonly string[], annotator: string): AnnotationOffer[] {
  const touched = (span: Span): boolean => span.start <= selection.end && selection.start <= span.end;
  const own = anchored.filter(({ filed }) => annotatorOf(filed.annotation) === annotator);
  const here = own.filter(({ anchor }) => anchor.state === 'anchored' && anchor.spans.some(touched));
  return [
    ...(selection.end > selection.start ? onSelection(codebook, recent) : []),
    ...here.flatMap(({ filed: { annotation } }) => onAnnotation(annotation.id, tagsOf(annotation), codebook)),
    ...orphanOffers(anchored, selection, touched),
  ];
}

function onSelection(codebook: Codebook, recent: readonly string[]): AnnotationOffer[] {
  const usable = codebook.tags.filter((tag) => !tag.deprecated).map(({ id }) => id);
  const first = recent.filter((id) => usable.includes(id));
  const tags = [...new Set([...first, ...usable])].slice(0, MOST_TAGS);
  return [
    ...tags.map((tag): AnnotationOffer => ({ kind: 'tag', tag, title: t('Tag with “{0}”', tagPath(codebook, tag)) })),
    { kind: 'comment', title: t('Comment on This Passage') },
  ];
}

function onAnnotation(id: string, tags: readonly string[], codebook: Codebook): AnnotationOffer[] {
  if (tags.length === 0) return [{ kind: 'delete', id, title: t('Delete This Comment') }];
  return tags.map((tag) => ({ kind: 'untag', id, tag, title: t('Remove the Tag “{0}”', tagPath(codebook, tag)) }));
}

/** Proposals under the cursor; with a selection, that is a place for every orphan of the report. */
function orphanOffers(anchored: readonly Anchored[], selection: Span, touched: (span: Span) => boolean): AnnotationOffer[] {
  const offers = anchored.flatMap(({ filed: { annotation }, anchor }): AnnotationOffer[] => {
    if (anchor.state !== 'orphaned') return [];
    const span = selection.end > selection.start ? selection : anchor.proposals.find(touched);
    const [quote] = targetOf(annotation).quotes;
    return span === undefined || quote === undefined ? [] : [{ kind: 'reattach', id: annotation.id, span, title: t('Re-attach “{0}” Here', quote.exact.replace(/\s+/g, ' ').slice(0, 30)) }];
  });
  return offers.slice(0, MOST_ORPHANS);
}

/** The annotator's tags, the one used last first. Linear in the corpus's annotations. */
export function recentTags(annotations: Annotations, annotator: string): string[] {
  const last = new Map<string, string>();
  for (const report of annotations.reports()) {
    for (const { annotation } of annotations.of(report)) {
      if (annotatorOf(annotation) !== annotator) continue;
      const time = changedOf(annotation);
      for (const tag of tagsOf(annotation)) if (time > (last.get(tag) ?? '')) last.set(tag, time);
    }
  }
  return [...last].sort(([, a], [, b]) => (a > b ? -1 : 1)).map(([tag]) => tag);
}
