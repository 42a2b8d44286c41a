// @ts-check
/** The tests of the grammar: one file is one test. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';
import { honest, runTool } from './count.mjs';

/** @returns {Promise<import('./count.mjs').Count>} */
export async function grammar() {
  const files = readdirSync(join(root, 'test/grammar'));
  const { code, printed } = await runTool('vscode-tmgrammar-test/dist/unit.js', ['-g', 'syntaxes/report.tmLanguage.json', 'test/grammar/*.txt']);
  const passed = [...printed.matchAll(/run successful/g)].length;
  return honest({ passed, failed: files.length - passed, skipped: 0 }, code);
}
