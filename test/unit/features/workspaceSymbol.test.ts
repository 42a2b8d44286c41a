import assert from 'node:assert/strict';
import { emptyList } from '../../../server/entity/list';
import type { Entity } from '../../../server/entity/model';
import { findSymbols } from '../../../server/features/workspaceSymbol';
import { memoryCorpus, type MemoryCorpus } from '../../support/corpus';

describe('symbols of a corpus', () => {
  let corpus: MemoryCorpus;
  before(async function () {
    this.timeout(60_000);
    corpus = await memoryCorpus({ '甲.md': '# 观察\n\n## 一、平台\n\n霁川信息（300999.SZ）与澜岫智影（02345.HK）合作。\n' });
  });
  const names = (typed: string): string[] => findSymbols(corpus.indexer.snapshot(), typed).found.map(({ name }) => name);

  it('are found by name, and by the first letters of its pinyin', () => {
    assert.equal(names('澜岫')[0], '澜岫智影');
    assert.match(names('lxzy')[0] ?? '', /^澜岫智影/);
  });

  it('are found where a name of the list has two lines', async () => {
    const entity = (name: string, aliases: string[]): Entity => ({ id: name, name, type: 'company', aliases, attributes: {}, note: null, origin: 'list' });
    corpus.indexer.setEntityList({ ...emptyList, entities: [entity('霁川\n信息', ['霁川信息']), entity('澜岫智影', [])] });
    await corpus.indexer.settled();
    assert.match(names('信息')[0] ?? '', /^霁川/);
  });
});
