import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainText } from '../../../server/text/plain';

const examples: readonly (readonly [string, string])[] = [
  ['增长5%,快于去年;见下:', '增长5%，快于去年；见下：'],
  ['公司(NMPA)获批(二期)!', '公司（NMPA）获批（二期）！'],
  ['(Abstract), 10:30, 1,000', '(Abstract), 10:30, 1,000'],
  ['保罗•霍尔登', '保罗·霍尔登'],
  ['據(報', '据(报'],
];

describe('a text as patterns of names read it', () => {
  for (const [text, plain] of examples) it(`${text} is ${plain}`, () => assert.equal(plainText(text), plain));

  it('has the length of the text, and is read the same again', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('据', '據', '(', ')', ',', ':', '•', 'A', '1', '\n', '🤖', '（')).map((parts) => parts.join('')), (text) => {
      const plain = plainText(text);
      assert.equal(plain.length, text.length);
      assert.equal(plainText(plain), plain);
    }));
  });
});
