import { t } from '@vscode/l10n';
import type { Refusal } from '../annotation/codebook/actions';
import { childrenOf, tagNamed, tagPath, type Codebook, type CodebookProblem } from '../annotation/codebook/model';
import { tagsOf } from '../annotation/reading';
import type { Annotations } from '../corpus/annotations';
import type { Snapshot } from '../corpus/corpus';
import type { Span } from '../text/span';
import { pinyinKeys } from './match';

/** A tag with how often it is used. */
export interface TagRow {
  readonly id: string;
  readonly name: string;
  /** "应用场景/医学影像" */
  readonly path: string;
  readonly parent: string | null;
  readonly description: string;
  /** "#rrggbb" as the codebook has it; null where the client chooses. */
  readonly color: string | null;
  readonly group: string | null;
  readonly deprecated: boolean;
  /** Annotations that carry it; front-matter uses. */
  readonly count: number;
  readonly reportCount: number;
  /** Pinyin and initials to match typing against. */
  readonly keys: string;
  /** Its entry in codebook.yaml; null for a tag that is used but not listed. */
  readonly span: Span | null;
}

/** All tags, parents before children, in the order of the file; at the end those that annotations use and the codebook lacks. */
export function tagRows(snapshot: Snapshot, annotations: Annotations): TagRow[] {
  const { codebook } = snapshot;
  const counts = countsOf(annotations);
  const reports = frontMatterCounts(snapshot);
  const rows: TagRow[] = [];
  const visit = (parent: string | null): void => {
    for (const tag of childrenOf(codebook, parent)) {
      const path = tagPath(codebook, tag.id);
      const { id, name, description, color, group, deprecated, span } = tag;
      rows.push({
        id, name, path, parent, description, color, group, deprecated, span,
        count: counts.get(id) ?? 0, reportCount: reports.get(id) ?? 0, keys: `${pinyinKeys(path)} ${id}`,
      });
      visit(id);
    }
  };
  visit(null);
  const unlisted = [...counts].filter(([id]) => !codebook.byId.has(id)).sort(([a], [b]) => (a < b ? -1 : 1));
  return [...rows, ...unlisted.map(([id, count]) => ({
    id, name: id, path: id, parent: null, description: '', color: null, group: null, deprecated: false, span: null, count, reportCount: 0, keys: pinyinKeys(id),
  }))];
}

function countsOf(annotations: Annotations): Map<string, number> {
  const counts = new Map<string, number>();
  for (const report of annotations.reports()) {
    for (const { annotation } of annotations.of(report)) for (const tag of tagsOf(annotation)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return counts;
}

/** Reports that carry a tag in their front matter, by tag id. */
function frontMatterCounts(snapshot: Snapshot): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [, index] of snapshot.reports.entries()) {
    for (const { name } of index.meta.tags) {
      const tag = tagNamed(snapshot.codebook, name);
      if (tag !== null) counts.set(tag.id, (counts.get(tag.id) ?? 0) + 1);
    }
  }
  return counts;
}

/** Why an action on the codebook cannot be done, in the user's language. */
export function refusalMessage({ refused, value }: Refusal): string {
  switch (refused) {
    case 'unknownTag':
      return t('The codebook has no tag “{0}”.', value);
    case 'nameTaken':
      return t('There is a tag “{0}” in that place already.', value);
    case 'idTaken':
      return t('The id “{0}” is used by another tag.', value);
    case 'emptyName':
      return t('A tag needs a name.');
    case 'cycle':
      return t('A tag cannot stand below itself.');
    case 'sameTag':
      return t('That is the tag itself.');
    case 'inUse':
      return t('The tag “{0}” is in use: merge it into another one, or mark it as deprecated.', value);
    case 'damaged':
      return t('codebook.yaml has syntax errors; mend them first.');
  }
}

/** A problem of the codebook in the user's language. */
export function codebookProblemMessage({ kind, value }: CodebookProblem): string {
  switch (kind) {
    case 'syntax':
      return value;
    case 'shape':
      return t('An entry with a name was expected here.');
    case 'missingName':
      return t('The tag has no name.');
    case 'duplicateId':
      return t('The id “{0}” is used twice.', value);
    case 'duplicateName':
      return t('There is a tag “{0}” in that place already.', value);
    case 'color':
      return t('“{0}” is no colour; write #rrggbb.', value);
    case 'unknownParent':
    case 'unknownReplacement':
      return t('The codebook has no tag “{0}”.', value);
    case 'cycle':
      return t('A tag cannot stand below itself.');
    case 'replacedInUse':
      return t('The replacement “{0}” is deprecated itself.', value);
  }
}

/** Where tags stand in the front matter of reports, for edits of the codebook. */
export function frontMatterUses(snapshot: Snapshot): { path: string; span: Span; text: string }[] {
  return [...snapshot.reports.entries()].flatMap(([path, index]) => index.meta.tags.map(({ name, span }) => ({ path, span, text: name })));
}

/** The tag whose entry, parent or replacement stands at an offset of codebook.yaml, with the span of that word. */
export function tagAtOffset(codebook: Codebook, offset: number): { readonly id: string; readonly span: Span } | null {
  const holds = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  const link = codebook.links.find(({ span }) => holds(span));
  if (link !== undefined) return codebook.byId.has(link.id) ? { id: link.id, span: link.span } : null;
  const tag = codebook.tags.find(({ span }) => holds(span));
  if (tag === undefined) return null;
  return { id: tag.id, span: holds(tag.nameSpan) ? tag.nameSpan : holds(tag.idSpan) ? tag.idSpan : tag.span };
}
