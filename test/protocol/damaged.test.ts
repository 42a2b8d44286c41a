import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import type { FolderNode, StatusParams } from '../../server/lsp/protocol';
import { eventually } from '../support/ask';
import { startClient, type Client } from './client';

const sentence = '云汀市人民医院上线了影像平台。';

/** A folder with every kind of file that goes wrong somewhere. */
function damagedCorpus(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wenmai-'));
  const write = (name: string, content: string | Buffer): void => writeFileSync(join(folder, name), content);
  write('plain.txt', sentence);
  write('empty.txt', '');
  write('binary.txt', Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0, 1, 2, 3, 0, 0, 0xff, 0xfe, 0]));
  write('line.txt', sentence.repeat(Math.ceil(10_000_000 / Buffer.byteLength(sentence))));
  write('damaged.txt', Buffer.concat([Buffer.from(sentence.repeat(20)), Buffer.from([0xff, 0xe4, 0xbd]), Buffer.from(sentence)]));
  write('gb18030.txt', iconv.encode(sentence.repeat(4), 'gb18030'));
  write('utf16le.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(sentence, 'utf-16le')]));
  write('utf16be.txt', Buffer.concat([Buffer.from([0xfe, 0xff]), iconv.encode(sentence, 'utf-16be')]));
  write('crlf.md', `# 一\r\n\r\n${sentence}\r\n`);
  write('bom.md', `\ufeff# 一\n\n${sentence}\n`);
  mkdirSync(join(folder, 'deep'));
  write('deep/inner.txt', sentence);
  symlinkSync(folder, join(folder, 'deep', 'loop'));
  symlinkSync('self.txt', join(folder, 'self.txt'));
  symlinkSync('nowhere.txt', join(folder, 'dangling.txt'));
  symlinkSync('/etc/hostname', join(folder, 'outside.txt'));
  mkdirSync(join(folder, 'folder.txt'));
  write('locked.txt', sentence);
  chmodSync(join(folder, 'locked.txt'), 0);
  write('entities.yaml', 'entities: [oops\n');
  write('wenmai.yaml', '- not\n- settings\n');
  return folder;
}

describe('a folder of damaged files', () => {
  let folder = '';
  let client: Client;
  let reports = new Map<string, FolderNode['reports'][number]>();

  before(async () => {
    folder = damagedCorpus();
    client = await startClient(folder);
    await eventually(() => client.request<StatusParams>('wenmai/status', {}), ({ state, reports: count }) => state === 'ready' && count >= 9);
    const { folders } = await client.request<{ folders: FolderNode[] }>('wenmai/reports', {});
    reports = new Map(folders[0]?.reports.map((report) => [report.path, report]));
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
    rmSync(folder, { recursive: true, force: true });
  });

  const indexed: Record<string, string> = {
    'plain.txt': 'utf-8', 'empty.txt': 'utf-8', 'line.txt': 'utf-8', 'damaged.txt': 'utf-8', 'gb18030.txt': 'gb18030',
    'utf16le.txt': 'utf-16le', 'utf16be.txt': 'utf-16be', 'crlf.md': 'utf-8', 'bom.md': 'utf-8', 'deep/inner.txt': 'utf-8',
  };
  for (const [path, encoding] of Object.entries(indexed)) {
    it(`${path} is indexed as ${encoding}`, () => {
      assert.equal(reports.get(path)?.state, 'indexed');
      assert.equal(reports.get(path)?.encoding, encoding);
    });
  }

  for (const path of ['binary.txt', 'self.txt', 'outside.txt']) {
    it(`${path} is left out with a reason`, () => {
      assert.equal(reports.get(path)?.state, 'skipped');
      assert.notEqual(reports.get(path)?.reason, null);
    });
  }

  it('an unreadable file is left out with a reason, where the system refuses to read it', function () {
    if (process.getuid?.() === 0) this.skip(); // root reads everything
    assert.equal(reports.get('locked.txt')?.state, 'skipped');
  });

  it('nothing else is listed', () => {
    const expected = [...Object.keys(indexed), 'binary.txt', 'self.txt', 'outside.txt', 'locked.txt'];
    assert.deepEqual([...reports.keys()].sort(), expected.sort());
  });

  it('tells in the log what was left out or misread', async () => {
    await eventually(() => client.logs, (logs) => logs.some((line) => line.includes('binary.txt')));
    assert.ok(client.logs.some((line) => line.includes('damaged.txt')));
    assert.ok(client.logs.some((line) => line.includes('gb18030.txt')));
  });

  it('answers at the end of the 10 MB line', async () => {
    const text = await client.open('line.txt');
    const position = { line: 0, character: text.length - sentence.length + 2 };
    const hover = await client.request('textDocument/hover', { textDocument: { uri: client.uri('line.txt') }, position });
    assert.ok(JSON.stringify(hover).includes('云汀市人民医院'));
  }).timeout(60_000);

  it('follows a file that vanishes, one that comes, and one that comes and goes at once', async () => {
    const changed = (path: string, type: number): { uri: string; type: number } => ({ uri: client.uri(path), type });
    rmSync(join(folder, 'plain.txt'));
    writeFileSync(join(folder, 'new.txt'), sentence);
    await client.notify('workspace/didChangeWatchedFiles', { changes: [changed('plain.txt', 3), changed('new.txt', 1), changed('flash.txt', 1)] });
    const paths = await eventually(
      async () => (await client.request<{ folders: FolderNode[] }>('wenmai/reports', {})).folders[0]?.reports.map(({ path }) => path),
      (found) => found.includes('new.txt') && !found.includes('plain.txt'),
    );
    assert.ok(!paths.includes('flash.txt'));
  });
});
