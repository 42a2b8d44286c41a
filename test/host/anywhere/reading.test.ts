import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ReportsRow } from '../../../client/views/reportRows';
import { eventually } from '../../support/ask';
import { definitions, hoverText, openReportWith, outline, place, references, reports, wenmai } from '../editor';

describe('reading a corpus', () => {
  before(async () => { await wenmai(); });

  it('the Reports view lists every report, with sections below', async () => {
    const { reports: view } = await wenmai();
    const walk = async (row?: ReportsRow): Promise<ReportsRow[]> => {
      const children = await view.data.getChildren(row) ?? [];
      return (await Promise.all(children.map(async (child) => [child, ...await walk(child)]))).flat();
    };
    const rows = await eventually(() => walk(), (all) => all.some(({ kind }) => kind === 'section'));
    const shown = rows.flatMap((row) => row.kind === 'report' ? [vscode.Uri.parse(row.report.uri).fsPath] : []);
    assert.deepEqual(shown.sort(), (await reports()).map((uri) => uri.fsPath).sort());
    assert(rows.filter(({ kind }) => kind === 'section').length > shown.length);
  });

  it('every report has an outline whose ranges nest', async () => {
    for (const uri of await reports()) {
      const document = await vscode.workspace.openTextDocument(uri);
      const symbols = await eventually(() => outline(document), (found) => found.length > 0, `outline of ${uri.path} (${document.languageId})`);
      const check = (symbol: vscode.DocumentSymbol): void => {
        assert(symbol.range.contains(symbol.selectionRange), `${symbol.name} of ${uri.path}`);
        for (const child of symbol.children) {
          assert(symbol.range.contains(child.range), `${child.name} in ${symbol.name} of ${uri.path}`);
          check(child);
        }
      };
      symbols.forEach(check);
    }
  });

  it('hovering a company tells its name and what it is', async () => {
    const document = await openReportWith('医渡科技');
    const text = await eventually(() => hoverText(document, place(document, '医渡科技', { inside: 1 })), (found) => found !== '');
    assert.match(text, /医渡科技/);
    assert.match(text, /company|企业/i);
  });

  it('Shift+F12 lists its mentions in several reports, each where the name stands', async () => {
    const document = await openReportWith('医渡科技');
    const found = await eventually(() => references(document, place(document, '医渡科技')), (places) => places.length > 1);
    assert(new Set(found.map(({ uri }) => uri.fsPath)).size > 1, 'mentions in one report only');
    const texts = await Promise.all(found.map(async ({ uri, range }) => (await vscode.workspace.openTextDocument(uri)).getText(range)));
    assert(texts.includes('医渡科技'));
    assert(texts.every((text) => text.trim() !== ''));
  });

  it('F12 goes to one place where the name stands', async () => {
    const document = await openReportWith('医渡科技', 1);
    const found = await eventually(() => definitions(document, place(document, '医渡科技')), (places) => places.length > 0);
    const [target] = found;
    assert(target);
    const there = await vscode.workspace.openTextDocument(target.uri);
    assert(there.getText(target.range).includes('医渡'), there.getText(target.range));
  });

  it('a place without anything to tell has no hover of ours', async () => {
    const document = await openReportWith('医渡科技');
    const empty = [...document.getText().split('\n').keys()].find((line) => document.lineAt(line).isEmptyOrWhitespace);
    assert(empty !== undefined);
    assert.equal(await hoverText(document, new vscode.Position(empty, 0)), '');
  });
});
