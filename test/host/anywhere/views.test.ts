import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { WenmaiApi } from '../../../client/extension';
import type { ReportRow, ReportsRow, SectionRow } from '../../../client/views/reportRows';
import { eventually } from '../../support/ask';
import { wenmai } from '../editor';

describe('the Reports view', () => {
  let view: WenmaiApi['reports'];
  const children = async (row?: ReportsRow): Promise<ReportsRow[]> => await view.data.getChildren(row) ?? [];
  const item = (row: ReportsRow): vscode.TreeItem => view.data.getTreeItem(row) as vscode.TreeItem;
  const settings = () => vscode.workspace.getConfiguration('wenmai.reports');

  /** All reports, whatever the groups above them. */
  async function reportRows(row?: ReportsRow): Promise<ReportRow[]> {
    if (row?.kind === 'report') return [row];
    return (await Promise.all((await children(row)).map(reportRows))).flat();
  }
  /** The first section of any report, with its report. */
  async function someSection(): Promise<SectionRow> {
    for (const report of await reportRows()) {
      const section = (await children(report)).find((row) => row.kind === 'section');
      if (section !== undefined) return section;
    }
    throw new Error('no report has a section');
  }

  before(async () => {
    view = (await wenmai()).reports;
    await eventually(() => reportRows(), (rows) => rows.length > 0 && rows.every(({ report }) => report.state === 'indexed'));
  });
  afterEach(async () => {
    await settings().update('groupBy', undefined, vscode.ConfigurationTarget.Global);
    await settings().update('sortBy', undefined, vscode.ConfigurationTarget.Global);
  });

  it('a report says its title and date, and in its tooltip path, encoding and counts', async () => {
    for (const row of await reportRows()) {
      const { label, description, tooltip, contextValue } = item(row);
      assert.equal(label, row.report.title);
      assert.ok(String(description).includes(row.report.date ?? ''));
      assert.equal(contextValue, 'report.indexed');
      assert.ok(tooltip instanceof vscode.MarkdownString);
      assert.ok(tooltip.value.includes('UTF'), tooltip.value);
      assert.equal(tooltip.isTrusted, undefined);
    }
  });

  it('the badge counts the reports', async () => {
    assert.equal(view.tree.badge?.value, (await reportRows()).length);
  });

  it('groups by year and sorts by date, as the settings say', async () => {
    await settings().update('groupBy', 'date', vscode.ConfigurationTarget.Global);
    const groups = await eventually(() => children(), (rows) => rows.length > 0 && rows.every(({ kind }) => kind === 'group'));
    for (const group of groups) {
      for (const row of await children(group)) {
        assert.ok(row.kind === 'report' && group.kind === 'group');
        assert.equal(row.report.date?.slice(0, 4) ?? '', group.key);
        assert.equal(row.parent?.id, group.id);
      }
    }
    await settings().update('groupBy', 'none', vscode.ConfigurationTarget.Global);
    await settings().update('sortBy', 'date', vscode.ConfigurationTarget.Global);
    const rows = await eventually(() => children(), (found) => found.length > 0 && found.every(({ kind }) => kind === 'report'));
    const dates = rows.map((row) => row.kind === 'report' ? row.report.date ?? '' : '');
    assert.deepEqual(dates, [...dates].sort().reverse());
  });

  it('a click on a section goes to its heading', async () => {
    const section = await someSection();
    const { command } = item(section);
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []) as unknown[]);
    const editor = await eventually(() => vscode.window.activeTextEditor, ({ document }) => document.uri.path === vscode.Uri.parse(section.uri).path);
    assert.equal(editor.selection.active.line, section.section.selectionRange.start.line);
  });

  it('follows the cursor, and only while the setting says so', async () => {
    await vscode.commands.executeCommand('wenmai.reports.focus');
    const section = await someSection();
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(section.uri));
    const editor = await vscode.window.showTextDocument(document);
    const { line, character } = section.section.selectionRange.start;
    const heading = new vscode.Position(line, character);
    editor.selection = new vscode.Selection(heading, heading);
    const [selected] = await eventually(() => view.tree.selection, (rows) => rows[0]?.kind === 'section');
    assert.ok(selected?.kind === 'section');
    assert.equal(selected.section.selectionRange.start.line, line);

    await settings().update('follow', false, vscode.ConfigurationTarget.Global);
    try {
      const end = document.lineAt(document.lineCount - 1).range.end;
      editor.selection = new vscode.Selection(end, end);
      // Longer than the view waits for the cursor to rest.
      await new Promise((resolve) => { setTimeout(resolve, 600); });
      // A view drawn anew in between has no selection at all.
      assert.ok([selected.id, undefined].includes(view.tree.selection[0]?.id));
    } finally {
      await settings().update('follow', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('every row knows its parent, so that it can be revealed', async () => {
    const check = async (row: ReportsRow): Promise<void> => {
      for (const child of await children(row)) {
        assert.equal((await view.data.getParent?.(child))?.id, row.id);
        await check(child);
      }
    };
    for (const row of await children()) await check(row);
  });
});
