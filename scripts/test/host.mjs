// @ts-check
/** Host tests: mocha inside the extension host of a real VS Code, on the desktop or in a headless browser. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as esbuild from 'esbuild';
import { results, root, scratch } from '../root.mjs';
import { countMocha, honest } from './count.mjs';

const patience = 10 * 60_000;

/**
 * Runs the tests of test/host/<name>, and those of test/host/anywhere unless the window is restricted.
 * @param {'seeds' | 'reports' | 'restricted'} name
 * @param {string} corpus copied first: tests may write, sources stay
 * @returns {Promise<import('./count.mjs').Count>}
 */
export async function host(name, corpus) {
  const folders = name === 'restricted' ? [name] : ['anywhere', name];
  mkdirSync(scratch, { recursive: true });
  const out = mkdtempSync(join(scratch, `host-${name}-`));
  try {
    const tests = join(out, 'tests');
    await bundle(folders, tests);
    cpSync(corpus, join(out, 'corpus'), { recursive: true });
    const launch = { folder: join(out, 'corpus'), tests: join(tests, 'index.js'), out, trust: name !== 'restricted' };
    const executable = await desktop();
    const failed = executable ? await inDesktop(executable, launch) : await inBrowser(launch);
    const printed = readFileSync(join(out, 'lines.txt'), 'utf8');
    return honest(countMocha(printed), failed);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/**
 * @param {string[]} folders
 * @param {string} outdir
 */
async function bundle(folders, outdir) {
  const files = folders.map((folder) => join(root, 'test/host', folder)).filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).filter((file) => file.endsWith('.test.ts')).map((file) => join(folder, file)));
  await esbuild.build({
    entryPoints: [join(root, 'test/host/index.ts'), ...files],
    entryNames: '[name]', outdir, bundle: true, platform: 'node', target: 'node20', format: 'cjs',
    external: ['vscode', 'mocha'], sourcemap: 'inline', logLevel: 'warning',
  });
}

/** @type {Promise<string | undefined> | undefined} */
let found;

/** The desktop VS Code to test in, if there can be one; says once what was taken and why. */
function desktop() {
  found ??= findDesktop();
  return found;
}

async function findDesktop() {
  const given = process.env.VSCODE_EXECUTABLE;
  if (given) {
    console.log(`Host tests run in the desktop VS Code given: ${given}`);
    return given;
  }
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY;
  if (!hasScreen) {
    console.log('Host tests run in VS Code\'s workbench in headless Chromium: this machine has no screen.');
    return undefined;
  }
  try {
    const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
    const executable = await downloadAndUnzipVSCode({ cachePath: scratch, timeout: 30_000 });
    console.log(`Host tests run in the desktop VS Code downloaded: ${executable}`);
    return executable;
  } catch (error) {
    console.log(`Host tests run in VS Code's workbench in headless Chromium: no desktop VS Code can be had (${error instanceof Error ? error.message : error}).`);
    return undefined;
  }
}

/** @typedef {{ folder: string, tests: string, out: string, trust: boolean }} Launch */

/** Who annotates is told, so that nothing asks for it. */
const trustedSettings = { 'wenmai.annotator': '李晓' };
/** Asks nothing and stays restricted, so that the tests see what an untrusted folder gets. */
const restrictedSettings = { 'security.workspace.trust.startupPrompt': 'never' };

/**
 * @param {string} executable
 * @param {Launch} launch
 * @returns {Promise<number>} 0 when all passed
 */
async function inDesktop(executable, { folder, tests, out, trust }) {
  const { runTests } = await import('@vscode/test-electron');
  const userData = join(out, 'user-data');
  mkdirSync(join(userData, 'User'), { recursive: true });
  writeFileSync(join(userData, 'User/settings.json'), JSON.stringify(trust ? trustedSettings : restrictedSettings));
  const showing = showLines(out);
  try {
    return await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: root,
      extensionTestsPath: tests,
      extensionTestsEnv: { WENMAI_HOST_OUT: out },
      launchArgs: [folder, '--disable-extensions', '--skip-welcome', `--user-data-dir=${userData}`, ...(trust ? ['--disable-workspace-trust'] : []), ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    }).catch(() => 1);
  } finally {
    showing.stop();
  }
}

/**
 * @param {Launch} launch
 * @returns {Promise<number>}
 */
async function inBrowser({ folder, tests, out, trust }) {
  const { serveWorkbench } = await import('../workbench/serve.mjs');
  const { openBrowser, openWindow } = await import('../workbench/browser.mjs');
  const workbench = await serveWorkbench({
    dataDir: join(out, 'server'), trust, settings: trust ? trustedSettings : restrictedSettings, env: { WENMAI_HOST_OUT: out },
  });
  const browser = await openBrowser();
  const showing = showLines(out);
  try {
    const page = await openWindow(browser, workbench.url({ folder, extension: root, tests }));
    const ended = await showing.ended(join(out, 'ended'));
    if (ended !== '0') {
      const name = basename(out).replace(/-[^-]*$/, '');
      await page.screenshot({ path: join(results, `${name}-failed.png`) });
      cpSync(join(out, 'server/data/logs'), join(results, `${name}-logs`), { recursive: true });
    }
    return ended === '0' ? 0 : 1;
  } finally {
    showing.stop();
    await browser.close();
    await workbench.stop();
  }
}

/**
 * Shows what the extension host's mocha writes, as it comes.
 * @param {string} out
 */
function showLines(out) {
  const file = join(out, 'lines.txt');
  writeFileSync(file, '');
  let shown = 0;
  const show = () => {
    const lines = readFileSync(file);
    process.stdout.write(lines.subarray(shown));
    shown = lines.length;
  };
  const timer = setInterval(show, 200);
  return {
    /** Waits for the file that says how it ended. @param {string} sign */
    async ended(sign) {
      const end = Date.now() + patience;
      while (!existsSync(sign) || readFileSync(sign, 'utf8') === '') {
        if (Date.now() > end) throw new Error(`The host tests did not end within ${patience / 60_000} minutes`);
        await new Promise((done) => setTimeout(done, 200));
      }
      return readFileSync(sign, 'utf8');
    },
    stop() {
      clearInterval(timer);
      show();
    },
  };
}
