import assert from 'node:assert/strict';
import { occurrencesIn } from '../../../server/annotation/occurrences';
import { logicalWriter } from '../../../server/text/mapping';

const text = '接入大模型之后，医院的大\n\n模型一天用二十次，大模型成了常用的工具，大家都说好。';
const cut = text.indexOf('\n');
const writer = logicalWriter(text);
writer.keep(0, cut);
writer.keep(cut + 2, text.length);
const logical = writer.finish();
const found = (wanted: Parameters<typeof occurrencesIn>[1]): string[] => occurrencesIn(logical, wanted).map(({ start, end }) => text.slice(start, end));

describe('all occurrences', () => {
  it('of a string are found across line ends', () => {
    assert.deepEqual(found({ kind: 'string', text: '大模型' }), ['大模型', '大\n\n模型', '大模型']);
  });
  it('of a pattern are found in linear time', () => {
    assert.deepEqual(found({ kind: 'pattern', pattern: '大(模型|家)' }), ['大模型', '大\n\n模型', '大模型', '大家']);
    assert.deepEqual(found({ kind: 'pattern', pattern: '(大*)*x' }), []);
  });
  it('of what is no pattern are refused with a reason', () => {
    assert.throws(() => found({ kind: 'pattern', pattern: '(' }), RangeError);
  });
});
