import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createHintCounts, mergeDiscovered } from '../../../server/entity/merge';
import type { Entity } from '../../../server/entity/model';

const entity = fc.record({ name: fc.constantFrom('Yidu Core', 'YiduCore', '甲公司', '乙公司'), type: fc.constantFrom('company', 'product'), alias: fc.constantFrom('甲', '乙', '丙') })
  .map(({ name, type, alias }): Entity => ({ id: `${type}:${name}`, name, type, aliases: [alias], attributes: {}, note: null, origin: 'report' }));

describe('names that reports define, joined', () => {
  it('do not depend on the order of the reports', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(fc.string(), fc.array(entity)), { selector: ([path]) => path }), fc.infiniteStream(fc.nat()), (reports, order) => {
        const shuffled = reports.map((report): [number, (typeof report)] => [order.next().value as number, report]).sort((a, b) => a[0] - b[0]).map(([, report]) => report);
        assert.deepEqual(mergeDiscovered(new Map(shuffled)), mergeDiscovered(new Map(reports)));
      }),
    );
  });

  it('hold what several reports hint at, as the type that most of them see in it', () => {
    const merged = mergeDiscovered(new Map([['a', [{ hints: 'company 栎舟医数\nperson 李强' }]], ['b', [{ hints: 'product 栎舟医数\nperson 李强' }]], ['c', [{ hints: 'company 栎舟医数\nperson 周以宁' }]]]));
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
          const names = JSON.stringify(kept.names(new Set()));
          assert.ok(changed || names === known);
          known = names;
        }
        const atOnce = mergeDiscovered(new Map([...now].map(([path, next]) => [path, [{ hints: next }]])));
        assert.equal(JSON.stringify(atOnce), known);
      }),
    );
  });

  it('take the commonest spelling and all aliases', () => {
    const made = (name: string, alias: string): Entity => ({ id: `product:${name}`, name, type: 'product', aliases: [alias], attributes: {}, note: null, origin: 'report' });
    const merged = mergeDiscovered(new Map([['a', [made('YiduCore', '甲')]], ['b', [made('Yidu Core', '乙')]], ['c', [made('YiduCore', '丙')]]]));
    assert.deepEqual(merged.map((e) => [e.id, e.aliases]), [['product:YiduCore', ['丙', '乙', '甲'].sort()]]);
  });
});
