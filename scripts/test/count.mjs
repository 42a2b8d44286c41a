// @ts-check
/** Running a test runner: its output passes through, its closing lines are counted. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from '../root.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

const { resolve } = createRequire(import.meta.url);

/**
 * A file of a package, also one that its `exports` does not name.
 * @param {string} file the package, then the file in it
 */
function fileOf(file) {
  const [name, ...path] = file.split('/');
  return join(dirname(resolve(`${name}/package.json`)), ...path);
}

/**
 * Reads mocha's closing lines ("12 passing (3s)", "1 failing", "2 pending").
 * @param {string} printed
 * @returns {Count}
 */
export function countMocha(printed) {
  /** @param {string} word */
  const last = (word) => Number([...printed.matchAll(new RegExp(`^ *(\\d+) ${word}\\b`, 'gm'))].at(-1)?.[1] ?? 0);
  return { passed: last('passing'), failed: last('failing'), skipped: last('pending') };
}

/**
 * A run that failed without a failing test, or that ran none, is one failure.
 * @param {Count} count
 * @param {number} code the runner's exit code
 * @returns {Count}
 */
export function honest(count, code) {
  if (code !== 0 && count.failed === 0) return { ...count, failed: 1 };
  if (count.passed + count.failed === 0) return { ...count, failed: 1 };
  return count;
}

/**
 * Runs a package's program with this Node, showing and keeping what it prints.
 * @param {string} file the program, as `package/path/of/file.js`
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ code: number, printed: string }>}
 */
export function runTool(file, args, env = {}) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [fileOf(file), ...args], {
      cwd: root, env: { ...process.env, NO_COLOR: '1', ...env }, stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => { printed += chunk.toString(); process.stdout.write(chunk); });
    child.stderr.on('data', (/** @type {Buffer} */ chunk) => process.stderr.write(chunk));
    child.once('error', fail);
    child.once('close', (code) => done({ code: code ?? 1, printed }));
  });
}

/**
 * @param {string} spec which test files, a glob
 * @param {{ timeout?: number, env?: NodeJS.ProcessEnv }} [options]
 */
export async function mocha(spec, { timeout = 20_000, env } = {}) {
  const args = ['--forbid-only', '--timeout', String(timeout), spec];
  const { code, printed } = await runTool('mocha/bin/mocha.js', args, env);
  return honest(countMocha(printed), code);
}

/**
 * A tool that only says yes or no counts as one test.
 * @param {string} file
 * @param {string[]} args
 */
export async function check(file, args) {
  const { code } = await runTool(file, args);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}
