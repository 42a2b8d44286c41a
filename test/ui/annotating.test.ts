import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { linesOnDisk } from '../support/annotationFiles';
import { eventually } from '../support/ask';
import { clickOn, openCorpus, openFile, picture, runCommand, type Window } from './window';

const text = ['云汀健康的三笔账', '医院先看成本，再看病历质量。', '医生愿不愿意用，要看界面。', '第三方平台负责运维，每年收费。', '医院之外，诊所也在试用。'].join('\n\n');

interface Line {
  readonly body?: readonly { readonly purpose: string; readonly value: string }[];
  readonly target: { readonly selector?: readonly { readonly exact?: string }[] } | readonly { readonly selector: readonly { readonly exact?: string }[] }[];
}

describe('annotating with the keyboard', () => {
  let out: string;
  let window: Window;
  let page: Page;
  before(async function () {
    this.timeout(240_000);
    out = mkdtempSync(join(tmpdir(), 'wenmai-annotating-'));
    mkdirSync(join(out, 'corpus'));
    writeFileSync(join(out, 'corpus/报告.txt'), text);
    writeFileSync(join(out, 'corpus/codebook.yaml'), 'tags:\n  - id: 成本\n  - id: 质量\n  - id: 运维\n');
    window = await openCorpus({ corpus: join(out, 'corpus'), settings: { 'wenmai.annotator': '林未晞' } });
    page = window.page;
    await openFile(page, '报告.txt');
    await page.locator('.statusbar-item', { hasText: 'LF' }).first().waitFor();
    await page.waitForTimeout(8000);
  });
  after(async () => {
    await window.close();
    rmSync(out, { recursive: true, force: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await picture(page, `failed: ${this.currentTest.title}`);
  });

  /** Passages on the disk: what is quoted, with its tags and memo. */
  const onDisk = (): string[] => [...linesOnDisk(window.folder).values()].map((line) => {
    const { body = [], target } = line as unknown as Line;
    const quotes = [target].flat().flatMap(({ selector = [] }) => selector.flatMap(({ exact }) => exact ?? []));
    return `${quotes.join(' … ')}: ${body.map(({ value }) => value).join(', ')}`;
  });
  const written = (expected: string): Promise<string[]> => eventually(() => Promise.resolve(onDisk()), (lines) => lines.includes(expected), `${expected} on the disk`);
  const marks = (count: number): Promise<number> => eventually(() => page.locator('.view-line span[class*="ced-"]').count(), (found) => found === count, `${count} marks`);
  async function selectFrom(words: string, count: number): Promise<void> {
    await clickOn(page, words);
    for (let i = 0; i < count; i++) await page.keyboard.press('Shift+ArrowRight');
  }
  async function chord(key: string): Promise<void> {
    await page.keyboard.press('Control+K');
    await page.keyboard.press(key);
  }
  const input = () => page.locator('.quick-input-widget input[type=text]').first();
  const row = (words: string) => page.locator('.quick-input-list .monaco-list-row', { hasText: words }).first();
  async function chooseTag(name: string): Promise<void> {
    await row('质量').waitFor();
    await input().fill(name);
    await row(name).waitFor();
    await page.keyboard.press('Enter');
  }
  async function told(words: string): Promise<void> {
    await runCommand(page, 'Notifications: Show Notifications');
    await page.locator('.notification-list-item-message', { hasText: words }).first().waitFor();
    await runCommand(page, 'Notifications: Clear All Notifications');
  }

  it('tags what is selected, marks it, and says what undoing takes back', async () => {
    await selectFrom('再看病历质量', 3);
    await chord('t');
    await chooseTag('质量');
    await marks(1);
    const [line] = onDisk();
    assert.match(line ?? '', /^...: 质量$/u);
    await runCommand(page, 'Undo Last Annotation Act');
    await told('质量');
    await marks(0);
    assert.deepEqual(onDisk(), []);
  });

  it('tags the sentence at the cursor where nothing is selected', async () => {
    await clickOn(page, '医生愿不愿意用');
    await chord('t');
    await chooseTag('成本');
    await written('医生愿不愿意用，要看界面。: 成本');
  });

  it('keeps a passage of several cursors as one annotation in parts', async () => {
    await clickOn(page, '第三方平台负责');
    await page.keyboard.press('Home');
    for (let i = 0; i < 2; i++) await page.keyboard.press('Shift+ArrowRight');
    await runCommand(page, 'Add Cursor Below');
    await runCommand(page, 'Add Cursor Below');
    await chord('t');
    await chooseTag('运维');
    await written('第三 … 医院: 运维');
    await page.keyboard.press('Escape');
  });

  it('takes a comment and a reply to it', async () => {
    await page.keyboard.press('Escape');
    await clickOn(page, '云汀健康的三笔账');
    await chord('m');
    await page.locator('.review-widget .monaco-editor').first().waitFor();
    await page.waitForTimeout(500);
    await page.keyboard.type('口径存疑', { delay: 30 });
    await page.keyboard.press('Control+Enter');
    await eventually(() => Promise.resolve(onDisk()), (lines) => lines.some((line) => line.endsWith(': 口径存疑')), 'the comment on the disk');
    await page.locator('.review-widget .comment-body', { hasText: '口径存疑' }).first().waitFor();
    await page.locator('.review-widget .review-thread-reply-button').first().click();
    await page.keyboard.type('已核对', { delay: 30 });
    await page.keyboard.press('Control+Enter');
    await eventually(() => Promise.resolve(onDisk()), (lines) => lines.some((line) => line.endsWith(': 已核对')), 'the reply on the disk');
    await picture(page, 'annotating');
  });

  it('takes a comment on a line, where nothing is selected', async () => {
    await openFile(page, '报告.txt');
    await clickOn(page, '医院之外');
    await runCommand(page, 'Comments: Add Comment on Current Selection');
    await page.locator('.review-widget .monaco-editor').last().waitFor();
    await page.waitForTimeout(500);
    await page.keyboard.type('另见附录', { delay: 30 });
    await page.keyboard.press('Control+Enter');
    await written('医院之外，诊所也在试用。: 另见附录');
  });

  it('tags with a number key in coding mode, and types it otherwise', async () => {
    await openFile(page, '报告.txt');
    const sign = page.locator('.statusbar-item', { hasText: 'Coding mode' });
    await runCommand(page, 'Coding Mode On');
    await sign.waitFor();
    await selectFrom('诊所也在试用', 2);
    await page.keyboard.press('1');
    await eventually(() => Promise.resolve(onDisk()), (lines) => lines.some((line) => /^..: 运维$/u.test(line) && !line.includes('…')), 'the tag used last');
    await sign.click();
    await sign.waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
  });

  it('tags all occurrences that stay ticked', async () => {
    await clickOn(page, '医院先看成本');
    await page.keyboard.press('Home');
    for (let i = 0; i < 2; i++) await page.keyboard.press('Shift+ArrowRight');
    await runCommand(page, 'Tag All Occurrences…');
    await row('The words “医院”').click();
    await row('In this report').click();
    await row('医院之外').waitFor();
    await picture(page, 'occurrences');
    await row('医院之外').click();
    await page.keyboard.press('Enter');
    await chooseTag('质量');
    await told('1 passages tagged');
    await written('医院: 质量');
  });

  it('and all is there after the window was loaded anew, also below what is typed above', async () => {
    const before = onDisk().length;
    await page.keyboard.press('Control+Home');
    await page.reload();
    await page.locator('.tab.active', { hasText: '报告.txt' }).waitFor({ timeout: 90_000 });
    await eventually(() => page.locator('.view-line span[class*="ced-"]').count(), (found) => found >= 5, 'marks after the reload');
    await page.locator('.review-widget .comment-body, .comment-range-glyph, [class*="comment-thread"]').first().waitFor({ state: 'attached' });
    assert.equal(onDisk().length, before);
    await clickOn(page, '医院先看成本');
    await page.keyboard.press('Home');
    await page.keyboard.type('补记：');
    const marked = (): Promise<string[]> => page.locator('.view-line', { hasText: '医院先看成本' }).first().locator('span[class*="ced-"]').allTextContents();
    await eventually(marked, (words) => words.join('') === '医院', 'the mark goes with its words');
    await picture(page, 'annotating-reloaded');
  });
});
