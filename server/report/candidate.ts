/** A line that may head a section, before levels are known. */
export interface Candidate {
  /** Indexes of its first and last line in the draft. */
  readonly first: number;
  readonly last: number;
  /** End of the heading within the last line's source, when text of the paragraph follows on it; else null. */
  readonly runIn: boolean;
  /** What kind of series it belongs to: headings with one key are on one level wherever they stand together. */
  readonly key: string;
  readonly value: number | null;
  readonly path: readonly number[] | null;
  readonly number: string | null;
  readonly title: string;
  readonly why: readonly string[];
}
