import type { Range } from '../text/span';
import type { CodebookAction } from '../annotation/codebook/actions';
import type { TagRow } from '../features/tags';

export type { CodebookAction } from '../annotation/codebook/actions';

/** A tag of a codebook; lists hold them parents first, in the order of the file. */
export interface TagNode extends Omit<TagRow, 'span'> {
  readonly folder: string;
  /** Its entry in codebook.yaml; null for a tag that is used but not listed. */
  readonly range: Range | null;
}
export interface TagsFolder {
  readonly uri: string;
  readonly name: string;
  /** URI of codebook.yaml, there or not. */
  readonly codebook: string;
  readonly hasCodebook: boolean;
  readonly tags: readonly TagNode[];
}

export interface AnnotationTag {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly color: string | null;
}
export interface AnnotationReply {
  readonly id: string;
  readonly annotator: string;
  readonly time: string;
  readonly text: string;
  readonly own: boolean;
}
/** One annotation of a report, with what was said about it. */
export interface AnnotationItem {
  readonly folder: string;
  readonly uri: string;
  readonly id: string;
  /** Empty for a whole report and for an orphan. */
  readonly ranges: readonly Range[];
  readonly state: 'anchored' | 'orphaned';
  /** Best places of an orphan, best first. */
  readonly proposals: readonly Range[];
  readonly whole: boolean;
  readonly quote: string;
  readonly tags: readonly AnnotationTag[];
  readonly memo: string;
  readonly annotator: string;
  /** The user's own: only those can be edited and deleted. */
  readonly own: boolean;
  readonly created: string;
  readonly modified: string;
  readonly replies: readonly AnnotationReply[];
  readonly resolved: boolean;
}

export type AnnotationGrouping = 'report' | 'tag' | 'annotator';
export interface AnnotationGroup {
  readonly folder: string;
  readonly key: string;
  readonly label: string;
  readonly count: number;
}
export interface AnnotationGroupsResult {
  /** By label. */
  readonly groups: readonly AnnotationGroup[];
  readonly orphans: readonly AnnotationItem[];
  readonly total: number;
}

/** Passages to act on: one for each entry, the ranges of an entry being parts of one; none for the whole report. */
export interface PassageParams {
  readonly uri: string;
  readonly passages: readonly (readonly Range[])[];
}
export type AnnotationAct =
  | ({ readonly kind: 'tag'; readonly tags: readonly string[] } & PassageParams)
  | { readonly kind: 'tagAll'; readonly tags: readonly string[]; readonly places: readonly { readonly uri: string; readonly range: Range }[] }
  | ({ readonly kind: 'comment'; readonly text: string } & PassageParams)
  | { readonly kind: 'untag'; readonly folder: string; readonly id: string; readonly tag: string }
  | { readonly kind: 'reply'; readonly folder: string; readonly id: string; readonly text: string }
  | { readonly kind: 'resolve'; readonly folder: string; readonly id: string; readonly resolved: boolean }
  | { readonly kind: 'edit'; readonly folder: string; readonly id: string; readonly text: string }
  | { readonly kind: 'delete'; readonly folder: string; readonly id: string }
  | { readonly kind: 'reattach'; readonly folder: string; readonly id: string; readonly range: Range }
  | { readonly kind: 'undo'; readonly folder: string };
/** What was done, or why not, in the user's language; `done` false where nothing was written. */
export interface ActResult {
  readonly done: boolean;
  readonly message: string;
  /** Ids of the annotations that changed. */
  readonly ids: readonly string[];
}

export interface OccurrencesParams {
  readonly uri: string;
  readonly scope: 'report' | 'corpus';
  readonly wanted: { readonly kind: 'string'; readonly text: string } | { readonly kind: 'pattern'; readonly pattern: string } | { readonly kind: 'entity'; readonly entity: string };
}
export interface OccurrencesResult {
  readonly places: readonly { readonly uri: string; readonly title: string; readonly range: Range; readonly text: string; readonly emphasis: readonly [number, number] }[];
  /** Reason why the pattern is none. */
  readonly problem: string | null;
}

export interface AnnotationsChanged {
  /** Reports whose annotations changed. */
  readonly uris: readonly string[];
}

/** Requests about tags and annotations. Unknown folders and reports give empty answers. */
export interface AnnotationRequests {
  'wenmai/tags': { params: Record<string, never>; result: readonly TagsFolder[] };
  'wenmai/annotations': { params: { readonly uri: string }; result: readonly AnnotationItem[] };
  'wenmai/annotationGroups': { params: { readonly by: AnnotationGrouping }; result: AnnotationGroupsResult };
  'wenmai/annotationsIn': { params: { readonly by: AnnotationGrouping; readonly folder: string; readonly key: string }; result: readonly AnnotationItem[] };
  /** The entity at a position, else its sentence; null in no text. */
  'wenmai/passageAt': { params: { readonly uri: string; readonly position: { readonly line: number; readonly character: number } }; result: { readonly range: Range; readonly entity: string | null } | null };
  /** The name that annotations of a folder, or of a file's, are made under, and who says so; null for files of no folder. */
  'wenmai/annotator': { params: { readonly uri: string }; result: { readonly name: string; readonly from: 'setting' | 'git' | 'account' } | null };
  'wenmai/annotate': { params: AnnotationAct; result: ActResult };
  'wenmai/occurrences': { params: OccurrencesParams; result: OccurrencesResult };
  /** A workspace edit, or the reason why there is none. */
  'wenmai/codebookEdit': { params: { readonly folder: string; readonly action: CodebookAction }; result: { readonly edit: unknown; readonly refused: string | null } };
  'wenmai/exportAnnotations': { params: { readonly folder: string; readonly format: 'csv' | 'w3c' }; result: string | null };
}
export interface AnnotationNotifications {
  'wenmai/annotationsChanged': AnnotationsChanged;
}
