import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { WenmaiApi } from '../../../client/extension';
import type { LinksRow } from '../../../client/views/links';
import { eventually } from '../../support/ask';
import { openReportWith, wenmai } from '../editor';

describe('the Links view', () => {
  let view: WenmaiApi['links'];
  const children = async (row?: LinksRow): Promise<LinksRow[]> => await view.data.getChildren(row) ?? [];

  before(async () => { view = (await wenmai()).links; });

  it('tells with a reason which reports share entities with the active one, and leads there', async () => {
    const document = await openReportWith('医渡科技');
    const groups = await eventually(() => children(), (rows) => rows.length > 0);
    const shared = groups.find((row) => row.kind === 'group' && row.group.kind === 'entities');
    assert.ok(shared);
    const [item] = await children(shared);
    assert.ok(item?.kind === 'item' && item.item.uri !== null);
    assert.notEqual(vscode.Uri.parse(item.item.uri).fsPath, document.uri.fsPath);
    assert.match(item.item.reason, /\d/);

    const places = await children(item);
    const place = places.find((row) => row.kind === 'place' && row.place.to !== null);
    assert.ok(place?.kind === 'place' && place.place.to !== null);
    const { command } = view.data.getTreeItem(place) as vscode.TreeItem;
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []) as unknown[]);
    const target = vscode.Uri.parse(place.place.to.uri).fsPath;
    const editor = await eventually(() => vscode.window.activeTextEditor, (active) => active.document.uri.fsPath === target);
    assert.equal(editor.selection.start.line, place.place.to.range.start.line);
  });
});
