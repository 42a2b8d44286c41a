import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../../support/ask';
import { openReportWith, wenmai } from '../editor';

/** The rule's id, whether or not it comes with an address of its explanation. */
function rule({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

describe('Problems', () => {
  before(async () => { await wenmai(); });

  for (const [words, expected] of [['采购方的三笔账', 'structure/duplicate-number'], ['算力下乡', 'tag/unknown']] as const) {
    it(`shows ${expected} in the report that holds '${words}'`, async () => {
      const { uri } = await openReportWith(words);
      const found = await eventually(() => vscode.languages.getDiagnostics(uri), (all) => all.some((one) => rule(one) === expected), expected);
      assert(found.every(({ source, message }) => source !== undefined && message !== ''));
    });
  }

  it('say why in a page that opens in the editor', async () => {
    const { uri } = await openReportWith('采购方的三笔账');
    const found = await eventually(() => vscode.languages.getDiagnostics(uri), (all) => all.some((one) => rule(one) === 'claim/growth'), 'claim/growth');
    const pages = found.map(({ code }) => (typeof code === 'object' ? code.target : undefined));
    assert(pages.every((page) => page !== undefined), 'every problem has a page');
    const page = pages[found.findIndex((one) => rule(one) === 'claim/growth')];
    await vscode.commands.executeCommand('vscode.open', page);
    const shown = await eventually(() => vscode.window.activeTextEditor?.document, (document) => document.uri.path.endsWith('/docs/rules/claim-growth.md'), 'the page');
    assert.match(shown.getText(), /`claim\/growth`/);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('can be let stand, with a reason in wenmai.yaml', async () => {
    const { uri } = await openReportWith('采购方的三笔账');
    const found = await eventually(() => vscode.languages.getDiagnostics(uri), (all) => all.some((one) => rule(one) === 'claim/growth'), 'claim/growth');
    const { range } = found.find((one) => rule(one) === 'claim/growth') as vscode.Diagnostic;
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range);
    const edit = actions.flatMap((action) => action.edit?.entries() ?? []).find(([target]) => target.path.endsWith('/wenmai.yaml'));
    assert.match(edit?.[1].map(({ newText }) => newText).join('') ?? '', /rule: claim\/growth[^]*reason:/);
  });
});
