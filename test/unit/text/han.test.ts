import assert from 'node:assert/strict';
import { readingLists as madeLists, simplifiedPairs as madePairs } from '../../../scripts/han.mjs';
import { readingsOf, simplifiedUnits } from '../../../server/text/han';
import { readingLists, simplifiedPairs } from '../../../server/text/hanData';

describe('the tables of Chinese characters', () => {
  it('say what pinyin-pro and OpenCC say; else run scripts/han.mjs', () => {
    assert.equal(readingLists, madeLists().join('|'));
    assert.equal(simplifiedPairs, madePairs());
  }).timeout(20_000);

  const readings: [character: string, readings: string[]][] = [['医', ['yi']], ['重', ['zhong', 'chong']], ['绿', ['lv', 'lu']], ['A', []], ['。', []]];
  for (const [character, expected] of readings) it(`${character} is read ${expected.join(', ') || 'in no way'}`, () => assert.deepEqual(readingsOf(character.charCodeAt(0)), expected));

  it('give simplified characters', () => {
    assert.equal(String.fromCharCode(simplifiedUnits()['醫'.charCodeAt(0)] as number), '医');
    assert.equal(simplifiedUnits()['医'.charCodeAt(0)], 0);
  });
});
