import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../support/ask';
import { startClient, type Client } from './client';

interface Diagnostic { readonly range: { readonly start: { readonly line: number } }; readonly code?: string; readonly severity: number; readonly message: string }

describe('settings of rules', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'wenmai-settings-'));
  let client: Client;
  const pull = async (path: string): Promise<readonly Diagnostic[]> =>
    (await client.request<{ items?: readonly Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri: client.uri(path) } })).items ?? [];
  const found = async (): Promise<string[]> => (await pull('a.txt')).map(({ code, severity, message }) => `${code ?? ''} ${String(severity)} ${message}`);
  const write = async (yaml: string): Promise<void> => {
    const type = existsSync(join(folder, 'wenmai.yaml')) ? 2 : 1;
    writeFileSync(join(folder, 'wenmai.yaml'), yaml);
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri('wenmai.yaml'), type }] });
  };

  before(async () => {
    writeFileSync(join(folder, 'a.txt'), '市场份额达120%。\n');
    client = await startClient(folder, { settings: { wenmai: { rules: { 'claim/impossible': 'hint', 'tag/missing': { severity: 'error', required: ['财务'] } } } } });
    await client.open('a.txt');
  });
  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('come from the user, severity and options', async () => {
    assert.deepEqual(await found(), ['tag/missing 1 No tag of “财务” in this report.', 'claim/impossible 4 A share cannot be 120%: more than the whole.']);
  });

  it('come from wenmai.yaml, which wins', async () => {
    await write('rules:\n  claim/impossible: off\n  tag/missing: { required: [航运] }\n');
    await eventually(found, (all) => all.length === 1 && all[0] === 'tag/missing 2 No tag of “航运” in this report.', 'the option that wenmai.yaml sets');
  });

  it('that have no effect are told of in wenmai.yaml, by line', async () => {
    await write('rules:\n  claim/imposible: off\n  tag/missing:\n    required: 航运\n  claim/growth: { tolerance: 1 }\n');
    await eventually(async () => (await pull('wenmai.yaml')).map(({ range, message }) => `${String(range.start.line + 1)}: ${message}`), (all) => all.length === 3, 'three problems').then((all) => {
      assert.deepEqual(all, [
        '2: There is no rule “claim/imposible”. Did you mean “claim/impossible”?',
        '4: The option “required” of tag/missing is a list.',
        '5: claim/growth has no options.',
      ]);
    });
  });
});
