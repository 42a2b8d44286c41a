import * as vscode from 'vscode';
import type { FolderNode } from '../../server/lsp/protocol';
import type { Session } from '../session';
import { reportItem, rowItem } from './reportItems';
import { createReportsModel } from './reportModel';
import type { ReportsRow } from './reportRows';

export interface ReportsView {
  readonly data: vscode.TreeDataProvider<ReportsRow>;
  readonly tree: vscode.TreeView<ReportsRow>;
  /** The row of the report's deepest section at the line, or of the report; undefined where it is none. */
  rowAt(uri: string, line: number): Promise<ReportsRow | undefined>;
  readonly onDidRedraw: vscode.Event<unknown>;
  readonly disposables: readonly vscode.Disposable[];
}

/** Milliseconds that changes are gathered: a keystroke changes the index, and the view need not follow every one. */
const calm = 300;

/** Creates the Reports view and keeps it as the index is. */
export function createReportsView(session: Session): ReportsView {
  const redraw = new vscode.EventEmitter<ReportsRow | undefined>();
  const model = createReportsModel(session);
  const data: vscode.TreeDataProvider<ReportsRow> = {
    onDidChangeTreeData: redraw.event,
    getTreeItem: (row) => row.kind === 'report' ? reportItem(row) : rowItem(row),
    getParent: (row) => row.parent,
    getChildren: async (row) => [...await model.children(row)],
  };
  const tree = vscode.window.createTreeView('wenmai.reports', { treeDataProvider: data, showCollapseAll: true });

  /** What changed since the last refresh; null when it may be everything. */
  let pending: Set<string> | null = new Set();
  let timer: NodeJS.Timeout | undefined;
  async function refresh(): Promise<void> {
    const reports = pending && [...pending];
    pending = new Set();
    const rows = await model.update(reports);
    if (rows === null) redraw.fire(undefined);
    else for (const row of rows) redraw.fire(row);
    tree.badge = badge(await model.folders());
  }
  function soon(reports: readonly string[] | null): void {
    if (reports === null) pending = null;
    else for (const report of reports) pending?.add(report);
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), calm);
  }
  const disposables = [
    tree,
    redraw,
    session.onDidChangeIndex((change) => { soon(change?.reports ?? null); }),
    session.onDidChangeStatus(({ state }) => { if (state === 'off' || state === 'failed') soon(null); }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('wenmai.reports')) return;
      model.arrange();
      redraw.fire(undefined);
    }),
    { dispose: () => { clearTimeout(timer); } },
  ];
  return { data, tree, rowAt: (uri, line) => model.rowAt(uri, line), onDidRedraw: redraw.event, disposables };
}

function badge(folders: readonly FolderNode[]): vscode.ViewBadge | undefined {
  const value = folders.flatMap(({ reports }) => reports).filter(({ state }) => state !== 'skipped').length;
  return value === 0 ? undefined : { value, tooltip: vscode.l10n.t('{0} reports', value) };
}
