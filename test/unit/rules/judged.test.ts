import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findingsOf } from '../../../server/features/diagnostics';
import { lineAt } from '../../../server/text/lines';
import { memoryCorpus, reportsIn, ruledCorpus } from '../../support/corpus';

const root = resolve(import.meta.dirname, '../../..');
const samples = resolve(root, process.env['WENMAI_CORPUS'] ?? '../shared/seeds');

interface Judged {
  readonly key: string;
  readonly isRight: boolean;
}

const judged: readonly Judged[] = readFileSync(join(root, 'test/rules-judged.md'), 'utf8').split('\n')
  .filter((line) => /^\| \S+ \| \d+ \|/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, report = '', line = '', rule = '', verdict = '']) => ({ key: `${report} ${line} ${rule}`, isRight: verdict === 'right' }));

/** Warnings and errors over the reports of a folder as "report line rule", each once. */
async function warningsIn(folder: string, nameOf: (path: string) => string): Promise<string[]> {
  const corpus = await memoryCorpus(reportsIn(folder));
  const snapshot = corpus.indexer.snapshot();
  const found = new Set<string>();
  for (const path of corpus.texts.keys()) {
    const index = snapshot.reports.get(path);
    assert.ok(index, path);
    for (const { span, rule, severity } of await findingsOf(ruledCorpus(corpus), snapshot, index)) {
      if (severity === 'warning' || severity === 'error') found.add(`${nameOf(path)} ${lineAt(index.lineStarts, span.start) + 1} ${rule}`);
    }
  }
  return [...found].sort();
}

(existsSync(join(samples, '../gold/cross-report.json')) ? describe : describe.skip)('warnings over real reports', function () {
  this.timeout(60_000);
  it('are those that somebody judged, and nine in ten are right', async () => {
    const mine = judged.filter(({ key }) => /^\d/.test(key));
    assert.deepEqual(await warningsIn(samples, (path) => path.slice(0, 3)), mine.map(({ key }) => key).sort());
    assert.ok(mine.filter(({ isRight }) => isRight).length >= mine.length * 0.9);
  });
});
