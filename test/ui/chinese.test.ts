import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';
import { openCorpus, openFile, picture, type Window } from './window';

describe('a Chinese display language', () => {
  let window: Window;
  before(async () => { window = await openCorpus({ corpus: join(root, 'seeds'), locale: 'zh-CN' }); });
  after(async () => { await window.close(); });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await picture(window.page, `failed: ${this.currentTest.title}`);
  });

  it('names the views and what they count', async () => {
    const { page } = window;
    await page.locator('.activitybar .action-item', { has: page.locator('[aria-label*="文脉"]') }).first().click();
    await page.locator('.pane-header', { hasText: '报告' }).waitFor();
    await page.locator('.activitybar [aria-label*="5 份报告"]').first().waitFor({ timeout: 60_000 });
    await page.locator('.sidebar .monaco-list-row', { hasText: '云汀健康信息化周报' }).first().waitFor();
  });

  it('and the status item tells how far the index is', async () => {
    const { page } = window;
    await openFile(page, '医疗人工智能落地观察2025.txt');
    await page.locator('.statusbar-item[id*="languageStatus"]').first().hover();
    await page.locator('.hover-language-status', { hasText: /文脉：5 份报告 · [\d,]+ 实体 · 已就绪/ }).waitFor({ timeout: 30_000 });
    await picture(page, 'chinese');
  });
});
