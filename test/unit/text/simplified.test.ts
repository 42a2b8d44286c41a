import assert from 'node:assert/strict';
import fc from 'fast-check';
import { simplified } from '../../../server/text/simplified';

describe('a text in simplified characters', () => {
  it('is the same where it is written in them, traditional names and all', () => {
    const text = '需求端的变化来得比供给端更早，订单从年初起逐季回升，臺積電的库存则降到了三年来的低位，盈利能力随之改善，全年业绩可期，各地陆续出台支持政策，龙头企业受益，市场信心恢复。';
    assert.equal(simplified(text), text);
  });
  it('has one for each traditional character', () => {
    assert.equal(simplified('據記者報道，業績增長。'), '据记者报道，业绩增长。');
  });
  it('has every character where it was', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('據', '業', '𠮷', '🤖', 'A', '。', '\n', '的')).map((parts) => parts.join('')), (text) => {
      const plain = simplified(text);
      assert.equal(plain.length, text.length);
      for (let i = 0; i < text.length; i++) if (!'據業'.includes(text.charAt(i))) assert.equal(plain.charCodeAt(i), text.charCodeAt(i));
    }));
  });
});
