// @ts-check
/**
 * Command: packages the extension. `npm run package [-- --target linux-x64] [--out FILE.vsix]`
 * A package holds the addon's binary of the machine it is built on, so the target must be this machine's kind.
 */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies } from './install.mjs';
import { root } from './root.mjs';
import { must } from './run.mjs';

/** Without one of these a user's Wenmai does not work. */
const needed = [
  'package.json', 'package.nls.json', 'package.nls.zh-cn.json', 'README.md', 'CHANGELOG.md', 'LICENSE',
  'dist/client.js', 'dist/server.js', 'dist/languageServer.js', 'dist/worker.js', 'dist/program.key', 'dist/licences.txt',
  'node_modules/lmdb/dist/index.cjs',
  'node_modules/@node-rs/jieba/index.js',
  'node_modules/@node-rs/jieba/dict.txt',
];

/** What only developers need. */
const refused = /(^|\/)(test|scripts|seeds|client|server|\.[^/]+)(\/|$)|\.(ts|mjs|map|log|vsix)$|(^|\/)(tsconfig|package-lock)\b/;

const { target, out } = parseArgs({ options: { target: { type: 'string' }, out: { type: 'string' } } }).values;
const machine = `${process.platform}-${process.arch}`;

try {
  if (target !== undefined && target !== machine) {
    throw new Error(`This machine builds ${machine}: the addon's binary for ${target} must be compiled on such a machine.`);
  }
  await ensureDependencies();
  await must(process.execPath, [join(root, 'scripts/build.mjs'), '--quiet']);
  await pack();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function pack() {
  const { createVSIX, listFiles } = await import('@vscode/vsce');
  const files = await listFiles({ cwd: root });
  const missing = needed.filter((file) => !files.includes(file));
  const extra = files.filter((file) => refused.test(file));
  if (missing.length > 0) throw new Error(`The package would lack ${missing.join(', ')}`);
  if (extra.length > 0) throw new Error(`The package would hold what only developers need: ${extra.join(', ')}`);

  const { version } = /** @type {{ version: string }} */ (createRequire(import.meta.url)('../package.json'));
  const packagePath = resolve(out ?? join(root, `wenmai-${target ?? machine}-${version}.vsix`));
  mkdirSync(dirname(packagePath), { recursive: true });
  await createVSIX({ cwd: root, packagePath, target: target ?? machine, allowMissingRepository: true, rewriteRelativeLinks: false });
  console.log(`${files.length} files:\n  ${files.join('\n  ')}\n${packagePath}`);
}
