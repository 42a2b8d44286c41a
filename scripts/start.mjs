// @ts-check
/**
 * Command: opens a VS Code window with Wenmai in it. `npm start [-- DIR]`, DIR by default the bundled corpus.
 * Begins on a bare clone, so nothing outside Node may be imported before the packages are installed.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureDependencies } from './install.mjs';
import { root, scratch } from './root.mjs';
import { findProgram, must, run, step } from './run.mjs';

const folder = resolve(process.env.INIT_CWD ?? '.', process.argv[2] ?? join(root, 'seeds'));

try {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}`);
  await ensureDependencies();
  await step('building', () => must(process.execPath, [join(root, 'scripts/build.mjs'), '--quiet']));
  const code = findProgram('code', 'code-insiders', 'codium');
  if (code) await openDesktop(code);
  else await openWorkbench();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** @param {string} code */
async function openDesktop(code) {
  console.log(`Opening ${folder} with ${code}`);
  await must(code, ['--new-window', `--extensionDevelopmentPath=${root}`, folder], { shell: process.platform === 'win32' });
}

/** Serves the workbench until it is interrupted. */
async function openWorkbench() {
  console.log('No `code` on PATH: serving VS Code\'s workbench from npm instead.');
  const { serveWorkbench } = await import('./workbench/serve.mjs');
  const workbench = await step('starting VS Code', () => serveWorkbench({ dataDir: join(scratch, 'start') }));
  process.on('SIGINT', () => void workbench.stop());
  process.on('SIGTERM', () => void workbench.stop());
  const url = workbench.url({ folder, extension: root });
  console.log(`\nWenmai is open at\n\n  ${url}\n\nCtrl+C ends it.`);
  await openInBrowser(url);
  await workbench.ended;
}

/** @param {string} url */
async function openInBrowser(url) {
  const hasScreen = process.platform === 'darwin' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const opener = hasScreen && findProgram('xdg-open', 'open');
  if (opener) await run(opener, [url], { stdio: 'ignore' });
}
