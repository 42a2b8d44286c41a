import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allNames, contributionOf, readNames } from '../../../server/entity/contribution';
import { createHintCounts, mergeDiscovered } from '../../../server/entity/merge';
import type { Entity } from '../../../server/entity/model';
import { reportedEntity } from '../../../server/entity/reported';

const entity = fc.record({ name: fc.constantFrom('Yidu Core', 'YiduCore', '甲公司', '乙公司'), type: fc.constantFrom('company', 'product'), alias: fc.constantFrom('甲', '乙', '丙') })
  .map(({ name, type, alias }) => reportedEntity(type, name, [alias]));

type Reports = readonly (readonly [path: string, defined: readonly Entity[]])[];
const merge = (reports: Reports): Entity[] => mergeDiscovered(readNames(allNames(reports.map(([path, defined]) => [path, contributionOf(defined, '')]))));

function mergeHints(hints: readonly string[]): Entity[] {
  const counts = createHintCounts();
  for (const each of hints) counts.change('', each);
  return mergeDiscovered([], counts.enough());
}

describe('names that reports define, joined', () => {
  it('do not depend on the order of the reports', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(fc.string(), fc.array(entity)), { selector: ([path]) => path }), fc.infiniteStream(fc.nat()), (reports, order) => {
        const shuffled = reports.map((report): [number, (typeof report)] => [order.next().value as number, report]).sort((a, b) => a[0] - b[0]).map(([, report]) => report);
        assert.deepEqual(merge(shuffled), merge(reports));
      }),
    );
  });

  it('come as they were given, in the order of the paths, also where a report gives none', () => {
    const made = (name: string): Entity => reportedEntity('company', name, [], { stock: '01.HK' });
    const given = [['b', [made('乙公司'), made('丙公司')]], ['c', []], ['a', [made('甲“一”公司')]]] as const;
    assert.deepEqual(readNames(allNames(given.map(([path, defined]) => [path, contributionOf(defined, '')]))), ['甲“一”公司', '乙公司', '丙公司'].map(made));
    assert.deepEqual(readNames(allNames([['c', contributionOf([], 'company 甲')]])), []);
  });

  it('hold what several reports hint at, as the type that most of them see in it', () => {
    const merged = mergeHints(['company 栎舟医数\nperson 李强', 'product 栎舟医数\nperson 李强', 'company 栎舟医数\nperson 周以宁']);
    assert.deepEqual(merged.map(({ id }) => id), ['company:栎舟医数']);
  });

  it('are the same whether hints were counted at once or came and went', () => {
    const hints = fc.uniqueArray(fc.constantFrom('company 栎舟医数', 'product 栎舟医数', 'person 周以宁', 'person 李强', 'company yidu')).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), hints)), (steps) => {
        const kept = createHintCounts();
        const now = new Map<string, string>();
        let known = '[]';
        for (const [path, next] of steps) {
          const changed = kept.change(now.get(path) ?? '', next);
          now.set(path, next);
          const names = JSON.stringify(mergeDiscovered([], kept.enough()));
          assert.ok(changed || names === known);
          known = names;
        }
        assert.equal(JSON.stringify(mergeHints([...now.values()])), known);
      }),
    );
  });

  it('take the commonest spelling and all aliases', () => {
    const made = (name: string, alias: string): Entity => ({ id: `product:${name}`, name, type: 'product', aliases: [alias], attributes: {}, note: null, origin: 'report' });
    const merged = merge([['c', [made('YiduCore', '丙')]], ['a', [made('YiduCore', '甲')]], ['b', [made('Yidu Core', '乙')]]]);
    assert.deepEqual(merged.map((e) => [e.id, e.aliases]), [['product:YiduCore', ['丙', '乙', '甲'].sort()]]);
  });
});
