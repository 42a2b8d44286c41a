import * as vscode from 'vscode';
import type { EntityAction, EntityNode, EntityRef } from '../../server/lsp/protocol';
import { openDossier } from '../dossier';
import type { Session } from '../session';
import type { EntityRow } from '../views/entityRows';
import { formatNumber, rangeOf } from '../views/places';
import { applyEntityEdit } from './entityEdit';
import { pickKeyed } from './pick';

const { t } = vscode.l10n;

/** What a command on an entity can be called with: a link's reference, a row of the view, or nothing from the palette. */
type Argument = EntityRef | EntityRow | undefined;

/** Commands on the entity list; without an argument they mean the entity at the cursor. */
export function entityCommands(session: Session) {
  const edit = (action: (entity: EntityRef) => EntityAction) => async (argument: Argument) => {
    const entity = await entityOf(session, argument);
    if (entity !== undefined) await applyEntityEdit(session, entity.folder, action(entity));
  };
  return {
    'wenmai.confirmEntity': edit(({ id }) => ({ kind: 'confirm', entity: id })),
    'wenmai.notAnEntity': edit(({ id }) => ({ kind: 'reject', entity: id })),
    'wenmai.addEntity': () => addEntity(session),
    'wenmai.addAlias': () => addAlias(session),
    'wenmai.mergeEntity': (argument: Argument) => mergeEntity(session, argument),
    'wenmai.changeEntityType': (argument: Argument) => changeType(session, argument),
    'wenmai.showEntityReferences': (argument: Argument) => showReferences(session, argument),
    'wenmai.showDossier': async (argument: Argument) => {
      const entity = await entityOf(session, argument);
      if (entity !== undefined) await openDossier(entity);
    },
  };
}

async function entityOf(session: Session, argument: Argument): Promise<EntityRef | undefined> {
  if (argument !== undefined) return 'kind' in argument ? argument.entity : argument;
  const found = await entityAtCursor(session);
  if (found === undefined) void vscode.window.showInformationMessage(t('There is no entity at the cursor.'));
  return found;
}

async function entityAtCursor(session: Session): Promise<EntityNode | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { line, character } = editor.selection.active;
  return await session.request('wenmai/entityAt', { uri: editor.document.uri.toString(), position: { line, character } }) ?? undefined;
}

/** The name meant at the cursor with its folder: what is selected, without line ends, else the entity there. */
async function nameAtCursor(session: Session): Promise<{ name: string; folder: string } | undefined> {
  const editor = vscode.window.activeTextEditor;
  const folder = editor && vscode.workspace.getWorkspaceFolder(editor.document.uri);
  if (editor !== undefined && folder !== undefined && !editor.selection.isEmpty) {
    const name = editor.document.getText(editor.selection).replaceAll(/[\r\n]/g, '').trim();
    if (name !== '') return { name, folder: folder.uri.toString() };
  }
  const entity = await entityAtCursor(session);
  if (entity === undefined) void vscode.window.showInformationMessage(t('Select a name first, or put the cursor into one.'));
  return entity;
}

async function addEntity(session: Session): Promise<void> {
  const named = await nameAtCursor(session);
  if (named === undefined) return;
  const type = await pickType(session, named.folder, t('What is “{0}”?', named.name));
  if (type !== undefined) await applyEntityEdit(session, named.folder, { kind: 'add', name: named.name, type });
}

async function addAlias(session: Session): Promise<void> {
  const named = await nameAtCursor(session);
  if (named === undefined) return;
  const of = await pickEntity(session, named.folder, t('“{0}” is another name of', named.name));
  if (of !== undefined) await applyEntityEdit(session, named.folder, { kind: 'alias', name: named.name, of });
}

async function mergeEntity(session: Session, argument: Argument): Promise<void> {
  const entity = await entityOf(session, argument);
  if (entity === undefined) return;
  const into = await pickEntity(session, entity.folder, t('Merge into'), entity.id);
  if (into !== undefined) await applyEntityEdit(session, entity.folder, { kind: 'merge', entity: entity.id, into });
}

async function changeType(session: Session, argument: Argument): Promise<void> {
  const entity = await entityOf(session, argument);
  if (entity === undefined) return;
  const type = await pickType(session, entity.folder, t('New type'));
  if (type !== undefined) await applyEntityEdit(session, entity.folder, { kind: 'type', entity: entity.id, type });
}

async function pickType(session: Session, folder: string, placeholder: string): Promise<string | undefined> {
  const types = (await session.request('wenmai/entityTypes', { folder }))?.types ?? [];
  return pickKeyed(types.map(({ type, label }) => ({ label, description: type, keys: '', value: type })), placeholder);
}

/** Any entity of the folder but `except`, confirmed ones first. */
async function pickEntity(session: Session, folder: string, placeholder: string, except?: string): Promise<string | undefined> {
  const result = await session.request('wenmai/entities', {});
  const types = result?.folders.find(({ uri }) => uri === folder)?.types ?? [];
  const labels = new Map(types.map(({ type, label }) => [type, label]));
  const all = [...types.flatMap(({ confirmed }) => confirmed), ...types.flatMap(({ candidates }) => candidates)];
  const items = all.filter(({ id }) => id !== except).map(({ id, name, type, mentions, aliases }) => ({
    label: name,
    description: [labels.get(type) ?? type, formatNumber(mentions), ...aliases].join(' · '),
    keys: '',
    value: id,
  }));
  return pickKeyed(items, placeholder);
}

/** All mentions in the peek view, where the cursor stands. */
async function showReferences(session: Session, argument: Argument): Promise<void> {
  const entity = await entityOf(session, argument);
  const editor = vscode.window.activeTextEditor;
  if (entity === undefined || editor === undefined) return;
  const { folder, id } = entity;
  const reports = await session.request('wenmai/entityReports', { folder, id }) ?? [];
  const locations = await Promise.all(reports.map(async ({ uri }) => {
    const mentions = await session.request('wenmai/mentions', { folder, id, uri }) ?? [];
    return mentions.flatMap(({ ranges }) => ranges.slice(0, 1).map((range) => new vscode.Location(vscode.Uri.parse(uri), rangeOf(range))));
  }));
  await vscode.commands.executeCommand(
    'editor.action.showReferences', editor.document.uri, editor.selection.active, locations.flat(),
  );
}
