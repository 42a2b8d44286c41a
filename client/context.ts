import * as vscode from 'vscode';
import { isReportLanguage } from './selector';

/** Keeps the context key `wenmai.inReport`: the active editor shows text that can be a report of an open folder. */
export function trackActiveReport(): vscode.Disposable[] {
  let last: boolean | undefined;
  function update(editor: vscode.TextEditor | undefined): void {
    const document = editor?.document;
    const inReport = document !== undefined && isReportLanguage(document.languageId)
      && vscode.workspace.getWorkspaceFolder(document.uri) !== undefined;
    if (inReport === last) return;
    last = inReport;
    void vscode.commands.executeCommand('setContext', 'wenmai.inReport', inReport);
  }
  update(vscode.window.activeTextEditor);
  return [
    vscode.window.onDidChangeActiveTextEditor(update),
    // While a window opens, the active editor can be told before it is known; where the cursor goes is told each time.
    vscode.window.onDidChangeTextEditorSelection(() => { update(vscode.window.activeTextEditor); }),
    vscode.workspace.onDidOpenTextDocument(() => { update(vscode.window.activeTextEditor); }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => { update(vscode.window.activeTextEditor); }),
  ];
}
