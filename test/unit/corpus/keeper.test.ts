import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { makeBase, openBase, openLists, type BaseBytes } from '../../../server/corpus/base/base';
import type { Cache } from '../../../server/corpus/cache/cache';
import type { BaseLists } from '../../../server/corpus/corpus';
import { createKeeper } from '../../../server/corpus/keeper';
import { packReport } from '../../../server/corpus/packed/report';
import { memoryCorpus } from '../../support/corpus';

/** A cache that copies what it is given when it comes to it, as one that compresses in another thread does. */
function slowCache(saved: BaseBytes[]): Cache {
  return {
    text: () => Promise.resolve(null), bytes: () => Promise.resolve(null), has: () => false, record: () => null,
    async *records() { /* holds none */ },
    opened: () => undefined, put: () => undefined, clear: () => Promise.resolve(), close: () => Promise.resolve(),
    async save({ base, digests }) {
      await turn();
      if (base instanceof Uint8Array && digests instanceof Uint8Array) saved.push({ lists: Uint8Array.from(base), digests: Uint8Array.from(digests) });
    },
  };
}

describe('the base that is saved', () => {
  it('is as it was made, though whoever stands on it writes in its bytes', async () => {
    const { indexer } = await memoryCorpus({ 'a.txt': '澜岫智影科技有限公司（以下简称“澜岫智影”）成立于2016年。', 'b.txt': '澜岫智影与霁川信息科技有限公司合作。' });
    const snapshot = indexer.snapshot();
    const saved: BaseBytes[] = [];
    const keeper = createKeeper(slowCache(saved), '', { unpack: () => assert.fail(), recall: () => assert.fail() });
    for (const [path, index] of snapshot.reports.entries()) {
      keeper.learn(path, { stamp: '1', hash: index.hash, contribution: { names: new Uint8Array(), hints: '' }, grams: new Uint32Array() });
      keeper.indexed(path, index.hash, packReport(index));
    }
    const plain = (lists: BaseLists): unknown => [...lists.postings.mentions.without(new Uint8Array(2)).entries()].map(([key, list]) => [key, [...list]]);
    let stood: unknown;
    keeper.save('names', { snapshot, based: (bytes) => (stood = plain(openLists(bytes).lists)) });
    await keeper.close();
    const base = await openBase(saved[0] as BaseBytes);
    assert.deepEqual(base.reports.map(({ head }) => head.path), ['a.txt', 'b.txt']);
    const { lists: fresh } = await openBase(await makeBase(snapshot, () => 1));
    assert.deepEqual(plain(base.lists), plain(fresh));
    assert.deepEqual(stood, plain(fresh));
  });
});
