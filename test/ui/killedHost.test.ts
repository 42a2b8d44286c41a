import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { root } from '../../scripts/root.mjs';
import { linesOnDisk } from '../support/annotationFiles';
import { eventually } from '../support/ask';
import { openCorpus, picture, type Window } from './window';

/** Acknowledged writes after which the extension host is killed. */
const killsAt = [120];
const writes = 200;

describe('an extension host that is killed while it annotates', () => {
  let out: string;
  let window: Window;
  before(async () => {
    out = mkdtempSync(join(tmpdir(), 'wenmai-killed-'));
    mkdirSync(join(out, 'bundle'));
    mkdirSync(join(out, 'corpus'));
    writeFileSync(join(out, 'corpus/报告.txt'), '云汀健康的三笔账\n\n医院先看成本，再看病历质量，最后看医生愿不愿意用。\n');
    const tests = join(out, 'bundle/writer.js');
    await esbuild.build({ entryPoints: [join(root, 'test/ui/hosted/writer.ts')], outfile: tests, bundle: true, platform: 'node', target: 'node20', format: 'cjs', external: ['vscode'], logLevel: 'warning' });
    window = await openCorpus({ corpus: join(out, 'corpus'), tests, env: { WENMAI_WRITER_OUT: out, WENMAI_WRITES: String(writes) }, settings: { 'wenmai.annotator': '林未晞' } });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await picture(window.page, 'failed: killed host');
  });
  after(async () => {
    await window.close();
    rmSync(out, { recursive: true, force: true });
  });
  const acknowledged = (): string[] => (existsSync(join(out, 'acknowledged')) ? readFileSync(join(out, 'acknowledged'), 'utf8').split('\n').filter((id) => id !== '') : []);

  it('has everything on the disk that it was told was written', async function () {
    this.timeout(300_000);
    for (const [round, count] of killsAt.entries()) {
      await eventually(acknowledged, (ids) => ids.length >= count, 'acknowledged writes', 100);
      process.kill(Number(readFileSync(join(out, 'pid'), 'utf8')), 'SIGKILL');
      await new Promise((done) => setTimeout(done, 500));
      const ids = acknowledged();
      assert(ids.length < writes, 'it was killed before it came to the end');
      const present = linesOnDisk(window.folder);
      for (const id of ids) assert(present.has(id), `kill ${round + 1}: an acknowledged annotation is missing`);
      console.log(`      killed after ${ids.length} acknowledged writes; all are on the disk`);
      await window.another();
    }
    await eventually(acknowledged, (ids) => ids.length >= writes, 'acknowledged writes', 100);
    // Asked before the files are read: the writer goes on.
    const ids = acknowledged();
    const present = linesOnDisk(window.folder);
    assert(ids.every((id) => present.has(id)));
  });
});
