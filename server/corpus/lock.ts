import { createHash, randomUUID } from 'node:crypto';
import { chmod, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A claim older than this was left by a process that died; waiting longer than this for one gives up. */
const STALE = 10_000;
const PATIENCE = 15_000;

/**
 * Keeps two processes of this machine from working on one file at the same time. Each puts down a claim of its own and
 * goes on when there is no other; of two that come at once both step back for a random moment. A claim has a name that
 * nobody else ever has, so that taking away what a dead process left can never hit somebody who is at work. Claims lie
 * in the system's temporary folder: a corpus holds nothing but its own files. Not by a library: with proper-lockfile two
 * that find a dead owner's lock may both get it, and the lock of a killed process is waited for.
 */
export async function locked<T>(file: string, work: () => Promise<T>, folder = path.join(tmpdir(), 'wenmai-locks')): Promise<T> {
  const created = await mkdir(folder, { recursive: true });
  // Other users of the machine put their claims here, too.
  if (created !== undefined) await chmod(folder, 0o1777).catch(() => undefined);
  const prefix = `${createHash('sha256').update(path.resolve(file)).digest('hex').slice(0, 32)}.`;
  const claim = `${prefix}${process.pid}.${randomUUID()}`;
  const until = Date.now() + PATIENCE;
  for (;;) {
    await writeFile(path.join(folder, claim), '', { flag: 'wx' });
    if (!(await isClaimed(folder, prefix, claim))) break;
    await rm(path.join(folder, claim), { force: true });
    if (Date.now() > until) throw new Error(`Another program keeps ${file} to itself.`);
    await pause(5 + Math.random() * 10);
  }
  try {
    return await work();
  } finally {
    await rm(path.join(folder, claim), { force: true });
  }
}

/** True when somebody else has a claim; those of the dead are taken away. */
async function isClaimed(folder: string, prefix: string, own: string): Promise<boolean> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix) || name === own) continue;
    if (!(await isStale(path.join(folder, name), Number(name.split('.')[1])))) return true;
    // Another user's cannot be taken away; it counts for nothing all the same.
    await rm(path.join(folder, name), { force: true }).catch(() => undefined);
  }
  return false;
}

/** Left by a process that is gone, or old: another program may have that number by now. */
async function isStale(claim: string, owner: number): Promise<boolean> {
  const status = await stat(claim).catch(() => null);
  if (status === null || Date.now() - status.mtimeMs > STALE) return true;
  try {
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
