import assert from 'node:assert/strict';
import { levelsOf } from '../../../client/annotation/levels';

const item = (...ends: [number, number][]) => ({ ranges: ends.map(([start, end]) => ({ start: { line: 0, character: start }, end: { line: 0, character: end } })) });

describe('underlines of annotations', () => {
  it('lie below each other where passages overlap, and on one line where they do not', () => {
    assert.deepEqual(levelsOf([item([0, 9]), item([2, 4]), item([3, 12]), item([9, 10]), item([20, 30])]), [0, 1, 2, 0, 0]);
  });
  it('of a passage in parts reach from its first to its last', () => {
    assert.deepEqual(levelsOf([item([0, 2], [8, 10]), item([4, 6]), item()]), [0, 1, 0]);
  });
});
