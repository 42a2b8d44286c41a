import assert from 'node:assert/strict';
import { placesOf } from '../../../server/rules/entity/names';

describe('places of names in a text', () => {
  it('are those of each name, also where they overlap or are one character', () => {
    const places = placesOf('霁川信息与霁川信息科技，川。', ['霁川信息', '信息科技', '川', '砚禾']);
    assert.deepEqual(Object.fromEntries(places), { 霁川信息: [0, 5], 信息科技: [7], 川: [1, 6, 12], 砚禾: [] });
  });
  it('are not those of what only folds alike', () => {
    assert.deepEqual(Object.fromEntries(placesOf('ABC 与 abc', ['abc'])), { abc: [6] });
  });
  it('are no more than asked for', () => {
    assert.deepEqual(placesOf('霁川霁川霁川', ['霁川'], 2).get('霁川'), [0, 2]);
  });
});
