import assert from 'node:assert/strict';
import { join } from 'node:path';
import fc from 'fast-check';
import { root } from '../../../scripts/root.mjs';
import { createWriter, readSection } from '../../../server/corpus/packed/bytes';
import { packReport, symbolsIn, unpacked, unpackReport } from '../../../server/corpus/packed/report';
import { symbolsOf } from '../../../server/corpus/symbols';
import { memoryCorpus, reportsIn } from '../../support/corpus';

describe('a packed report', () => {
  it('reads back equal, with its symbols', async () => {
    const { indexer } = await memoryCorpus({ ...reportsIn(join(root, 'seeds/reports')), ...reportsIn(join(root, 'seeds/reports/研究')), 'empty.txt': '' });
    const { reports } = indexer.snapshot();
    const known = new Map([...reports.entries()].flatMap(([, { entities }]) => entities.map((entity) => [entity.id, entity])));
    assert(reports.size > 1);
    for (const [, index] of reports.entries()) {
      const back = unpackReport(packReport(index), (id) => known.get(id));
      assert.deepEqual(unpacked(back), index);
      assert.deepEqual(symbolsIn(back), symbolsOf(index));
    }
  }).timeout(60_000);

  it('keeps numbers and texts in any order', () => {
    const item = fc.oneof(fc.maxSafeNat(), fc.string({ unit: 'grapheme' }), fc.constantFrom('甲', 'company', 'company:甲', 'a:company:甲', ':', '', '第 3 章', '甲'.repeat(40), `${'甲'.repeat(40)}\ud840`), fc.double({ noNaN: true }).map((value) => ({ value })), fc.integer().map((digits) => ({ value: digits / 100 })));
    fc.assert(fc.property(fc.array(item), fc.array(item), (first, second) => {
      const to = createWriter();
      for (const items of [first, second]) {
        to.section();
        for (const value of items) {
          if (typeof value === 'number') to.uint(value);
          else if (typeof value === 'string') to.text(value);
          else to.float(value.value);
        }
      }
      const bytes = to.finish();
      [second, first].forEach((items, i) => {
        const from = readSection(bytes, 1 - i);
        for (const value of items) {
          if (typeof value === 'number') assert.equal(from.uint(), value);
          else if (typeof value === 'string') assert.equal(from.text(), value);
          else assert.equal(from.float(), value.value);
        }
      });
    }));
  });
});
