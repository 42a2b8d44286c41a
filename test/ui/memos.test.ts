import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';
import { clickOn, hover, openCorpus, openFile, picture, type Window } from './window';

describe('memos with the keyboard', () => {
  let window: Window;
  before(async () => { window = await openCorpus({ corpus: join(root, 'seeds'), settings: { 'wenmai.annotator': '李晓' } }); });
  after(async () => { await window.close(); });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await picture(window.page, `failed: ${this.currentTest.title}`);
  });

  it('a name is completed from the initials of its pinyin while a memo is written', async () => {
    const { page } = window;
    await openFile(page, '医疗人工智能落地观察2025.txt', 466);
    await hover(page, '医渡科技', '02158');
    // Off the name, so that its card is gone.
    await page.mouse.move(5, 5);
    await clickOn(page, '医渡科技');
    await page.waitForTimeout(500);
    await page.keyboard.press('Control+K');
    await page.waitForTimeout(200);
    await page.keyboard.press('m');
    const memo = page.locator('.review-widget .monaco-editor').first();
    await memo.waitFor({ timeout: 30_000 });
    await page.keyboard.type('比较 @', { delay: 60 });
    await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor({ timeout: 30_000 });
    await page.keyboard.type('ydkj', { delay: 60 });
    const offered = page.locator('.suggest-widget.visible .monaco-list-row', { hasText: '医渡科技' }).first();
    await offered.waitFor({ timeout: 30_000 });
    await picture(page, 'memo');
    await page.keyboard.press('Enter');
    await page.locator('.review-widget .view-line', { hasText: '比较 医渡科技' }).waitFor();
  });
});
