import * as vscode from 'vscode';
import type { TagNode } from '../../server/lsp/protocol';
import { matches } from '../commands/match';
import type { Session } from '../session';
import { editCodebook } from './act';

const { t } = vscode.l10n;

interface TagItem extends vscode.QuickPickItem {
  readonly id: string;
  readonly keys: string;
}

/** Tags used last, per workspace, latest first. */
export interface RecentTags {
  list(): readonly string[];
  note(ids: readonly string[]): void;
}

const mostRecent = 9;

export function recentTags(memory: vscode.Memento): RecentTags {
  const list = (): readonly string[] => memory.get<string[]>('tags.recent', []);
  return {
    list,
    note: (ids) => void memory.update('tags.recent', [...new Set([...ids, ...list()])].slice(0, mostRecent)),
  };
}

/** The folder of a document with its tags. */
export async function tagsOf(session: Session, uri: string): Promise<{ folder: string; tags: readonly TagNode[] } | undefined> {
  const folders = await session.request('wenmai/tags', {}) ?? [];
  const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(uri))?.uri.toString();
  const found = folders.find((each) => each.uri === folder);
  return found && { folder: found.uri, tags: found.tags };
}

/** Lets the user choose tags, recent ones first, found by name, pinyin or initials; a name that is none makes a tag. */
export async function pickTags(session: Session, uri: string, recent: RecentTags): Promise<readonly string[] | undefined> {
  const known = await tagsOf(session, uri);
  if (known === undefined) return undefined;
  const chosen = await choose(itemsOf(known.tags, recent.list()));
  if (chosen === undefined) return undefined;
  const ids = chosen.create === undefined ? chosen.ids : [...chosen.ids, await create(session, known.folder, chosen.create)];
  const real = ids.filter((id) => id !== undefined);
  if (real.length > 0) recent.note(real);
  return real;
}

async function create(session: Session, folder: string, name: string): Promise<string | undefined> {
  const before = new Set((await session.request('wenmai/tags', {}))?.find(({ uri }) => uri === folder)?.tags.map(({ id }) => id));
  if (!await editCodebook(session, folder, { kind: 'create', name })) return undefined;
  // The server hears of the new entry with the document's next change.
  for (let tries = 0; tries < 50; tries++) {
    const tags = (await session.request('wenmai/tags', {}))?.find(({ uri }) => uri === folder)?.tags ?? [];
    const fresh = tags.find(({ id, name: given }) => given === name && !before.has(id));
    if (fresh !== undefined) return fresh.id;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  return undefined;
}

function itemsOf(tags: readonly TagNode[], recent: readonly string[]): TagItem[] {
  const item = (tag: TagNode): TagItem => ({
    id: tag.id, keys: tag.keys, label: tag.name, alwaysShow: true,
    description: tag.path === tag.name ? '' : tag.path,
    ...(tag.description === '' ? {} : { detail: tag.description.split('\n')[0] ?? '' }),
  });
  const usable = tags.filter((tag) => !tag.deprecated);
  const first = recent.flatMap((id) => usable.filter((tag) => tag.id === id));
  return [...first, ...usable.filter((tag) => !recent.includes(tag.id))].map(item);
}

function choose(items: readonly TagItem[]): Promise<{ ids: readonly string[]; create?: string } | undefined> {
  const pick = vscode.window.createQuickPick<TagItem>();
  const ticked = new Map<string, TagItem>();
  const show = (): void => {
    const shown = items.filter((item) => ticked.has(item.id) || matches({ ...item, description: item.description ?? '' }, pick.value));
    const name = pick.value.trim();
    const isNew = name !== '' && !items.some(({ label }) => label === name);
    pick.items = isNew ? [...shown, { id: '', keys: '', label: t('New tag “{0}”', name), alwaysShow: true }] : shown;
    pick.selectedItems = pick.items.filter(({ id }) => ticked.has(id));
    // Lists to tick have no row in focus by themselves, and Enter would mean nothing.
    if (ticked.size === 0) pick.activeItems = pick.items.slice(0, 1);
  };
  pick.canSelectMany = true;
  pick.placeholder = t('Tags for the selection: name, pinyin or initials; a new name makes a tag');
  show();
  pick.onDidChangeValue(show);
  pick.onDidChangeSelection((selected) => {
    ticked.clear();
    for (const item of selected) ticked.set(item.id, item);
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      // Enter without a tick means the row in focus.
      const chosen = pick.selectedItems.length > 0 ? pick.selectedItems : pick.activeItems.slice(0, 1);
      const ids = chosen.map(({ id }) => id).filter((id) => id !== '');
      resolve(chosen.some(({ id }) => id === '') ? { ids, create: pick.value.trim() } : { ids });
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
