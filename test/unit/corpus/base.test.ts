import assert from 'node:assert/strict';
import fc from 'fast-check';
import { makeBase, openBase } from '../../../server/corpus/base/base';
import { fromPlanes, planesOf } from '../../../server/corpus/base/parts';
import { openPostings, packPostings } from '../../../server/corpus/base/postings';
import { turns } from '../../../server/corpus/turns';
import { createCorpus, type Snapshot } from '../../../server/corpus/corpus';
import { digestIn, giveDigest, makeDigest, partsOfDigest } from '../../../server/corpus/digest';
import type { ReportIndex } from '../../../server/corpus/model';
import { lazyReport, packReport, unpacked } from '../../../server/corpus/packed/report';
import { noPaths } from '../../../server/corpus/posting';
import { createPostings, type FrozenPostings } from '../../../server/corpus/postings';
import { symbolKinds } from '../../../server/corpus/symbols';
import { memoryCorpus } from '../../support/corpus';

const texts = {
  'a.txt': '# 影像平台\n\n澜岫智影科技有限公司（以下简称“澜岫智影”）成立于2016年，员工300人。\n\n图表 1 澜岫智影的收入\n\n《云汀市智慧医疗管理办法》印发。',
  'b.txt': '# 云汀市智慧医疗管理办法\n\n第一条 澜岫智影与霁川信息科技有限公司合作，员工310人。',
  'c.txt': '澜岫智影发布新品，见《云汀市智慧医疗管理办法》。',
};

const plain = (postings: FrozenPostings): unknown => [...postings.entries()].map(([key, list]) => [key, [...list].sort()]).sort(([a], [b]) => ((a as string) < (b as string) ? -1 : 1));

/** The corpus as it comes back from the base of a snapshot, without the reports in `gone`. */
async function throughBase(snapshot: Snapshot, gone: readonly string[]): Promise<Snapshot> {
  const bytes = new Map([...snapshot.reports.entries()].map(([path, index]) => [path, packReport(index)]));
  const entities = new Map([...snapshot.reports.entries()].flatMap(([, index]) => index.entities.map((entity) => [entity.id, entity])));
  const base = await openBase(await makeBase(snapshot, () => 1));
  const kept = base.reports.filter(({ head }) => !gone.includes(head.path));
  const indexes = kept.map(({ head, digest }): ReportIndex => {
    const index = lazyReport(head, () => bytes.get(head.path) as Uint8Array, (id) => entities.get(id));
    giveDigest(index, digest);
    return index;
  });
  const corpus = createCorpus();
  corpus.begin(base.lists, indexes);
  return corpus.snapshot();
}

describe('the base of a corpus', () => {
  it('is the corpus again, with every list and every place', async () => {
    const { indexer } = await memoryCorpus(texts);
    const before = indexer.snapshot();
    const after = await throughBase(before, []);
    assert.equal(after.reports.size, 3);
    for (const [path, index] of before.reports.entries()) assert.deepEqual(unpacked(after.reports.get(path) as ReportIndex), index);
    for (const kind of symbolKinds) assert.deepEqual(plain(after[kind]), plain(before[kind]));
    for (const [, index] of before.reports.entries()) {
      const digest = digestIn(after.reports.get(index.path) as ReportIndex);
      for (const { entity, spans } of index.mentions) assert(digest.mentionsOf(entity).some(({ start }) => start === spans[0]?.start));
      assert.deepEqual(digest.parts, partsOfDigest(makeDigest(index)));
    }
  });

  it('is without a report what the corpus is without it', async () => {
    const memory = await memoryCorpus(texts);
    const { indexer } = memory;
    const after = await throughBase(indexer.snapshot(), ['b.txt']);
    await memory.put('b.txt', null);
    const without = indexer.snapshot();
    for (const kind of ['mentions', 'citations', 'statements'] as const) assert.deepEqual(plain(after[kind]), plain(without[kind]));
    assert.equal(after.mentions.size, without.mentions.size);
  });

  it('is left by reports that change, and its lists are what other lists would be', async () => {
    const paths = ['a', 'b', 'c', 'd'];
    const numberOf = new Map(paths.map((path, number) => [path, number]));
    /** What a report stands under, by key. */
    const held = fc.dictionary(fc.constantFrom('k', 'l', 'm'), fc.nat(3));
    const change = fc.record({ path: fc.constantFrom(...paths, 'e'), held });
    await fc.assert(fc.asyncProperty(fc.array(held, { minLength: 4, maxLength: 4 }), fc.subarray(paths), fc.array(change), async (first, atStart, changes) => {
      const now = new Map(first.map((keys, number) => [paths[number] as string, keys]));
      const listsOf = (reports: ReadonlyMap<string, Record<string, number>>): FrozenPostings => {
        const postings = createPostings(noPaths());
        for (const [path, keys] of reports) for (const [key, value] of Object.entries(keys)) postings.set(key, path, value);
        return postings.freeze();
      };
      const base = openPostings(await packPostings(listsOf(now), numberOf, turns()), { paths, numberOf });
      const gone = Uint8Array.from(paths, (path) => (atStart.includes(path) ? 1 : 0));
      for (const path of atStart) now.delete(path);
      const over = createPostings(noPaths(), { base, gone });
      for (const { path, held: keys } of changes) {
        const [number, before] = [numberOf.get(path), over.freeze()];
        const was = plain(before);
        if (number !== undefined && gone[number] === 0) {
          gone[number] = 1;
          over.leave(Object.keys(now.get(path) ?? {}));
        } else for (const key of Object.keys(now.get(path) ?? {})) over.set(key, path, undefined);
        for (const [key, value] of Object.entries(keys)) over.set(key, path, value);
        now.set(path, keys);
        assert.deepEqual(plain(before), was);
      }
      const frozen = over.freeze();
      assert.deepEqual(plain(frozen), plain(listsOf(now)));
      assert.equal(frozen.size, [...frozen.entries()].length);
      assert.equal(over.size, frozen.size);
      for (const [key, list] of frozen.entries()) {
        assert.equal(list.size, [...list].length);
        for (const path of [...paths, 'e']) assert.equal(list.get(path), now.get(path)?.[key]);
        assert.deepEqual([frozen.has(key), [...(frozen.get(key) ?? [])]], [true, [...list]]);
      }
    }));
  });
});

describe('numbers in byte planes', () => {
  const backAgain = async (numbers: Uint32Array): Promise<Uint32Array> => fromPlanes(await planesOf(numbers, turns()), turns());
  it('read back equal, whether they rise, fall or leap', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 0xffffffff })), async (numbers) => {
      assert.deepEqual([...await backAgain(Uint32Array.from(numbers))], numbers);
    }));
  });
  it('read back equal where there are many', async () => {
    const numbers = Uint32Array.from({ length: 300_001 }, (_, i) => (i * 2_654_435_761) % (i % 3 === 0 ? 4_294_967_296 : 900));
    assert.deepEqual(await backAgain(numbers), numbers);
  });
});
