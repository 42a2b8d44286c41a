/** What can be done to a codebook; tags by id. */
export type CodebookAction =
  | { readonly kind: 'create'; readonly name: string; readonly id?: string; readonly parent?: string | null; readonly color?: string | null; readonly description?: string }
  | { readonly kind: 'rename'; readonly tag: string; readonly name: string }
  | { readonly kind: 'renameId'; readonly tag: string; readonly id: string }
  | { readonly kind: 'move'; readonly tag: string; readonly parent: string | null }
  | { readonly kind: 'recolor'; readonly tag: string; readonly color: string }
  | { readonly kind: 'merge'; readonly tag: string; readonly into: string }
  /** New tags beside `tag`; `assign` names, by annotation id, which of them takes its place there. */
  | { readonly kind: 'split'; readonly tag: string; readonly names: readonly string[]; readonly assign: Readonly<Record<string, number>> }
  | { readonly kind: 'deprecate'; readonly tag: string; readonly replacedBy: string | null }
  | { readonly kind: 'delete'; readonly tag: string };

/** Why an action cannot be done; `value` is the tag or name it is about. */
export interface Refusal {
  readonly refused: 'unknownTag' | 'nameTaken' | 'idTaken' | 'emptyName' | 'cycle' | 'sameTag' | 'inUse' | 'damaged';
  readonly value: string;
}
