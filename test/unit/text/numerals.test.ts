import assert from 'node:assert/strict';
import { readCircled, readHanNumber, readRoman } from '../../../server/text/numerals';

describe('numerals', () => {
  it('reads Chinese ones', () => {
    assert.deepEqual(['一', '十', '十二', '二十', '一百零五', '一百一十', '二〇二四', '廿三', '三百六十五'].map(readHanNumber), [1, 10, 12, 20, 105, 110, 2024, 23, 365]);
    assert.equal(readHanNumber('章'), null);
    assert.equal(readHanNumber(''), null);
  });

  it('reads Roman ones of either form, and only well-formed ones', () => {
    assert.deepEqual(['I', 'iv', 'IX', 'XLII', 'Ⅳ'].map(readRoman), [1, 4, 9, 42, 4]);
    assert.deepEqual(['IIII', 'VX', 'A', ''].map(readRoman), [null, null, null, null]);
  });

  it('reads circled ones', () => {
    assert.deepEqual([...'①⑳⑴❶㈠'].map((c) => readCircled(c.charCodeAt(0))), [1, 20, 1, 1, 1]);
    assert.equal(readCircled(0x41), null);
  });
});
