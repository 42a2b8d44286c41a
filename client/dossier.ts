import * as vscode from 'vscode';
import type { EntityRef } from '../server/lsp/protocol';
import type { Session } from './session';

const { t } = vscode.l10n;

/** The scheme of the documents that the server writes; its content arrives through LSP. */
const scheme = 'wenmai';

/** The virtual document of an entity or a document; its name is the tab's title. */
function dossierUri({ folder, id }: EntityRef, name: string): vscode.Uri {
  const file = name.replaceAll(/[\\/:*?"<>|#%\s]+/g, ' ').trim();
  return vscode.Uri.from({ scheme, path: `/${file === '' ? t('Dossier') : file}.md`, query: JSON.stringify({ folder, id }) });
}

/** Opens everything the corpus says of an entity or a document, as a preview. */
export async function openDossier(entity: EntityRef): Promise<void> {
  const name = entity.id.slice(entity.id.indexOf(':') + 1);
  const document = await vscode.workspace.openTextDocument(dossierUri(entity, name));
  await vscode.window.showTextDocument(document, { preview: true });
}

/** The dossier that a menu or the active editor names. */
function dossierOf(argument: vscode.Uri | undefined): vscode.Uri | undefined {
  const uri = argument ?? vscode.window.activeTextEditor?.document.uri;
  return uri?.scheme === scheme ? uri : undefined;
}

/** Asks for a file and writes the dossier there, with links that are relative to it. */
export async function saveDossier(session: Session, argument: vscode.Uri | undefined): Promise<void> {
  const dossier = dossierOf(argument);
  if (dossier === undefined) {
    void vscode.window.showInformationMessage(t('Open a dossier first.'));
    return;
  }
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = dossier.path.slice(1);
  const target = await vscode.window.showSaveDialog({
    filters: { Markdown: ['md'] }, title: t('Save dossier'),
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
  if (target === undefined) return;
  const text = await session.request('wenmai/dossier', { uri: dossier.toString(), savedAs: target.toString() });
  if (text === undefined || text === null) {
    void vscode.window.showErrorMessage(t('The dossier could not be written; the log may say why.'));
    return;
  }
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  await vscode.window.showTextDocument(target);
}
