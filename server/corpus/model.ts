import type { Claim } from '../claim/model';
import type { Introduction, Entity, Mention } from '../entity/model';
import type { Reference } from '../reference/model';
import type { Caption, Heading, NoteLink, ReportMeta, TocEntry } from '../report/model';
import type { LineStarts } from '../text/lines';
import type { Encoding } from '../text/source';

/** All that the corpus keeps of one report: plain and serialisable, without its text. */
export interface ReportIndex {
  readonly path: string;
  readonly hash: string;
  readonly size: number;
  readonly encoding: Encoding;
  readonly encodingGuessed: boolean;
  readonly length: number;
  readonly lineStarts: LineStarts;
  readonly meta: ReportMeta;
  readonly headings: readonly Heading[];
  readonly captions: readonly Caption[];
  readonly toc: readonly TocEntry[];
  readonly notes: readonly NoteLink[];
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  readonly introductions: readonly Introduction[];
  readonly references: readonly Reference[];
  readonly claims: readonly Claim[];
}
