import assert from 'node:assert/strict';
import { numberingAt } from '../../../server/report/numbering';

const read = (text: string): [string, string, number] | null => {
  const found = numberingAt(text, 0);
  return found === null ? null : [found.style, found.printed, found.value];
};

describe('numbering', () => {
  it('reads the numbers of Chinese reports', () => {
    assert.deepEqual(read('第十二章　附则'), ['第章', '第十二章', 12]);
    assert.deepEqual(read('第四条之一 未成年人'), ['第条', '第四条之一', 4]);
    assert.deepEqual(read('二十一、总结'), ['一、', '二十一', 21]);
    assert.deepEqual(read('（三）目标'), ['（一）', '（三）', 3]);
    assert.deepEqual(read('③丙'), ['①', '③', 3]);
  });

  it('reads Arabic, dotted, Roman and lettered ones', () => {
    assert.deepEqual(read('3、费用'), ['1、', '3', 3]);
    assert.deepEqual(read('1\\. 开工'), ['1.', '1', 1]);
    assert.deepEqual(read('2.1.3 细则'), ['1.1/3', '2.1.3', 3]);
    assert.deepEqual(read('IV. 市场'), ['I.', 'IV', 4]);
    assert.deepEqual(read('Ⅳ 市场'), ['I.', 'Ⅳ', 4]);
    assert.deepEqual(read('B. 方法'), ['A.', 'B', 2]);
    assert.deepEqual(read('Chapter 2 Methods'), ['chapter', 'Chapter 2', 2]);
  });

  it('says how much of the line a number takes', () => {
    for (const text of ['第一节  总则', '一、总则', '1.1 总则', '（1）总则']) assert.equal(text.slice(numberingAt(text, 0)?.length), '总则');
  });

  it('reads no number in words and figures', () => {
    for (const text of ['第一季度增长', '第三方机构', '2023年增长', '一季度', '12345', 'A股上涨', '3D打印', '概述']) assert.equal(read(text), null, text);
  });
});
