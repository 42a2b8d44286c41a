import type { Span } from '../text/span';

export type ReferenceKind = 'caption' | 'section' | 'article' | 'chapter' | 'appendix' | 'note' | 'toc' | 'document' | 'report' | 'url' | 'link';

/** A place in the corpus: a report's path and a span in it. */
export interface Target {
  readonly report: string;
  readonly span: Span;
}

/** Text that points somewhere, as found in one report. */
export interface Reference {
  readonly span: Span;
  readonly kind: ReferenceKind;
  readonly text: string;
  /** Place in the same report that it names; null where only the corpus can answer, or nothing does. */
  readonly local: Span | null;
  /** What the corpus must look up: a folded document title, a URL, an issue of a series; null for local kinds. */
  readonly key: string | null;
}
