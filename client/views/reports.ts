import * as vscode from 'vscode';
import type { FolderNode, ReportNode } from '../../server/lsp/protocol';
import type { Session } from '../session';
import { reportItem, rowItem } from './reportItems';
import { rowAt, sectionRows, topRows, type GroupBy, type ReportRow, type ReportsRow, type SectionRow, type SortBy } from './reportRows';

export interface ReportsView {
  readonly data: vscode.TreeDataProvider<ReportsRow>;
  readonly tree: vscode.TreeView<ReportsRow>;
  /** The row of the report's deepest section at the line, or of the report; undefined where it is none. */
  rowAt(uri: string, line: number): Promise<ReportsRow | undefined>;
  readonly disposables: readonly vscode.Disposable[];
}

/** A keystroke changes the index; the view need not follow every one. */
const calm = 300;

/** Creates the Reports view and keeps it as the index is. */
export function createReportsView(session: Session): ReportsView {
  const changed = new vscode.EventEmitter<undefined>();
  let folders: Promise<readonly FolderNode[]> | undefined;
  let top: Promise<readonly ReportsRow[]> | undefined;
  let byUri: Promise<ReadonlyMap<string, ReportRow>> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const sections = new Map<string, Promise<readonly SectionRow[]>>();

  function load(): Promise<readonly FolderNode[]> {
    return folders ??= session.request('wenmai/reports', {}).then((result) => result?.folders ?? []);
  }
  function arrange(): Promise<readonly ReportsRow[]> {
    const settings = vscode.workspace.getConfiguration('wenmai.reports');
    const groupBy = settings.get<GroupBy>('groupBy', 'folder');
    const sortBy = settings.get<SortBy>('sortBy', 'path');
    return load().then((found) => topRows(found, groupBy, sortBy));
  }

  function sectionsOf(row: ReportRow): Promise<readonly SectionRow[]> {
    const { uri, state } = row.report;
    if (state !== 'indexed') return Promise.resolve([]);
    let rows = sections.get(row.id);
    if (rows === undefined) {
      rows = session.request('wenmai/sections', { uri }).then((found) => sectionRows(row, uri, found ?? []));
      sections.set(row.id, rows);
    }
    return rows;
  }

  const data: vscode.TreeDataProvider<ReportsRow> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (row) => row.kind === 'report' ? reportItem(row) : rowItem(row),
    getParent: (row) => row.parent,
    getChildren: async (row) => {
      if (row === undefined) return [...await (top ??= arrange())];
      return [...row.kind === 'report' ? await sectionsOf(row) : row.children];
    },
  };
  const tree = vscode.window.createTreeView('wenmai.reports', { treeDataProvider: data, showCollapseAll: true });

  async function rowAtLine(uri: string, line: number): Promise<ReportsRow | undefined> {
    byUri ??= (top ??= arrange()).then((rows) => new Map(reportRows(rows).map((row) => [normal(row.report.uri), row])));
    const report = (await byUri).get(normal(uri));
    if (report === undefined) return undefined;
    return rowAt(await sectionsOf(report), line) ?? report;
  }
  function redraw(): void {
    top = undefined;
    byUri = undefined;
    sections.clear();
    changed.fire(undefined);
  }
  async function refresh(): Promise<void> {
    folders = undefined;
    redraw();
    tree.badge = badge((await load()).flatMap((folder) => folder.reports));
  }
  const disposables = [
    tree,
    changed,
    session.onDidChangeIndex(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void refresh(), calm);
    }),
    session.onDidChangeStatus(({ state }) => { if (state === 'off' || state === 'failed') void refresh(); }),
    vscode.workspace.onDidChangeConfiguration((event) => { if (event.affectsConfiguration('wenmai.reports')) redraw(); }),
    { dispose: () => { clearTimeout(timer); } },
  ];
  return { data, tree, rowAt: rowAtLine, disposables };
}

/** One spelling for a URI: the server's percent-encoding may differ from VS Code's. */
function normal(uri: string): string {
  return vscode.Uri.parse(uri).toString();
}

function reportRows(rows: readonly ReportsRow[]): ReportRow[] {
  return rows.flatMap((row) => {
    if (row.kind === 'report') return [row];
    return row.kind === 'section' ? [] : reportRows(row.children);
  });
}

function badge(reports: readonly ReportNode[]): vscode.ViewBadge | undefined {
  const value = reports.filter((report) => report.state !== 'skipped').length;
  return value === 0 ? undefined : { value, tooltip: vscode.l10n.t('{0} reports', value) };
}
