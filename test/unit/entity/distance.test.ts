import assert from 'node:assert/strict';
import fc from 'fast-check';
import { distanceWithin } from '../../../server/entity/distance';

describe('the distance of two names', () => {
  const examples: readonly (readonly [string, string, number])[] = [
    ['AlphaFold', 'AlphaFold', 0],
    ['AlphaFold', 'AlphaFlod', 1],
    ['AlphaFold', 'AlphaFol', 1],
    ['AlphaFold', 'AlphaFoold', 1],
    ['AlphaFold', 'BlphaFold', 1],
    ['AlphaFold', 'BlphaFlod', 2],
    ['柏视医疗', '柏视医', 1],
    ['柏视医疗', '医视柏疗', 2],
  ];
  for (const [a, b, distance] of examples) it(`from ${a} to ${b} is ${distance}`, () => assert.equal(distanceWithin(a, b, 2), distance));

  it('within one is that within two, cut at two', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(fc.property(word, word, (a, b) => distanceWithin(a, b, 1) === Math.min(2, distanceWithin(a, b, 2))));
  });
});
