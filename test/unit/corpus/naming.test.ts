import assert from 'node:assert/strict';
import type { Engine } from '../../../server/corpus/engine';
import { createNaming } from '../../../server/corpus/naming';
import { contributionOf, readNames } from '../../../server/entity/contribution';
import { mergeDiscovered } from '../../../server/entity/merge';
import { reportedEntity, toReported, type Reported } from '../../../server/entity/reported';

const company = (name: string) => reportedEntity('company', name);
const grams = new Uint32Array(8).fill(0xffffffff);

/** An engine that merges, and is told of names; the first `failures` calls fail as those of a worker that died. */
function mergingEngine(failures = 0): { engine: Engine; told: string[] } {
  const told: string[] = [];
  const engine = {
    merge: (names: Uint8Array, hinted: []) => (failures-- > 0 ? Promise.reject(new Error('the worker died')) : Promise.resolve(JSON.stringify(toReported(mergeDiscovered(readNames(names), hinted))))),
    setNames(_: unknown, discovered: string) {
      told.push((JSON.parse(discovered) as Reported[]).map(([, name]) => name).join(' '));
      return Promise.resolve(['甲公司']);
    },
  };
  return { engine: engine as unknown as Engine, told };
}

describe('the names of a corpus', () => {
  it('are handed on when a report gives others, and concern the reports that may hold them', async () => {
    const { engine, told } = mergingEngine();
    const naming = createNaming(engine);
    naming.learn('b.txt', contributionOf([company('乙公司')], ''), grams);
    naming.learn('a.txt', contributionOf([company('甲公司')], ''), new Uint32Array(8));
    assert.deepEqual(await naming.merge(new Set()), ['b.txt']);
    assert.equal(naming.stale(), false);
    naming.learn('b.txt', contributionOf([company('乙公司')], ''), grams);
    assert.equal(naming.stale(), false);
    naming.forget('b.txt');
    assert.equal(naming.stale(), true);
    await naming.merge(new Set());
    assert.deepEqual(told, ['乙公司 甲公司', '甲公司']);
  });

  it('are still to be handed on where the worker died', async () => {
    const { engine, told } = mergingEngine(1);
    const naming = createNaming(engine);
    naming.learn('a.txt', contributionOf([company('甲公司')], ''), grams);
    await assert.rejects(naming.merge(new Set()));
    assert.equal(naming.stale(), true);
    await naming.merge(new Set());
    assert.deepEqual(told, ['甲公司']);
  });
});
