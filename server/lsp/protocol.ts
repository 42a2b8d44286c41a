/**
 * What Wenmai says beyond LSP: plain data, shared by the server and its clients.
 * URIs are strings, positions are LSP's (0-based lines, UTF-16 characters). Lists are sorted by the server,
 * labels are in the locale that `initialize` named.
 */
import type { Position, Range } from '../text/span';
import type { AnnotationNotifications, AnnotationRequests } from './annotationProtocol';
import type { Encoding } from '../text/source';

export type { Encoding, Position, Range };

export type * from './annotationProtocol';

/** What a client may put into `initializationOptions`; every field can be missing. */
export interface InitializationOptions {
  /** Folder for the cache, as a path; without it XDG_CACHE_HOME decides. */
  readonly storagePath?: string;
  /** True when hovers may hold `command:` links of `hoverCommands`; otherwise they hold plain links only. */
  readonly hoverCommands?: boolean;
  /** False in Restricted Mode: the server then offers no edits. */
  readonly trusted?: boolean;
}

/**
 * What a client puts into the environment of the server's process. Of what was freed glibc keeps up to 64 MB, and an arena
 * for each thread that ever was, unless it is told otherwise (M_TRIM_THRESHOLD and M_ARENA_MAX, mallopt(3)): a third of the
 * memory after a first index of 5,000 reports. Other systems pass it over.
 */
export const serverEnvironment = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072' } as const;

/** Commands that hover links call; the client registers them. Arguments stand in the comment. */
export const hoverCommands = {
  /** [EntityRef] */
  showDossier: 'wenmai.showDossier',
  /** [EntityRef] */
  showReferences: 'wenmai.showEntityReferences',
  /** [EntityRef] */
  confirmEntity: 'wenmai.confirmEntity',
  /** [EntityRef] */
  notAnEntity: 'wenmai.notAnEntity',
} as const;

/** What a citation count calls: [uri, range, places]. */
export const lensCommand = 'wenmai.showPlaces';

/** Semantic tokens: the built-in entity types are token types; types that `entities.yaml` adds are shown as `entity`. */
export const semanticTokens = {
  types: ['company', 'hospital', 'agency', 'academic', 'organization', 'product', 'document', 'person', 'place', 'entity'],
  modifiers: ['candidate'],
} as const;

/** A place in a report. */
export interface Place {
  readonly uri: string;
  readonly range: Range;
}

/** One entity of one corpus: `folder` is the workspace folder's URI. */
export interface EntityRef {
  readonly folder: string;
  readonly id: string;
}

// --- Reports view ---------------------------------------------------------------------------------------------------

export interface ReportsResult {
  readonly folders: readonly FolderNode[];
}
export interface FolderNode {
  readonly uri: string;
  readonly name: string;
  /** Sorted by path. */
  readonly reports: readonly ReportNode[];
}
/** `skipped` reports have a `reason` to show and neither counts nor children. */
export interface ReportNode {
  readonly uri: string;
  /** Relative to the folder, with "/". */
  readonly path: string;
  readonly state: 'indexed' | 'indexing' | 'skipped';
  readonly reason: string | null;
  /** The file's name where the report states no title. */
  readonly title: string;
  /** "2024", "2024-11" or "2024-11-05". */
  readonly date: string | null;
  readonly issue: string | null;
  readonly publisher: string | null;
  readonly authors: readonly string[];
  /** Bytes of the file. */
  readonly size: number;
  readonly encoding: Encoding | null;
  readonly encodingGuessed: boolean;
  readonly counts: ReportCounts;
}
export interface ReportCounts {
  readonly characters: number;
  readonly headings: number;
  readonly captions: number;
  readonly notes: number;
  readonly mentions: number;
  readonly entities: number;
  readonly references: number;
}

export interface ReportParams {
  readonly uri: string;
}
/** A section, figure, table or chart; the deepest node whose `range` holds the cursor is the one to reveal. */
export interface SectionNode {
  readonly kind: 'section' | 'figure' | 'table' | 'chart';
  /** Number or label as printed: "第一章", "图表 3"; "" where there is none. */
  readonly label: string;
  readonly title: string;
  /** The whole section. */
  readonly range: Range;
  /** The heading or caption itself: a click goes here. */
  readonly selectionRange: Range;
  readonly children: readonly SectionNode[];
}

