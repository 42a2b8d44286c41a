import assert from 'node:assert/strict';
import { outline, read } from '../outline';

const DECK = `城市供热数字化转型
方案汇报
2024年9月
\f目录
项目背景
总体方案
实施计划
\f项目背景
• 供热面积逐年增长
• 人工调节能耗偏高
• 居民投诉集中在寒潮期间

3
\f总体方案
平台架构
感知层

网络层

应用层
4
\f总体方案
关键算法
• 负荷预测
• 水力平衡
5
\f总体方案
安全设计
• 分区隔离
• 双机热备
6
\f实施计划
第一阶段完成换热站改造，第二阶段接入平台。
7
\f谢谢！
`;

describe('slides', () => {
  it('takes the first line of each slide for its title, and the second where slides share a title', () => {
    assert.deepEqual(outline(DECK), ['项目背景', '总体方案', '  平台架构', '  关键算法', '  安全设计', '实施计划']);
  });

  it('keeps the pages apart in the reading text', () => {
    assert.ok(read(DECK).logical.text.includes('居民投诉集中在寒潮期间\n总体方案'));
  });
});
