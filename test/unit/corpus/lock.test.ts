import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locked } from '../../../server/corpus/lock';

describe('a file that several processes write', () => {
  let folder = '';
  let file = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wenmai-lock-'));
    file = join(folder, 'counted.txt');
    writeFileSync(file, '0');
  });
  afterEach(() => { rmSync(folder, { recursive: true, force: true }); });
  const claims = (): string => join(folder, 'claims');
  /** Reads, waits, writes: two at a time would count one step. */
  const count = async (): Promise<void> => {
    const before = Number(await readFile(file, 'utf8'));
    await new Promise((resolve) => setTimeout(resolve, 1));
    await writeFile(file, String(before + 1));
  };
  const claimOf = (owner: number): string => join(claims(), `${createHash('sha256').update(file).digest('hex').slice(0, 32)}.${owner}.${Math.random()}`);

  it('is worked on by one at a time, also where several at once find that another one died', async () => {
    const dead = spawnSync(process.execPath, ['--version']).pid;
    await locked(file, () => Promise.resolve(), claims());
    for (let round = 0; round < 10; round++) {
      writeFileSync(claimOf(dead), '');
      await Promise.all(Array.from({ length: 4 }, () => locked(file, count, claims())));
    }
    assert.equal(readFileSync(file, 'utf8'), '40');
    assert.deepEqual(readdirSync(claims()), []);
  });

  (process.platform === 'win32' ? it.skip : it)('is claimed in a folder that every user of the machine can put claims into', async () => {
    await locked(file, () => Promise.resolve(), claims());
    assert.equal(statSync(claims()).mode & 0o7777, 0o1777);
  });

  it('is given free by what failed, and by a claim that is too old to be at work', async () => {
    await assert.rejects(locked(file, () => Promise.reject(new Error('failed')), claims()), /failed/);
    const old = claimOf(process.pid);
    writeFileSync(old, '');
    utimesSync(old, new Date(0), new Date(0));
    await locked(file, count, claims());
    assert.equal(readFileSync(file, 'utf8'), '1');
  });
});
