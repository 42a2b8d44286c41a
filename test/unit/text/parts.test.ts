import assert from 'node:assert/strict';
import fc from 'fast-check';
import { byPart, partsOf } from '../../../server/text/parts';

const prose = '江城的产业园区去年引进了三十二家企业，其中十一家从事软件开发，园区管理方说今年还会更多。';
const line = fc.oneof(fc.constantFrom('', '一、总论', '年份\t产量', prose, `${prose}又一句。`), fc.string({ unit: 'grapheme', maxLength: 60 }));
const text = fc.array(line, { maxLength: 400 }).map((lines) => lines.join('\n'));

/** Paragraphs of different lengths. */
const long = Array.from({ length: 300 }, (_, i) => `${i}${'甲'.repeat(i % 7)}${prose}`).join('\n');

describe('the parts of a text', () => {
  it('are the text together, and begin with lines', () => {
    fc.assert(fc.property(text, (whole) => {
      const parts = partsOf(whole);
      assert.equal(parts.map((part) => part.text).join(''), whole);
      for (const part of parts) assert(part.start === 0 || whole[part.start - 1] === '\n');
    }), { seed: 3, numRuns: 100 });
  });

  it('but for one are the same when a character is typed', () => {
    const [before, after] = [long, `${long.slice(0, 7_000)}乙${long.slice(7_000)}`].map((each) => partsOf(each).map((part) => part.text)) as [string[], string[]];
    assert(before.length > 3);
    assert.equal(after.filter((part) => !before.includes(part)).length, 1);
  });

  it('are read again only where they changed', () => {
    const read: string[] = [];
    const words = byPart((part) => {
      read.push(part);
      return { length: part.length };
    });
    words(long);
    assert.equal(read.length, partsOf(long).length);
    const found = words(`${long}\n`);
    assert.equal(read.length, partsOf(long).length + 1);
    assert.equal(found.reduce((sum, { found: { length } }) => sum + length, 0), long.length + 1);
  });
});
