import assert from 'node:assert/strict';
import { createSlabs } from '../../../server/corpus/slabs';

describe('bytes kept in slabs', () => {
  it('are copies, each at a multiple of eight, also of what stands for itself', () => {
    const keep = createSlabs();
    const given = [Uint8Array.of(1, 2, 3), new Uint8Array(), new Uint8Array(2 * 1024 * 1024).fill(4), Uint8Array.of(5)];
    const kept = given.map(keep);
    assert.deepEqual(kept, given);
    given[0]?.fill(9);
    assert.deepEqual(kept[0], Uint8Array.of(1, 2, 3));
    assert.ok(kept.every(({ byteOffset }) => byteOffset % 8 === 0));
  });
});
