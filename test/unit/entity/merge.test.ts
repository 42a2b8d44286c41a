import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergeDiscovered } from '../../../server/entity/merge';
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

  it('take the commonest spelling and all aliases', () => {
    const made = (name: string, alias: string): Entity => ({ id: `product:${name}`, name, type: 'product', aliases: [alias], attributes: {}, note: null, origin: 'report' });
    const merged = mergeDiscovered(new Map([['a', [made('YiduCore', '甲')]], ['b', [made('Yidu Core', '乙')]], ['c', [made('YiduCore', '丙')]]]));
    assert.deepEqual(merged.map((e) => [e.id, e.aliases]), [['product:YiduCore', ['丙', '乙', '甲'].sort()]]);
  });
});
