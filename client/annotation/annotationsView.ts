import * as vscode from 'vscode';
import type { AnnotationGroup, AnnotationGrouping, AnnotationItem } from '../../server/lsp/protocol';
import type { Session } from '../session';
import { formatNumber, openCommand, rangeOf } from '../views/places';

const { t } = vscode.l10n;

/** Rows of the Annotations view: orphans on top, then groups by report, tag or annotator → annotation. */
export type AnnotationsRow = OrphansRow | GroupRow | ItemRow;
interface OrphansRow {
  readonly kind: 'orphans';
  readonly id: string;
  readonly items: readonly AnnotationItem[];
}
interface GroupRow {
  readonly kind: 'group';
  readonly id: string;
  readonly group: AnnotationGroup;
}
export interface ItemRow {
  readonly kind: 'annotation';
  readonly id: string;
  readonly parent: OrphansRow | GroupRow;
  readonly item: AnnotationItem;
}

export interface AnnotationsView {
  readonly data: vscode.TreeDataProvider<AnnotationsRow>;
  readonly tree: vscode.TreeView<AnnotationsRow>;
  groupBy(by: AnnotationGrouping): void;
  readonly disposables: readonly vscode.Disposable[];
}

const calm = 300;

export function createAnnotationsView(session: Session, memory: vscode.Memento): AnnotationsView {
  const changed = new vscode.EventEmitter<undefined>();
  let by = memory.get<AnnotationGrouping>('annotations.by', 'report');
  let timer: NodeJS.Timeout | undefined;
  function soon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => { changed.fire(undefined); }, calm);
  }
  async function top(): Promise<AnnotationsRow[]> {
    const found = await session.request('wenmai/annotationGroups', { by });
    const orphans = found?.orphans ?? [];
    tree.badge = orphans.length === 0 ? undefined : { value: orphans.length, tooltip: t('{0} annotations have lost their place', formatNumber(orphans.length)) };
    const groups = (found?.groups ?? []).map((group): GroupRow => ({ kind: 'group', id: `${group.folder} ${group.key}`, group }));
    return orphans.length === 0 ? groups : [{ kind: 'orphans', id: 'orphans', items: orphans }, ...groups];
  }
  const rowsOf = (parent: OrphansRow | GroupRow, items: readonly AnnotationItem[]): ItemRow[] =>
    items.map((item) => ({ kind: 'annotation', id: `${parent.id} ${item.id}`, parent, item }));
  const data: vscode.TreeDataProvider<AnnotationsRow> = {
    onDidChangeTreeData: changed.event,
    getParent: (row) => (row.kind === 'annotation' ? row.parent : undefined),
    getTreeItem: itemOf,
    async getChildren(row) {
      if (row === undefined) return top();
      if (row.kind === 'orphans') return rowsOf(row, row.items);
      if (row.kind === 'annotation') return [];
      const { folder, key } = row.group;
      return rowsOf(row, await session.request('wenmai/annotationsIn', { by, folder, key }) ?? []);
    },
  };
  const tree = vscode.window.createTreeView('wenmai.annotations', { treeDataProvider: data, showCollapseAll: true });
  return {
    data,
    tree,
    groupBy(wanted) {
      by = wanted;
      void memory.update('annotations.by', wanted);
      changed.fire(undefined);
    },
    disposables: [tree, changed, session.onDidChangeIndex(soon), session.onDidChangeAnnotations(soon), { dispose: () => { clearTimeout(timer); } }],
  };
}

function itemOf(row: AnnotationsRow): vscode.TreeItem {
  if (row.kind === 'annotation') return { ...annotationTreeItem(row.item), id: row.id };
  const isOrphans = row.kind === 'orphans';
  const label = isOrphans ? t('Lost their place') : row.group.label === '' ? t('Without a tag') : row.group.label;
  const item = new vscode.TreeItem(label, isOrphans ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed);
  item.id = row.id;
  item.contextValue = row.kind;
  item.description = formatNumber(isOrphans ? row.items.length : row.group.count);
  if (isOrphans) item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  return item;
}

/** An annotation as a row: its words, its tags, and a click that leads to it. */
export function annotationTreeItem(item: AnnotationItem): vscode.TreeItem {
  const words = item.whole ? t('The whole report') : item.quote.replaceAll(/\s+/g, ' ');
  const row = new vscode.TreeItem(words === '' ? item.memo : words, vscode.TreeItemCollapsibleState.None);
  row.description = [...item.tags.map(({ name }) => name), item.memo, item.annotator].filter((part) => part !== '').join(' · ');
  row.tooltip = new vscode.MarkdownString().appendText([words, ...item.tags.map(({ path }) => path), item.memo, item.annotator].filter((part) => part !== '').join('\n\n'));
  row.contextValue = `annotation ${item.state}${item.own ? ' own' : ''}`;
  row.iconPath = new vscode.ThemeIcon(item.state === 'orphaned' ? 'warning' : item.tags.length > 0 ? 'tag' : 'comment');
  const place = item.ranges[0] ?? item.proposals[0];
  row.command = openCommand(item.uri, place && rangeOf(place));
  return row;
}
