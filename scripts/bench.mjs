// @ts-check
/** Command: `npm run bench [-- --short …]`: builds, and measures Wenmai beside its peer; see test/bench/bench.ts. */
import { join } from 'node:path';
import { ensureDependencies } from './install.mjs';
import { root } from './root.mjs';
import { must, run } from './run.mjs';

await ensureDependencies();
await must(process.execPath, [join(root, 'scripts/build.mjs'), '--quiet']);
process.exit(await run(process.execPath, ['--import', 'tsx', join(root, 'test/bench/bench.ts'), ...process.argv.slice(2)], { cwd: root }));
