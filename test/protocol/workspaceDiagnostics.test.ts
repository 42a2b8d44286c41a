import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../support/ask';
import { startClient, type Client } from './client';

interface Item { readonly uri: string; readonly kind: string; readonly resultId: string; readonly items?: readonly { readonly code?: string; readonly message: string }[] }

const revenue = (figure: string): string => `青禾医疗有限公司年报\n\n青禾医疗有限公司2023年营业收入为${figure}。\n`;

describe('diagnostics of all reports', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'wenmai-all-'));
  let client: Client;
  const told = new Map<string, Item[]>();
  /** What was told last of a report. */
  const last = (path: string): Item | undefined => told.get(client.uri(path))?.at(-1);
  const codes = (item: Item | undefined): string[] => (item?.items ?? []).map(({ code }) => code ?? '');

  before(async () => {
    writeFileSync(join(folder, 'a.txt'), revenue('5亿元'));
    writeFileSync(join(folder, 'b.txt'), revenue('5亿元'));
    writeFileSync(join(folder, 'c.txt'), '占比达120%。\n');
    client = await startClient(folder);
    client.on('$/progress', ({ token, value }: { token: string; value: { items: Item[] } }) => {
      if (token !== 'all') return;
      for (const item of value.items) told.set(item.uri, [...(told.get(item.uri) ?? []), item]);
    });
  });
  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('come at once to a client that takes no partial results', async () => {
    const { items } = await client.request<{ items: Item[] }>('workspace/diagnostic', { previousResultIds: [] });
    assert.deepEqual(items.map(({ uri }) => uri).sort(), ['a.txt', 'b.txt', 'c.txt'].map((path) => client.uri(path)));
    assert.deepEqual(codes(items.find(({ uri }) => uri.endsWith('c.txt'))), ['claim/impossible']);
    const previousResultIds = items.map(({ uri, resultId }) => ({ uri, value: resultId }));
    const again = await client.request<{ items: Item[] }>('workspace/diagnostic', { previousResultIds });
    assert.deepEqual(again.items.map(({ kind }) => kind), ['unchanged', 'unchanged', 'unchanged']);
  });

  it('are streamed, and so is what an edit changes in other reports', async () => {
    client.request('workspace/diagnostic', { previousResultIds: [], partialResultToken: 'all' }).catch(() => undefined);
    await eventually(() => told.size, (size) => size === 3, 'three reports');
    assert.deepEqual(codes(last('b.txt')), []);
    await client.open('a.txt', revenue('7亿元'));
    await eventually(() => codes(last('b.txt')), (found) => found.includes('claim/conflict'), 'conflict in the other report');
    assert.equal(told.get(client.uri('c.txt'))?.length, 1, 'a report that is not concerned is not told of again');
  });

  it('follow the tags that the same sentence has in another report', async () => {
    const tagged = (report: string, tag: string): void => {
      const exact = '青禾医疗有限公司2023年营业收入为';
      const quote = { type: 'TextQuoteSelector', exact, prefix: '青禾医疗有限公司年报\n\n', suffix: report === 'a.txt' ? '7亿元。\n' : '5亿元。\n' };
      const target = { source: report, selector: [quote, { type: 'TextPositionSelector', start: 12, end: 12 + exact.length }] };
      const annotation = { id: `urn:${report}:${tag}`, type: 'Annotation', motivation: 'classifying', creator: '周予棠', body: [{ type: 'TextualBody', purpose: 'tagging', value: tag }], target };
      mkdirSync(join(folder, `annotations/${report}`), { recursive: true });
      writeFileSync(join(folder, `annotations/${report}/周予棠.jsonl`), `${JSON.stringify(annotation)}\n`);
      void client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri(`annotations/${report}/周予棠.jsonl`), type: 2 }] });
    };
    writeFileSync(join(folder, 'codebook.yaml'), 'tags:\n  - id: finance\n    name: 财务\n  - id: staff\n    name: 人员\n');
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri('codebook.yaml'), type: 1 }] });
    tagged('a.txt', 'finance');
    tagged('b.txt', 'staff');
    await eventually(() => codes(last('b.txt')), (found) => found.includes('tag/elsewhere'), 'the other report has another tag');
    tagged('a.txt', 'staff');
    await eventually(() => codes(last('b.txt')), (found) => !found.includes('tag/elsewhere'), 'both have the same tag');
  });
});
