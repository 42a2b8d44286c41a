import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { globSync } from 'tinyglobby';
import { linesOnDisk } from '../support/annotationFiles';
import { eventually } from '../support/ask';
import { clickOn, openCorpus, openFile, picture, type Window } from './window';

const text = ['云汀健康的三笔账', '医院先看成本，再看病历质量。', '医生愿不愿意用，要看界面。', '第三方平台负责运维，每年收费。'].join('\n\n');

/** Selects five characters from the middle of words on, and tags them with a tag of that name. */
async function tag(page: Page, words: string, name: string): Promise<void> {
  await clickOn(page, words);
  for (let i = 0; i < 5; i++) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+K');
  await page.keyboard.press('t');
  const input = page.locator('.quick-input-widget input[type=text]').first();
  await input.waitFor();
  await input.fill(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Passages that the editor marks. */
const marks = (page: Page): Promise<number> => page.locator('.view-line span[class*="ced-"]').count();

function git(folder: string, ...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=林未晞', '-c', 'user.email=lin@example.org', ...args], { cwd: folder, stdio: 'pipe' });
}

describe('two windows on one folder', () => {
  let out: string;
  let window: Window;
  let second: Page;
  before(async function () {
    this.timeout(240_000);
    out = mkdtempSync(join(tmpdir(), 'wenmai-two-'));
    mkdirSync(join(out, 'corpus'));
    writeFileSync(join(out, 'corpus/报告.txt'), text);
    writeFileSync(join(out, 'corpus/codebook.yaml'), 'tags:\n  - id: 甲\n  - id: 乙\n  - id: 丙\n');
    window = await openCorpus({ corpus: join(out, 'corpus'), settings: { 'wenmai.annotator': '林未晞' } });
    second = await window.another();
    for (const page of [window.page, second]) await openFile(page, '报告.txt');
    // Until both servers have read the corpus.
    await new Promise((done) => setTimeout(done, 8000));
  });
  after(async () => {
    await window.close();
    rmSync(out, { recursive: true, force: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    await picture(window.page, 'failed: first window');
    await picture(second, 'failed: second window');
  });
  /** Waits until both windows mark so many passages; tells how long that took after the file was there. */
  async function bothShow(count: number): Promise<void> {
    const since = performance.now();
    await Promise.all([window.page, second].map((page) => eventually(() => marks(page), (found) => found === count, `${count} marks`)));
    console.log(`      both show ${count} after ${Math.round(performance.now() - since)} ms`);
  }
  const written = (count: number) => eventually(() => linesOnDisk(window.folder).size, (size) => size === count, `${count} annotations on the disk`);

  it('show what was tagged in the other one', async () => {
    await tag(window.page, '再看病历质量', '甲');
    await written(1);
    await bothShow(1);
    await tag(second, '医生愿不愿意用', '乙');
    await written(2);
    await bothShow(2);
  });

  it('and what a pull of git brings, merged with their own', async () => {
    const { folder, page } = window;
    const clone = join(out, 'clone');
    git(folder, 'init', '-q');
    git(folder, 'add', '.');
    git(folder, 'commit', '-qm', 'one');
    cpSync(folder, clone, { recursive: true });
    // Elsewhere the same annotator writes to the same file, and another one to a file of their own.
    const [file] = globSync('annotations/**/*.jsonl', { cwd: clone });
    const lines = readFileSync(join(clone, file as string), 'utf8').split('\n');
    const like = JSON.parse(lines[0] as string) as { target: { selector: object[] } };
    const at = (exact: string): object => {
      const start = text.indexOf(exact);
      return { ...like.target, selector: [{ type: 'TextQuoteSelector', exact, prefix: text.slice(start - 4, start), suffix: text.slice(start + exact.length, start + exact.length + 8) }, { type: 'TextPositionSelector', start, end: start + exact.length }] };
    };
    const other = (id: string, exact: string): string => JSON.stringify({ ...like, id, target: at(exact) });
    writeFileSync(join(clone, file as string), [other('urn:uuid:11111111-2222-4333-8444-555555555555', '云汀健康'), ...lines].join('\n'));
    writeFileSync(join(clone, (file as string).replace('林未晞', '周')), `${other('urn:uuid:21111111-2222-4333-8444-555555555555', '负责运维')}\n`);
    git(clone, 'add', '.');
    git(clone, 'commit', '-qm', 'theirs');
    await tag(page, '每年收费', '丙');
    await written(3);
    git(folder, 'add', '.');
    git(folder, 'commit', '-qm', 'ours');
    git(folder, 'pull', '-q', '--no-rebase', '--no-edit', clone, 'HEAD');
    await bothShow(5);
    await picture(page, 'pulled');
    assert.equal(linesOnDisk(folder).size, 5);
  });
});
