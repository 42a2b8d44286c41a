import type { LogicalText } from '../text/logical';
import type { SourceText } from '../text/source';
import type { Span } from '../text/span';

/** What a stretch of lines is. `furniture` is what pages repeat: running titles, page numbers. */
export type BlockKind =
  | 'frontMatter'
  | 'title'
  | 'heading'
  | 'paragraph'
  | 'listItem'
  | 'table'
  | 'caption'
  | 'source'
  | 'note'
  | 'tocEntry'
  | 'tocTitle'
  | 'furniture';

export interface Block {
  readonly kind: BlockKind;
  /** From the first to the last character, without surrounding white space. */
  readonly span: Span;
}

/** A section is a heading with everything it heads. Headings stand in document order. */
export interface Heading {
  readonly span: Span;
  /** From 1, the top of this document's own hierarchy. */
  readonly level: number;
  /** The number as printed, without its punctuation: "第一章", "1.1", "（一）", "1"; null where there is none. */
  readonly number: string | null;
  /** Without number and markup; wrapped lines joined. */
  readonly title: string;
  /** Index of the heading that heads this one, -1 at the top. */
  readonly parent: number;
  /** End of the section (exclusive source offset). */
  readonly end: number;
  /** Why this line is a heading, for `inspect --explain`; stable words such as "numbered", "bold", "toc". */
  readonly why: readonly string[];
}

export type CaptionKind = 'figure' | 'table' | 'chart';

export interface Caption {
  readonly span: Span;
  readonly kind: CaptionKind;
  /** As printed: "图表 3", "表 2-1", "图". */
  readonly label: string;
  readonly number: string | null;
  readonly title: string;
  /** Index into `tables` of the table it names, or null. */
  readonly table: number | null;
  /** Index of the heading whose section holds it, -1 before the first heading. */
  readonly heading: number;
}

export interface Table {
  readonly span: Span;
  /** Rows of cells; a cell's span may be empty. */
  readonly rows: readonly (readonly Span[])[];
  /** True when the first row holds column titles. */
  readonly header: boolean;
}

export interface TocEntry {
  readonly span: Span;
  /** The entry's title without number and page. */
  readonly title: string;
  readonly number: string | null;
  readonly page: string | null;
  readonly target: { readonly kind: 'heading' | 'caption'; readonly index: number } | null;
}

/** A note mark in running text, and the note's own text where it was found. */
export interface NoteLink {
  readonly mark: Span;
  readonly text: string;
  readonly note: Span | null;
}

/** What the report says of itself. Dates: "2024", "2024-11" or "2024-11-05". */
export interface ReportMeta {
  readonly title: string;
  readonly titleSpan: Span | null;
  readonly date: string | null;
  readonly issue: string | null;
  readonly publisher: string | null;
  readonly authors: readonly string[];
  /** Tags of the YAML front matter with their places. */
  readonly tags: readonly { readonly name: string; readonly span: Span }[];
}

/** Everything that can be known of a report without any other: plain data, spans in source offsets. */
export interface Report {
  /** Path relative to the corpus root, with "/". */
  readonly path: string;
  readonly source: SourceText;
  readonly logical: LogicalText;
  readonly meta: ReportMeta;
  readonly blocks: readonly Block[];
  readonly headings: readonly Heading[];
  readonly captions: readonly Caption[];
  readonly tables: readonly Table[];
  readonly toc: readonly TocEntry[];
  readonly notes: readonly NoteLink[];
}
