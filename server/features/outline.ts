import type { Caption, CaptionKind, Heading } from '../report/model';
import type { Span } from '../text/span';

/** What an outline is made of; both a parsed report and its index have it. */
export interface Structure {
  readonly headings: readonly Heading[];
  readonly captions: readonly Caption[];
}

/** A section with what it holds, or a figure, table or chart. Children lie inside `span`, in order of position. */
export interface OutlineNode {
  readonly kind: 'section' | CaptionKind;
  /** Number or label as printed; "" where there is none. */
  readonly label: string;
  readonly title: string;
  readonly level: number;
  readonly span: Span;
  /** The heading or caption itself. */
  readonly nameSpan: Span;
  readonly children: readonly OutlineNode[];
}

type Draft = Omit<OutlineNode, 'children'> & { readonly children: Draft[] };

/** The outline of a report; linear in headings and captions. */
export function outlineOf({ headings, captions }: Structure): readonly OutlineNode[] {
  const roots: Draft[] = [];
  const sections = headings.map(
    (heading): Draft => ({
      kind: 'section',
      label: heading.number ?? '',
      title: heading.title,
      level: heading.level,
      span: { start: heading.span.start, end: Math.max(heading.end, heading.span.end) },
      nameSpan: heading.span,
      children: [],
    }),
  );
  const under = (index: number): Draft[] => sections[index]?.children ?? roots;
  headings.forEach((heading, index) => under(heading.parent).push(sections[index] as Draft));
  for (const { kind, label, title, span, heading } of captions) {
    under(heading).push({ kind, label, title, level: 0, span, nameSpan: span, children: [] });
  }
  for (const siblings of [roots, ...sections.map((section) => section.children)]) {
    siblings.sort((a, b) => a.span.start - b.span.start);
  }
  return roots;
}
