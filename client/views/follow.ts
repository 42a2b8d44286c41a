import * as vscode from 'vscode';
import type { ReportsView } from './reports';

/** The cursor rests this long, in milliseconds, before the view moves. */
const rest = 200;

/** Reveals the row of the active editor's section while the view can be seen and `wenmai.reports.follow` is on. */
export function followEditor(view: ReportsView): vscode.Disposable[] {
  const { tree } = view;
  let timer: NodeJS.Timeout | undefined;

  async function follow(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!tree.visible || editor === undefined) return;
    if (!vscode.workspace.getConfiguration('wenmai.reports').get<boolean>('follow', true)) return;
    const row = await view.rowAt(editor.document.uri.toString(), editor.selection.active.line);
    if (row === undefined || tree.selection[0]?.id === row.id) return;
    // The row can have gone meanwhile; the next drawing follows again.
    await tree.reveal(row, { select: true, focus: false }).then(undefined, () => undefined);
  }
  function soon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void follow(), rest);
  }
  return [
    vscode.window.onDidChangeActiveTextEditor(soon),
    vscode.window.onDidChangeTextEditorSelection(soon),
    tree.onDidChangeVisibility(soon),
    // Rows that were drawn anew are not selected any more.
    view.onDidRedraw(soon),
    { dispose: () => { clearTimeout(timer); } },
  ];
}