/** A figure or table for "Go to Figure or Table…". */
export interface CaptionItem extends Place {
  readonly kind: 'figure' | 'table' | 'chart';
  readonly label: string;
  readonly title: string;
  /** Title of the report that holds it. */
  readonly report: string;
}
export interface CaptionsParams {
  /** Only this report's; all reports' where missing. */
  readonly uri?: string;
}

/** A report for "Open Report…": `keys` are pinyin and initials to match typing against. */
export interface ReportItem {
  readonly uri: string;
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly keys: string;
}

// --- Entities view --------------------------------------------------------------------------------------------------

export interface EntitiesParams {
  /** Only the entities this report mentions, counted in it; the whole corpus where missing. */
  readonly uri?: string;
  /** Text to match: Chinese, pinyin, initials or Latin. */
  readonly filter?: string;
}
export interface EntitiesResult {
  readonly folders: readonly {
    readonly uri: string;
    readonly name: string;
    readonly types: readonly EntityTypeNode[];
  }[];
}
export interface EntityTypeNode {
  readonly type: string;
  readonly label: string;
  /** By number of mentions, most first. */
  readonly confirmed: readonly EntityNode[];
  readonly candidates: readonly EntityNode[];
  /** Entities left out of each list because it would be too long to show; 0 mostly. */
  readonly omitted: { readonly confirmed: number; readonly candidates: number };
}
export interface EntityNode extends EntityRef {
  readonly name: string;
  readonly type: string;
  readonly status: 'confirmed' | 'candidate';
  readonly aliases: readonly string[];
  readonly mentions: number;
  readonly reports: number;
}
/** Reports that mention an entity, most mentions first. */
export interface EntityReportNode {
  readonly uri: string;
  readonly title: string;
  readonly mentions: number;
}
export interface MentionsParams extends EntityRef {
  readonly uri: string;
}
/** One mention: the text around it, with the name at `emphasis` (UTF-16 offsets into `text`). */
export interface MentionNode {
  readonly ranges: readonly Range[];
  readonly text: string;
  readonly emphasis: readonly [number, number];
}
export interface PositionParams {
  readonly uri: string;
  readonly position: Position;
}

/** What can be done to the entity list; each is answered with one edit of `entities.yaml`. */
export type EntityAction =
  | { readonly kind: 'confirm'; readonly entity: string }
  | { readonly kind: 'add'; readonly name: string; readonly type: string }
  | { readonly kind: 'alias'; readonly name: string; readonly of: string }
  | { readonly kind: 'reject'; readonly entity: string }
  | { readonly kind: 'merge'; readonly entity: string; readonly into: string }
  | { readonly kind: 'type'; readonly entity: string; readonly type: string };
export interface EntityEditParams {
  readonly folder: string;
  readonly action: EntityAction;
}
export interface EntityTypesResult {
  readonly types: readonly { readonly type: string; readonly label: string }[];
}

// --- Links view -----------------------------------------------------------------------------------------------------

export interface LinksResult {
  readonly uri: string;
  readonly title: string;
  /** Always the four groups, in this order; each by strength. */
  readonly groups: readonly LinkGroup[];
}
export interface LinkGroup {
  readonly kind: 'cites' | 'citedBy' | 'entities' | 'passages';
  readonly items: readonly LinkItem[];
}
/** One report (or named document that no report holds: `uri` null) with the reason for the link and its places. */
export interface LinkItem {
  readonly uri: string | null;
  readonly title: string;
  /** "12 个共同实体、3 项共同政策" */
  readonly reason: string;
  readonly strength: number;
  /** Sorted by position; `from` lies in the report asked about, `to` in the other. */
  readonly places: readonly LinkPlace[];
}
export interface LinkPlace {
  readonly text: string;
  readonly from: Place | null;
  readonly to: Place | null;
}

