import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { WenmaiApi } from '../../../client/extension';
import { eventually } from '../../support/ask';
import { openReportWith, place, wenmai } from '../editor';

describe('dossiers and citations', () => {
  let api: WenmaiApi;
  const dossier = (): Promise<vscode.TextDocument> =>
    eventually(() => vscode.window.activeTextEditor?.document, (document) => document.uri.scheme === 'wenmai' && document.getText() !== '');

  before(async () => { api = await wenmai(); });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('a dossier quotes every report that names the entity at the cursor, with links and references', async () => {
    const document = await openReportWith('医渡科技');
    const cursor = place(document, '医渡科技', { inside: 1 });
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(cursor, cursor);
    await eventually(() => api.session.request('wenmai/entityAt', { uri: document.uri.toString(), position: cursor }));
    await vscode.commands.executeCommand('wenmai.showDossier');
    const shown = await dossier();
    const text = shown.getText();
    assert.match(text, /^# 医渡科技\n/);
    assert.match(text, /> .*\*\*医渡科技\*\*.*\]\(file:[^)]*#L\d+,\d+\)/);
    assert.match(text, /\\\[1\\\] .*\\\[R\\\]/);
    assert.equal(shown.languageId, 'markdown');
  });

  it('a dossier follows an edit of a report before it is saved', async () => {
    const document = await openReportWith('医渡科技');
    const entity = await eventually(() => api.session.request('wenmai/entityAt', { uri: document.uri.toString(), position: place(document, '医渡科技', { inside: 1 }) }));
    const editor = await vscode.window.showTextDocument(document, { preview: false });
    const added = '医渡科技在测试里新增了一句话，别处没有。';
    try {
      await vscode.commands.executeCommand('wenmai.showDossier', entity);
      const shown = await dossier();
      assert.ok(!shown.getText().includes('在测试里新增了一句话'));
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(editor.document.lineCount, 0), `\n\n${added}\n`);
      await vscode.workspace.applyEdit(edit);
      await eventually(() => shown.getText(), (text) => text.includes('在测试里新增了一句话'));
    } finally {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
  });

  it('a report is copied as a citation', async () => {
    await openReportWith('医渡科技');
    await vscode.env.clipboard.writeText('');
    await eventually(async () => {
      await vscode.commands.executeCommand('wenmai.copyCitation');
      return vscode.env.clipboard.readText();
    }, (text) => /\[R\]\. /.test(text));
  });
});
