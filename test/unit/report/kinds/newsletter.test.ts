import assert from 'node:assert/strict';
import { outline, read } from '../outline';

const body = '需求端的变化来得比供给端更早，订单从年初起逐季回升，库存则降到了三年来的低位。';
const parts = (...titles: string[]): string => titles.map((title) => `${title}\n\n${body}\n`).join('\n');

describe('a newsletter', () => {
  it('is called by its title, which its number ends', () => {
    const { meta, headings } = read(`# 零件产业一周观察（第37期）\n\n## 本周头条\n\n${body}\n`);
    assert.deepEqual([meta.title, headings.map(({ title }) => title)], ['零件产业一周观察（第37期）', ['本周头条']]);
    assert.equal(read(`零件投融资简讯（2025W38）\n\n一级市场 | 9/15-9/21\n\n${body}\n`).meta.title, '零件投融资简讯（2025W38）');
    assert.equal(read(`零件产业回顾\n文｜郝以宁 编辑｜高怀瑜\n\n${body}\n`).meta.title, '零件产业回顾');
    assert.equal(read(`零件企业发布新品\n\n本报讯 ${body}${body}\n`).meta.title, '零件企业发布新品');
  });

  it('numbers its parts in bold, in thick brackets, as questions and by cases', () => {
    assert.deepEqual(outline(parts('零件月报', '**01 | 为什么是现在？**', '**02 | 谁在入场？**')), ['01 为什么是现在？', '02 谁在入场？']);
    assert.deepEqual(outline(parts('零件月报', '【一】融资', '【二】退出')), ['【一】 融资', '【二】 退出']);
    assert.deepEqual(outline(parts('# 零件问答', 'Q1：**什么是双目录？**', 'Q2：**谁来付？**')), ['Q1 什么是双目录？', 'Q2 谁来付？']);
    assert.deepEqual(outline(parts('# 零件指数', '## 一 指数框架', '## 二 主要结果', '### 案例1 | 云工厂')), ['一 指数框架', '二 主要结果', '  案例1 云工厂']);
  });

  it('counts its points by what they are, and asks the same at the end of every lesson', () => {
    assert.deepEqual(outline(parts('一、总论', '问题一：谁来付', '问题二：何时付', '二、走势', '趋势1：规模扩大', '趋势2：结构优化')), ['一 总论', '  问题一 谁来付', '  问题二 何时付', '二 走势', '  趋势1 规模扩大', '  趋势2 结构优化']);
    assert.deepEqual(outline(parts('第二讲 方法', '思考题', '第三讲 应用', '思考题')), ['第二讲 方法', '  思考题', '第三讲 应用', '  思考题']);
  });

  it('repeats in its text the title of its front matter', () => {
    assert.deepEqual(outline(`---\ntitle: 零件通讯\n---\n\n# 零件通讯\n\n## 编者的话\n\n${body}\n`), ['编者的话']);
  });
});
