import assert from 'node:assert/strict';
import fc from 'fast-check';
import { gramsOf, mayHold } from '../../../server/corpus/grams';
import { noPaths } from '../../../server/corpus/posting';
import { createPostings, type FrozenPostings } from '../../../server/corpus/postings';
import { createShardedMap } from '../../../server/corpus/sharded';
import { difference } from '../../../server/corpus/symbols';
import { fold } from '../../../server/entity/fold';

describe('a sharded map', () => {
  it('holds what a map would hold, and frozen copies hold what it held then', () => {
    const write = fc.tuple(fc.string({ maxLength: 3 }), fc.option(fc.nat(), { nil: undefined }));
    fc.assert(
      fc.property(fc.array(write), fc.array(write), (first, second) => {
        const map = createShardedMap<number>();
        const model = new Map<string, number>();
        const apply = (writes: typeof first): void => {
          for (const [key, value] of writes) {
            if (value === undefined) {
              map.delete(key);
              model.delete(key);
            } else {
              map.set(key, value);
              model.set(key, value);
            }
          }
        };
        const sorted = (entries: Iterable<[string, number]>): [string, number][] => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
        apply(first);
        const frozen = map.freeze();
        const then = sorted(model);
        apply(second);
        assert.deepEqual(sorted(map.entries()), sorted(model));
        assert.equal(map.size, model.size);
        assert.deepEqual(sorted(frozen.entries()), then);
        assert.equal(frozen.size, then.length);
      }),
    );
  });
});

describe('postings', () => {
  it('forget a key that leads nowhere any more', () => {
    const postings = createPostings(noPaths());
    postings.set('澜岫', 'a.txt', 2);
    postings.set('澜岫', 'b.txt', 1);
    const before = postings.freeze();
    postings.set('澜岫', 'a.txt', undefined);
    postings.set('澜岫', 'b.txt', undefined);
    assert.equal(postings.freeze().has('澜岫'), false);
    assert.deepEqual([...(before.get('澜岫') ?? [])], [['a.txt', 2], ['b.txt', 1]]);
  });

  it('hold what maps of maps would hold, and frozen ones what they held then', () => {
    const writes = fc.array(fc.tuple(fc.constantFrom('澜岫', '霁川', '栎舟'), fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.option(fc.nat({ max: 2000 }), { nil: undefined })));
    const model = new Map<string, Map<string, number>>();
    const held = (postings: FrozenPostings): unknown => [...postings.entries()].map(([key, list]) => {
      const entries = [...list].sort();
      assert.deepEqual([list.size, [...list.keys()].sort(), entries.map(([path]) => [path, list.get(path)])], [entries.length, entries.map(([path]) => path), entries]);
      return [key, entries];
    }).sort();
    const expected = (): unknown => [...model].filter(([, list]) => list.size > 0).map(([key, list]) => [key, [...list].sort()]).sort();
    fc.assert(
      fc.property(writes, writes, (first, second) => {
        model.clear();
        const postings = createPostings(noPaths());
        const apply = (all: typeof first): void => {
          for (const [key, path, value] of all) {
            postings.set(key, path, value);
            const list = model.get(key) ?? new Map<string, number>();
            model.set(key, list);
            if (value === undefined) list.delete(path);
            else list.set(path, value);
          }
        };
        apply(first);
        const [frozen, then] = [postings.freeze(), expected()];
        apply(second);
        assert.deepEqual([held(frozen), held(postings.freeze())], [then, expected()]);
      }),
    );
  });

  it('are not touched by an edit that moves no symbol', () => {
    const changes = (before: Record<string, number>, after: Record<string, number>): unknown[] => {
      const calls: unknown[] = [];
      const map = (record: Record<string, number>): Map<string, number> => new Map(Object.entries(record));
      difference(map(before), map(after), (key, value) => calls.push([key, value]));
      return calls;
    };
    assert.deepEqual(changes({ a: 1, b: 2 }, { b: 2, a: 1 }), []);
    assert.deepEqual(changes({ a: 1, b: 2 }, { b: 3, c: 1 }), [['a', undefined], ['b', 3], ['c', 1]]);
  });
});

describe('the pairs of a report', () => {
  it('never deny a name that the report holds', () => {
    const han = fc.string({ unit: fc.constantFrom(...'澜岫智影霁川信息ＡＢab 1'), minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(han, fc.nat(), fc.integer({ min: 2, max: 8 }), (text, at, length) => {
        const start = at % text.length;
        assert.ok(mayHold(gramsOf(text), fold(text.slice(start, start + length))));
      }),
    );
  });

  it('deny nearly all names that it does not hold', () => {
    const grams = gramsOf('霁川信息在云汀市上线了县域影像平台，'.repeat(200));
    const names = ['澜岫智影', '栎舟医数', '沅陌药业', '砚禾生物', '国家药品监督管理局'];
    assert.deepEqual(names.filter((name) => mayHold(grams, name)), []);
  });
});
