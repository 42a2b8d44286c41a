import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReportNode, ReportsResult, StatusParams } from '../../server/lsp/protocol';
import { eventually } from '../support/ask';
import { startClient, type Client } from './client';

const sentence = '青禾医疗有限公司在云汀市发布了新产品。\n';
const gb18030 = Buffer.from([0xc7, 0xe0, 0xba, 0xcc, 0xd2, 0xbd, 0xc1, 0xc6, 0xd3, 0xd0, 0xcf, 0xde, 0xb9, 0xab, 0xcb, 0xbe, 0xa1, 0xa3, 0x0a]);

/** Files as they turn up in people's folders. */
const files: Record<string, Buffer | string> = {
  'plain.txt': sentence,
  'empty.txt': '',
  'binary.txt': Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7) % 256)),
  'one-line.txt': sentence.trim().repeat(180_000),
  'invalid.txt': Buffer.concat([Buffer.from(sentence), Buffer.from([0xff, 0xfe, 0xfa, 0xc3]), Buffer.from(sentence)]),
  'gb18030.txt': gb18030,
  'utf16.txt': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(sentence, 'utf16le')]),
  'crlf.txt': sentence.repeat(3).replaceAll('\n', '\r\n'),
  'bom.txt': '\ufeff' + sentence,
};

describe('odd files', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'wenmai-odd-'));
  let client: Client;
  let reports: Map<string, ReportNode>;

  before(async () => {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    mkdirSync(join(folder, 'deep'));
    symlinkSync('..', join(folder, 'deep/loop'));
    symlinkSync('nowhere.txt', join(folder, 'dangling.txt'));
    writeFileSync(join(folder, 'unreadable.txt'), sentence);
    chmodSync(join(folder, 'unreadable.txt'), 0);
    client = await startClient(folder);
    await eventually(() => client.request<StatusParams>('wenmai/status', {}), ({ state, progress }) => state === 'ready' && progress.total > 0);
    const { folders } = await client.request<ReportsResult>('wenmai/reports', {});
    reports = new Map(folders.flatMap((each) => each.reports).map((report) => [report.path, report]));
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
    rmSync(folder, { recursive: true });
  });

  for (const name of Object.keys(files)) {
    it(`${name} is indexed, or left out with a reason`, () => {
      const report = reports.get(name);
      assert(report, `${name} is not listed`);
      assert.notEqual(report.state, 'indexing');
      if (report.state === 'skipped') assert(report.reason);
    });
  }

  it('text is read in its own encoding', () => {
    const encoding = (name: string) => reports.get(name)?.encoding;
    assert.deepEqual(['plain.txt', 'bom.txt', 'gb18030.txt', 'utf16.txt'].map(encoding), ['utf-8', 'utf-8', 'gb18030', 'utf-16le']);
    assert.equal(reports.get('binary.txt')?.state, 'skipped');
  });

  it('a loop of links does not list a report twice', () => {
    assert.equal([...reports.keys()].filter((path) => path.endsWith('plain.txt')).length, 1);
  });

  it('a file that goes away leaves the list', async () => {
    unlinkSync(join(folder, 'crlf.txt'));
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri('crlf.txt'), type: 3 }] });
    await eventually(() => client.request<ReportsResult>('wenmai/reports', {}),
      ({ folders }) => folders.every((each) => each.reports.every(({ path, state }) => path !== 'crlf.txt' || state === 'skipped')));
  });

  it('what was left out or doubtful is told by the status and in the log', async () => {
    const status = await client.request<StatusParams>('wenmai/status', {});
    assert(status.skipped.some(({ uri }) => uri.endsWith('binary.txt')));
    assert(status.doubtful.some(({ uri }) => uri.endsWith('invalid.txt')));
    await eventually(() => client.logs.find((line) => line.includes('binary.txt')));
  });
});
