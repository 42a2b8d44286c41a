import assert from 'node:assert/strict';
import { notes, outline } from '../outline';

describe('a paper', () => {
  const PAPER = '零件产业转型研究\n\n沈怀瑜¹ 周以宁²\n\n1 示例大学经济学院 示例 430072\n\n2 样例研究院 样例 100190\n\n1 引言\n\n零件产业的转型受到需求、技术和政策三方面的影响，本文据此展开分析。\n\n2 方法\n\n采用面板数据模型，样本覆盖三十个地区，时间跨度为十年。\n';

  it('has no headings in where its authors work', () => {
    assert.deepEqual(outline(PAPER), ['1 引言', '2 方法']);
  });

  it('has headings that begin as units do, and such as stand over one another', () => {
    const body = '本节的论述以三十个地区的面板数据为依据，结论在稳健性检验之后仍然成立。';
    const paper = ['零件产业研究', '', '0 引　言', '', body, '', '1 项目概况', '', '1.1 人口预测', '', '1.2 美国', '', body, '', '1.3 万达集团', '', body, '', '2 日本', '', body, '', '全年产量合计', '2.5 万吨，比上年增加', '3.1 个百分点。'];
    assert.deepEqual(outline(paper.join('\n')), ['0 引言', '1 项目概况', '  1.1 人口预测', '  1.2 美国', '  1.3 万达集团', '2 日本']);
  });

  it('takes a number for the mark of a note only where it is no value', () => {
    const text = ['零件研究', '', '转型分为三个阶段1。第二项的取值为2，样本始于 2024 年 1 月。', '', '参考文献', '', '[1] 沈怀瑜. 零件研究[J]. 江城学刊, 2021(4): 12-20.', '[2] 周以宁. 整机研究[J]. 江城学刊, 2022(1): 1-9.'];
    assert.deepEqual(notes(text.join('\n')), ['3 1 > 7']);
  });
});
