import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCache, type Cache } from '../../../server/corpus/cache';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const textOf = (record: Uint8Array | null): string | null => record && Buffer.from(record).toString();

describe('the cache', () => {
  let folder = '';
  let lines: string[] = [];
  const open = (program = 'one'): Cache => {
    const cache = openCache(folder, '/corpus', program, (line) => lines.push(line));
    assert(cache);
    return cache;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wenmai-cache-'));
    lines = [];
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('holds what was saved, and nothing of reports that were left out', async () => {
    const first = open();
    first.put('a.txt', bytes('甲'));
    first.put('b.txt', bytes('乙'));
    await first.save('state', ['a.txt']);
    await first.close();
    const second = open();
    assert.equal(second.state(), 'state');
    assert.equal(textOf(second.record('a.txt')), '甲');
    assert.equal(second.record('b.txt'), null);
    await second.close();
    assert.deepEqual(lines, []);
  });

  it('is empty after it was cleared', async () => {
    const cache = open();
    cache.put('a.txt', bytes('甲'));
    await cache.save('state', ['a.txt']);
    await cache.clear();
    assert.equal(cache.state(), null);
    assert.equal(cache.record('a.txt'), null);
    await cache.close();
  });

  it('of another version of the program is thrown away with a line in the log', async () => {
    const first = open('one');
    await first.save('state', []);
    await first.close();
    const second = open('two');
    assert.equal(second.state(), null);
    assert.equal(lines.length, 1);
    await second.close();
  });

  it('that is damaged is thrown away with a line in the log, and works again', async () => {
    const first = open();
    await first.save('state', []);
    await first.close();
    const [place] = readdirSync(folder);
    writeFileSync(join(folder, place ?? '', 'data.mdb'), Buffer.alloc(40_000, 'nonsense'));
    const second = open();
    assert.equal(second.state(), null);
    await second.save('again', []);
    assert.equal(second.state(), 'again');
    assert.equal(lines.length, 1);
    await second.close();
  });

  it('whose reader died while opening it is thrown away', async () => {
    const first = open();
    await first.save('state', []);
    await first.close();
    const [place] = readdirSync(folder);
    writeFileSync(join(folder, place ?? '', 'opening'), '999999999');
    const second = open();
    assert.equal(second.state(), null);
    assert.equal(lines.length, 1);
    await second.close();
  });
});
