import type { Span } from '../../text/span';
import { here, message } from '../message';
import type { AnchoredTags, CodebookTag, Problem, ReportContext, ReportRule } from '../model';
import { tagOf } from './unknown';

interface Tagged {
  readonly annotation: AnchoredTags;
  readonly span: Span;
  readonly tags: readonly CodebookTag[];
}

const first = ({ spans }: AnchoredTags): Span => ({ start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 });

/** Annotations by the passage they are on, those on one passage together. */
function passages({ annotations, codebook }: ReportContext): Tagged[][] {
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
function byAnnotator(group: readonly Tagged[]): { span: Span; tags: { tag: CodebookTag; annotation: string }[] }[] {
  const people = new Map<string, { span: Span; tags: { tag: CodebookTag; annotation: string }[] }>();
  for (const { annotation, span, tags } of group) {
    const own = people.get(annotation.annotator) ?? { span, tags: [] };
    own.tags.push(...tags.map(tag => ({ tag, annotation: annotation.id })));
    people.set(annotation.annotator, own);
  }
  return [...people.values()];
}

/** Two tags of one group, which exclude each other, on one passage by one annotator. */
export const exclusiveTags: ReportRule = {
  id: 'tag/exclusive',
  title: message('Tags that exclude each other'),
  severity: 'warning',
  check: context => passages(context).flatMap(group => byAnnotator(group).flatMap(({ span, tags }): Problem[] => {
    const byGroup = new Map<string, { tag: CodebookTag; annotation: string }[]>();
    for (const use of tags) if (use.tag.group !== null) byGroup.set(use.tag.group, [...(byGroup.get(use.tag.group) ?? []), use]);
    return [...byGroup.values()].flatMap((uses): Problem[] => {
      const names = [...new Set(uses.map(u => u.tag.name))];
      if (names.length < 2) return [];
      return [{
        span,
        message: message('{0} exclude each other.', names.join('、')),
        fixes: uses.map(u => ({ title: message('Take “{0}” away', u.tag.name), changes: [{ kind: 'tag' as const, annotations: [u.annotation], from: u.tag.id, to: null }] })),
      }];
    });
  })),
};

/** A tag and one above it on one passage: the narrower says it all. */
export const parentAndChild: ReportRule = {
  id: 'tag/parent-and-child',
  title: message('Tag beside the one it belongs to'),
  severity: 'information',
  check: context => passages(context).flatMap(group => byAnnotator(group).flatMap(({ span, tags }): Problem[] => tags.flatMap(({ tag }): Problem[] => {
    const above = tags.find(other => isAbove(context.codebook, other.tag, tag));
    return above === undefined ? [] : [{
      span,
      message: message('“{0}” belongs to “{1}”, which stands here as well.', tag.name, above.tag.name),
      fixes: [{ title: message('Take “{0}” away', above.tag.name), changes: [{ kind: 'tag', annotations: [above.annotation], from: above.tag.id, to: null }], preferred: true }],
    }];
  }))),
};

/** Longest line of parents that is followed, should they run in a circle. */
const deepest = 20;

function isAbove(codebook: readonly CodebookTag[], above: CodebookTag, tag: CodebookTag): boolean {
  let parent = tag.parent;
  for (let i = 0; i < deepest && parent !== null; i++) {
    if (parent === above.id) return true;
    const next = parent;
    parent = codebook.find(t => t.id === next)?.parent ?? null;
  }
  return false;
}

/** One annotator's tag twice on one passage. */
export const duplicateAnnotation: ReportRule = {
  id: 'tag/duplicate',
  title: message('Annotation stands twice'),
  severity: 'information',
  check: context => passages(context).flatMap(group => byAnnotator(group).flatMap(({ span, tags }): Problem[] => {
    const seen = new Set<string>();
    return tags.flatMap(({ tag, annotation }): Problem[] => {
      if (!seen.has(tag.id)) {
        seen.add(tag.id);
        return [];
      }
      return [{
        span,
        message: message('“{0}” stands here twice.', tag.name),
        fixes: [{ title: message('Take one away'), changes: [{ kind: 'removeAnnotation', annotation }], preferred: true }],
      }];
    });
  })),
};

/** An annotation whose passage the report no longer has. */
export const orphaned: ReportRule = {
  id: 'tag/orphaned',
  title: message('Annotation without its passage'),
  severity: 'warning',
  check: ({ annotations }) => annotations.flatMap((annotation): Problem[] => (annotation.spans.length > 0 || annotation.quote === '' ? [] : [{
    span: { start: 0, end: 0 },
    message: message('The passage that {0} annotated is gone: “{1}”.', annotation.annotator, annotation.quote),
  }])),
};

/** One passage that two annotators tagged differently. */
export const disagreement: ReportRule = {
  id: 'tag/disagreement',
  title: message('Passage tagged differently'),
  severity: 'information',
  check: context => passages(context).flatMap((group): Problem[] => {
    const people = new Map<string, Set<string>>();
    for (const { annotation, tags } of group) people.set(annotation.annotator, new Set([...(people.get(annotation.annotator) ?? []), ...tags.map(t => t.name)]));
    const [one, two] = [...people].filter(([, tags]) => tags.size > 0);
    const span = group[0]?.span;
    if (one === undefined || two === undefined || span === undefined) return [];
    const isSame = one[1].size === two[1].size && [...one[1]].every(tag => two[1].has(tag));
    return isSame ? [] : [{
      span,
      message: message('{0}: {1}; {2}: {3}.', one[0], [...one[1]].join('、'), two[0], [...two[1]].join('、')),
      related: [here(context.report, span, message('Tagged by {0}', two[0]))],
    }];
  }),
};

/** A report without any tag that the corpus demands. */
export const missingTags: ReportRule = {
  id: 'tag/missing',
  title: message('Demanded tag missing'),
  severity: 'warning',
  options: { required: [] },
  check(context) {
    const required = context.options['required'];
    if (!Array.isArray(required) || required.length === 0) return [];
    const used = new Set([...context.report.meta.tags.map(t => t.name), ...context.annotations.flatMap(a => a.tags)].map(tag => tagOf(context.codebook, tag)?.id ?? tag));
    return (required as readonly string[]).flatMap((wanted): Problem[] => {
      const tag = tagOf(context.codebook, wanted);
      const family = context.codebook.filter(t => t.id === tag?.id || (tag !== undefined && isAbove(context.codebook, tag, t))).map(t => t.id);
      if (used.has(wanted) || family.some(id => used.has(id))) return [];
      return [{ span: context.report.meta.titleSpan ?? { start: 0, end: 0 }, message: message('No tag of “{0}” in this report.', tag?.name ?? wanted) }];
    });
  },
};
