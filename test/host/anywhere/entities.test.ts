import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { WenmaiApi } from '../../../client/extension';
import type { EntitiesRow, EntityRow } from '../../../client/views/entityRows';
import { eventually } from '../../support/ask';
import { openReportWith, place, wenmai } from '../editor';

describe('the Entities view', () => {
  let view: WenmaiApi['entities'];
  const list = vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/'), 'entities.yaml');
  let former: Uint8Array | undefined;

  const children = async (row?: EntitiesRow): Promise<EntitiesRow[]> => await view.data.getChildren(row) ?? [];
  const item = (row: EntitiesRow): vscode.TreeItem => view.data.getTreeItem(row) as vscode.TreeItem;
  /** All entities, confirmed ones first, as the view shows them. */
  async function entities(row?: EntitiesRow): Promise<EntityRow[]> {
    if (row?.kind === 'entity') return [row];
    if (row?.kind === 'omitted') return [];
    return (await Promise.all((await children(row)).map(entities))).flat();
  }
  const named = (rows: readonly EntityRow[], name: string) => rows.find(({ entity }) => entity.name === name);
  /** What the view says of an entity: confirmed, candidate or nothing. */
  const statusOf = async (id: string): Promise<string> => (await entities()).find(({ entity }) => entity.id === id)?.entity.status ?? 'not there';
  const readList = async (): Promise<string> => Buffer.from(await vscode.workspace.fs.readFile(list)).toString();

  before(async () => {
    view = (await wenmai()).entities;
    former = await vscode.workspace.fs.readFile(list).then((bytes) => bytes, () => undefined);
    await view.setScope('corpus');
    await eventually(async () => (await entities()).map(({ entity }) => entity.name), (names) => names.includes('医渡科技'));
  });
  afterEach(async () => {
    await view.setScope('corpus');
    await view.setFilter('');
  });
  after(async () => {
    if (former === undefined) await vscode.workspace.fs.delete(list).then(undefined, () => undefined);
    else await vscode.workspace.fs.writeFile(list, former);
  });

  it('an entity leads to its reports, and they to its mentions, the name emphasised', async () => {
    const row = named(await entities(), '医渡科技');
    assert.ok(row);
    const reports = await children(row);
    assert.equal(reports.length, row.entity.reports);
    const mentions = (await Promise.all(reports.map(children))).flat();
    assert.equal(mentions.length, row.entity.mentions);
    for (const mention of mentions) {
      const { label } = item(mention);
      assert.ok(typeof label === 'object' && label.highlights?.[0]);
      const [start, end] = label.highlights[0];
      assert.match(label.label.slice(start, end), /^[医渡科技云团集有限公司Yidu Tech\s]+$/i);
    }
  });

  it('a click on a mention selects it', async () => {
    const row = named(await entities(), '医渡科技');
    const [report] = await children(row);
    const [mention] = await children(report);
    assert.ok(mention?.kind === 'mention');
    const { command } = item(mention);
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []) as unknown[]);
    const editor = await eventually(() => vscode.window.activeTextEditor, ({ selection }) => !selection.isEmpty);
    assert.equal(editor.selection.start.line, mention.mention.ranges[0]?.start.line);
  });

  it('in the scope of a report only what it mentions is listed', async () => {
    const all = await entities();
    const document = await openReportWith('医渡科技');
    await view.setScope('report');
    await eventually(async () => (await entities()).length, (count) => count > 0 && count < all.length);
    const own = await entities();
    const text = document.getText();
    assert.ok(named(own, '医渡科技'));
    const latin = own.map(({ entity }) => entity.name).filter((name) => /^[\w-]{6,}$/.test(name));
    assert.ok(latin.every((name) => text.toLowerCase().includes(name.toLowerCase().slice(0, 3))), latin.join());
  });

  it('a filter in pinyin initials finds the company', async () => {
    await view.setFilter('ydkj');
    await eventually(async () => (await entities()).length, (count) => count > 0 && count < 20);
    assert.ok(named(await entities(), '医渡科技'));
  });

  it('confirming a candidate writes it to the list and moves it in the view', async () => {
    const candidate = (await entities()).find(({ entity }) => entity.status === 'candidate' && entity.reports > 1);
    assert.ok(candidate);
    const { name } = candidate.entity;
    await vscode.commands.executeCommand('wenmai.confirmEntity', candidate);
    assert.ok((await readList()).includes(name));
    // The list may give the entity an id of its own.
    const again = async () => named(await entities(), name)?.entity.status;
    await eventually(again, (status) => status === 'confirmed');
  });

  it('what is not an entity leaves the view and is remembered', async () => {
    const candidate = (await entities()).findLast(({ entity }) => entity.status === 'candidate');
    assert.ok(candidate);
    const { id, name } = candidate.entity;
    await vscode.commands.executeCommand('wenmai.notAnEntity', candidate);
    assert.ok((await readList()).includes(name));
    await eventually(() => statusOf(id), (status) => status === 'not there');
  });

  it('without a row the entity at the cursor is meant', async () => {
    const document = await openReportWith('鹰瞳科技');
    const cursor = place(document, '鹰瞳科技', { inside: 1 });
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(cursor, cursor);
    await vscode.commands.executeCommand('wenmai.confirmEntity');
    assert.match(await readList(), /鹰瞳/);
  });
});
