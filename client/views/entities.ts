import * as vscode from 'vscode';
import type { Session } from '../session';
import { entityItem } from './entityItems';
import { entityRows, type EntitiesRow, type EntityReportRow, type EntityRow, type MentionRow } from './entityRows';

export type Scope = 'corpus' | 'report';

export interface EntitiesView {
  readonly data: vscode.TreeDataProvider<EntitiesRow>;
  readonly tree: vscode.TreeView<EntitiesRow>;
  /** Shows the entities of the whole corpus, or of the active report only. */
  setScope(scope: Scope): Promise<void>;
  filter(): string;
  /** Shows only the entities that match; all with "". */
  setFilter(text: string): Promise<void>;
  readonly disposables: readonly vscode.Disposable[];
}

const calm = 300;

/** Creates the Entities view and keeps it as the index and, in report scope, the active editor are. */
export function createEntitiesView(session: Session, memory: vscode.Memento): EntitiesView {
  const changed = new vscode.EventEmitter<undefined>();
  let scope = memory.get<Scope>('entities.scope', 'corpus');
  let filter = '';
  let report: string | undefined;
  let top: Promise<readonly EntitiesRow[]> | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function load(): Promise<readonly EntitiesRow[]> {
    if (scope === 'report' && report === undefined) return [];
    const params = { ...(scope === 'report' && report !== undefined ? { uri: report } : {}), ...(filter === '' ? {} : { filter }) };
    return entityRows((await session.request('wenmai/entities', params))?.folders ?? []);
  }
  function refresh(): void {
    top = undefined;
    changed.fire(undefined);
  }
  function soon(): void {
    clearTimeout(timer);
    timer = setTimeout(refresh, calm);
  }
  async function reports(row: EntityRow): Promise<readonly EntitiesRow[]> {
    if (scope === 'report' && report !== undefined) return mentions(row, row, report);
    const { folder, id } = row.entity;
    const found = await session.request('wenmai/entityReports', { folder, id }) ?? [];
    return found.map((each): EntityReportRow => ({ kind: 'report', id: `${row.id} ${each.uri}`, parent: row, report: each }));
  }
  async function mentions(row: EntityRow, parent: EntityRow | EntityReportRow, uri: string): Promise<MentionRow[]> {
    const { folder, id } = row.entity;
    const found = await session.request('wenmai/mentions', { folder, id, uri }) ?? [];
    return found.map((mention, index) => ({ kind: 'mention', id: `${parent.id} ${index}`, parent, uri, mention }));
  }
  /** The report of an editor that has the focus; other panels leave the last one standing. */
  function noteReport(): void {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    if (uri === undefined || uri === report) return;
    report = uri;
    if (scope === 'report') refresh();
  }

  const data: vscode.TreeDataProvider<EntitiesRow> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: entityItem,
    getParent: (row) => row.parent,
    async getChildren(row) {
      if (row === undefined) return [...await (top ??= load())];
      switch (row.kind) {
        case 'entity': return [...await reports(row)];
        case 'report': return mentions(row.parent, row, row.report.uri);
        case 'mention': case 'omitted': return [];
        default: return [...row.children];
      }
    },
  };
  const tree = vscode.window.createTreeView('wenmai.entities', { treeDataProvider: data, showCollapseAll: true });
  async function describe(): Promise<void> {
    tree.description = [scope === 'report' ? vscode.l10n.t('This report') : '', filter].filter((part) => part !== '').join(' · ');
    await vscode.commands.executeCommand('setContext', 'wenmai.entities.scope', scope);
    await vscode.commands.executeCommand('setContext', 'wenmai.entities.filtered', filter !== '');
    refresh();
  }
  noteReport();
  void describe();
  return {
    data,
    tree,
    async setScope(next) {
      scope = next;
      await memory.update('entities.scope', next);
      await describe();
    },
    filter: () => filter,
    async setFilter(text) {
      filter = text.trim();
      await describe();
    },
    disposables: [
      tree,
      changed,
      session.onDidChangeIndex((change) => { if (change?.entities !== false) soon(); }),
      session.onDidChangeStatus(({ state }) => { if (state === 'off' || state === 'failed') refresh(); }),
      vscode.window.onDidChangeActiveTextEditor(noteReport),
      { dispose: () => { clearTimeout(timer); } },
    ],
  };
}
