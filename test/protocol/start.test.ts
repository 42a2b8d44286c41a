import assert from 'node:assert/strict';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';
import { startClient } from './client';

describe('right after the start', () => {
  it('the outline of a document just opened is answered in full, not with nothing', async () => {
    const client = await startClient(join(root, 'seeds'));
    const report = 'reports/研究/医疗人工智能落地观察2025.txt';
    await client.open(report);
    const symbols = await client.request<unknown[] | null>('textDocument/documentSymbol', { textDocument: { uri: client.uri(report) } });
    assert((symbols?.length ?? 0) > 0);
    assert.equal(await client.stop(), 0);
  });
});
