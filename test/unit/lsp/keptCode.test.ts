import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { runKept } from '../../../server/lsp/keptCode';

describe('the code of a bundle', () => {
  let folder = '';
  const bundle = (): string => join(folder, 'server.js');
  const write = (word: string): void => writeFileSync(bundle(), `const { appendFileSync } = require('node:fs'); appendFileSync(__dirname + '/said', ${JSON.stringify(word)});`);
  const code = (): string => join(folder, 'code');
  const kept = (): string[] => readdirSync(code());
  const run = async (): Promise<string> => {
    rmSync(join(folder, 'said'), { force: true });
    runKept(bundle(), code());
    await delay(50);
    return readFileSync(join(folder, 'said'), 'utf8');
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wenmai-kept-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is kept by the first start and left as it is by the next', async () => {
    write('甲');
    assert.equal(await run(), '甲');
    const [first = ''] = kept();
    const before = readFileSync(join(code(), first));
    assert.equal(await run(), '甲');
    assert.deepEqual(kept(), [first]);
    assert.ok(before.equals(readFileSync(join(code(), first))));
  });

  it('is made anew where it is damaged', async () => {
    write('甲');
    await run();
    const place = join(code(), kept()[0] as string);
    const whole = readFileSync(place);
    const damaged = Buffer.from(whole);
    damaged[200] = (damaged[200] as number) ^ 0xff;
    for (const bytes of [damaged, whole.subarray(0, 50), Buffer.alloc(0)]) {
      writeFileSync(place, bytes);
      assert.equal(await run(), '甲');
      assert.equal(readFileSync(place).length, whole.length);
    }
  });

  it('is that of the present bundle, and of the few before it', async () => {
    for (const word of ['甲', '乙乙', '丙丙丙', '丁丁丁丁', '戊戊戊戊戊', '己己己己己己']) {
      write(word);
      assert.equal(await run(), word);
    }
    assert.equal(kept().length, 4);
  });

  it('is not missed where its folder cannot be written', async () => {
    write('甲');
    writeFileSync(code(), 'a file');
    assert.equal(await run(), '甲');
  });
});
