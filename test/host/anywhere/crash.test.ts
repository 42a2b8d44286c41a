import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { eventually } from '../../support/ask';
import { hoverText, openReportWith, place, wenmai } from '../editor';

/** The ids of our server's processes below this extension host. Linux only. */
function servers(): number[] {
  const parents = new Set(readdirSync('/proc/self/task').flatMap((task) =>
    readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number)));
  return [...parents].filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('server.js'));
}

describe('a server that dies', () => {
  it('is started again, and hovers come back', async function () {
    if (process.platform !== 'linux') this.skip();
    await wenmai();
    const [pid] = servers();
    assert(pid, 'no server process');
    process.kill(pid, 'SIGKILL');
    const [next] = await eventually(servers, (pids) => pids.length > 0 && !pids.includes(pid));
    assert.notEqual(next, pid);
    await wenmai();
    const document = await openReportWith('医渡科技');
    await eventually(() => hoverText(document, place(document, '医渡科技')), (text) => text.includes('医渡科技'));
  });
});
