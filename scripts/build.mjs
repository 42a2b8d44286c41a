// @ts-check
/** Command: bundles the programs into dist/. `--watch` goes on, for the editor's launch configuration. */
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { tsImport } from 'tsx/esm/api';
import { licences } from './licences.mjs';
import { root } from './root.mjs';

/** @type {typeof import('../server/corpus/lexiconFile')} */
const { loadLexicon, namesFile, writeLexicon } = await tsImport('../server/corpus/lexiconFile.ts', import.meta.url);

/** @type {typeof import('../server/corpus/namesFile')} */
const { writeNames } = await tsImport('../server/corpus/namesFile.ts', import.meta.url);

/** @type {typeof import('../server/corpus/cache/open')} */
const { keyFile, makeProgramKey } = await tsImport('../server/corpus/cache/open.ts', import.meta.url);

/** What is bundled: the name in dist/, and the file it begins at. */
const entryPoints = {
  client: 'client/extension.ts',
  server: 'server/lsp/start.ts',
  languageServer: 'server/lsp/main.ts',
  cli: 'server/cli/start.ts',
  commands: 'server/cli/commands.ts',
  worker: 'server/corpus/worker.ts',
  checker: 'server/lsp/checkWorker.ts',
};

/** Find their binaries and dictionaries beside themselves, so they stay in node_modules. */
const addons = ['@node-rs/jieba', 'lmdb'];

/** Shipped beside the bundle: the addons, and what lmdb is written over. */
const shipped = [
  ...addons, '@harperfast/extended-iterable', 'detect-libc', 'msgpackr', 'node-gyp-build-optional-packages', 'ordered-binary', 'weak-lru-cache',
];

/** Whose tables `server/text/hanData.ts` holds. */
const tables = ['opencc-js', 'pinyin-pro'];

/**
 * Writes patterns in ASCII, as esbuild writes strings: one character beyond Latin-1 has V8 keep a whole bundle in two bytes a
 * character, for as long as it runs. The columns of such a line move by a few, in traces alone.
 * @type {esbuild.Plugin}
 */
const inAscii = {
  name: 'ascii',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](?:server|client)[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
      loader: 'ts',
    }));
  },
};

/** @type {esbuild.BuildOptions} */
const options = {
  absWorkingDir: root,
  entryPoints,
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode', ...addons],
  // CommonJS has no import.meta; sources may ask for their folder by it all the same, packages call createRequire() with the URL.
  define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename', 'import.meta.url': '__filename' },
  minifySyntax: true,
  minifyWhitespace: true,
  sourcemap: true,
  sourcesContent: false,
  plugins: [inAscii],
  logLevel: process.argv.includes('--quiet') ? 'warning' : 'info',
};

rmSync(join(root, 'dist'), { recursive: true, force: true });
mkdirSync(join(root, 'dist'));
const [lexicon, builtIn] = [join(root, 'dist/lexicon.jsonl'), loadLexicon(join(root, 'server/entity/lexicon'))];
writeFileSync(lexicon, writeLexicon(builtIn));
writeFileSync(namesFile(lexicon), await writeNames(builtIn));
if (process.argv.includes('--watch')) {
  const context = await esbuild.context(options);
  await context.watch();
} else {
  const { metafile } = await esbuild.build({ ...options, metafile: true });
  writeFileSync(join(root, 'dist/licences.txt'), licences(Object.keys(metafile.inputs), [...shipped, ...tables]));
  writeFileSync(keyFile(join(root, 'dist')), makeProgramKey(join(root, 'dist')));
  chmodSync(join(root, 'dist/cli.js'), 0o755);
}
