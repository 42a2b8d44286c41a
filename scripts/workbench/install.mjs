// @ts-check
/**
 * VS Code without a download page: the npm package code-server carries the built server and
 * workbench of VS Code, node-<platform>-<arch> the Node that it wants. Both are installed once
 * into the user's cache folder and serve every clone.
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { must, step } from '../run.mjs';
import { buildNeeds, ensurePackages } from './debian.mjs';

const nodeVersion = '24.21.0';
const codeServerVersion = '4.139.1';
const nodePackage = `node-${process.platform}-${process.arch}`;

/**
 * Where the cached installation lies. The folder's name holds the versions, so a change of
 * version installs anew and leaves no half-upgraded tree.
 */
export function workbenchFolder() {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(cache, 'wenmai-vscode', `code-server-${codeServerVersion}-node-${nodeVersion}`);
}

/**
 * The files of an installation that others start.
 * @param {string} [folder]
 */
export function workbenchFiles(folder = workbenchFolder()) {
  const vscode = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  return {
    node: join(folder, 'node_modules', nodePackage, 'bin', 'node'),
    vscode,
    server: join(vscode, 'out', 'server-main.js'),
  };
}

/**
 * Installs the workbench unless it is there; safe when several do it at once (the first to end wins).
 * @returns {Promise<ReturnType<typeof workbenchFiles>>}
 * @throws when this platform has no such package or a package of the machine is missing
 */
export async function ensureWorkbench() {
  const folder = workbenchFolder();
  if (existsSync(folder)) return workbenchFiles(folder);
  if (process.platform === 'win32') throw new Error("The offline VS Code needs Linux or macOS. Install VS Code and put `code` on PATH.");
  await step('checking what compiling needs', () => ensurePackages(buildNeeds));

  const partial = `${folder}.partial-${process.pid}`;
  mkdirSync(partial, { recursive: true });
  try {
    await installInto(partial);
    if (!existsSync(folder)) renameSync(partial, folder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return workbenchFiles(folder);
}

/** @param {string} folder */
async function installInto(folder) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }));
  await step(`installing Node ${nodeVersion}`, () => must('npm', ['install', ...quiet, '--ignore-scripts', `${nodePackage}@${nodeVersion}`], { cwd: folder }));
  await step(`installing VS Code (code-server ${codeServerVersion})`, () => must('npm', ['install', ...quiet, '--ignore-scripts', `code-server@${codeServerVersion}`], { cwd: folder }));
  const { node, vscode } = workbenchFiles(folder);
  const env = {
    ...process.env,
    PATH: dirname(node) + delimiter + process.env.PATH,
    npm_config_nodedir: dirname(dirname(node)),
  };
  await step('installing and compiling VS Code\'s own modules', () => must('npm', ['install', ...quiet, '--omit=dev'], { cwd: vscode, env }));
}
