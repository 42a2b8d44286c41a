/**
 * How soon after a report with 500 annotations is shown are they marked, in a corpus of 10,000? In the real workbench:
 * milliseconds from the first frame that shows the report's text to the first one that shows a mark, read in the page.
 * Each report is opened for the first time, then all again. Exits 1 when the median is above the budget.
 *
 *   npx tsx test/bench/painting.bench.ts
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openCorpus, openFile } from '../ui/window';
import { painted, watchPaint } from './annotating/paint.mjs';
import { makeAnnotated, printHead, printTimes, reportNamed, REPORTS } from './annotating/corpus';

const BUDGET = 100;

/** Opens a report and tells how long its text stood there without marks. */
async function opened(page: Page, n: number): Promise<number> {
  await page.evaluate(watchPaint, `第${n}号`);
  await openFile(page, reportNamed(n));
  for (let tries = 0; tries < 400; tries++) {
    const { shown, marked } = await page.evaluate(painted);
    if (shown !== undefined && marked !== undefined) return marked - shown;
    await page.waitForTimeout(25);
  }
  throw new Error(`${reportNamed(n)} shows no marks`);
}

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wenmai-painting-bench-'));
  mkdirSync(join(folder, 'corpus'));
  makeAnnotated(join(folder, 'corpus'));
  const window = await openCorpus({ corpus: join(folder, 'corpus'), settings: { 'wenmai.annotator': '甲' } });
  try {
    const { page } = window;
    // The runner wraps functions that have a name.
    await page.evaluate('globalThis.__name = (wrapped) => wrapped');
    printHead();
    const first = await opened(page, 0);
    printTimes('the first report of the window, which starts Wenmai', [first]);
    // Until the corpus is read.
    await page.waitForTimeout(15_000);
    const times: number[] = [];
    for (let n = 1; n < REPORTS; n++) times.push(await opened(page, n));
    printTimes('reports opened for the first time', times);
    const again: number[] = [];
    for (let n = 0; n < REPORTS; n++) again.push(await opened(page, n));
    printTimes('the same reports again', again);
    const median = [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] as number;
    if (median > BUDGET) process.exitCode = 1;
  } finally {
    await window.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

measure().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
