import assert from 'node:assert/strict';
import { mergeRelated } from '../../../client/commands/related';
import type { LinkItem } from '../../../server/lsp/protocol';

const item = (uri: string | null, reason: string): LinkItem => ({ uri, title: uri ?? '未收录的文件', reason, strength: 1, places: [] });

describe('Open Related Report…', () => {
  it('lists each report once with all reasons, those with most kinds of links first, and no document without a report', () => {
    const related = mergeRelated([item('a', '2 处引用'), item(null, '1 处引用'), item('b', '1 处引用'), item('b', '3 个共同实体')]);
    assert.deepEqual(related.map(({ uri, reasons }) => [uri, reasons.join(' · ')]), [['b', '1 处引用 · 3 个共同实体'], ['a', '2 处引用']]);
  });
});