// --- Status ---------------------------------------------------------------------------------------------------------

/** Sent whenever it changes, at most a few times a second. */
export interface StatusParams {
  /** While indexing or paused, answers hold what is indexed so far. `paused`: see `wenmai/resume`. */
  readonly state: 'indexing' | 'paused' | 'ready';
  readonly reports: number;
  readonly entities: number;
  /** Reports done and to do of the work under way; equal when there is none. */
  readonly progress: { readonly done: number; readonly total: number };
  readonly skipped: readonly SkippedFile[];
  /** Reports whose encoding was guessed or that hold undecodable bytes. */
  readonly doubtful: readonly { readonly uri: string; readonly message: string }[];
}
export type SkipCode = 'binary' | 'tooLarge' | 'unreadable' | 'vanished' | 'outside' | 'failed';
export interface SkippedFile {
  readonly uri: string;
  readonly code: SkipCode;
  /** In the user's language. */
  readonly message: string;
}

/** Sent after an index change, so that views ask again; several changes come as one. */
export interface ChangedParams {
  readonly revision: number;
  /** Reports added, changed or removed; null when it may be all of them. */
  readonly reports: readonly string[] | null;
  /** True when entities, their list or their mentions changed. */
  readonly entities: boolean;
}

// --- The methods ----------------------------------------------------------------------------------------------------

/** Request method → its parameters and result. Unknown reports and entities give null or an empty list. */
export interface NameCompletionsResult {
  /** The end of the text that a name replaces. */
  readonly typed: string;
  readonly items: readonly { readonly name: string; readonly detail: string }[];
  readonly complete: boolean;
}

export interface WenmaiRequests extends AnnotationRequests {
  'wenmai/reports': { params: Record<string, never>; result: ReportsResult };
  'wenmai/sections': { params: ReportParams; result: readonly SectionNode[] };
  'wenmai/captions': { params: CaptionsParams; result: readonly CaptionItem[] };
  'wenmai/reportItems': { params: Record<string, never>; result: readonly ReportItem[] };
  'wenmai/entities': { params: EntitiesParams; result: EntitiesResult };
  'wenmai/entityReports': { params: EntityRef; result: readonly EntityReportNode[] };
  'wenmai/mentions': { params: MentionsParams; result: readonly MentionNode[] };
  'wenmai/entityAt': { params: PositionParams; result: EntityNode | null };
  'wenmai/entityTypes': { params: { readonly folder: string }; result: EntityTypesResult };
  /** Names of all corpora that continue the text left of a cursor in a memo. */
  'wenmai/nameCompletions': { params: { readonly before: string }; result: NameCompletionsResult };
  'wenmai/entityEdit': { params: EntityEditParams; result: unknown };
  /** A dossier's text for a file: `uri` is the virtual document's, links are relative to `savedAs`. */
  'wenmai/dossier': { params: { readonly uri: string; readonly savedAs: string }; result: string | null };
  /** A report as an entry of a list of references after GB/T 7714—2015. */
  'wenmai/citation': { params: ReportParams; result: string | null };
  'wenmai/links': { params: ReportParams; result: LinksResult | null };
  'wenmai/status': { params: Record<string, never>; result: StatusParams };
  'wenmai/rebuild': { params: Record<string, never>; result: null };
  /** Goes on with indexing that was cancelled, as every change does by itself. */
  'wenmai/resume': { params: Record<string, never>; result: null };
}
export type WenmaiRequest = keyof WenmaiRequests;

/** A reference that a deletion left without a target. */
export interface LostTarget extends Place {
  readonly text: string;
}

/** Notification method (server to client) → its parameters. */
export interface WenmaiNotifications extends AnnotationNotifications {
  'wenmai/lostTargets': { readonly places: readonly LostTarget[] };
  'wenmai/status': StatusParams;
  'wenmai/changed': ChangedParams;
  /** A search found more than it lists; shown beside the list, in passing. Other clients are sent `window/showMessage`. */
  'wenmai/moreFound': { readonly message: string };
}
