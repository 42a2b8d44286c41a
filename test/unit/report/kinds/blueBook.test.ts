import assert from 'node:assert/strict';
import { outline, read } from '../outline';

const BODY = '示例市的零件产业去年继续增长，企业的数量有所增加，前景依然向好。';
const BOOK = `零件产业蓝皮书
BLUE BOOK OF PARTS

示例市零件产业发展报告
（2024）

主编　任衡

总报告

B.1
零件产业的现状与展望

任衡  沈怀瑜*

摘 要：本文分析零件产业。

关键词：零件　产业

一 发展现状

${BODY}

（一）规模

${BODY}

二 对策建议

${BODY}

专题篇

B.2
零件出口报告

一 总体情况

${BODY}

二 展望

${BODY}
`;

describe('a blue book', () => {
  it('is called by its title and its year, not by its series', () => {
    assert.equal(read(BOOK).meta.title, '示例市零件产业发展报告（2024）');
    assert.equal(read(BOOK).meta.date, '2024');
  });

  it('has parts, articles under letters and numbers, and sections whose numbers only a space parts from their titles', () => {
    assert.deepEqual(outline(BOOK), ['总报告', '  B.1 零件产业的现状与展望', '    一 发展现状', '      （一） 规模', '    二 对策建议', '专题篇', '  B.2 零件出口报告', '    一 总体情况', '    二 展望']);
  });

  it('is made by the institute over its title', () => {
    for (const institute of ['示例市社会科学院', '示例市统计局', '示例市零件协会']) assert.equal(read(`${institute}\n\n示例市零件产业发展报告\n\n一、现状\n\n${BODY}\n`).meta.title, '示例市零件产业发展报告', institute);
    assert.equal(read(`示例大学\n2023年教学质量报告\n\n一、现状\n\n${BODY}\n`).meta.title, '示例大学2023年教学质量报告');
  });
});
