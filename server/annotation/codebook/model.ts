import type { Span } from '../../text/span';

/** One tag of `codebook.yaml`. */
export interface Tag {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** "#rgb" or "#rrggbb"; null where the client chooses. */
  readonly color: string | null;
  /** Id of the tag above it. */
  readonly parent: string | null;
  /** Of the tags of one group a passage can carry one only. */
  readonly group: string | null;
  readonly deprecated: boolean;
  /** Id of the tag to use in place of a deprecated one. */
  readonly replacedBy: string | null;
  /** The entry in the file, from its first key to its last value. */
  readonly span: Span;
  /** The values of `id` and `name` (where there is no `id`, that of `name`). */
  readonly idSpan: Span;
  readonly nameSpan: Span;
}

export type ProblemKind =
  | 'syntax' | 'shape' | 'missingName' | 'duplicateId' | 'duplicateName' | 'color' | 'unknownParent' | 'cycle' | 'unknownReplacement' | 'replacedInUse';

/** Something wrong with the codebook. `value` is the word it is about, or the parser's message for `syntax`. */
export interface CodebookProblem {
  readonly kind: ProblemKind;
  readonly span: Span;
  /** 0-based line of the span's start. */
  readonly line: number;
  readonly value: string;
}

/** A use of another tag's id within the codebook. */
export interface TagLink {
  readonly tag: string;
  readonly key: 'parent' | 'replacedBy';
  readonly id: string;
  readonly span: Span;
}

/** The codebook as its file gives it; a damaged file gives what can be read. */
export interface Codebook {
  /** In the order of the file, ids each once. */
  readonly tags: readonly Tag[];
  readonly byId: ReadonlyMap<string, Tag>;
  readonly links: readonly TagLink[];
  readonly problems: readonly CodebookProblem[];
}

export const emptyCodebook: Codebook = { tags: [], byId: new Map(), links: [], problems: [] };

/** Ids from the top of the hierarchy down to the tag itself; just the id for an unknown tag. A cycle ends where it closes. */
export function ancestry(codebook: Codebook, id: string): string[] {
  const path: string[] = [];
  for (let at: string | null = id; at !== null && !path.includes(at); at = codebook.byId.get(at)?.parent ?? null) path.unshift(at);
  return path;
}

/** "应用场景/医学影像"; ids of unknown tags stand for their names. */
export function tagPath(codebook: Codebook, id: string): string {
  return ancestry(codebook, id).map((part) => codebook.byId.get(part)?.name ?? part).join('/');
}

/** Tags directly below one, or at the top for null, in the order of the file. A tag whose parent is unknown is at the top. */
export function childrenOf(codebook: Codebook, id: string | null): Tag[] {
  return codebook.tags.filter((tag) => (tag.parent !== null && codebook.byId.has(tag.parent) ? tag.parent : null) === id);
}

/** The tag that front matter or a person names by id, by name or by path; null where none or several could be meant. */
export function tagNamed(codebook: Codebook, text: string): Tag | null {
  const wanted = text.normalize('NFC').trim().replaceAll('／', '/');
  const direct = codebook.byId.get(wanted);
  if (direct !== undefined) return direct;
  const named = codebook.tags.filter((tag) => tag.name === wanted || (wanted.includes('/') && tagPath(codebook, tag.id) === wanted));
  const inUse = named.filter((tag) => !tag.deprecated);
  const chosen = inUse.length > 0 ? inUse : named;
  return chosen.length === 1 ? (chosen[0] as Tag) : null;
}
