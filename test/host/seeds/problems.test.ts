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
});
