import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { eventually } from '../support/ask';
import { clickOn, openCorpus, openFile, picture, runCommand, type Window } from './window';

const text = ['云汀健康的三笔账', '医院先看成本，再看病历质量。', '医生愿不愿意用，要看界面。'].join('\n\n');

/** Where nothing can be written: why, what the user is told, and what makes it so. */
const places = [
  { name: 'a folder that is not trusted', trust: false, told: 'Annotations cannot be written in Restricted Mode', prepare: () => undefined },
  // A file in the place of the folder keeps everybody out, a test that runs as root as well.
  { name: 'a folder that cannot be written', trust: true, told: 'The annotation could not be written', prepare: (folder: string) => writeFileSync(join(folder, 'annotations'), '') },
];

for (const { name, trust, told, prepare } of places) {
  describe(`annotating in ${name}`, () => {
    let out: string;
    let window: Window;
    let page: Page;
    before(async function () {
      this.timeout(240_000);
      out = mkdtempSync(join(tmpdir(), 'wenmai-unwritable-'));
      mkdirSync(join(out, 'corpus'));
      writeFileSync(join(out, 'corpus/报告.txt'), text);
      writeFileSync(join(out, 'corpus/codebook.yaml'), 'tags:\n  - id: 成本\n  - id: 质量\n');
      prepare(join(out, 'corpus'));
      window = await openCorpus({ corpus: join(out, 'corpus'), trust, settings: { 'wenmai.annotator': '林未晞', 'security.workspace.trust.startupPrompt': 'never' } });
      page = window.page;
      await openFile(page, '报告.txt');
      await page.waitForTimeout(8000);
    });
    after(async () => {
      await window.close();
      rmSync(out, { recursive: true, force: true });
    });
    afterEach(async function () {
      if (this.currentTest?.state === 'failed') await picture(page, `failed: ${name}`);
    });
    async function isTold(): Promise<void> {
      const message = page.locator('.notification-list-item-message', { hasText: told }).first();
      // An empty list closes itself, and the answer of the disk may come later.
      await eventually(async () => {
        await runCommand(page, 'Notifications: Show Notifications');
        return message.waitFor({ timeout: 2000 }).then(() => true, () => false);
      }, (isShown) => isShown, told);
      await runCommand(page, 'Notifications: Clear All Notifications');
    }
    const untouched = (): void => {
      assert.equal(readFileSync(join(window.folder, '报告.txt'), 'utf8'), text);
      assert.ok(trust ? readFileSync(join(window.folder, 'annotations'), 'utf8') === '' : !existsSync(join(window.folder, 'annotations')));
    };

    it('a tag is refused with the reason', async () => {
      await clickOn(page, '医生愿不愿意用');
      await page.keyboard.press('Control+K');
      await page.keyboard.press('t');
      // Where nothing can be written anyhow, nobody chooses a tag first.
      if (trust) await page.locator('.quick-input-list .monaco-list-row', { hasText: '质量' }).first().click();
      if (trust) await page.keyboard.press('Enter');
      await isTold();
      untouched();
    });

    it('a memo that was typed stays in its place', async () => {
      await clickOn(page, '再看病历质量');
      await runCommand(page, 'Comments: Add Comment on Current Selection');
      await page.locator('.review-widget .monaco-editor').first().waitFor();
      await page.waitForTimeout(500);
      await page.keyboard.type('口径存疑', { delay: 30 });
      await page.keyboard.press('Control+Enter');
      await isTold();
      await page.locator('.review-widget .comment-body', { hasText: '口径存疑' }).first().waitFor();
      await page.locator('.review-widget', { hasText: 'Not saved' }).first().waitFor();
      await picture(page, `memo in ${name}`);
      untouched();
    });
  });
}
