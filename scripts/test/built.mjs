// @ts-check
/** What the later suites rest on: the bundles, and the packaged extension. */
import { join } from 'node:path';
import { results, root } from '../root.mjs';
import { must } from '../run.mjs';
import { mocha } from './count.mjs';

/** Bundles the programs into dist/. */
export function build() {
  return must(process.execPath, [join(root, 'scripts/build.mjs'), '--quiet']);
}

/** Packages the extension as a user gets it, and tries it in a clean VS Code. */
export async function packaged() {
  const vsix = join(results, 'wenmai.vsix');
  await must(process.execPath, [join(root, 'scripts/package.mjs'), '--out', vsix]);
  return mocha('test/vsix/**/*.test.ts', { timeout: 120_000, env: { WENMAI_VSIX: vsix } });
}
