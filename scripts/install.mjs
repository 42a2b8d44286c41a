// @ts-check
/** Whether node_modules holds what package-lock.json says. */
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { must, step } from './run.mjs';

/** Runs `npm ci` unless every package of the lock file is there in its version. Uses no package itself. */
export async function ensureDependencies() {
  if (dependenciesStand()) return;
  await step('installing the project\'s packages (npm ci)', () => must('npm', ['ci'], { cwd: root, shell: process.platform === 'win32' }));
}

function dependenciesStand() {
  const folder = join(root, 'node_modules');
  if (!existsSync(folder)) return false;
  if (lstatSync(folder).isSymbolicLink()) return true; // whoever linked it looks after it
  const installed = join(folder, '.package-lock.json');
  if (!existsSync(installed)) return false;
  const there = packages(installed);
  return Object.entries(packages(join(root, 'package-lock.json')))
    .every(([path, wanted]) => path === '' || wanted.optional || there[path]?.version === wanted.version);
}

/** @param {string} lockFile */
function packages(lockFile) {
  const lock = /** @type {{ packages: Record<string, { version: string, optional?: boolean }> }} */ (JSON.parse(readFileSync(lockFile, 'utf8')));
  return lock.packages;
}
