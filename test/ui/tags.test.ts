import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { linesOnDisk } from '../support/annotationFiles';
import { eventually } from '../support/ask';
import { clickOn, openCorpus, openFile, picture, runCommand, type Window } from './window';

const text = ['诊所的账本', '院长先问价格，再问售后。护士只问好不好用。', '价格每年谈一次。'].join('\n\n');

describe('the Tags view', () => {
  let out: string;
  let window: Window;
  let page: Page;
  before(async function () {
    this.timeout(240_000);
    out = mkdtempSync(join(tmpdir(), 'wenmai-tags-'));
    mkdirSync(join(out, 'corpus'));
    writeFileSync(join(out, 'corpus/报告.txt'), text);
    writeFileSync(join(out, 'corpus/codebook.yaml'), 'tags:\n  - id: 采购\n  - id: 报价\n  - id: 使用\n');
    window = await openCorpus({ corpus: join(out, 'corpus'), settings: { 'wenmai.annotator': '林未晞', 'files.simpleDialog.enable': true } });
    page = window.page;
    await openFile(page, '报告.txt');
    await page.locator('.statusbar-item', { hasText: 'LF' }).first().waitFor();
    await page.waitForTimeout(8000);
    await page.locator('.activitybar .action-item', { has: page.locator('[aria-label*="文脉"], [aria-label*="Wenmai"]') }).first().click();
    // Room for the rows: the list draws only those that it shows.
    for (const other of ['Reports', 'Entities']) await page.locator('.pane-header[aria-expanded="true"]', { hasText: other }).first().click();
    await runCommand(page, 'Focus on Tags View');
  });
  after(async () => {
    await window.close();
    rmSync(out, { recursive: true, force: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await picture(page, `failed: ${this.currentTest.title}`);
  });

  const tagRow = (name: string): Locator => page.locator('.sidebar .monaco-list-row', { hasText: name }).first();
  const choice = (words: string): Locator => page.locator('.quick-input-list .monaco-list-row', { hasText: words }).first();
  const marks = (count: number): Promise<number> => eventually(() => page.locator('.view-line span[class*="ced-"]').count(), (found) => found === count, `${count} marks`);
  const quotes = (): string[] => [...linesOnDisk(window.folder).values()].map((line) => /"exact":"([^"]*)"/u.exec(JSON.stringify(line))?.[1] ?? '');
  async function tagWith(name: string, typed = name): Promise<void> {
    await page.keyboard.press('Control+K');
    await page.keyboard.press('t');
    await choice(name).waitFor();
    await page.locator('.quick-input-widget input[type=text]').first().fill(typed);
    await choice(name).waitFor();
    await page.keyboard.press('Enter');
  }

  it('counts what was tagged, a sentence that Expand Selection has grown to its paragraph among it', async () => {
    await clickOn(page, '价格每年谈');
    await tagWith('报价');
    await marks(1);
    await clickOn(page, '护士只问');
    for (let i = 0; i < 5 && !(await page.locator('.statusbar-item', { hasText: '(21 selected)' }).isVisible()); i++) {
      await runCommand(page, 'Expand Selection');
      await page.waitForTimeout(300);
    }
    // By the initials of its pinyin.
    await tagWith('使用', 'sy');
    await marks(2);
    assert.deepEqual(quotes().sort(), ['价格每年谈一次。', '院长先问价格，再问售后。护士只问好不好用。']);
    await eventually(() => tagRow('报价').innerText(), (words) => words.includes('1'), 'the count of 报价');
  });

  it('is followed from one annotation to the next and back', async () => {
    const line = (n: number): Promise<void> => page.locator('.statusbar-item', { hasText: `Ln ${n},` }).first().waitFor();
    await page.keyboard.press('Control+Home');
    await runCommand(page, 'Next Annotation');
    await line(3);
    await runCommand(page, 'Next Annotation');
    await line(5);
    await runCommand(page, 'Previous Annotation');
    await line(3);
  });

  it('puts a tag below the one it is dragged onto, in the codebook', async () => {
    await tagRow('报价').dragTo(tagRow('采购'));
    const codebook = (): string => readFileSync(join(window.folder, 'codebook.yaml'), 'utf8');
    await eventually(() => Promise.resolve(codebook()), (yaml) => /id: 报价\n\s+parent: 采购/u.test(yaml), 'the parent in the codebook');
    await eventually(async () => {
      if (await tagRow('采购').getAttribute('aria-expanded') === 'false') await tagRow('采购').locator('.monaco-tl-twistie').click();
      return tagRow('报价').getAttribute('aria-level');
    }, (level) => level === '2', 'the row below the other');
    await picture(page, 'tags-dragged');
  });

  it('hides and shows the marks of a tag', async () => {
    const eye = tagRow('使用').locator('[aria-label^="Mark in Editors or Not"]').first();
    await tagRow('使用').hover();
    await eye.click();
    await marks(1);
    await tagRow('not marked').waitFor();
    await tagRow('使用').hover();
    await eye.click();
    await marks(2);
  });

  it('writes all tagged passages into a table', async () => {
    await runCommand(page, 'Export Annotations…');
    await choice('CSV').click();
    const path = page.locator('.quick-input-widget input[type=text]').first();
    await eventually(() => path.inputValue(), (value) => value.endsWith('annotations.csv'), 'the name that is offered');
    await page.keyboard.press('Enter');
    const file = join(window.folder, 'annotations.csv');
    await eventually(() => Promise.resolve(existsSync(file)), (there) => there, 'the file');
    const table = await eventually(() => Promise.resolve(readFileSync(file, 'utf8')), (rows) => rows.includes('价格每年谈一次'), 'the rows');
    assert(table.includes('林未晞'));
    assert(table.includes('采购'), 'a tag is written with the one above it');
  });
});
