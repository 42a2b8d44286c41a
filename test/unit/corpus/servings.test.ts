import assert from 'node:assert/strict';
import { servingAfter } from '../../../server/corpus/servings';

describe('the servings in which a new corpus is read', () => {
  it('are a few reports at first, then more', () => {
    assert.deepEqual([1, 11, 12].map(servingAfter(0)), [false, false, true]);
    assert.deepEqual([12, 95, 96].map(servingAfter(12)), [false, false, true]);
  });

  it('end with all that is left', () => {
    assert.equal(servingAfter(96)(10_000), false);
  });

  it('are fewer reports where each takes long', async () => {
    const isEnough = servingAfter(0);
    assert.equal(isEnough(1), false);
    await new Promise((resolve) => setTimeout(resolve, 250));
    assert.equal(isEnough(2), true);
  });

  it('are never none', async () => {
    const isEnough = servingAfter(0);
    assert.equal(isEnough(0), false);
    await new Promise((resolve) => setTimeout(resolve, 250));
    assert.equal(isEnough(0), false);
  });
});
