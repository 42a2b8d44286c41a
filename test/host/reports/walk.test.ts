import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { WenmaiApi } from '../../../client/extension';
import type { LinksRow } from '../../../client/views/links';
import type { LinkGroup } from '../../../server/lsp/protocol';
import { eventually } from '../../support/ask';
import { place, reports, wenmai } from '../editor';

describe('a walk through real reports by F12 and the Links view', () => {
  let view: WenmaiApi['links'];
  const children = async (row?: LinksRow): Promise<LinksRow[]> => await view.data.getChildren(row) ?? [];
  const fileOf = (uri: vscode.Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1).slice(0, 3);
  const arrived = (report: string): Promise<vscode.TextEditor> =>
    eventually(() => vscode.window.activeTextEditor, ({ document }) => fileOf(document.uri) === report);

  /** Clicks a row's place in the other report, or the row of the report where it has none. */
  async function follow(kind: LinkGroup['kind'], report: string): Promise<vscode.TextEditor> {
    const from = vscode.window.activeTextEditor?.document.uri.toString() ?? '';
    view.show(from);
    const [group] = await eventually(async () => (await children()).filter((row) => row.kind === 'group' && row.group.kind === kind), (rows) => rows.length > 0);
    const row = (await children(group)).find((each) => each.kind === 'item' && each.item.uri !== null && fileOf(vscode.Uri.parse(each.item.uri)) === report);
    assert.ok(row?.kind === 'item', `${report} is not among ${kind} of ${fileOf(vscode.Uri.parse(from))}`);
    assert.match(row.item.reason, /\d/);
    const [target = row] = await children(row);
    const { command } = view.data.getTreeItem(target) as vscode.TreeItem;
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []) as unknown[]);
    return arrived(report);
  }

  before(async () => {
    view = (await wenmai()).links;
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('workbench.action.clearEditorHistory');
  });

  it('goes from 002 to 003, 001 and 000, and back with Alt+Left', async () => {
    const start = (await reports()).find((uri) => fileOf(uri) === '002');
    assert.ok(start);
    const document = await vscode.workspace.openTextDocument(start);
    const editor = await vscode.window.showTextDocument(document, { preview: false });
    const policy = place(document, '《卫生健康行业人工智能应用场景参考指引》', { inside: 3 });
    editor.selection = new vscode.Selection(policy, policy);
    await vscode.commands.executeCommand('editor.action.revealDefinition');
    const described = await arrived('003');
    const line = described.document.lineAt(described.selection.active.line).text;
    assert.match(line, /发布《卫生健康行业人工智能应用场景参考指引》，多维度/);

    const citing = await follow('citedBy', '001');
    assert.match(citing.document.lineAt(citing.selection.active.line).text, /关于/);
    await follow('entities', '000');

    for (const report of ['001', '003', '002']) {
      await vscode.commands.executeCommand('workbench.action.navigateBack');
      await arrived(report);
    }
    const last = await arrived('002');
    assert.equal(last.selection.active.line, policy.line);
  });
});
