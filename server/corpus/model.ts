import type { Claim } from '../claim/model';
import type { Introduction, Entity, Mention } from '../entity/model';
import type { NearMiss } from '../entity/nearMiss';
import type { Answer, Issuance, Passages, Reference } from '../reference/model';
import type { Caption, Heading, NoteLink, ReportMeta, TocEntry } from '../report/model';
import type { LineStarts } from '../text/lines';
import type { LogicalText } from '../text/logical';
import type { Encoding } from '../text/source';

/** The map of a `LogicalText` without its text. */
export type Pieces = Pick<LogicalText, 'logicalStarts' | 'sourceStarts'>;

/** All that the corpus keeps of one report: plain and serialisable, without its text. */
export interface ReportIndex {
  /** Relative to the corpus root, with "/". */
  readonly path: string;
  /** SHA-1 of the bytes, or of the UTF-8 of an open document's text. */
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
  readonly encoding: Encoding;
  readonly encodingGuessed: boolean;
  /** Bytes that decoding could not read, as counted U+FFFD. */
  readonly replacements: number;
  /** UTF-16 units of the decoded text. */
  readonly length: number;
  readonly lineStarts: LineStarts;
  /** The reading text's map, so that a sentence can be quoted from the source text without parsing it. */
  readonly pieces: Pieces;
  readonly meta: ReportMeta;
  readonly headings: readonly Heading[];
  readonly captions: readonly Caption[];
  readonly toc: readonly TocEntry[];
  readonly notes: readonly NoteLink[];
  /** In order of position. */
  readonly mentions: readonly Mention[];
  /** What is known of the entities it mentions beyond the entity list: named by this report, or built in. */
  readonly entities: readonly Entity[];
  readonly introductions: readonly Introduction[];
  /** In order of position. */
  readonly references: readonly Reference[];
  readonly answers: readonly Answer[];
  readonly passages: Passages;
  readonly claims: readonly Claim[];
  readonly issuances: readonly Issuance[];
  /** Names that differ from a known one by very little. */
  readonly nearMisses: readonly NearMiss[];
}
