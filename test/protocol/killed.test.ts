import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from '../../scripts/root.mjs';

const cli = join(root, 'dist/cli.js');
/** WENMAI_KILLS sets how often; fifty take some minutes. */
const kills = Number(process.env['WENMAI_KILLS'] ?? 3);

function inspect(corpus: string, cache: string): string {
  const done = spawnSync(process.execPath, [cli, 'inspect', corpus], { encoding: 'utf8', env: { ...process.env, XDG_CACHE_HOME: cache }, maxBuffer: 1 << 28 });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout;
}

async function killAfter(corpus: string, cache: string, milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [cli, 'inspect', corpus], { stdio: 'ignore', env: { ...process.env, XDG_CACHE_HOME: cache } });
  const ended = new Promise((resolve) => child.once('close', resolve));
  await Promise.race([ended, delay(milliseconds)]);
  child.kill('SIGKILL');
  await ended;
}

describe('killed while it indexes and writes its cache', function () {
  this.timeout(60_000 + kills * 40_000);
  it(`the next start says the same as one without a cache, ${kills} times`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wenmai-killed-'));
    const corpus = join(folder, 'corpus');
    const cache = join(folder, 'cache');
    try {
      cpSync(join(root, 'seeds'), corpus, { recursive: true });
      inspect(corpus, cache);
      for (let kill = 0; kill < kills; kill++) {
        const moment = Math.random() * 3000;
        for (let i = 0; i < 4; i++) writeFileSync(join(corpus, `新报告${i}.txt`), `第${kill}号观察\n\n霁${'甲乙丙丁'[i]}信息科技有限公司（以下简称“霁${'甲乙丙丁'[i]}信息”）在${kill}年成立。\n`);
        await killAfter(corpus, cache, moment);
        assert.equal(inspect(corpus, cache), inspect(corpus, join(folder, `fresh${kill}`)), `killed after ${moment} ms`);
        rmSync(join(folder, `fresh${kill}`), { recursive: true, force: true });
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
