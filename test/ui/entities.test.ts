import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { root } from '../../scripts/root.mjs';
import { eventually } from '../support/ask';
import { clickOn, openCorpus, openFile, picture, type Window } from './window';

const research = '医疗人工智能落地观察2025.txt';

/** The row of a view, its children shown. */
async function expanded(page: Page, words: string): Promise<Locator> {
  const row = page.locator('.sidebar .monaco-list-row', { hasText: words }).first();
  await row.waitFor({ timeout: 60_000 });
  await eventually(async () => {
    if (await row.getAttribute('aria-expanded') === 'false') await row.locator('.monaco-tl-twistie').click();
    return row.getAttribute('aria-expanded');
  }, (state) => state === 'true');
  return row;
}

describe('entities with mouse and keyboard', () => {
  let window: Window;
  before(async () => { window = await openCorpus({ corpus: join(root, 'seeds') }); });
  after(async () => { await window.close(); });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await picture(window.page, `failed: ${this.currentTest.title}`);
  });

  it('confirming a candidate writes it to the list and moves its row', async () => {
    const { page, folder } = window;
    await page.locator('.activitybar .action-item', { has: page.locator('[aria-label*="文脉"], [aria-label*="Wenmai"]') }).first().click();
    // Room for the rows: the list draws only those that it shows.
    await page.locator('.pane-header', { hasText: 'Reports' }).first().click();
    await expanded(page, 'Candidates');
    await expanded(page, 'Agency');
    const candidate = page.locator('.sidebar .monaco-list-row[aria-level="3"]').first();
    await candidate.waitFor();
    const name = (await candidate.locator('.label-name').first().innerText()).trim();
    await candidate.hover();
    await candidate.locator('[aria-label^="Confirm Entity"]').first().click();
    await eventually(() => Promise.resolve(readFileSync(join(folder, 'entities.yaml'), 'utf8')), (text) => text.includes(name));
    await page.locator('.sidebar .monaco-list-row[aria-level="1"]', { hasText: 'Agency' }).first().waitFor();
  });

  it('Ctrl+T finds a company by the initials of its pinyin', async () => {
    const { page } = window;
    await page.keyboard.press('Control+T');
    await page.locator('.quick-input-widget input[type=text]').first().fill('#ydkj');
    const found = page.locator('.quick-input-list .monaco-list-row', { hasText: '医渡科技' }).first();
    await found.waitFor({ timeout: 60_000 });
    await found.click();
    await page.locator('.tab.active').first().waitFor();
  });

  it('Shift+F12 lists the places of a name beside the text', async () => {
    const { page } = window;
    await openFile(page, research, 466);
    await clickOn(page, '医渡科技');
    await page.keyboard.press('Shift+F12');
    const rows = page.locator('.reference-zone-widget .ref-tree .monaco-list-row');
    await eventually(() => rows.count(), (count) => count > 3);
    await picture(page, 'references');
    assert.ok(await page.locator('.reference-zone-widget .ref-tree .monaco-list-row', { hasText: '周报' }).count() > 0);
    await page.keyboard.press('Escape');
  });
});
