import assert from 'node:assert/strict';
import fc from 'fast-check';
import { boundsOf, canBothHold, growthBetween } from '../../../server/claim/compare';
import type { Quantity } from '../../../server/claim/model';
import { readQuantities } from '../../../server/claim/quantity';

function figure(text: string): Quantity {
  const quantity = readQuantities(text)[0];
  assert.ok(quantity, text);
  return quantity;
}

describe('figures that can and cannot both hold', () => {
  const pairs: readonly (readonly [string, string, boolean])[] = [
    ['超 55 亿份', '50 多亿份', true],
    ['六部门', '七部门', false],
    ['约 3 家', '3 家', true],
    ['12.5%', '12.48%', true],
    ['12.5%', '12.4%', false],
    ['1.2 亿元', '11987 万元', true],
    ['1.2 亿元', '1.3 亿元', false],
    ['不到 10 家', '9 家', true],
    ['不到 10 家', '12 家', false],
    ['3—5 年', '4 年', true],
    ['3—5 年', '7 年', false],
    ['100 家', '100 人', true],
    ['至少 4 项', '400 项', true],
  ];
  for (const [a, b, expected] of pairs) {
    it(`${a} and ${b}: ${expected ? 'can' : 'cannot'}`, () => {
      assert.equal(canBothHold(figure(a), figure(b)), expected);
      assert.equal(canBothHold(figure(b), figure(a)), expected);
    });
  }

  it('agree with themselves', () => {
    fc.assert(fc.property(fc.double({ min: 0.01, max: 1e9, noNaN: true }), fc.constantFrom('', '约 ', '超 ', '至少 ', '不到 '), (value, word) => {
      const quantity = figure(`${word}${value.toFixed(2)} 元`);
      assert.ok(canBothHold(quantity, quantity));
      assert.ok(boundsOf(quantity).low <= boundsOf(quantity).high);
    }));
  });
});

describe('growth', () => {
  it('carries the rounding of the printed digits', () => {
    const rate = growthBetween(figure('4360 万元'), figure('7550 万元'));
    assert.ok(rate);
    assert.equal(rate.value.toFixed(2), '73.17');
    assert.ok(rate.low > 73.1 && rate.high < 73.3);
  });
});
