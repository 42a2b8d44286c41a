import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient/node';
import type { EntityAction } from '../../server/lsp/protocol';
import type { Session } from '../session';

const { t } = vscode.l10n;

/**
 * Asks the server for the edit of `entities.yaml` that the action means, applies it and saves the file,
 * unless it already held unsaved changes of the user's. It can be undone in that file.
 */
export async function applyEntityEdit(session: Session, folder: string, action: EntityAction): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    void vscode.window.showWarningMessage(t('The entity list cannot be changed in Restricted Mode.'));
    return;
  }
  const answer = await session.request('wenmai/entityEdit', { folder, action }) as WorkspaceEdit | null | undefined;
  const edit = await session.client()?.protocol2CodeConverter.asWorkspaceEdit(answer);
  if (edit === undefined) {
    void vscode.window.showErrorMessage(t('The entity list could not be changed; the log may say why.'));
    return;
  }
  const files = edit.entries().map(([uri]) => uri.toString());
  const dirty = new Set(vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()));
  if (!await vscode.workspace.applyEdit(edit)) {
    void vscode.window.showErrorMessage(t('The entity list could not be changed; it may be read-only.'));
    return;
  }
  for (const document of vscode.workspace.textDocuments) {
    const uri = document.uri.toString();
    if (files.includes(uri) && !dirty.has(uri)) await document.save();
  }
}
