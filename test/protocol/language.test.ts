import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StatusParams } from '../../server/lsp/protocol';
import { eventually, positionOf } from '../support/ask';
import { startClient, type Client } from './client';

const profile = `# 行业观察

## 一、企业

澜岫智影（02345.HK）是一家影像软件企业，成立于2016年。

图表 1 澜岫智影的收入

| 年份 | 收入 |
| --- | --- |
| 2023 | 3.1 亿元 |
| 2024 | 3.4 亿元 |

图表 1 澜岫智影的客户

见图表 1。
`;
const news = `---
title: 澜岫智影发布新品
tags: [影像, 传闻]
---

**要闻**

澜岫智影昨日发布了新品。分析人士认为，澜岫智影的收入还会增长。
`;

interface Place { uri: string; range: { start: { line: number; character: number }; end: { line: number; character: number } } }
interface Symbol { name: string; children?: Symbol[] }

describe('the server, asked as an editor asks', () => {
  let folder = '';
  let client: Client;
  const textDocument = (path: string): { textDocument: { uri: string } } => ({ textDocument: { uri: client.uri(path) } });
  const at = (path: string, text: string, words: string, nth = 0) => ({ ...textDocument(path), position: positionOf(text, words, { nth, inside: 1 }) });

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'wenmai-'));
    mkdirSync(join(folder, 'news'));
    writeFileSync(join(folder, 'profile.md'), profile);
    writeFileSync(join(folder, 'news', '快讯.md'), news);
    writeFileSync(join(folder, 'codebook.yaml'), 'tags:\n  - id: imaging\n    name: 影像\n');
    client = await startClient(folder, { locale: 'zh-cn' });
    await eventually(() => client.request<StatusParams>('wenmai/status', {}), ({ state, reports }) => state === 'ready' && reports === 2);
    await client.open('profile.md');
    await client.open('news/快讯.md');
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
    assert.equal(client.stderr(), '');
    rmSync(folder, { recursive: true });
  });

  it('gives the outline of sections, figures and tables', async () => {
    const symbols = await client.request<Symbol[]>('textDocument/documentSymbol', textDocument('profile.md'));
    const names = (list: Symbol[]): unknown[] => list.map(({ name, children = [] }) => (children.length > 0 ? [name, names(children)] : name));
    assert.deepEqual(names(symbols), [['一 企业', ['图表 1 澜岫智影的收入', '图表 1 澜岫智影的客户']]]);
  });

  it('says in a hover what an entity is, how often and where it occurs', async () => {
    const hover = await client.request<{ contents: { value: string }; range: unknown }>('textDocument/hover', at('news/快讯.md', news, '澜岫智影', 1));
    const { value } = hover.contents;
    assert.match(value, /\*\*澜岫智影\*\* · 企业 · 候选/);
    assert.match(value, /6 处 \/ 2 份报告/);
    assert.match(value, /02345/);
    assert.match(value, /成立于2016年/);
    assert.match(value, /profile\.md#L\d+,\d+/);
    assert.ok(value.split('\n').filter((line) => line !== '').length <= 12);
    const start = positionOf(news, '澜岫智影', { nth: 1 });
    assert.deepEqual(hover.range, { start, end: { line: start.line, character: start.character + 4 } });
  });

  it('leads from a mention to the introduction in the other report', async () => {
    const links = await client.request<{ targetUri: string; targetRange: Place['range'] }[]>('textDocument/definition', at('news/快讯.md', news, '澜岫智影', 1));
    assert.deepEqual(links.map(({ targetUri }) => targetUri), [client.uri('profile.md')]);
    assert.equal(links[0]?.targetRange.start.line, positionOf(profile, '澜岫智影（02345').line);
  });

  it('lists all mentions in both reports', async () => {
    const params = { ...at('news/快讯.md', news, '澜岫智影', 1), context: { includeDeclaration: true } };
    const places = await client.request<Place[]>('textDocument/references', params);
    const count = (path: string): number => places.filter(({ uri }) => uri === client.uri(path)).length;
    assert.deepEqual([count('profile.md'), count('news/快讯.md')], [3, 3]);
  });

  it('offers both figures where two carry one number', async () => {
    const links = await client.request<unknown[]>('textDocument/definition', at('profile.md', profile, '图表 1', 2));
    assert.ok(links.length >= 1);
  });

  it('finds entities by pinyin, initials and characters', async () => {
    for (const query of ['澜岫', 'lanxiu', 'lxzy']) {
      const found = await client.request<{ name: string }[]>('workspace/symbol', { query });
      assert.ok(found[0]?.name.startsWith('澜岫智影'), `${query}: ${JSON.stringify(found[0])}`);
    }
  });

  it('reports a figure number used twice and a tag that the codebook lacks', async () => {
    const codes = async (path: string): Promise<string[]> => {
      const report = await client.request<{ items: { code: string; message: string }[] }>('textDocument/diagnostic', textDocument(path));
      return report.items.map(({ code }) => code);
    };
    assert.ok((await codes('profile.md')).includes('structure/duplicate-number'));
    assert.deepEqual((await codes('news/快讯.md')).filter((code) => code.startsWith('tag/')), ['tag/unknown']);
  });

  it('says that diagnostics have not changed when they have not', async () => {
    const first = await client.request<{ kind: string; resultId: string }>('textDocument/diagnostic', textDocument('profile.md'));
    const second = await client.request<{ kind: string }>('textDocument/diagnostic', { ...textDocument('profile.md'), previousResultId: first.resultId });
    assert.deepEqual([first.kind, second.kind], ['full', 'unchanged']);
  });

  it('folds, selects and highlights', async () => {
    const folds = await client.request<{ startLine: number }[]>('textDocument/foldingRange', textDocument('profile.md'));
    const lines = ['## 一、企业', '| 年份'].map((words) => positionOf(profile, words).line);
    assert.deepEqual(folds.map(({ startLine }) => startLine), lines);
    const position = positionOf(news, '澜岫智影', { nth: 2, inside: 1 });
    const [selection] = await client.request<{ range: Place['range']; parent?: unknown }[]>('textDocument/selectionRange', { ...textDocument('news/快讯.md'), positions: [position] });
    assert.ok(selection !== undefined);
    assert.deepEqual(selection.range.start, positionOf(news, '澜岫智影', { nth: 2 }));
    assert.notEqual(selection.parent, undefined);
    const highlights = await client.request<unknown[]>('textDocument/documentHighlight', { ...textDocument('news/快讯.md'), position });
    assert.equal(highlights.length, 3);
  });

  it('follows edits as they are typed', async () => {
    const uri = client.uri('news/快讯.md');
    const end = positionOf(`${news}$`, '$');
    await client.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: end, end }, text: '\n**续报**\n\n澜岫智影回应。\n' }],
    });
    const symbols = await client.request<Symbol[]>('textDocument/documentSymbol', textDocument('news/快讯.md'));
    assert.ok(JSON.stringify(symbols).includes('续报'));
    const hover = await client.request<{ contents: { value: string } }>('textDocument/hover', at('news/快讯.md', `${news}\n**续报**\n\n澜岫智影回应。\n`, '澜岫智影', 3));
    assert.match(hover.contents.value, /7 处 \/ 2 份报告/);
  });

  it('confirms a candidate by an edit of entities.yaml and shows it at once', async () => {
    const position = positionOf(profile, '澜岫智影', { inside: 1 });
    const actions = await client.request<{ title: string; edit: { documentChanges: { edits?: { newText: string }[] }[] } }[]>('textDocument/codeAction', {
      ...textDocument('profile.md'), range: { start: position, end: position }, context: { diagnostics: [] },
    });
    const confirm = actions.find(({ title }) => title === '确认实体“澜岫智影”');
    const yaml = confirm?.edit.documentChanges.flatMap(({ edits = [] }) => edits.map(({ newText }) => newText)).join('') ?? '';
    assert.match(yaml, /name: 澜岫智影\n\s+type: company/);
    writeFileSync(join(folder, 'entities.yaml'), yaml);
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri('entities.yaml'), type: 1 }] });
    await eventually(
      () => client.request<{ contents: { value: string } }>('textDocument/hover', { ...textDocument('profile.md'), position }),
      ({ contents }) => contents.value.includes('已确认'),
    );
    const entry = await client.request<Place>('textDocument/typeDefinition', { ...textDocument('profile.md'), position });
    assert.equal(entry.uri, client.uri('entities.yaml'));
    const tokens = await eventually(
      () => client.request<{ data: number[] }>('textDocument/semanticTokens/full', textDocument('profile.md')),
      ({ data }) => data.length > 0,
    );
    assert.equal(tokens.data.length, 3 * 5);
  });

  it('answers what it does not know with nothing', async () => {
    const position = { line: 0, character: 0 };
    for (const uri of ['untitled:Untitled-1', client.uri('none.txt'), 'git:/a/b.txt', 'file:///elsewhere/a.txt']) {
      for (const method of ['hover', 'definition', 'documentSymbol', 'foldingRange', 'documentHighlight']) {
        assert.equal(await client.request(`textDocument/${method}`, { textDocument: { uri }, position }), null, `${method} ${uri}`);
      }
    }
  });
});
