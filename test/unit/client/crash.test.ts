import assert from 'node:assert/strict';
import { restartDelay } from '../../../client/crash';

const minute = 60_000;

describe('a server that crashes', () => {
  it('is started again after a growing pause, and given up after the fifth', () => {
    const crashes: number[] = [];
    const delays = [0, 1, 2, 3, 4, 5].map((second) => {
      crashes.push(second * 1000);
      return restartDelay(crashes);
    });
    assert.deepEqual(delays, [250, 1000, 4000, 16_000, 30_000, null]);
  });

  it('has a crash of long ago forgiven', () => {
    assert.equal(restartDelay([0, 1, 2, 3, 4, 6 * minute]), 250);
    assert.equal(restartDelay([0, 4 * minute]), 1000);
  });
});
