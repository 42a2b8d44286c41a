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
  /** What the corpus must look up: a document by title, a page, a file, an issue of a series; null for local kinds. */
  readonly key: string | null;
}

/**
 * How a report answers a key, best first: it is the document itself, a section is headed by it, a sentence issues it
 * and introduces its short form, a paragraph about it opens with its issuing, a sentence issues and describes it,
 * a table row describes it, it is issued in passing.
 */
export const answerRanks = ['itself', 'section', 'introduced', 'entry', 'described', 'row', 'issued'] as const;
export type AnswerRank = (typeof answerRanks)[number];

/** A place in one report that answers references to a key. */
export interface Answer {
  readonly key: string;
  readonly span: Span;
  readonly rank: AnswerRank;
}

/**
 * Fingerprints of a report's paragraphs, packed: paragraph i reaches from `starts[i]` to `ends[i]`, and its
 * `sketchSize` smallest shingle hashes, ascending, begin at `sketches[i * sketchSize]`.
 */
export interface Passages {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly sketches: Uint32Array;
}

/** A document's issuing as one report tells it: by how many bodies, which first, when. */
export interface Issuance {
  /** Place of the title. */
  readonly span: Span;
  /** See `documentKey`. */
  readonly document: string;
  readonly title: string;
  /** Number of issuing bodies where the report counts them ("七部门"), else null. */
  readonly bodies: number | null;
  /** Place of the body named first. */
  readonly lead: Span | null;
  /** "2025", "2025-04" or "2025-04-24". */
  readonly date: string | null;
}
