import assert from 'node:assert/strict';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';
import { clickOn, hover, openCorpus, openFile, picture, type Window } from './window';

const research = '医疗人工智能落地观察2025.txt';

describe('reading with mouse and keyboard', () => {
  let window: Window;
  before(async () => { window = await openCorpus({ corpus: join(root, 'seeds') }); });
  after(async () => { await window.close(); });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await picture(window.page, `failed: ${this.currentTest.title}`);
  });

  it('the activity bar leads to the Reports view, and a row to its place', async () => {
    const { page } = window;
    await page.locator('.activitybar .action-item', { has: page.locator('[aria-label*="文脉"], [aria-label*="Wenmai"]') }).first().click();
    const rows = page.locator('.pane', { hasText: /Reports|报告/i }).first().locator('.monaco-list-row');
    await rows.first().waitFor({ timeout: 60_000 });
    await rows.first().click();
    await page.keyboard.press('ArrowRight');
    await page.locator('.sidebar .monaco-list-row', { hasText: '医疗人工智能' }).first().waitFor();
  });

  it('a hover tells about a company, and its picture is kept', async () => {
    const { page } = window;
    await openFile(page, research, 466);
    const card = await hover(page, '医渡科技', '02158');
    assert.match(await card.innerText(), /医渡科技/);
    await picture(page, 'hover');
  });

  it('F12 leads to a place', async () => {
    const { page } = window;
    await openFile(page, '云汀健康信息化周报-第109期.txt', 199);
    await clickOn(page, '医渡科技');
    await page.keyboard.press('F12');
    await page.locator('.tab.active', { hasText: research }).waitFor();
  });
});
