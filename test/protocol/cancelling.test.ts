import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StatusParams } from '../../server/lsp/protocol';
import { eventually } from '../support/ask';
import { startClient, type Client } from './client';

const reports = 400;

/** Enough reports that indexing them takes longer than asking for it to stop. */
function corpus(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wenmai-cancel-'));
  mkdirSync(join(folder, 'reports'));
  for (let i = 0; i < reports; i++) {
    writeFileSync(join(folder, 'reports', `第${i}号.txt`), `第${i}号观察\n\n${`霁川${i}信息科技有限公司（以下简称“霁川${i}”）与云汀市人民医院在${2000 + (i % 25)}年合作，收入增长 12.5%。\n\n`.repeat(20)}`);
  }
  return folder;
}

describe('a server that is told to stop', () => {
  let folder = '';
  let client: Client;
  const statuses: StatusParams[] = [];
  const progress: { token: string; value: { kind: string; cancellable?: boolean; message?: string } }[] = [];
  const status = (): Promise<StatusParams> => client.request<StatusParams>('wenmai/status', {});
  before(async () => {
    folder = corpus();
    client = await startClient(folder, { env: { XDG_CACHE_HOME: join(folder, '.cache') } });
    client.on('wenmai/status', (params: StatusParams) => statuses.push(params));
    client.on('$/progress', (params: (typeof progress)[number]) => progress.push(params));
  });
  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows its work with counts and a cancel, and stops at it', async () => {
    const begun = await eventually(() => progress[0]);
    assert.equal(begun.value.kind, 'begin');
    assert.equal(begun.value.cancellable, true);
    await client.notify('window/workDoneProgress/cancel', { token: begun.token });
    const paused = await eventually(status, ({ state }) => state === 'paused');
    assert.ok(paused.progress.done < paused.progress.total);
    await eventually(() => statuses, (told) => told.some(({ state }) => state === 'paused'));
    assert.equal(progress.at(-1)?.value.kind, 'end');
    const before = (await status()).reports;
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.ok((await status()).reports - before < 20, 'what was under way may still come');
  }).timeout(60_000);

  it('answers for an opened report all the same', async () => {
    const text = await client.open('reports/第7号.txt');
    const symbols = await client.request<unknown[]>('textDocument/documentSymbol', { textDocument: { uri: client.uri('reports/第7号.txt') } });
    assert.ok(Array.isArray(symbols) && text.length > 0);
    assert.equal((await status()).state, 'paused');
  }).timeout(60_000);

  it('goes on when it is asked to', async () => {
    await client.request('wenmai/resume', {});
    const ready = await eventually(status, ({ state }) => state === 'ready');
    assert.equal(ready.reports, reports);
  }).timeout(60_000);

  it('answers a request at once that is cancelled while it waits for its turn', async () => {
    const ask = async (query: string, cancel: boolean): Promise<string> => {
      const asked = client.cancellable('workspace/symbol', { query });
      if (cancel) asked.cancel();
      return asked.answer.then(() => 'answered', (error: { code: number }) => `error ${error.code}`);
    };
    const all = (): Promise<string[]> => Promise.all([ask('霁川', false), ask('霁川', true), ask('合作', true), ask('云汀', false)]);
    // A server that answered before the cancellation came did nothing wrong: then they are asked again.
    const answers = await eventually(all, (given) => given.filter((answer) => answer !== 'answered').length === 2);
    assert.deepEqual(answers, ['answered', 'error -32800', 'error -32800', 'answered']);
  });
});
