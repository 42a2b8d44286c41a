import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StatusParams } from '../../server/lsp/protocol';
import { root } from '../../scripts/root.mjs';
import { eventually, positionOf } from '../support/ask';
import { startClient, type Client } from './client';

const codebook = `tags:
  - id: cost
    name: 成本
    description: 谈到花费的段落；不含收入
  - id: upkeep
    name: 运维
    parent: cost
`;
const report = `---
title: 诊所的账本
tags: [运维]
---

第三方平台负责运维，每年收费。
`;

const listed = `---
title: 诊所的人手
tags:
  - 成本
---

护士轮班。
`;

interface Position { line: number; character: number }
interface Place { uri: string; range: { start: Position } }

describe('the codebook in an editor', () => {
  let folder = '';
  let client: Client;
  const at = (path: string, text: string, words: string, nth = 0) => ({ textDocument: { uri: client.uri(path) }, position: positionOf(text, words, { nth, inside: 1 }) });
  const places = (found: readonly Place[]): string[] => found.map(({ uri, range }) => `${uri.slice(uri.lastIndexOf('/') + 1)}:${range.start.line + 1}`).sort();

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'wenmai-'));
    writeFileSync(join(folder, 'a.md'), report);
    writeFileSync(join(folder, 'b.md'), listed);
    writeFileSync(join(folder, 'codebook.yaml'), codebook);
    client = await startClient(folder);
    await eventually(() => client.request<StatusParams>('wenmai/status', {}), ({ state, reports }) => state === 'ready' && reports === 2);
    await client.open('a.md');
    await client.open('b.md');
    await client.open('codebook.yaml');
    const passage = { start: { line: 5, character: 0 }, end: { line: 5, character: 5 } };
    await client.request('wenmai/annotate', { kind: 'tag', uri: client.uri('a.md'), passages: [[passage]], tags: ['upkeep'] });
  });
  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  it('has an outline of its tags, each with its path', async () => {
    const symbols = await client.request<{ name: string; detail: string }[]>('textDocument/documentSymbol', { textDocument: { uri: client.uri('codebook.yaml') } });
    assert.deepEqual(symbols.map(({ name }) => name), ['成本', '运维']);
    assert.match(symbols[1]?.detail ?? '', /成本.+运维/u);
  });

  it('tells on hover what a tag is for, and how often it was given', async () => {
    const card = await client.request<{ contents: { value: string } }>('textDocument/hover', at('codebook.yaml', codebook, '成本'));
    assert.match(card.contents.value, /谈到花费的段落/u);
    const used = await client.request<{ contents: { value: string } }>('textDocument/hover', at('a.md', report, '运维'));
    assert.match(used.contents.value, /1/u);
  });

  it('is where a tag in front matter leads to', async () => {
    const found = await client.request<{ targetUri?: string; uri?: string; targetSelectionRange?: { start: Position }; range?: { start: Position } }[]>('textDocument/definition', at('a.md', report, '运维'));
    assert.deepEqual(found.map(({ uri, targetUri, range, targetSelectionRange }) => [(uri ?? targetUri)?.endsWith('codebook.yaml'), (range ?? targetSelectionRange)?.start.line]), [[true, 4]]);
  });

  it('lists the uses of a tag, in front matter and annotations', async () => {
    const found = await client.request<Place[]>('textDocument/references', { ...at('codebook.yaml', codebook, '运维'), context: { includeDeclaration: false } });
    assert.deepEqual(places(found), ['a.md:3', 'a.md:6']);
  });

  it('completes tags in front matter and behind `parent`', async () => {
    const labels = async (asked: object): Promise<string[]> => {
      const found = await client.request<{ items?: { label: string }[] } | { label: string }[]>('textDocument/completion', asked);
      return (Array.isArray(found) ? found : (found.items ?? [])).map(({ label }) => label);
    };
    assert((await labels(at('a.md', report, '运维'))).includes('成本'));
    assert((await labels(at('b.md', listed, '成本'))).includes('运维'));
    assert.deepEqual(await labels(at('b.md', listed, '护士')), []);
    assert((await labels(at('codebook.yaml', codebook, 'cost', 1))).includes('cost'));
  });

  it('is renamed together with front matter', async () => {
    const edit = await client.request<{ documentChanges?: { textDocument?: { uri: string } }[] }>('textDocument/rename', { ...at('codebook.yaml', codebook, '运维'), newName: '维护' });
    const files = (edit.documentChanges ?? []).map(({ textDocument }) => textDocument?.uri.split('/').at(-1)).sort();
    assert.deepEqual(files, ['a.md', 'codebook.yaml']);
  });

  it('has a schema that the manifest names', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { contributes: { yamlValidation: { fileMatch: string; url: string }[] } };
    const entry = manifest.contributes.yamlValidation.find(({ fileMatch }) => fileMatch === 'codebook.yaml');
    const schema = JSON.parse(readFileSync(join(root, entry?.url ?? ''), 'utf8')) as { properties: Record<string, unknown> };
    assert('tags' in schema.properties);
  });
});
