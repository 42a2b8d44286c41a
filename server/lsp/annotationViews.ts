import { codebookFile } from '../corpus/folder';
import { annotationRows, type AnnotationRow } from '../features/annotations';
import { titleOf } from '../features/names';
import { tagRows } from '../features/tags';
import { tagPath } from '../annotation/codebook/model';
import { lineStartsOf, rangeOf, type LineStarts } from '../text/lines';
import type { AnnotationGroup, AnnotationGrouping, AnnotationGroupsResult, AnnotationItem, AnnotationTag, TagsFolder } from './annotationProtocol';
import type { Anchored } from '../corpus/annotated';
import type { Workspace } from './workspaces';

/** The Tags view. */
export function tagsFolder(workspace: Workspace): TagsFolder {
  const { corpus, uri, name } = workspace;
  const yaml = corpus.specialText(codebookFile);
  const lines = lineStartsOf(yaml ?? '');
  return {
    uri, name,
    codebook: workspace.uriOf(codebookFile),
    hasCodebook: yaml !== null,
    tags: tagRows(corpus.snapshot(), corpus.annotations).map(({ span, ...row }) => ({ ...row, folder: uri, range: span && rangeOf(lines, span) })),
  };
}

/** The annotations of one report, orphans first. `own` tells the user's name in this corpus. */
export async function annotationItems(workspace: Workspace, path: string, own: string): Promise<AnnotationItem[]> {
  const list = await workspace.corpus.anchored(path);
  if (list.length === 0) return [];
  const { codebook } = workspace.corpus.snapshot();
  const before = known.get(list);
  if (before?.codebook === codebook && before.own === own) return before.items;
  const rows = annotationRows(list);
  const text = await workspace.corpus.text(path);
  const lines = lineStartsOf(text ?? '');
  const uri = workspace.uriOf(path);
  const tags = new Map<string, AnnotationTag>();
  const tagNamed = (id: string): AnnotationTag => {
    const tag = tags.get(id) ?? tagOf(workspace, id);
    tags.set(id, tag);
    return tag;
  };
  const items = rows.map((row) => itemOf(workspace.uri, uri, lines, tagNamed, row, own));
  known.set(list, { codebook, own, items });
  return items;
}

/** The items of lists that are still the ones of their reports. */
const known = new WeakMap<readonly Anchored[], { readonly codebook: unknown; readonly own: string; readonly items: AnnotationItem[] }>();

function itemOf(folder: string, uri: string, lines: LineStarts, tagNamed: (id: string) => AnnotationTag, row: AnnotationRow, own: string): AnnotationItem {
  const { spans, proposals, filed, tags, replies, ...rest } = row;
  return {
    ...rest,
    folder,
    uri,
    id: filed.annotation.id,
    ranges: spans.map((span) => rangeOf(lines, span)),
    proposals: proposals.map((span) => rangeOf(lines, span)),
    tags: tags.map(tagNamed),
    own: row.annotator === own,
    replies: replies.map((reply) => ({ ...reply, own: reply.annotator === own })),
  };
}

function tagOf({ corpus }: Workspace, id: string): AnnotationTag {
  const { codebook } = corpus.snapshot();
  const tag = codebook.byId.get(id);
  return { id, name: tag?.name ?? id, path: tagPath(codebook, id), color: tag?.color ?? null };
}

/** All annotations of a corpus, report by report; other work goes on between two reports. */
async function itemsOf(workspace: Workspace, own: string): Promise<AnnotationItem[]> {
  const items: AnnotationItem[] = [];
  const { corpus } = workspace;
  const paths = new Set([...corpus.annotations.reports(), ...[...corpus.snapshot().reports.entries()].map(([path]) => path)]);
  for (const path of [...paths].sort()) {
    const fresh = await annotationItems(workspace, path, own);
    if (fresh.length === 0) continue;
    items.push(...fresh);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return uniqueItems(items);
}

/** A report that was moved shows its annotations once, in the report that is there. */
function uniqueItems(items: readonly AnnotationItem[]): AnnotationItem[] {
  const byId = new Map<string, AnnotationItem>();
  for (const item of items) {
    const known = byId.get(item.id);
    if (known === undefined || (known.state === 'orphaned' && item.state === 'anchored')) byId.set(item.id, item);
  }
  return [...byId.values()];
}

/** Groups of the Annotations view with their counts, and the orphans. */
export async function annotationGroups(workspaces: readonly Workspace[], by: AnnotationGrouping, ownIn: (workspace: Workspace) => string): Promise<AnnotationGroupsResult> {
  const groups: AnnotationGroup[] = [];
  const orphans: AnnotationItem[] = [];
  let total = 0;
  for (const workspace of workspaces) {
    const items = await itemsOf(workspace, ownIn(workspace));
    total += items.length;
    orphans.push(...items.filter(({ state }) => state === 'orphaned'));
    const counts = new Map<string, number>();
    for (const item of items) for (const key of keysOf(item, by)) counts.set(key, (counts.get(key) ?? 0) + 1);
    groups.push(...[...counts].map(([key, count]) => ({ folder: workspace.uri, key, label: labelOf(workspace, by, key), count })));
  }
  groups.sort((a, b) => a.label.localeCompare(b.label, 'zh'));
  return { groups, orphans, total };
}

export async function annotationsIn(workspace: Workspace, by: AnnotationGrouping, key: string, own: string): Promise<AnnotationItem[]> {
  const items = await itemsOf(workspace, own);
  return items.filter((item) => keysOf(item, by).includes(key));
}

function keysOf(item: AnnotationItem, by: AnnotationGrouping): readonly string[] {
  if (by === 'report') return [item.uri];
  if (by === 'annotator') return [item.annotator];
  return item.tags.length === 0 ? [''] : item.tags.map(({ id }) => id);
}

function labelOf(workspace: Workspace, by: AnnotationGrouping, key: string): string {
  if (by === 'annotator') return key;
  if (by === 'tag') return key === '' ? '' : tagPath(workspace.corpus.snapshot().codebook, key);
  const found = [...workspace.corpus.snapshot().reports.entries()].find(([path]) => workspace.uriOf(path) === key);
  return found ? titleOf(found[1]) : decodeURIComponent(key.slice(key.lastIndexOf('/') + 1));
}
