import type { Claim } from '../claim/model';
import type { Entity, Mention } from '../entity/model';
import type { NearMiss } from '../entity/nearMiss';
import type { Issuance, Passages, Reference } from '../reference/model';
import type { Report } from '../report/model';
import type { Span } from '../text/span';

export type Severity = 'hint' | 'information' | 'warning' | 'error';

/** A text to be localised: an English template with {0}, {1} …, which is also its key, and what goes into it. */
export interface Message {
  readonly text: string;
  readonly args: readonly (string | number)[];
}

/** Another place that a finding speaks of. */
export interface Related {
  readonly report: string;
  readonly span: Span;
  readonly message: Message;
}

/** What a fix does once the user asks for it. Nothing is ever applied by itself. */
export type Change =
  /** Replaces text of the report. */
  | { readonly kind: 'text'; readonly span: Span; readonly text: string }
  /** Gives annotations another tag; `to` null takes the tag away. */
  | { readonly kind: 'tag'; readonly annotations: readonly string[]; readonly from: string; readonly to: string | null }
  /** Takes an annotation away. */
  | { readonly kind: 'removeAnnotation'; readonly annotation: string }
  /** Adds a name to an entity of `entities.yaml`, which is made where it is not there yet. */
  | { readonly kind: 'alias'; readonly entity: string; readonly alias: string }
  /** Adds an entity to `entities.yaml`. */
  | { readonly kind: 'entity'; readonly name: string; readonly type: string };

export interface Fix {
  readonly title: Message;
  readonly changes: readonly Change[];
  /** True for the fix that an editor offers first. */
  readonly preferred?: boolean;
}

/** One problem: plain data, in offsets of the report's source text. */
export interface Finding {
  readonly report: string;
  readonly span: Span;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
}

/** An annotation of the report where it is anchored now; `spans` is empty where its passage is gone. */
export interface AnchoredTags {
  readonly id: string;
  readonly annotator: string;
  readonly tags: readonly string[];
  readonly spans: readonly Span[];
  /** The passage as it was annotated. */
  readonly quote: string;
}

/** A tag as the codebook has it. */
export interface CodebookTag {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
  /** Tags of one group exclude each other. */
  readonly group: string | null;
  readonly deprecated: boolean;
  readonly replacedBy: string | null;
}

/** What a rule over a report's text reads. */
export interface TextContext {
  readonly report: Report;
  readonly options: RuleOptions;
}

/** What a rule over one report reads. */
export interface ReportContext extends TextContext {
  /** In order of position. */
  readonly mentions: readonly Mention[];
  readonly references: readonly Reference[];
  readonly nearMisses: readonly NearMiss[];
  /** Fingerprints of the report's paragraphs. */
  readonly passages: Passages;
  readonly annotations: readonly AnchoredTags[];
  /** Empty where the corpus has no codebook: the tag rules are silent then. */
  readonly codebook: readonly CodebookTag[];
  /** What the corpus knows of an entity. */
  entity(id: string): Entity | undefined;
}

/** What a report contributes to rules over the corpus; all of it is in the corpus's index. */
export interface Indexed {
  readonly path: string;
  readonly mentions: readonly Mention[];
  readonly references: readonly Reference[];
  readonly claims: readonly Claim[];
  readonly issuances: readonly Issuance[];
}

/** A passage with tags, found again in another report by its words. */
export interface TaggedPassage {
  readonly report: string;
  /** Its words, folded: equal for what reads the same. */
  readonly sentence: string;
  readonly span: Span;
  readonly tags: readonly string[];
}

/** What a rule over the corpus reads: one report at a time, the others by key. */
export interface CorpusContext {
  readonly report: Indexed;
  other(path: string): Indexed | undefined;
  /** Paths of the reports that state something under a key (see `keysOf`), this one among them. */
  stating(key: string): Iterable<string>;
  /** Keys under which this report states what is stated more than once. */
  readonly shared: ReadonlySet<string>;
  /** True when something is stated under a key more than once. */
  isShared(key: string): boolean;
  /** The name of an entity that the corpus mentions. */
  nameOf(entity: string): string | undefined;
  /** True when something in the corpus answers the key of a reference. */
  answers(key: string): boolean;
  /** Tagged sentences of this report that are tagged in others as well, here and there. */
  readonly tagged: readonly TaggedPassage[];
  readonly codebook: readonly CodebookTag[];
  readonly options: RuleOptions;
}

export type OptionValue = string | number | boolean | readonly string[];
export type RuleOptions = Readonly<Record<string, OptionValue>>;

/** What both kinds of rule say of themselves. */
export interface RuleInfo {
  /** "family/name", as in `wenmai.yaml`. Its page is docs/rules/<family>-<name>.md. */
  readonly id: string;
  readonly title: Message;
  readonly severity: Severity | 'off';
  /** Options with their defaults. */
  readonly options?: RuleOptions;
}

/** What a rule reports; `withRule` makes a finding of it. */
export interface Problem {
  readonly span: Span;
  readonly message: Message;
  /** Where this problem weighs less or more than the rule's own severity. */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

/** A check of one report's text: nothing of the corpus changes what it finds. Linear in the report. */
export interface TextRule extends RuleInfo {
  check(context: TextContext): Problem[];
}

/** A check of one report by itself. Linear in the report. */
export interface ReportRule extends RuleInfo {
  check(context: ReportContext): Problem[];
}

/**
 * A check of one report against the others. Linear in the report and the places it is compared with; `null` is where
 * other work may come between: after each report that had to be read.
 */
export interface CorpusRule extends RuleInfo {
  check(context: CorpusContext): Iterable<Problem | null>;
}
