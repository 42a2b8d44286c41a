import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InitializationOptions, StatusParams } from '../../server/lsp/protocol';
import { eventually } from '../support/ask';
import { startClient } from './client';

/** 230 sections with 影像 in their titles. */
const report = Array.from({ length: 230 }, (_, at) => `## 第${at + 1}节 影像业务\n\n略。`).join('\n\n');

describe('a search that finds more than it lists', () => {
  const cases: [string, InitializationOptions, string][] = [
    ['says so in the status bar of VS Code', { hoverCommands: true }, 'wenmai/moreFound'],
    ['says so in a message to any other editor', {}, 'window/showMessage'],
  ];
  for (const [name, initializationOptions, method] of cases) {
    it(name, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'wenmai-'));
      writeFileSync(join(folder, '节.md'), report);
      const client = await startClient(folder, { locale: 'zh-cn', initializationOptions });
      const told = new Promise<{ message: string }>((resolve) => client.on(method, resolve));
      await eventually(() => client.request<StatusParams>('wenmai/status', {}), ({ state, reports }) => state === 'ready' && reports === 1);
      const found = await client.request<unknown[]>('workspace/symbol', { query: '影像业务' });
      assert.equal(found.length, 200);
      assert.equal((await told).message, '还有 30 个匹配未显示，请继续输入。');
      await client.stop();
      rmSync(folder, { recursive: true });
    });
  }
});
