import * as vscode from 'vscode';
import type { TagNode } from '../../server/lsp/protocol';
import type { Session } from '../session';
import { rangeOf } from '../views/places';
import { editCodebook } from './act';
import { chosenFolder } from './commands';
import type { HiddenTags } from './decorations';
import { chosenTag, splitTag } from './splitTag';
import type { TagRow } from './tagsView';

const { t } = vscode.l10n;

/** Commands on the codebook, from rows of the Tags view. Renaming, merging and splitting show what they change first. */
export function codebookCommands(session: Session, hidden: HiddenTags) {
  async function create(row?: TagRow): Promise<void> {
    const folder = row?.folder.uri ?? await chosenFolder();
    const name = folder && await vscode.window.showInputBox({ prompt: row?.kind === 'tag' ? t('Name of the new tag below “{0}”', row.tag.name) : t('Name of the new tag') });
    if (folder !== undefined && name) await editCodebook(session, folder, { kind: 'create', name, parent: row?.kind === 'tag' ? row.tag.id : null });
  }
  async function rename(row: TagRow): Promise<void> {
    const name = await vscode.window.showInputBox({ prompt: t('New name'), value: row.tag.name });
    if (name && name !== row.tag.name) await editCodebook(session, row.folder.uri, { kind: 'rename', tag: row.tag.id, name }, true);
  }
  async function other(row: TagRow, placeHolder: string): Promise<TagNode | undefined> {
    const choices = row.folder.tags.filter(({ id, range }) => id !== row.tag.id && range !== null).map((tag) => ({ label: tag.name, description: tag.path, tag }));
    return (await vscode.window.showQuickPick(choices, { placeHolder, matchOnDescription: true }))?.tag;
  }
  async function merge(row: TagRow): Promise<void> {
    const into = await other(row, t('Merge “{0}” into', row.tag.name));
    if (into !== undefined) await editCodebook(session, row.folder.uri, { kind: 'merge', tag: row.tag.id, into: into.id }, true);
  }
  async function split(row?: TagRow): Promise<void> {
    const folder = row?.folder.uri ?? await chosenFolder();
    const tag = row?.tag ?? (folder && await chosenTag(session, folder, t('Tag to split')));
    if (folder !== undefined && tag) await splitTag(session, folder, tag);
  }
  async function deprecate(row: TagRow): Promise<void> {
    const replacement = await other(row, t('Tag to use in place of “{0}”', row.tag.name));
    if (replacement !== undefined) await editCodebook(session, row.folder.uri, { kind: 'deprecate', tag: row.tag.id, replacedBy: replacement.id });
  }
  async function open(row?: TagRow): Promise<void> {
    const folder = row?.folder.uri ?? await chosenFolder();
    const uri = row?.folder.codebook ?? (folder && vscode.Uri.joinPath(vscode.Uri.parse(folder), 'codebook.yaml').toString());
    if (uri === undefined) return;
    const selection = row?.kind === 'tag' && row.tag.range !== null ? { selection: rangeOf(row.tag.range) } : {};
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(uri), selection);
  }
  return {
    'wenmai.tags.create': create,
    'wenmai.tags.rename': rename,
    'wenmai.tags.merge': merge,
    'wenmai.tags.split': split,
    'wenmai.tags.deprecate': deprecate,
    'wenmai.tags.delete': (row: TagRow) => editCodebook(session, row.folder.uri, { kind: 'delete', tag: row.tag.id }),
    'wenmai.tags.open': open,
    'wenmai.tags.toggleMarks': (row: TagRow) => { hidden.toggle(row.tag.id); },
  };
}
