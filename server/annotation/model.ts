/**
 * Annotations as their files hold them: W3C Web Annotation objects. The object that was read is the only copy,
 * so that fields nobody here knows survive a rewrite; what Wenmai needs of it is read by the functions in `reading.ts`.
 * Sources: W3C Web Annotation Data Model; terms of our own have the prefix "wenmai:".
 */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [field: string]: Json;
}

/** A JSON object with a string `id`, a `type` that includes "Annotation", and a `target`. */
export interface Annotation extends JsonObject {
  readonly id: string;
}

/** One passage of a report, as quoted when it was annotated. Offsets count code points (see codePoints.ts). */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** -1 where the annotation gives no position. */
  readonly start: number;
  readonly end: number;
  /**
   * How often the passage with the rest of its sentence stood in the report it was made on; 0 where nobody counted.
   * A passage that stood there once can be found again anywhere; one of several only where more of its surroundings fit.
   */
  readonly occurrences: number;
  /** Code points of prefix and suffix that belong to the sentences, within their blocks, that the passage begins and ends in; left out where nobody noted it. */
  readonly sentence?: readonly [before: number, after: number];
}

/** What an annotation is about: passages of a report (none: the whole report), or another annotation. */
export interface Target {
  /** Path of the report, relative to the corpus root, or the id of another annotation. */
  readonly source: string;
  readonly quotes: readonly Quote[];
  /** Hash of the report's text the passages were taken from; null where nobody kept it. */
  readonly textHash: string | null;
}

/** A line of an annotation file that is no annotation. It is kept as it is. */
export interface DamagedLine {
  /** 0-based. */
  readonly line: number;
  readonly text: string;
  readonly reason: 'json' | 'shape' | 'duplicate';
  /** Id of the annotation above it, null at the top: a rewrite puts the line there again. */
  readonly after: string | null;
}

/** The content of `annotations/<report>/<annotator>.jsonl`. */
export interface AnnotationFile {
  readonly annotations: readonly Annotation[];
  readonly damaged: readonly DamagedLine[];
}
export const emptyFile: AnnotationFile = { annotations: [], damaged: [] };
