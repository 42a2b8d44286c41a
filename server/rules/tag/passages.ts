import type { Span } from '../../text/span';
import type { AnchoredTags, CodebookTag, ReportContext } from '../model';
import { tagOf } from './unknown';

interface Tagged {
  readonly annotation: AnchoredTags;
  readonly span: Span;
  readonly tags: readonly CodebookTag[];
}

const first = ({ spans }: AnchoredTags): Span => ({ start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 });

/** Annotations by the passage they are on, those on one passage together. */
export function passages({ annotations, codebook }: ReportContext): Tagged[][] {
  const groups = new Map<string, Tagged[]>();
  for (const annotation of annotations) {
    if (annotation.spans.length === 0) continue;
    const span = first(annotation);
    const key = `${String(span.start)} ${String(span.end)}`;
    const tagged = { annotation, span, tags: annotation.tags.flatMap(tag => tagOf(codebook, tag) ?? []) };
    groups.set(key, [...(groups.get(key) ?? []), tagged]);
  }
  return [...groups.values()];
}

/** The tags of one annotator on one passage. */
export function byAnnotator(group: readonly Tagged[]): { span: Span; tags: { tag: CodebookTag; annotation: string }[] }[] {
  const people = new Map<string, { span: Span; tags: { tag: CodebookTag; annotation: string }[] }>();
  for (const { annotation, span, tags } of group) {
    const own = people.get(annotation.annotator) ?? { span, tags: [] };
    own.tags.push(...tags.map(tag => ({ tag, annotation: annotation.id })));
    people.set(annotation.annotator, own);
  }
  return [...people.values()];
}
