import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually } from '../support/ask';
import { startClient, type Client } from './client';

interface Diagnostic { readonly range: { readonly start: { readonly line: number; readonly character: number }; readonly end: object }; readonly code?: string; readonly severity: number; readonly message: string; readonly codeDescription?: { readonly href: string }; readonly relatedInformation?: readonly object[] }
interface Report { readonly kind: string; readonly resultId: string; readonly items?: readonly Diagnostic[] }
interface Action { readonly title: string; readonly edit?: { readonly documentChanges: readonly { readonly kind?: string; readonly textDocument?: { readonly uri: string }; readonly edits?: readonly { readonly newText: string }[] }[] } }

const growing = '港务费收入从 120 万元增至 180 万元，同比增长 40%。\n';
const spaces = `${'港口的吞吐量在这一年里保持了平稳的增长，散货略有下降，泊位等级有所提升。'.repeat(150)}\n\n${Array.from({ length: 7 }, () => '泊 位的吞 吐量都在增长，其余从略。').join('\n\n')}\n`;
const severity = { error: 1, warning: 2, hint: 4 };

describe('diagnostics of one report', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'wenmai-one-'));
  let client: Client;
  let refreshes = 0;
  const settings = { wenmai: { rules: { 'claim/parts': 'off', 'claim/impossible': 'error' } } };
  const pull = (path: string, previousResultId?: string): Promise<Report> => client.request('textDocument/diagnostic', { textDocument: { uri: client.uri(path) }, previousResultId });
  const rules = ({ items }: Report): string[] => (items ?? []).map(({ code, severity: weight }) => `${code ?? ''} ${String(weight)}`);
  const change = async (path: string, version: number, text: string): Promise<void> => client.notify('textDocument/didChange', { textDocument: { uri: client.uri(path), version }, contentChanges: [{ text }] });
  /** Writes a file of the corpus and tells the server, as an editor that watches files does. */
  const write = async (path: string, text: string): Promise<void> => {
    writeFileSync(join(folder, path), text);
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri(path), type: existsSync(join(folder, path)) ? 2 : 1 }] });
  };

  before(async () => {
    writeFileSync(join(folder, 'a.txt'), `${growing}\n拥有 15 张证书（10、3、3）。\n\n市场份额达120%。\n`);
    writeFileSync(join(folder, 'b.txt'), growing);
    writeFileSync(join(folder, 'many.txt'), `市场份额达120%。\n\n`.repeat(230));
    writeFileSync(join(folder, 'spaces.txt'), spaces);
    client = await startClient(folder, { settings });
    client.on('workspace/diagnostic/refresh', () => { refreshes++; });
    for (const path of ['a.txt', 'b.txt', 'many.txt', 'spaces.txt']) await client.open(path);
  });
  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('follow the user’s settings, and come with a page that says why', async () => {
    const report = await pull('a.txt');
    assert.deepEqual(rules(report), [`claim/growth ${String(severity.warning)}`, `claim/impossible ${String(severity.error)}`]);
    const page = fileURLToPath(report.items?.[0]?.codeDescription?.href ?? '');
    assert.match(readFileSync(page, 'utf8'), /claim\/growth/);
  });

  it('are not sent again while they are the same', async () => {
    const [a, b] = [await pull('a.txt'), await pull('b.txt')];
    assert.equal((await pull('a.txt', a.resultId)).kind, 'unchanged');
    await change('a.txt', 2, growing);
    const edited = await eventually(() => pull('a.txt', a.resultId), ({ kind }) => kind === 'full', 'the edited report');
    assert.deepEqual(rules(edited), [`claim/growth ${String(severity.warning)}`]);
    assert.equal((await pull('b.txt', b.resultId)).kind, 'unchanged', 'the other report');
  });

  it('are two hundred at most; the rest is counted', async () => {
    const { items = [] } = await pull('many.txt');
    assert.equal(items.length, 201);
    assert.match(items.at(-1)?.message ?? '', /^30 more findings/);
  });

  it('tell hints of one kind together', async () => {
    const { items = [] } = await pull('spaces.txt');
    const [hint, ...more] = items;
    assert.ok(hint && more.length === 0);
    assert.equal(hint.severity, severity.hint);
    assert.match(hint.message, / 13 more like this/);
    assert.equal(hint.relatedInformation?.length, 13);
  });

  it('are asked for again after edits of the entity list and the codebook, not of a report', async () => {
    const before = refreshes;
    await change('b.txt', 2, `${growing}\n又一段。\n`);
    await pull('b.txt');
    assert.equal(refreshes, before);
    await write('entities.yaml', 'entities:\n  - name: 澜港航运\n    type: company\n');
    await eventually(() => refreshes, (count) => count === before + 1, 'the entity list');
    await write('codebook.yaml', 'tags:\n  - id: finance\n    name: 财务\n');
    await eventually(() => refreshes, (count) => count === before + 2, 'the codebook');
  });

  it('are let stand by an action, with a reason in wenmai.yaml, where their weight is set as well', async () => {
    const { items = [] } = await pull('b.txt');
    const [finding] = items;
    assert.ok(finding);
    const actions = await client.request<Action[]>('textDocument/codeAction', { textDocument: { uri: client.uri('b.txt') }, range: finding.range, context: { diagnostics: [finding] } });
    const stand = actions.find(({ title }) => title.includes('stand'));
    const edits = stand?.edit?.documentChanges ?? [];
    assert.deepEqual(edits.map(({ kind }) => kind), ['create', undefined]);
    const yaml = edits[1]?.edits?.[0]?.newText ?? '';
    assert.match(yaml, /rule: claim\/growth[^]*report: b\.txt[^]*reason:/);
    await write('wenmai.yaml', yaml);
    await eventually(async () => rules(await pull('b.txt')), (found) => found.length === 0, 'nothing in the report let stand');
    await write('wenmai.yaml', `${yaml}rules:\n  claim/growth: { severity: error }\n`);
    await eventually(async () => rules(await pull('a.txt')), (found) => found[0] === `claim/growth ${String(severity.error)}`, 'the weight that wenmai.yaml sets');
  });
});
