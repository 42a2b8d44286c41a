// @ts-check
/**
 * Command: all tests, or the suites named: `npm test [-- unit protocol …]`.
 * Installs what they need, prints each runner's closing lines, and ends with one line of sums.
 */
import { resolve } from 'node:path';
import { existsSync, readdirSync } from 'node:fs';
import { ensureDependencies } from './install.mjs';
import { root } from './root.mjs';
import { step } from './run.mjs';
import { editorNeeds, ensurePackages } from './workbench/debian.mjs';

await ensureDependencies();
const { check, mocha } = await import('./test/count.mjs');
const { grammar } = await import('./test/grammar.mjs');
const { host } = await import('./test/host.mjs');
const { build, packaged } = await import('./test/built.mjs');

/** The real reports. Tests over them say that they were skipped when there are none. */
const corpus = resolve(root, process.env.WENMAI_CORPUS ?? '../shared/seeds');
const hasCorpus = existsSync(corpus) && readdirSync(corpus).length > 0;
if (hasCorpus) process.env.WENMAI_CORPUS = corpus;
else console.log(`No real reports at ${corpus} (WENMAI_CORPUS): the tests over them are left out.`);

/** @type {Record<string, () => Promise<import('./test/count.mjs').Count>>} */
const suites = {
  types: () => check('typescript/bin/tsc', ['--noEmit']),
  lint: () => check('eslint/bin/eslint.js', ['.', '--max-warnings', '0']),
  unit: () => mocha('test/unit/**/*.test.ts'),
  grammar,
  protocol: async () => {
    await ensurePackages(editorNeeds).catch((/** @type {Error} */ error) => console.log(error.message));
    return mocha('test/protocol/**/*.test.ts', { timeout: 60_000 });
  },
  'host, over seeds/': () => host('seeds', resolve(root, 'seeds')),
  ...(hasCorpus ? { 'host, over the real reports': () => host('reports', corpus) } : {}),
  'host, in Restricted Mode': () => host('restricted', resolve(root, 'seeds')),
  ui: () => mocha('test/ui/**/*.test.ts', { timeout: 120_000 }),
  vsix: packaged,
  bench: () => check('tsx/dist/cli.mjs', ['test/bench/bench.ts', '--ratios']),
};

const wanted = process.argv.slice(2);
const chosen = Object.entries(suites).filter(([name]) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)));
if (chosen.length === 0) {
  console.error(`No suite is called ${wanted.join(' or ')}. There are: ${Object.keys(suites).join('; ')}`);
  process.exit(1);
}

await step('building', build);
const total = { passed: 0, failed: 0, skipped: 0 };
const closing = [];
for (const [name, run] of chosen) {
  const count = await step(name, run).catch((/** @type {unknown} */ error) => {
    console.error(error);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  closing.push(`${name}: ${count.passed} passed, ${count.failed} failed${count.skipped ? `, ${count.skipped} skipped` : ''}`);
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
}

console.log(`\n${closing.join('\n')}`);
if (!hasCorpus) console.log(`Left out: the tests over real reports, because there are none at ${corpus}.`);
if (total.skipped) console.log(`${total.skipped} tests were skipped`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
