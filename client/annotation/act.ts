import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient/node';
import type { ActResult, AnnotationAct, CodebookAction, Range } from '../../server/lsp/protocol';
import type { Session } from '../session';
import { nameFor } from './annotator';

const { t } = vscode.l10n;

/** False, with the reason told, where annotations cannot be written; asked before anything is chosen or typed. */
export function mayAnnotate(): boolean {
  if (!vscode.workspace.isTrusted) void vscode.window.showWarningMessage(t('Annotations cannot be written in Restricted Mode; nothing was changed.'));
  return vscode.workspace.isTrusted;
}

/** Has the server do one act and says why where it does not; undefined then. What the user typed is never thrown away. */
export async function act(session: Session, params: AnnotationAct): Promise<ActResult | undefined> {
  if (!mayAnnotate()) return undefined;
  await nameFor(session, params);
  const result = await session.request('wenmai/annotate', params);
  if (result === undefined) {
    void vscode.window.showErrorMessage(t('The annotation could not be written; the folder may be read-only, and the log may say why.'));
    return undefined;
  }
  if (!result.done && result.message !== '') void vscode.window.showInformationMessage(result.message);
  return result.done ? result : undefined;
}

/** Has the server make the edit that an action on the codebook means, and applies it; `preview` shows it first. */
export async function editCodebook(session: Session, folder: string, action: CodebookAction, preview = false): Promise<boolean> {
  if (!vscode.workspace.isTrusted) {
    void vscode.window.showWarningMessage(t('The codebook cannot be changed in Restricted Mode.'));
    return false;
  }
  const answer = await session.request('wenmai/codebookEdit', { folder, action });
  if (answer?.refused) {
    void vscode.window.showWarningMessage(answer.refused);
    return false;
  }
  const edit = await session.client()?.protocol2CodeConverter.asWorkspaceEdit(answer?.edit as WorkspaceEdit | null | undefined);
  if (edit === undefined) {
    void vscode.window.showErrorMessage(t('The codebook could not be changed; the log may say why.'));
    return false;
  }
  if (preview) for (const [uri, edits] of edit.entries()) edit.set(uri, edits.map(toConfirm));
  const files = new Set(edit.entries().map(([uri]) => uri.toString()));
  const dirty = new Set(vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()));
  if (!await vscode.workspace.applyEdit(edit, { isRefactoring: preview })) {
    // Nobody needs to be told that they discarded what they were shown.
    if (!preview) void vscode.window.showErrorMessage(t('The codebook could not be changed; it may be read-only.'));
    return false;
  }
  for (const document of vscode.workspace.textDocuments) {
    const uri = document.uri.toString();
    if (files.has(uri) && !dirty.has(uri)) await document.save();
  }
  return true;
}

/** Only an edit that asks to be confirmed is shown first. */
function toConfirm(edit: vscode.TextEdit): [vscode.TextEdit, vscode.WorkspaceEditEntryMetadata] {
  return [edit, { needsConfirmation: true, label: t('Change of the codebook') }];
}

/** The protocol's range of an editor's. */
export function plainRange({ start, end }: vscode.Range): Range {
  return { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } };
}

/**
 * What the user means in the editor: the selections (several cursors make one passage in parts), else the entity or the
 * sentence at the cursor, which is then selected. Undefined where there is no report.
 */
export async function passageMeant(session: Session): Promise<{ readonly uri: string; readonly passages: readonly (readonly Range[])[] } | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const uri = editor.document.uri.toString();
  const selected = editor.selections.filter((selection) => !selection.isEmpty);
  if (selected.length > 0) return { uri, passages: [selected.map(plainRange)] };
  const found = await session.request('wenmai/passageAt', { uri, position: plainRange(editor.selection).start });
  if (!found) {
    void vscode.window.showInformationMessage(t('Select a passage of a report first.'));
    return undefined;
  }
  editor.selection = new vscode.Selection(found.range.start.line, found.range.start.character, found.range.end.line, found.range.end.character);
  return { uri, passages: [[found.range]] };
}
