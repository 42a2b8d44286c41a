// @ts-check
/** The machine's own Chromium, driven by playwright. */
import { chromium } from 'playwright-core';
import { browserNeeds, ensurePackages, findChromium } from './debian.mjs';

/** Chromium must not look for hosts that a closed network refuses. */
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Starts a headless browser; the caller closes it. */
export async function openBrowser() {
  await ensurePackages(browserNeeds);
  return chromium.launch({ executablePath: findChromium() ?? '', args: flags });
}

/**
 * A window of the workbench in this browser, shown until its parts stand.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {{ locale?: string }} [options] the language of the browser and of the extensions' own strings; default en.
 *   VS Code's strings stay English, because its language packs cannot be had here.
 */
export async function openWindow(browser, url, { locale = 'en' } = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale });
  // What a language pack would set: the language that extensions are told.
  if (locale !== 'en') {
    const told = JSON.stringify(locale.toLowerCase());
    await context.addInitScript({ content: `Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => ${told}, set() {} });` });
  }
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 90_000 });
  return page;
}
