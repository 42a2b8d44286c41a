import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { root } from '../../scripts/root.mjs';
import { documentsOf } from '../bench/corpus/make';

const cli = join(root, 'dist/cli.js');
/** WENMAI_KILLS sets how often; fifty take some minutes. */
const kills = Number(process.env['WENMAI_KILLS'] ?? 4);

function inspect(corpus: string, cache: string): string {
  const done = spawnSync(process.execPath, [cli, 'inspect', corpus], { encoding: 'utf8', env: { ...process.env, XDG_CACHE_HOME: cache }, maxBuffer: 1 << 28 });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout;
}

/** Milliseconds from the last report that is printed to the end of a run, about. */
const writing = 80;

/**
 * Kills a run while it reads, indexes and prints (at a share of the time that takes), or while it writes its cache: that
 * begins when the last report was printed. Tells whether it had come to its end before.
 */
async function kill(corpus: string, cache: string, after: { readonly start: number } | { readonly printed: number }): Promise<boolean> {
  const child = spawn(process.execPath, [cli, 'inspect', corpus], { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, XDG_CACHE_HOME: cache } });
  const ended = new Promise<'ended'>((resolve) => child.once('close', () => resolve('ended')));
  child.stdout.resume();
  if ('printed' in after) await new Promise((resolve) => child.stdout.once('data', resolve));
  const first = await Promise.race([ended, delay('start' in after ? after.start : after.printed)]);
  child.kill('SIGKILL');
  await ended;
  return first === 'ended';
}

describe('killed while it indexes and writes its cache', function () {
  this.timeout(120_000 + kills * 60_000);
  it(`the next start says the same as one without a cache, ${kills} times`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wenmai-killed-'));
    const corpus = join(folder, 'corpus');
    const cache = join(folder, 'cache');
    try {
      cpSync(join(root, 'seeds'), corpus, { recursive: true });
      const made = [...documentsOf(60 + kills, { most: 20_000 })];
      for (const { path, text } of made.slice(kills)) {
        mkdirSync(join(corpus, path, '..'), { recursive: true });
        writeFileSync(join(corpus, path), text);
      }
      const timed = (into: string): number => {
        const from = performance.now();
        inspect(corpus, into);
        return performance.now() - from;
      };
      const whole = timed(cache);
      const again = timed(cache);
      let early = 0;
      for (let at = 0; at < kills; at++) {
        // Something new each time, among it a name that other reports are read with, and a report that moves.
        writeFileSync(join(corpus, `新报告${at % 4}.txt`), `${made[at]?.text ?? ''}\n霁${'甲乙丙丁'[at % 4]}信息科技有限公司（以下简称“霁${'甲乙丙丁'[at % 4]}信息”）在${2000 + at}年成立。\n`);
        if (at > 4) renameSync(join(corpus, `新报告${(at + 1) % 4}.txt`), join(corpus, `旧报告${at}.txt`));
        if (at % 10 === 0) rmSync(cache, { recursive: true, force: true });
        const moment = at % 2 === 0 ? { start: Math.random() * (at % 10 === 0 ? whole : again) } : { printed: Math.random() * writing };
        if (!(await kill(corpus, cache, moment))) early++;
        assert.equal(inspect(corpus, cache), inspect(corpus, join(folder, `fresh${at}`)), `killed at ${JSON.stringify(moment)}`);
        rmSync(join(folder, `fresh${at}`), { recursive: true, force: true });
      }
      console.log(`      ${early} of ${kills} ended by the kill`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
