import assert from 'node:assert/strict';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';
import { eventually } from '../support/ask';
import { clickOn, hover, openCorpus, openFile, picture, type Window } from './window';

const research = '医疗人工智能落地观察2025.txt';

describe('reading with mouse and keyboard', () => {
  let window: Window;
  before(async () => { window = await openCorpus({ corpus: join(root, 'seeds') }); });
  after(async () => { await window.close(); });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await picture(window.page, `failed: ${this.currentTest.title}`);
  });

  it('the activity bar leads to the Reports view, a row to its place', async () => {
    const { page } = window;
    await page.locator('.activitybar .action-item', { has: page.locator('[aria-label*="文脉"], [aria-label*="Wenmai"]') }).first().click();
    const report = page.locator('.sidebar .monaco-list-row', { hasText: '从试点到常态' }).first();
    await report.waitFor({ timeout: 60_000 });
    const sections = page.locator('.sidebar .monaco-list-row[aria-level="3"]');
    // A row gets its arrow when its report has been read.
    await eventually(async () => {
      if (await report.getAttribute('aria-expanded') === 'false') await report.locator('.monaco-tl-twistie').click();
      return sections.count();
    }, (count) => count > 2);
    await sections.nth(2).click();
    await page.locator('.tab.active', { hasText: '从试点到常态' }).waitFor();
    await page.locator('.statusbar-item', { hasText: /^Ln (?!1,)/ }).waitFor();
    await picture(page, 'reports');
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
