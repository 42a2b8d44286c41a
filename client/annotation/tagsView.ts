import * as vscode from 'vscode';
import type { AnnotationItem, TagNode, TagsFolder } from '../../server/lsp/protocol';
import type { Session } from '../session';
import { formatNumber } from '../views/places';
import { editCodebook } from './act';
import { annotationTreeItem } from './annotationsView';
import type { HiddenTags } from './decorations';

const { t } = vscode.l10n;

/** Rows of the Tags view: folder (where there are several) → tag → tags below it, then annotations. */
export type TagsRow = FolderRow | TagRow | TaggedRow;
interface FolderRow {
  readonly kind: 'folder';
  readonly id: string;
  readonly folder: TagsFolder;
}
export interface TagRow {
  readonly kind: 'tag';
  readonly id: string;
  readonly parent: TagRow | FolderRow | undefined;
  readonly tag: TagNode;
  readonly folder: TagsFolder;
}
interface TaggedRow {
  readonly kind: 'annotation';
  readonly id: string;
  readonly parent: TagRow;
  readonly item: AnnotationItem;
}

export interface TagsView {
  readonly data: vscode.TreeDataProvider<TagsRow>;
  readonly tree: vscode.TreeView<TagsRow>;
  readonly disposables: readonly vscode.Disposable[];
}

const calm = 300;
const dragged = 'application/vnd.code.tree.wenmai.tags';

export function createTagsView(session: Session, hidden: HiddenTags): TagsView {
  const changed = new vscode.EventEmitter<undefined>();
  let timer: NodeJS.Timeout | undefined;
  function soon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => { changed.fire(undefined); }, calm);
  }
  function children(folder: TagsFolder, above: TagRow | FolderRow | undefined, parent: string | null): TagRow[] {
    const listed = new Set(folder.tags.map(({ id }) => id));
    return folder.tags
      .filter((tag) => (tag.parent !== null && listed.has(tag.parent) ? tag.parent : null) === parent)
      .map((tag) => ({ kind: 'tag', id: `${folder.uri} ${tag.id}`, parent: above, tag, folder }));
  }
  const data: vscode.TreeDataProvider<TagsRow> = {
    onDidChangeTreeData: changed.event,
    getParent: (row) => (row.kind === 'folder' ? undefined : row.parent),
    getTreeItem: (row) => itemOf(row, hidden),
    async getChildren(row) {
      if (row === undefined) {
        const folders = (await session.request('wenmai/tags', {}) ?? []).filter(({ tags }) => tags.length > 0);
        const [only] = folders;
        if (folders.length === 1 && only !== undefined) return children(only, undefined, null);
        return folders.map((folder) => ({ kind: 'folder', id: folder.uri, folder }));
      }
      if (row.kind === 'folder') return children(row.folder, row, null);
      if (row.kind === 'annotation') return [];
      const items = row.tag.count === 0 ? [] : await session.request('wenmai/annotationsIn', { by: 'tag', folder: row.folder.uri, key: row.tag.id }) ?? [];
      return [...children(row.folder, row, row.tag.id), ...items.map((item): TaggedRow => ({ kind: 'annotation', id: `${row.id} ${item.id}`, parent: row, item }))];
    },
  };
  const tree = vscode.window.createTreeView('wenmai.tags', {
    treeDataProvider: data,
    showCollapseAll: true,
    dragAndDropController: {
      dragMimeTypes: [dragged],
      dropMimeTypes: [dragged],
      handleDrag: (rows, transfer) => {
        const [row] = rows;
        if (row?.kind === 'tag') transfer.set(dragged, new vscode.DataTransferItem({ folder: row.folder.uri, tag: row.tag.id }));
      },
      async handleDrop(target, transfer) {
        const value = transfer.get(dragged)?.value as { folder: string; tag: string } | undefined;
        if (value === undefined || target?.kind === 'annotation') return;
        const parent = target?.kind === 'tag' ? target.tag.id : null;
        if (parent !== value.tag) await editCodebook(session, value.folder, { kind: 'move', tag: value.tag, parent });
      },
    },
  });
  return {
    data,
    tree,
    disposables: [tree, changed, session.onDidChangeIndex(soon), session.onDidChangeAnnotations(soon), hidden.onDidChange(soon), { dispose: () => { clearTimeout(timer); } }],
  };
}

function itemOf(row: TagsRow, hidden: HiddenTags): vscode.TreeItem {
  if (row.kind === 'annotation') return { ...annotationTreeItem(row.item), id: row.id };
  const has = row.kind === 'folder' || row.tag.count > 0 || row.folder.tags.some(({ parent }) => parent === row.tag.id);
  const item = new vscode.TreeItem(row.kind === 'folder' ? row.folder.name : row.tag.name, has ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None);
  item.id = row.id;
  item.contextValue = row.kind;
  if (row.kind === 'folder') {
    item.iconPath = vscode.ThemeIcon.Folder;
    return item;
  }
  const { tag } = row;
  const notes = [tag.count > 0 ? formatNumber(tag.count) : '', tag.deprecated ? t('deprecated') : '', tag.range === null ? t('not in the codebook') : '', hidden.has(tag.id) ? t('not marked') : ''];
  item.description = notes.filter((note) => note !== '').join(' · ');
  item.tooltip = new vscode.MarkdownString().appendText(tag.path).appendMarkdown('\n\n').appendText(tag.description);
  item.iconPath = tag.color === null ? new vscode.ThemeIcon('tag') : dotOf(tag.color);
  return item;
}

/** A dot in any colour: theme icons take only the theme's. */
function dotOf(color: string): vscode.Uri {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><circle cx="8" cy="8" r="4.5" fill="${color}"/></svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`);
}
