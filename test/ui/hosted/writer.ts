/**
 * What the extension host runs in the test that kills it: comments on the first report, one act after the other
 * without a pause. Each id goes to a file once the extension was told that it is written.
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { reports, wenmai } from '../../host/editor';

/** Writes until it is killed, or as many as WENMAI_WRITES says. */
export async function run(): Promise<void> {
  const out = process.env['WENMAI_WRITER_OUT'] as string;
  const { session } = await wenmai();
  const [report] = await reports();
  if (report === undefined) throw new Error('no report');
  const document = await vscode.workspace.openTextDocument(report);
  const line = Array.from({ length: document.lineCount }, (_, i) => i).find((i) => document.lineAt(i).text.trim().length > 8) ?? 0;
  writeFileSync(join(out, 'pid'), String(process.pid));
  for (let i = 0; i < Number(process.env['WENMAI_WRITES']); i++) {
    const range = { start: { line, character: i % 3 }, end: { line, character: 4 + (i % 5) } };
    const result = await session.request('wenmai/annotate', { kind: 'comment', uri: report.toString(), passages: [[range]], text: `第 ${i} 条` });
    for (const id of result?.ids ?? []) appendFileSync(join(out, 'acknowledged'), `${id}\n`);
  }
  writeFileSync(join(out, 'done'), '');
}
