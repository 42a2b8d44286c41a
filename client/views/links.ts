import * as vscode from 'vscode';
import type { LinkGroup, LinkItem, LinkPlace, LinksResult, Place } from '../../server/lsp/protocol';
import { isReportLanguage } from '../selector';
import type { Session } from '../session';
import { formatNumber, openCommand, rangeOf } from './places';

/** The rows of the Links view: group → report or document → place. */
export type LinksRow = LinkGroupRow | LinkItemRow | LinkPlaceRow;
interface LinkGroupRow {
  readonly kind: 'group';
  readonly id: string;
  readonly group: LinkGroup;
}
interface LinkItemRow {
  readonly kind: 'item';
  readonly id: string;
  readonly parent: LinkGroupRow;
  readonly item: LinkItem;
}
interface LinkPlaceRow {
  readonly kind: 'place';
  readonly id: string;
  readonly parent: LinkItemRow;
  readonly place: LinkPlace;
}

export interface LinksView {
  readonly data: vscode.TreeDataProvider<LinksRow>;
  readonly tree: vscode.TreeView<LinksRow>;
  /** Shows the links of this report until an editor with another one becomes active. */
  show(uri: string): void;
  readonly disposables: readonly vscode.Disposable[];
}

const calm = 400;

/** Creates the Links view: what the active report cites, who cites it, and what it shares with others. */
export function createLinksView(session: Session): LinksView {
  const changed = new vscode.EventEmitter<undefined>();
  let report: string | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function load(): Promise<LinksRow[]> {
    const links: LinksResult | null | undefined = report === undefined
      ? undefined
      : await session.request('wenmai/links', { uri: report });
    tree.description = links?.title ?? '';
    const groups = (links?.groups ?? []).filter((group) => group.items.length > 0);
    return groups.map((group) => ({ kind: 'group', id: group.kind, group }));
  }
  function refresh(): void {
    changed.fire(undefined);
  }
  function soon(): void {
    clearTimeout(timer);
    timer = setTimeout(refresh, calm);
  }
  function show(uri: string): void {
    if (uri === report) return;
    report = uri;
    refresh();
  }
  function noteEditor(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (document !== undefined && document.uri.scheme !== 'wenmai' && isReportLanguage(document.languageId)) show(document.uri.toString());
  }

  const data: vscode.TreeDataProvider<LinksRow> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: linksItem,
    getParent: (row) => row.kind === 'group' ? undefined : row.parent,
    getChildren: (row) => row === undefined ? load() : childrenOf(row),
  };
  const tree = vscode.window.createTreeView('wenmai.links', { treeDataProvider: data, showCollapseAll: true });
  noteEditor();
  return {
    data,
    tree,
    show,
    disposables: [
      tree,
      changed,
      session.onDidChangeIndex(soon),
      vscode.window.onDidChangeActiveTextEditor(noteEditor),
      { dispose: () => { clearTimeout(timer); } },
    ],
  };
}

function childrenOf(row: LinksRow): LinksRow[] {
  switch (row.kind) {
    case 'group':
      return row.group.items.map((item, index) => (
        { kind: 'item', id: `${row.id} ${item.uri ?? index} ${item.title}`, parent: row, item }
      ));
    case 'item': return row.item.places.map((place, index) => ({ kind: 'place', id: `${row.id} ${index}`, parent: row, place }));
    case 'place': return [];
  }
}

function linksItem(row: LinksRow): vscode.TreeItem {
  const item = row.kind === 'group' ? groupItem(row.group) : row.kind === 'item' ? linkItem(row.item) : placeItem(row);
  item.id = row.id;
  item.contextValue = row.kind;
  return item;
}

function groupItem(group: LinkGroup): vscode.TreeItem {
  const item = new vscode.TreeItem(groupLabel(group.kind), vscode.TreeItemCollapsibleState.Expanded);
  item.description = formatNumber(group.items.length);
  return item;
}

function groupLabel(kind: LinkGroup['kind']): string {
  switch (kind) {
    case 'cites': return vscode.l10n.t('Cites');
    case 'citedBy': return vscode.l10n.t('Cited by');
    case 'entities': return vscode.l10n.t('Same entities');
    case 'passages': return vscode.l10n.t('Same passages');
  }
}

function linkItem(link: LinkItem): vscode.TreeItem {
  const { None, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(link.title, link.places.length > 0 ? Collapsed : None);
  item.description = link.reason;
  item.tooltip = `${link.title}\n${link.reason}`;
  item.iconPath = new vscode.ThemeIcon(link.uri === null ? 'file-text' : 'notebook');
  if (link.uri !== null) item.command = openCommand(link.uri);
  return item;
}

/** A place leads to the other report: to what is cited, or to who cites; else to the place in this one. */
function placeItem(row: LinkPlaceRow): vscode.TreeItem {
  const item = new vscode.TreeItem(row.place.text);
  const place: Place | null = row.place.to ?? row.place.from;
  if (place !== null) {
    item.command = openCommand(place.uri, rangeOf(place.range));
    item.description = String(place.range.start.line + 1);
  }
  item.tooltip = row.place.text;
  return item;
}
