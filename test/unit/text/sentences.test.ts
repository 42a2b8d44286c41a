import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sentenceAt, sentencesOf } from '../../../server/text/sentences';

const split = (text: string): string[] => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it('end with their marks and the quotes that close there', () => {
    assert.deepEqual(split('他说：“可以。”随后离开！是吗？？'), ['他说：“可以。”', '随后离开！', '是吗？？']);
  });

  it('end with their block', () => {
    assert.deepEqual(split('一、概述\n增长3.5%。 下降'), ['一、概述', '增长3.5%。', '下降']);
  });

  it('end with a Western full stop, not with that of an abbreviation or number', () => {
    assert.deepEqual(split('It works. Next one. See 3.5 and example.com there'), ['It works.', 'Next one.', 'See 3.5 and example.com there']);
  });

  it('are found at an offset', () => {
    const text = '甲。乙丙。\n丁';
    assert.deepEqual(sentenceAt(text, 3), { start: 2, end: 5 });
    assert.deepEqual(sentenceAt(text, 6), { start: 6, end: 7 });
  });

  it('are in order, apart, and hold all that is not white space', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('甲', '。', '”', ' ', '\n', 'a', '.', '！', '1')), (parts) => {
      const text = parts.join('');
      let end = 0;
      let kept = '';
      for (const sentence of sentencesOf(text)) {
        assert.ok(sentence.start >= end && sentence.end > sentence.start);
        kept += text.slice(sentence.start, sentence.end);
        end = sentence.end;
      }
      assert.equal(kept.replace(/\s/g, ''), text.replace(/\s/g, ''));
    }));
  });
});
