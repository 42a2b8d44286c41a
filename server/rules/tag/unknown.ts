import { distanceWithin } from '../../entity/distance';
import type { Span } from '../../text/span';
import { message } from '../message';
import type { AnchoredTags, Change, CodebookTag, Fix, Problem, ReportContext, ReportRule } from '../model';

/** A use of a tag: in the front matter by name, in an annotation by id or name. */
export interface TagUse {
  readonly tag: string;
  readonly span: Span;
  readonly annotation: AnchoredTags | null;
}

/** Every use of a tag in a report, in the front matter and in its annotations. */
export function tagUses({ report, annotations }: ReportContext): TagUse[] {
  return [
    ...report.meta.tags.map(({ name, span }): TagUse => ({ tag: name, span, annotation: null })),
    ...annotations.flatMap(annotation => annotation.tags.map((tag): TagUse => ({ tag, span: annotation.spans[0] ?? { start: 0, end: 0 }, annotation }))),
  ];
}

/** The tag of the codebook that an id or a name means. */
export function tagOf(codebook: readonly CodebookTag[], tag: string): CodebookTag | undefined {
  return codebook.find(t => t.id === tag) ?? codebook.find(t => t.name === tag);
}

/** Replaces a use of a tag where it stands. */
export function replacing(use: TagUse, tag: CodebookTag): Change {
  return use.annotation === null
    ? { kind: 'text', span: use.span, text: tag.name }
    : { kind: 'tag', annotations: [use.annotation.id], from: use.tag, to: tag.id };
}

/** Share of a tag's characters that may differ from the one that was meant. */
const slips = 0.4;

/** The tags of the codebook nearest to one it lacks, at most three. */
function meant(codebook: readonly CodebookTag[], tag: string): CodebookTag[] {
  const near = (text: string): number => distanceWithin(text.toLowerCase(), tag.toLowerCase(), Math.max(1, Math.floor(Math.max(text.length, tag.length) * slips)));
  const limit = (text: string): number => Math.max(1, Math.floor(Math.max(text.length, tag.length) * slips));
  return codebook
    .filter(t => !t.deprecated)
    .map(t => ({ tag: t, distance: Math.min(near(t.id) <= limit(t.id) ? near(t.id) : Infinity, near(t.name) <= limit(t.name) ? near(t.name) : Infinity) }))
    .filter(({ distance }) => distance < Infinity)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ tag: found }) => found);
}

/** A tag of the front matter or of an annotation that the codebook has under no id and no name. */
export const unknownTag: ReportRule = {
  id: 'tag/unknown',
  title: message('Tag that the codebook lacks'),
  severity: 'warning',
  check(context) {
    const { codebook } = context;
    if (codebook.length === 0) return [];
    return tagUses(context).flatMap((use): Problem[] => {
      if (tagOf(codebook, use.tag) !== undefined) return [];
      const near = meant(codebook, use.tag);
      const fixes = near.map((tag, i): Fix => ({ title: message('Change to “{0}”', tag.name), changes: [replacing(use, tag)], preferred: i === 0 }));
      return [{
        span: use.span,
        message: near[0] === undefined
          ? message('The tag “{0}” is not in the codebook.', use.tag)
          : message('The tag “{0}” is not in the codebook. Did you mean “{1}”?', use.tag, near[0].name),
        fixes,
      }];
    });
  },
};
