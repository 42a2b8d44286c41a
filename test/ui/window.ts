/** A window of VS Code with Wenmai in it, used through mouse and keyboard as a person does. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { results, root, scratch } from '../../scripts/root.mjs';
import { openBrowser, openWindow } from '../../scripts/workbench/browser.mjs';
import { installVsix, serveWorkbench, type Workbench } from '../../scripts/workbench/serve.mjs';
import { placeInPage } from './place.mjs';

export interface WindowOptions {
  /** The corpus; a copy of it is opened, so that a test may write. */
  corpus: string;
  /** A packaged extension to install; default: the extension of this project, under development. */
  vsix?: string;
  /** False: the folder is not trusted. */
  trust?: boolean;
  settings?: Record<string, unknown>;
  /** The display language; default en. */
  locale?: string;
  /** A bundled module whose run() every window's extension host calls. */
  tests?: string;
  /** More environment for the extension hosts. */
  env?: NodeJS.ProcessEnv;
}

export interface Window {
  page: Page;
  /** The copy of the corpus that the window shows. */
  folder: string;
  /** One more window on the same folder. */
  another(): Promise<Page>;
  close(): Promise<void>;
}

/** Opens a new VS Code, empty but for Wenmai, on a copy of a corpus. The caller closes it. */
export async function openCorpus({ corpus, vsix, trust = true, settings = {}, locale = 'en', tests, env = {} }: WindowOptions): Promise<Window> {
  mkdirSync(scratch, { recursive: true });
  const home = mkdtempSync(join(scratch, 'ui-'));
  const folder = join(home, 'corpus');
  cpSync(corpus, folder, { recursive: true });
  const dataDir = join(home, 'server');
  let workbench: Workbench | undefined;
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close();
    await workbench?.stop();
    rmSync(home, { recursive: true, force: true });
  };
  try {
    if (vsix !== undefined) await installVsix(vsix, dataDir);
    workbench = await serveWorkbench({ dataDir, trust, settings, env });
    browser = await openBrowser();
    const url = workbench.url({ folder, ...(vsix === undefined ? { extension: root } : {}), ...(tests === undefined ? {} : { tests }) });
    const shown = browser;
    const another = (): Promise<Page> => openWindow(shown, url, { locale });
    return { page: await another(), folder, another, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Opens a file of the folder by its name, at a line counted from 1. */
export async function openFile(page: Page, name: string, line = 1): Promise<void> {
  await page.keyboard.press('Control+P');
  const input = page.locator('.quick-input-widget input[type=text]').first();
  await input.fill(`${name}:${line}`);
  const file = name.slice(name.lastIndexOf('/') + 1);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: file }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.tab.active', { hasText: file }).waitFor();
  await page.locator('.monaco-editor .view-line').first().waitFor({ state: 'attached' });
}

/** Runs a command of the palette by its title. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input[type=text]').first();
  await input.fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
}

/** The middle of some words that the editor shows, in pixels of the page. Waits until they are shown. */
async function placeOf(page: Page, words: string): Promise<{ x: number; y: number }> {
  await page.locator('.view-line', { hasText: words }).first().waitFor();
  const place = await page.evaluate(placeInPage, words);
  if (!place) throw new Error(`'${words}' is no longer shown`);
  return place;
}

/**
 * Rests the mouse on words until a hover with this text comes. Rests anew while none comes,
 * because the first rest may fall into the time before the corpus has been read.
 */
export async function hover(page: Page, words: string, expected: string): Promise<Locator> {
  const card = page.locator('.monaco-hover', { hasText: expected }).first();
  const end = Date.now() + 60_000;
  for (;;) {
    await page.mouse.move(5, 5);
    const { x, y } = await placeOf(page, words);
    await page.mouse.move(x - 2, y);
    await page.mouse.move(x, y);
    try {
      await card.waitFor({ timeout: 3000 });
      return card;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

/** Clicks on words in the editor, so that the cursor stands in them. */
export async function clickOn(page: Page, words: string): Promise<void> {
  const { x, y } = await placeOf(page, words);
  await page.mouse.click(x, y);
}

/** Keeps a picture of the window in test-results/. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(results, { recursive: true });
  await page.screenshot({ path: join(results, `${name}.png`) });
}
