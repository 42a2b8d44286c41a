import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LinksResult, LostTarget } from '../../server/lsp/protocol';
import { eventually, positionOf } from '../support/ask';
import { startClient, type Client } from './client';

const yearly = '# 示例行业年度报告\n\n## 1.1 政策\n\n2023年5月，国家卫生健康委印发《示例产业数字化实施方案》，提出建成一批示范项目，并且明确了责任分工和保障措施。\n\n## 1.2 市场\n\n政策见第 1.1 节。\n';
const brief = '# 样例行业季度简报\n\n## 动态\n\n各地落实《示例产业数字化实施方案》，另见《示例行业年度报告》和[年报](年报.md)，来源为 https://www.example.com/a 。\n';
const annotation = (source: string): string => `${JSON.stringify({ id: 'urn:uuid:7', type: 'Annotation', body: [], target: { source, selector: [{ type: 'TextQuoteSelector', exact: '政策', prefix: '', suffix: '' }] } })}\n`;

interface Item { name: string; uri: string; data: unknown }
interface Edit { documentChanges: ({ kind: string; oldUri: string; newUri: string } | { textDocument: { uri: string }; edits: { newText: string }[] })[] }

describe('citations, asked as an editor asks', () => {
  let folder = '';
  let client: Client;
  const textDocument = (path: string) => ({ textDocument: { uri: client.uri(path) } });
  const at = (path: string, text: string, words: string) => ({ ...textDocument(path), position: positionOf(text, words, { inside: 1 }) });

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'wenmai-'));
    mkdirSync(join(folder, 'annotations/年报.md'), { recursive: true });
    writeFileSync(join(folder, '年报.md'), yearly);
    writeFileSync(join(folder, '简报.md'), brief);
    writeFileSync(join(folder, 'annotations/年报.md/甲.jsonl'), annotation('年报.md'));
    client = await startClient(folder, { settings: { wenmai: { lens: { citations: true } } } });
    await eventually(() => client.request<LinksResult | null>('wenmai/links', { uri: client.uri('年报.md') }), (links) => links.groups.some(({ items }) => items.length > 0));
  });
  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('links lead to pages and to other reports, by title and by file', async () => {
    const links = await client.request<{ target: string }[]>('textDocument/documentLink', textDocument('简报.md'));
    assert.deepEqual(links.map(({ target }) => decodeURIComponent(target.slice(target.lastIndexOf('/') + 1))), ['年报.md#L5,19', '年报.md#L1,1', '年报.md#L1,1', 'a']);
  });

  it('the hierarchy of a document unfolds to the reports that cite it and to what they cite', async () => {
    const [item] = await client.request<Item[]>('textDocument/prepareCallHierarchy', at('简报.md', brief, '示例产业数字化'));
    assert.ok(item);
    const citing = await client.request<{ from: Item; fromRanges: unknown[] }[]>('callHierarchy/incomingCalls', { item });
    assert.deepEqual(citing.map(({ from, fromRanges }) => [from.name, fromRanges.length]), [['示例行业年度报告', 1], ['样例行业季度简报', 1]]);
    const cited = await client.request<{ to: Item }[]>('callHierarchy/outgoingCalls', { item: citing[1]?.from });
    assert.deepEqual(cited.map(({ to }) => to.name).slice(0, 2), ['示例产业数字化实施方案', '示例行业年度报告']);
  });

  it('counts stand above what is cited, for those who want them', async () => {
    const lenses = await client.request<{ command: { title: string; command: string }; range: { start: { line: number } } }[]>('textDocument/codeLens', textDocument('年报.md'));
    assert.deepEqual(lenses.map(({ range, command }) => [range.start.line, command.title]), [[0, 'cited 2 times'], [2, 'cited 1 times']]);
  });

  it('a dossier comes as a virtual document, and for a file with links relative to it', async () => {
    const ref = encodeURIComponent(JSON.stringify({ folder: client.uri('').replace(/\/$/, ''), id: 'document:示例产业数字化实施方案' }));
    const uri = `wenmai:/${encodeURIComponent('方案.md')}?${ref}`;
    const { text } = await client.request<{ text: string }>('workspace/textDocumentContent', { uri });
    assert.match(text, /^# 示例产业数字化实施方案\n[^]*2023年5月[^]*\]\(file:[^)]*#L5,/);
    const saved = await client.request<string>('wenmai/dossier', { uri, savedAs: client.uri('笔记/方案.md') });
    assert.match(saved, /\]\(\.\.\/[^)/]*\.md#L5,/);
    assert.equal((await client.request<{ text: string }>('workspace/textDocumentContent', { uri: 'wenmai:/x.md?nonsense' })).text, '');
  });

  it('a report is quoted after the standard', async () => {
    assert.equal(await client.request('wenmai/citation', { uri: client.uri('年报.md') }), '示例行业年度报告[R]. [出版地不详]: [出版者不详].');
    assert.equal(await client.request('wenmai/citation', { uri: client.uri('没有.md') }), null);
  });

  it('annotations move with their report', async () => {
    const edit = await eventually(() => client.request<Edit | null>('workspace/willRenameFiles', { files: [{ oldUri: client.uri('年报.md'), newUri: client.uri('旧/年报.md') }] }));
    const to = client.uri('annotations/旧/年报.md/甲.jsonl');
    assert.deepEqual(edit.documentChanges[0], { kind: 'rename', oldUri: client.uri('annotations/年报.md/甲.jsonl'), newUri: to, options: { overwrite: false, ignoreIfExists: true } });
    const change = edit.documentChanges[1];
    assert.ok(change && 'edits' in change);
    assert.deepEqual([change.textDocument.uri, change.edits[0]?.newText], [to, annotation('旧/年报.md')]);
  });

  it('what a deletion leaves without a target is told', async () => {
    const lost: LostTarget[] = [];
    client.on('wenmai/lostTargets', ({ places }: { places: LostTarget[] }) => lost.push(...places));
    const files = [{ uri: client.uri('年报.md') }];
    assert.equal(await client.request('workspace/willDeleteFiles', { files }), null);
    rmSync(join(folder, '年报.md'));
    await client.notify('workspace/didDeleteFiles', { files });
    await eventually(() => lost.length, (count) => count === 3);
    assert.deepEqual(lost.map(({ text, range }) => [text, range.start.line]), [['示例产业数字化实施方案', 4], ['示例行业年度报告', 4], ['年报.md', 4]]);
    await eventually(() => client.request<unknown[]>('textDocument/documentLink', textDocument('简报.md')), (links) => links.length === 1);
  });
});
