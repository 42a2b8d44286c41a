import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import type { Cache } from '../../../server/corpus/cache/cache';
import { openCache } from '../../../server/corpus/cache/open';
import { packedCache } from '../../../server/corpus/cache/packed';
import { openStore, type Store } from '../../../server/corpus/cache/store';

const bytes = (text: string): Uint8Array[] => [Buffer.from(text)];

/** The records of these reports, as "report=record". */
async function read(cache: Cache, ...reports: string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const [report, record] of cache.records(new Set(reports))) found.push(`${report}=${Buffer.from(record).toString()}`);
  return found.sort();
}

describe('the cache', () => {
  let folder = '';
  let lines: string[] = [];
  const open = (program = 'one'): Cache => {
    const cache = openCache(folder, '/corpus', program, (line) => lines.push(line));
    assert(cache);
    return cache;
  };
  const place = (): string => join(folder, readdirSync(folder)[0] ?? '');
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wenmai-cache-'));
    lines = [];
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('holds what was saved, and nothing of reports that were left out', async () => {
    const first = open();
    first.put('a.txt', [Buffer.from('甲'), Buffer.from('乙')]);
    first.put('b.txt', bytes('丙'));
    await first.save({ names: 'N' }, ['a.txt']);
    await first.close();
    const second = open();
    assert.equal(await second.text('names'), 'N');
    assert.deepEqual(await read(second, 'a.txt', 'b.txt'), ['a.txt=甲乙']);
    await second.close();
    assert.deepEqual(lines, []);
  });

  it('holds the texts of an earlier start besides those that are saved later', async () => {
    const first = open();
    await first.save({ names: 'N', base: bytes('底')[0] as Uint8Array }, []);
    await first.close();
    const second = open();
    await second.save({ names: 'M' }, []);
    await second.close();
    const third = open();
    assert.equal(await third.text('names'), 'M');
    assert.equal(Buffer.from((await third.bytes('base')) as Uint8Array).toString(), '底');
    await third.close();
  });

  it('does not hold what was put and not saved', async () => {
    const first = open();
    first.put('a.txt', bytes('甲'));
    await first.save({}, ['a.txt']);
    first.put('a.txt', bytes('乙'));
    await first.close();
    const second = open();
    assert.deepEqual(await read(second, 'a.txt'), ['a.txt=甲']);
    await second.close();
  });

  it('is empty after it was cleared', async () => {
    const cache = open();
    cache.put('a.txt', bytes('甲'));
    await cache.save({ names: 'N' }, ['a.txt']);
    await cache.clear();
    cache.opened();
    assert.equal(await cache.text('names'), null);
    assert.deepEqual(await read(cache, 'a.txt'), []);
    await cache.close();
  });

  it('is what was put last, after any saves and starts', async () => {
    const report = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const step = fc.oneof(
      fc.record({ put: report, size: fc.nat(60_000) }),
      fc.record({ without: report }),
      fc.constant('start' as const),
    );
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      let cache = open();
      await cache.clear();
      cache.opened();
      const held = new Map<string, string>();
      for (const [at, next] of steps.entries()) {
        if (next === 'start') {
          await cache.close();
          cache = open();
          cache.opened();
          continue;
        }
        if ('put' in next) {
          held.set(next.put, `${at}`.repeat(next.size));
          cache.put(next.put, bytes(held.get(next.put) ?? ''));
        } else {
          held.delete(next.without);
        }
        await cache.save({ at: `${at}` }, held.keys());
        assert.equal(await cache.text('at'), `${at}`);
        assert.deepEqual(await read(cache, 'a', 'b', 'c', 'd', 'e'), [...held].map(([name, text]) => `${name}=${text}`).sort());
      }
      await cache.close();
    }), { numRuns: 30 });
  }).timeout(60_000);

  it('does not grow while one report is saved again and again', async () => {
    const cache = open();
    const text = (salt: number): string => Array.from({ length: 20_000 }, (_, i) => String.fromCharCode(0x4e00 + ((i * 7919 + salt * 104_729) % 20_000))).join('');
    for (let i = 0; i < 20; i++) cache.put(`${i}.txt`, bytes(text(i)));
    const all = Array.from({ length: 20 }, (_, i) => `${i}.txt`);
    cache.opened();
    await cache.save({}, all);
    const before = statSync(join(place(), 'data.mdb')).size;
    for (let edit = 0; edit < 60; edit++) {
      cache.put('7.txt', bytes(text(1000 + edit)));
      await cache.save({}, all);
    }
    assert.ok(statSync(join(place(), 'data.mdb')).size < before * 2);
    assert.equal((await read(cache, ...all)).length, 20);
    await cache.close();
  }).timeout(60_000);

  it('of another version of the program is thrown away with a line in the log', async () => {
    const first = open('one');
    await first.save({ names: 'N' }, []);
    await first.close();
    const second = open('two');
    assert.equal(await second.text('names'), null);
    assert.equal(lines.length, 1);
    await second.close();
  });

  it('that is damaged is thrown away with a line in the log, and works again', async () => {
    const first = open();
    await first.save({ names: 'N' }, []);
    await first.close();
    writeFileSync(join(place(), 'data.mdb'), Buffer.alloc(40_000, 'nonsense'));
    const second = open();
    assert.equal(await second.text('names'), null);
    second.opened();
    await second.save({ names: 'again' }, []);
    assert.equal(await second.text('names'), 'again');
    assert.equal(lines.length, 1);
    await second.close();
  });

  it('that ended two starts while they read it is thrown away, with one it is not', async () => {
    const first = open();
    await first.save({ names: 'N' }, []);
    await first.close();
    writeFileSync(join(place(), 'opening'), '999999999 0');
    const second = open();
    assert.equal(await second.text('names'), 'N');
    await second.close();
    writeFileSync(join(place(), 'opening'), '999999999 1');
    const third = open();
    assert.equal(await third.text('names'), null);
    assert.equal(lines.length, 1);
    await third.close();
  });

  it('stays closed where what was read is let go of meanwhile', async () => {
    const calls: string[] = [];
    const called = (name: string) => (): Promise<void> => {
      calls.push(name);
      return Promise.resolve();
    };
    const store: Store = { writes: () => true, get: () => null, put: () => undefined, opened: called('opened'), commit: called('commit'), flushed: called('flushed'), close: called('close') };
    const cache = packedCache(store, () => undefined, () => undefined);
    void cache.save({}, []);
    const closing = cache.close();
    cache.opened();
    await closing;
    assert.deepEqual(calls, ['commit', 'flushed', 'close']);
  });

  it('holds nothing for whoever reads while its file is let go of, and everything again then', async () => {
    const store = openStore(join(folder, 'data.mdb'), 'one', () => undefined);
    store.put('a', Buffer.from('甲'));
    await store.flushed();
    const opening = store.opened();
    assert.equal(store.get('a'), null);
    await opening;
    assert.equal(store.get('a')?.toString(), '甲');
    await store.close();
    assert.equal(store.get('a'), null);
    await delay(20);
  });

  it('is no longer written by a process whose place another has taken', async () => {
    const store = openStore(join(folder, 'data.mdb'), 'one', () => undefined);
    store.put('writer', Buffer.from('999999999'));
    await store.opened();
    assert.equal(store.writes(), false);
    await store.close();
  });

  it('is written by the first of two processes and read by the other', async () => {
    const other = spawn(process.execPath, ['--import', 'tsx', '--eval', `
      const { openCache } = require(${JSON.stringify(join(import.meta.dirname, '../../../server/corpus/cache/open.ts'))});
      const cache = openCache(${JSON.stringify(folder)}, '/corpus', 'one', console.error);
      cache.put('a.txt', [Buffer.from('first')]);
      cache.opened();
      cache.save({ names: 'first' }, ['a.txt']).then(() => console.log('saved'));
      process.stdin.once('data', async () => {
        cache.put('a.txt', [Buffer.from('later')]);
        await cache.save({ names: 'later' }, ['a.txt']);
        console.log('saved');
      });
    `], { stdio: ['pipe', 'pipe', 'inherit'] });
    try {
      await once(other.stdout, 'data');
      const cache = open();
      other.stdin.write('go on\n');
      await once(other.stdout, 'data');
      assert.equal(await cache.text('names'), 'first', 'reads what was there when it began');
      assert.deepEqual(await read(cache, 'a.txt'), ['a.txt=first']);
      cache.opened();
      assert.equal(await cache.text('names'), 'later');
      cache.put('b.txt', bytes('mine'));
      await cache.save({ names: 'mine' }, ['b.txt']);
      assert.equal(await cache.text('names'), 'later', 'the other one writes');
      await cache.close();
      other.kill('SIGKILL');
      await once(other, 'close');
      const next = open();
      next.opened();
      await next.save({ names: 'mine' }, []);
      assert.equal(await next.text('names'), 'mine', 'nobody else writes any more');
      await next.close();
    } finally {
      other.kill('SIGKILL');
    }
  }).timeout(60_000);
});
