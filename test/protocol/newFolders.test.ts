import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FolderNode, StatusParams } from '../../server/lsp/protocol';
import { eventually } from '../support/ask';
import { startClient, type Client } from './client';

/** On Linux an editor tells of a new folder, and may miss all that comes below it in the same moment, and later. */
(process.platform === 'linux' ? describe : describe.skip)('folders that come, in an editor that tells of nothing below them', () => {
  let folder = '';
  let client: Client;
  const write = (name: string, text: string): void => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const tell = (name: string): Promise<void> => client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri(name), type: 1 }] });
  const paths = async (): Promise<string[]> => {
    const { folders } = await client.request<{ folders: FolderNode[] }>('wenmai/reports', {});
    return folders[0]?.reports.map(({ path }) => path) ?? [];
  };
  const annotationsOf = (name: string): Promise<unknown[]> => client.request<unknown[]>('wenmai/annotations', { uri: client.uri(name) });
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'wenmai-new-'));
    write('甲.txt', '# 甲\n\n云汀市人民医院上线平台。');
    client = await startClient(folder, { env: { XDG_CACHE_HOME: join(folder, '.cache') } });
    await eventually(() => client.request<StatusParams>('wenmai/status', {}), ({ state, reports }) => state === 'ready' && reports === 1);
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
    rmSync(folder, { recursive: true, force: true });
  });

  const line = (id: string, exact: string): string => `${JSON.stringify({
    '@context': 'http://www.w3.org/ns/anno.jsonld', id: `urn:uuid:${id}`, type: 'Annotation', motivation: 'tagging',
    creator: { type: 'Person', name: '周' }, created: '2026-01-05T08:00:00Z', modified: '2026-01-05T08:00:00Z',
    body: [{ type: 'TextualBody', purpose: 'tagging', value: '重要' }],
    target: { source: '甲.txt', selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }] },
  })}\n`;

  it('annotations of somebody else are shown, and those that follow', async () => {
    write('annotations/甲.txt/周.jsonl', line('11111111-2222-4333-8444-555555555555', '云汀市人民医院'));
    await tell('annotations');
    await eventually(() => annotationsOf('甲.txt'), ({ length }) => length === 1);
    appendFileSync(join(folder, 'annotations/甲.txt/周.jsonl'), line('21111111-2222-4333-8444-555555555555', '上线平台'));
    await eventually(() => annotationsOf('甲.txt'), ({ length }) => length === 2);
  }).timeout(60_000);

  it('reports in them are read, and those that are copied into them later', async () => {
    write('新/乙/丙.md', '# 丙');
    await tell('新');
    await eventually(paths, (found) => found.includes('新/乙/丙.md'));
    write('新/乙/丁/戊.md', '# 戊');
    await eventually(paths, (found) => found.includes('新/乙/丁/戊.md'));
  }).timeout(60_000);
});
