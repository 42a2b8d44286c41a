import type { EntitiesResult, EntityNode, EntityReportNode, EntityTypeNode, MentionNode } from '../../server/lsp/protocol';

/** The rows of the Entities view: folder (of several) → type, candidates → type; → entity → report → mention. */
export type EntitiesRow = EntityFolderRow | CandidatesRow | TypeRow | EntityRow | OmittedRow | EntityReportRow | MentionRow;
type Folder = EntitiesResult['folders'][number];

export interface EntityFolderRow {
  readonly kind: 'folder';
  readonly id: string;
  readonly parent: undefined;
  readonly folder: Folder;
  readonly children: readonly (TypeRow | CandidatesRow)[];
}
export interface CandidatesRow {
  readonly kind: 'candidates';
  readonly id: string;
  readonly parent: EntityFolderRow | undefined;
  readonly count: number;
  /** True when there is nothing else to see beside it. */
  readonly alone: boolean;
  readonly children: readonly TypeRow[];
}
export interface TypeRow {
  readonly kind: 'type';
  readonly id: string;
  readonly parent: EntityFolderRow | CandidatesRow | undefined;
  readonly type: EntityTypeNode;
  readonly count: number;
  readonly children: readonly (EntityRow | OmittedRow)[];
}
export interface EntityRow {
  readonly kind: 'entity';
  readonly id: string;
  readonly parent: TypeRow;
  readonly entity: EntityNode;
}
/** Stands for the entities that a list is too long to show. */
export interface OmittedRow {
  readonly kind: 'omitted';
  readonly id: string;
  readonly parent: TypeRow;
  readonly count: number;
}
export interface EntityReportRow {
  readonly kind: 'report';
  readonly id: string;
  readonly parent: EntityRow;
  readonly report: EntityReportNode;
}
export interface MentionRow {
  readonly kind: 'mention';
  readonly id: string;
  readonly parent: EntityReportRow | EntityRow;
  readonly uri: string;
  readonly mention: MentionNode;
}

/** The top rows: confirmed entities by type, then the candidates by type, once more below their folder if there are several. */
export function entityRows(folders: readonly Folder[]): EntitiesRow[] {
  if (folders.length === 1) return rowsBelow(folders[0] as Folder, undefined);
  return folders.map((folder) => {
    const children: (TypeRow | CandidatesRow)[] = [];
    const row: EntityFolderRow = { kind: 'folder', id: `folder ${folder.uri}`, parent: undefined, folder, children };
    children.push(...rowsBelow(folder, row));
    return row;
  });
}

function rowsBelow(folder: Folder, parent: EntityFolderRow | undefined): (TypeRow | CandidatesRow)[] {
  const confirmed = folder.types.flatMap((type) => typeRow(folder.uri, type, parent, 'confirmed'));
  const children: TypeRow[] = [];
  const counts = folder.types.map((type) => type.candidates.length + type.omitted.candidates);
  const count = counts.reduce((sum, each) => sum + each, 0);
  if (count === 0) return confirmed;
  const alone = confirmed.length === 0;
  const row: CandidatesRow = { kind: 'candidates', id: `candidates ${folder.uri}`, parent, count, alone, children };
  children.push(...folder.types.flatMap((type) => typeRow(folder.uri, type, row, 'candidates')));
  return [...confirmed, row];
}

function typeRow(
  folder: string, type: EntityTypeNode, parent: TypeRow['parent'], status: 'confirmed' | 'candidates',
): TypeRow[] {
  const omitted = type.omitted[status];
  const count = type[status].length + omitted;
  if (count === 0) return [];
  const children: (EntityRow | OmittedRow)[] = [];
  const row: TypeRow = { kind: 'type', id: `type ${folder} ${status} ${type.type}`, parent, type, count, children };
  for (const entity of type[status]) {
    children.push({ kind: 'entity', id: `entity ${folder} ${entity.id}`, parent: row, entity });
  }
  if (omitted > 0) children.push({ kind: 'omitted', id: `omitted ${row.id}`, parent: row, count: omitted });
  return [row];
}
