import assert from 'node:assert/strict';
import { outline } from '../outline';

describe('a paper', () => {
  const PAPER = '零件产业转型研究\n\n沈怀瑜¹ 周以宁²\n\n1 示例大学经济学院 示例 430072\n\n2 样例研究院 样例 100190\n\n1 引言\n\n零件产业的转型受到需求、技术和政策三方面的影响，本文据此展开分析。\n\n2 方法\n\n采用面板数据模型，样本覆盖三十个地区，时间跨度为十年。\n';

  it('has no headings in where its authors work', () => {
    assert.deepEqual(outline(PAPER), ['1 引言', '2 方法']);
  });
});
