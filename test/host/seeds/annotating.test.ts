import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { WenmaiApi } from '../../../client/extension';
import type { AnnotationItem } from '../../../server/lsp/protocol';
import { eventually } from '../../support/ask';
import { openReportWith, place, wenmai } from '../editor';

const words = '三笔账';

describe('Annotating', () => {
  let api: WenmaiApi;
  let document: vscode.TextDocument;
  const uri = (): string => document.uri.toString();
  const own = async (): Promise<readonly AnnotationItem[]> => {
    const items = await api.session.request('wenmai/annotations', { uri: uri() }) ?? [];
    return items.filter((item) => item.own && item.quote === words);
  };
  const select = (): vscode.TextEditor => {
    const editor = vscode.window.activeTextEditor;
    assert(editor);
    const start = place(document, words);
    editor.selection = new vscode.Selection(start, start.translate(0, words.length));
    return editor;
  };

  before(async () => {
    api = await wenmai();
    document = await openReportWith('采购方的三笔账');
  });
  after(async () => {
    for (const item of await own()) await api.session.request('wenmai/annotate', { kind: 'delete', folder: item.folder, id: item.id });
    const editor = vscode.window.activeTextEditor;
    if (editor) editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    // Other tests begin at the top of what they open, which the editor remembers.
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('tags the selection with the tag the user types', async () => {
    select();
    const done = vscode.commands.executeCommand('wenmai.tagSelection');
    // The list is there once the tags were asked for.
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await done;
    const [item] = await eventually(own, (items) => items.length === 1);
    assert(item);
    assert.equal(item.tags.length, 1);
    const file = await vscode.workspace.findFiles(`annotations/**/*.jsonl`);
    const texts = await Promise.all(file.map(async (each) => Buffer.from(await vscode.workspace.fs.readFile(each)).toString('utf8')));
    assert(texts.some((text) => text.includes(item.id)), 'the annotation is on the disk');
  });

  it('keeps it at its words when text is put in above', async () => {
    const editor = select();
    await editor.edit((edit) => { edit.insert(new vscode.Position(0, 0), '前言\n\n'); });
    const [item] = await eventually(own, ([first]) => first?.ranges[0] !== undefined && document.getText(new vscode.Range(
      first.ranges[0].start.line, first.ranges[0].start.character, first.ranges[0].end.line, first.ranges[0].end.character)) === words);
    assert.equal(item?.state, 'anchored');
  });

  it('shows it in the Annotations and Tags views', async () => {
    const rows = await eventually(async () => await api.annotating.view.data.getChildren() ?? [], (found) => found.length > 0);
    assert(rows.some(({ kind }) => kind === 'group'));
    const tags = await api.annotating.tags.data.getChildren() ?? [];
    assert(tags.some((row) => row.kind === 'tag' && row.tag.name === '应用场景'));
  });

  it('takes comments and replies, and undoes the last act', async () => {
    const { start, end } = select().selection;
    const passage = [{ start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } }];
    await api.session.request('wenmai/annotate', { kind: 'comment', uri: uri(), passages: [passage], text: '存疑' });
    const find = async (): Promise<AnnotationItem | undefined> => (await own()).find(({ memo }) => memo === '存疑');
    const comment = await eventually(find);
    await api.session.request('wenmai/annotate', { kind: 'reply', folder: comment.folder, id: comment.id, text: '同意' });
    assert.deepEqual((await eventually(find, (item) => item.replies.length === 1)).replies.map(({ text }) => text), ['同意']);
    await vscode.commands.executeCommand('wenmai.undoAnnotation');
    await eventually(find, (item) => item.replies.length === 0);
  });

  it('splits a tag, after it has shown what that changes', async () => {
    const rows = await eventually(async () => await api.annotating.tags.data.getChildren() ?? []);
    const row = rows.find((each) => each.kind === 'tag' && each.tag.name === '应用场景');
    assert(row);
    const codebook = vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri, 'codebook.yaml');
    const text = async (): Promise<string> => Buffer.from(await vscode.workspace.fs.readFile(codebook)).toString('utf8');
    const before = await text();
    const asked = vscode.window.showInputBox;
    Object.assign(vscode.window, { showInputBox: () => Promise.resolve('场景甲、场景乙') });
    try {
      const done = vscode.commands.executeCommand('wenmai.tags.split', row);
      await new Promise((resolve) => setTimeout(resolve, 3000));
      assert.equal(await text(), before);
      await eventually(async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        await vscode.commands.executeCommand('refactorPreview.apply');
        return text();
      }, (now) => now.includes('场景甲') && now.includes('场景乙'));
      await done;
    } finally {
      Object.assign(vscode.window, { showInputBox: asked });
      await vscode.workspace.fs.writeFile(codebook, Buffer.from(before));
    }
  });
});
