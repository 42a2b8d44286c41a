// @ts-check
/** Command: bundles the programs into dist/. `--watch` goes on, for the editor's launch configuration. */
import { chmodSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { root } from './root.mjs';

/** What is bundled: the name in dist/, and the file it begins at. */
const programs = {
  client: 'client/extension.ts',
  server: 'server/lsp/main.ts',
  cli: 'server/cli/main.ts',
  worker: 'server/corpus/worker.ts',
};

/** @type {esbuild.BuildOptions} */
const options = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // Addons find their binaries and dictionaries beside themselves, so they stay in node_modules.
  external: ['vscode', 'nodejieba', 'lmdb'],
  loader: { '.tsv': 'text' },
  // CommonJS has no import.meta; sources may ask for their folder by it all the same.
  define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
  minifySyntax: true,
  minifyWhitespace: true,
  sourcemap: true,
  sourcesContent: false,
  logLevel: process.argv.includes('--quiet') ? 'warning' : 'info',
};

rmSync(join(root, 'dist'), { recursive: true, force: true });
const entryPoints = Object.fromEntries(Object.entries(programs).filter(([, file]) => existsSync(join(root, file))));
if (process.argv.includes('--watch')) {
  const context = await esbuild.context({ ...options, entryPoints });
  await context.watch();
} else {
  await esbuild.build({ ...options, entryPoints });
}
const cli = join(root, 'dist/cli.js');
if (existsSync(cli)) chmodSync(cli, 0o755);
