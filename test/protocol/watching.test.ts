import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FolderNode, StatusParams } from '../../server/lsp/protocol';
import { eventually } from '../support/ask';
import { startClient, type Client } from './client';

/** An editor that watches no files: the server does it. */
describe('a folder in an editor that watches no files', () => {
  let folder = '';
  let outside = '';
  let client: Client;
  const write = (name: string, text: string): void => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const paths = async (): Promise<string[]> => {
    const { folders } = await client.request<{ folders: FolderNode[] }>('wenmai/reports', {});
    return folders[0]?.reports.map(({ path }) => path) ?? [];
  };
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'wenmai-watch-'));
    outside = mkdtempSync(join(tmpdir(), 'wenmai-outside-'));
    write('甲.txt', '# 甲\n\n云汀市人民医院上线平台。');
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(outside, join(folder, '外'));
    client = await startClient(folder, { watches: false, env: { XDG_CACHE_HOME: join(folder, '.cache') } });
    await eventually(() => client.request<StatusParams>('wenmai/status', {}), ({ state, reports }) => state === 'ready' && reports === 1);
    // The watcher begins once the folder is known.
    await new Promise((resolve) => setTimeout(resolve, 1000));
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
    rmSync(folder, { recursive: true, force: true });
    rmSync(outside, { recursive: true, force: true });
  });

  it('follows files that come, change their name and go', async () => {
    write('乙/丙.md', '# 丙');
    await eventually(paths, (found) => found.includes('乙/丙.md'));
    renameSync(join(folder, '乙'), join(folder, '丁'));
    await eventually(paths, (found) => found.includes('丁/丙.md') && !found.includes('乙/丙.md'));
    rmSync(join(folder, '丁'), { recursive: true });
    assert.deepEqual(await eventually(paths, (found) => found.length === 1), ['甲.txt']);
  }).timeout(90_000);

  it('follows many files at once, and none that are excluded or outside', async () => {
    writeFileSync(join(outside, '外.txt'), '# 外');
    write('node_modules/戊.txt', '# 戊');
    for (let i = 0; i < 300; i++) write(`批/${i % 7}/${i}.txt`, `# 第${i}号`);
    // A file that went just now may be read once more, to find that it is gone, before or after those that came.
    const found = await eventually(paths, ({ length }) => length === 301);
    assert.ok(found.every((path) => path === '甲.txt' || path.startsWith('批/')));
  }).timeout(90_000);

  it('takes a new entity list', async () => {
    write('entities.yaml', 'entities:\n  - name: 云汀市人民医院\n    type: hospital\n');
    const text = '# 甲\n\n云汀市人民医院上线平台。';
    await client.open('甲.txt', text);
    const hover = await eventually(
      () => client.request<unknown>('textDocument/hover', { textDocument: { uri: client.uri('甲.txt') }, position: { line: 2, character: 2 } }),
      (answer) => JSON.stringify(answer).includes('Confirmed'),
    );
    assert.ok(hover);
  }).timeout(60_000);
});
