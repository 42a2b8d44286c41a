import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { entityFile } from '../corpus/folder';
import { entityEdit, type EntityAction } from '../features/entityEdit';
import { entityRow, entityTree, mentionRows, reportsNaming, type EntityRow } from '../features/entityTree';
import { continuations } from '../features/nameCompletion';
import { titleOf } from '../features/names';
import { lineStartsOf, rangeOf } from '../text/lines';
import type { EntitiesParams, EntitiesResult, EntityNode, EntityRef, EntityReportNode, MentionNode, NameCompletionsResult } from './protocol';
import type { Workspace, Workspaces } from './workspaces';

const nodeOf = (workspace: Workspace, row: EntityRow): EntityNode => ({ folder: workspace.uri, ...row });

/** One entity as the views show it. */
export function entityNode(workspace: Workspace, id: string): EntityNode {
  return nodeOf(workspace, entityRow(workspace.corpus.snapshot(), id));
}

/** The Entities view: of all corpora, or of one report in its corpus. */
export function entitiesResult(workspaces: Workspaces, { uri, filter = '' }: EntitiesParams): EntitiesResult {
  const located = uri === undefined ? null : workspaces.locate(uri);
  const chosen = uri === undefined ? workspaces.all() : located ? [located.workspace] : [];
  return {
    folders: chosen.map((workspace) => ({
      uri: workspace.uri,
      name: workspace.name,
      types: entityTree(workspace.corpus.snapshot(), located?.path, filter).map((type) => ({
        ...type,
        confirmed: type.confirmed.map((row) => nodeOf(workspace, row)),
        candidates: type.candidates.map((row) => nodeOf(workspace, row)),
      })),
    })),
  };
}

export function entityReports(workspace: Workspace, id: string): EntityReportNode[] {
  const snapshot = workspace.corpus.snapshot();
  return reportsNaming(snapshot, id).map(({ path, mentions }) => {
    const index = snapshot.reports.get(path);
    return { uri: workspace.uriOf(path), title: index ? titleOf(index) : path, mentions };
  });
}

export async function mentionNodes(workspaces: Workspaces, { folder, id, uri }: EntityRef & { readonly uri: string }): Promise<MentionNode[]> {
  const workspace = workspaces.byUri(folder);
  const located = workspaces.locate(uri);
  if (!workspace || !located) return [];
  await workspace.corpus.fresh(located.path);
  const snapshot = workspace.corpus.snapshot();
  const index = snapshot.reports.get(located.path);
  if (!index) return [];
  const rows = await mentionRows(snapshot, (path) => workspace.corpus.text(path), id, located.path);
  return rows.map(({ spans, text, emphasis }) => ({ ranges: spans.map((span) => rangeOf(index.lineStarts, span)), text, emphasis }));
}

/** What can be written next in a memo: names of all corpora, those of the longest match only. */
export function nameCompletions(workspaces: Workspaces, before: string): NameCompletionsResult {
  const found = workspaces.all().map(({ corpus }) => continuations(corpus.snapshot(), before));
  const typed = found.reduce((longest, { typed: own, offers }) => (offers.length > 0 && own.length > longest.length ? own : longest), '');
  const matching = found.filter((each) => each.typed === typed);
  const byName = new Map(matching.flatMap(({ offers }) => offers.map((offer) => [offer.name, offer] as const)));
  return { typed, items: [...byName.values()], complete: matching.every(({ complete }) => complete) };
}

/** The edit of `entities.yaml` that actions mean; it makes the file where there is none. Null where nothing changes. */
export function entityWorkspaceEdit(workspace: Workspace, ...actions: readonly EntityAction[]): WorkspaceEdit | null {
  const yaml = workspace.corpus.specialText(entityFile);
  const change = entityEdit(workspace.corpus.snapshot(), yaml ?? '', ...actions);
  if (!change) return null;
  const uri = workspace.uriOf(entityFile);
  const range = rangeOf(lineStartsOf(yaml ?? ''), change);
  const edit = { textDocument: { uri, version: null }, edits: [{ range, newText: change.text }] };
  const create = { kind: 'create' as const, uri, options: { ignoreIfExists: true } };
  return { documentChanges: yaml === null ? [create, edit] : [edit] };
}
