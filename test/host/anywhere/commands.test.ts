import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../../support/ask';
import { openReportWith, wenmai } from '../editor';

describe('commands', () => {
  before(async () => { await wenmai(); });

  it('every command of the manifest does something', async () => {
    const manifest = vscode.extensions.getExtension('wenmai.wenmai')?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = manifest.contributes.commands.map(({ command }) => command).filter((id) => !registered.has(id));
    assert.deepEqual(missing, []);
  });

  it('Go to Figure or Table… goes to the caption chosen', async () => {
    const document = await openReportWith('图表 1');
    const chosen = vscode.commands.executeCommand('wenmai.goToCaption');
    // The list is up when accepting it moves the cursor.
    await eventually(async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.window.activeTextEditor?.selection.active.line ?? 0;
    }, (line) => line > 0);
    await chosen;
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document, document);
    assert.match(document.lineAt(editor.selection.start.line).text, /[图表]/);
  });

  it('wrapping plain text is asked of this workspace only', async () => {
    const inspect = () => vscode.workspace.getConfiguration('editor', { languageId: 'plaintext' }).inspect('wordWrap');
    await vscode.commands.executeCommand('wenmai.wrapPlainText');
    assert.equal(inspect()?.workspaceLanguageValue, 'on');
    assert.equal(inspect()?.globalLanguageValue, undefined);
  });

  it('the report language wraps and shows no boxes around full-width signs', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'report', content: '一、总则' });
    const editor = vscode.workspace.getConfiguration('editor', document);
    assert.equal(editor.get('wordWrap'), 'on');
    assert.equal(editor.get('unicodeHighlight.ambiguousCharacters'), false);
  });
});
