import assert from 'node:assert/strict';
import { captions, notes, outline, read } from '../outline';

const OCR = `# 中国储能产业研究报告

![](images/cover.jpg)

# 第一章 市场概况

# 1.1 市场规模

2023年，中国新型储能累计装机规模达到34.5吉瓦$^{1}$，同比增长超过260%。

图1-1 新型储能累计装机规模

![](images/p3.jpg)

资料来源：行业协会

# 1.2 竞争格局

<table><tr><td>企业</td><td>份额</td></tr><tr><td>甲公司</td><td>20%</td></tr><tr><td>乙公司</td><td>15%</td></tr></table>

表1-1 企业份额

上表显示，行业集中度较高。

# 第二章 技术路线

# 2.1 锂离子电池

锂离子电池是当前主流的技术路线，占比超过九成。

# 2.2 液流电池

液流电池安全性较好，适合长时储能。
`;

describe('Markdown from text recognition', () => {
  it('takes the levels from the numbers where every heading has the same mark', () => {
    assert.deepEqual(outline(OCR), ['第一章 市场概况', '  1.1 市场规模', '  1.2 竞争格局', '第二章 技术路线', '  2.1 锂离子电池', '  2.2 液流电池']);
  });

  it('reads HTML tables and captions on either side', () => {
    const report = read(OCR);
    assert.deepEqual(captions(OCR), ['图1-1|新型储能累计装机规模', '表1-1|企业份额']);
    assert.equal(report.tables.length, 1);
    assert.deepEqual(report.tables[0]?.rows.map((row) => row.map((cell) => OCR.slice(cell.start, cell.end))), [['企业', '份额'], ['甲公司', '20%'], ['乙公司', '15%']]);
    assert.equal(report.captions[1]?.table, 0);
    assert.equal(report.meta.title, '中国储能产业研究报告');
  });

  it('leaves tags and images out of the reading text', () => {
    const { text } = read(OCR).logical;
    assert.ok(!text.includes('<td>') && !text.includes('!['));
    assert.ok(text.includes('甲公司\t20%'));
  });
});

const WRITTEN = `# 氢能周报

> 2024年第12期

## 一、要闻

### 1\\. 首条管道开工

管道全长400公里[^1]。

| 指标 | 数值 |
| --- | --- |
| 长度 | 400 |

**表 1：管道参数**

### 2\\. 补贴政策出台

政策自6月起实施[^pol]。

## 二、数据

- 产量上升
- 价格下降

## 结语

以上内容仅供参考。

[^1]: 公司公告。
[^pol]: 主管部门文件。
`;

describe('Markdown written by hand', () => {
  it('follows its own levels and undoes escaped numbers', () => {
    assert.deepEqual(outline(WRITTEN), ['一 要闻', '  1 首条管道开工', '  2 补贴政策出台', '二 数据', '结语']);
  });

  it('links footnotes', () => {
    assert.deepEqual(notes(WRITTEN), ['9 [^1] > 30', '19 [^pol] > 31']);
  });

  it('reads the pipe table with its header', () => {
    const { tables } = read(WRITTEN);
    assert.deepEqual(tables.map((table) => [table.header, table.rows.length]), [[true, 2]]);
    assert.deepEqual(captions(WRITTEN), ['表 1|管道参数']);
  });
});

describe('Markdown whose headings have no "#"', () => {
  const body = '需求端的变化来得比供给端更早，订单从年初起逐季回升，库存则降到了三年来的低位。';
  it('has those that are underlined', () => {
    const text = `零件产业报告\n===\n\n概述\n---\n\n${body}\n\n现状\n---\n\n${body}\n第二行没有完\n---\n`;
    assert.deepEqual([read(text).meta.title, outline(text)], ['零件产业报告', ['概述', '现状']]);
  });
  it('has those in HTML', () => {
    const text = `<h1>零件产业报告</h1>\n\n<h2>一、概述</h2>\n\n${body}\n\n<h2 id="b">二、现状</h2>\n\n${body}\n`;
    assert.deepEqual([read(text).meta.title, outline(text)], ['零件产业报告', ['一 概述', '二 现状']]);
  });

  it('has no headings in code, and those of a report that stands in a fence', () => {
    assert.deepEqual(outline('# 零件报告\n\n## 代码\n\n```python\n# 四、不是标题\n```\n\n## 结论\n\n正文一段。\n'), ['代码', '结论']);
    assert.deepEqual(outline('```markdown\n# 零件报告\n\n## 需求\n\n正文一段。\n\n## 供给\n\n正文一段。\n```\n'), ['需求', '供给']);
  });
});
