// @ts-check
/** Starting other programs, the same way for every script. */
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Runs a program to its end, its output going to ours.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Like run(), but a failure is an Error that names the command.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export async function must(program, args, options) {
  const code = await run(program, args, options);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with exit code ${code}`);
}

/**
 * What a program prints, or undefined when it cannot be run or fails.
 * @param {string} program
 * @param {string[]} args
 */
export function output(program, args) {
  const done = spawnSync(program, args, { encoding: 'utf8' });
  return done.status === 0 ? done.stdout : undefined;
}

/**
 * The first of these programs that is on PATH, as a full path.
 * @param {...string} names
 */
export function findProgram(...names) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      for (const ending of endings) {
        const path = join(folder, name + ending);
        if (isExecutable(path)) return path;
      }
    }
  }
  return undefined;
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Says what is being done, does it, says how long it took. On stderr, so that stdout stays for results.
 * @template T
 * @param {string} what
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(what, work) {
  console.error(`▸ ${what} …`);
  const start = performance.now();
  const result = await work();
  console.error(`  ${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}
