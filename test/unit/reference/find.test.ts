import assert from 'node:assert/strict';
import { findReferences } from '../../../server/reference/find';
import type { ReferenceKind } from '../../../server/reference/model';
import { parseReport } from '../../../server/report/parse';
import { sourceFromText } from '../../../server/text/decode';

/** References of the kinds asked for, as "text → first line of its target" or "text → key" or "text → ?". */
function found(text: string, ...kinds: ReferenceKind[]): string[] {
  const report = parseReport('报告.txt', sourceFromText(text));
  return findReferences(report)
    .filter(r => kinds.includes(r.kind))
    .map(r => {
      const target = r.local === null ? null : text.slice(r.local.start).split('\n')[0];
      return `${r.text} → ${target ?? r.key ?? '?'}`;
    });
}

const figures = [
  '第一章 市场', '', '需求连年上升（见图表 1），供给则另有说法，见图表 2、3；总量参见图 4-1。代表3人，地图 2 张，报表 1 份。', '',
  '图表 1 需求规模', '', '图表 2 供给规模', '', '图表 3 供需缺口', '', '图 4-1 总量', '', '详见图表 9，图表 9 尚未收录。',
].join('\n');

describe('references to figures and tables', () => {
  it('follow single numbers, lists and compound numbers, and leave other words alone', () => {
    assert.deepEqual(found(figures, 'caption'), [
      '图表 1 → 图表 1 需求规模', '图表 2 → 图表 2 供给规模', '3 → 图表 3 供需缺口', '图 4-1 → 图 4-1 总量', '图表 9 → ?',
    ]);
  });

  it('take ranges apart where no caption has the compound number', () => {
    const text = '第一章 产能\n\n产能如图1-2所示，逐年上升，变化很大。\n\n图1 产能\n\n图2 利用率\n';
    assert.deepEqual(found(text, 'caption'), ['图1 → 图1 产能', '2 → 图2 利用率']);
  });
});

const act = [
  '示例数据管理办法', '', '第一章 总则', '', '第一条 为了规范示例数据的管理，根据《中华人民共和国数据安全法》第二十一条，制定本办法。', '',
  '第二条 开展示例数据处理活动，适用本办法第三条、第四条的规定。', '', '第三条 主管部门负责监督，具体按照第二条第一款第（二）项执行。', '',
  '第二章 责任', '', '第四条 处理者应当遵守个人信息保护法第十条，并依照本办法第一章处理。', '', '第五条 违反本办法第九条的，责令改正。', '',
].join('\n');

describe('references to chapters by a bare number', () => {
  const text = '# 指南\n\n## 5 数据\n\n安全要求见第 6 章，应符合图 1和表2的规定，第 9 章另议。\n\n图 1 框架\n\n表 2 指标\n\n## 6 安全\n\n按等级保护执行，定期开展测评。\n';
  it('lead to the chapter that has it, marks of figures to their own kind', () => {
    assert.deepEqual(found(text, 'chapter', 'caption'), ['第 6 章 → ## 6 安全', '图 1 → 图 1 框架', '表2 → 表 2 指标']);
  });
});

describe('references to boxes, appendices and lettered figures', () => {
  const text = '# 指南\n\n## 1 数据\n\n见表A.1、图Ⅱ-1、专栏1和附件2-1，又见图1。\n\n表A.1 指标\n\n图Ⅱ-1 框架\n\n图1 甲\n\n图表1 乙\n\n## 专栏1 流程\n\n按流程执行。\n\n## 附件2-1 名单\n\n名单如下所列。\n';
  it('lead to what bears the label, a figure to a figure', () => {
    assert.deepEqual(found(text, 'caption', 'appendix'), ['表A.1 → 表A.1 指标', '图Ⅱ-1 → 图Ⅱ-1 框架', '专栏1 → ## 专栏1 流程', '附件2-1 → ## 附件2-1 名单', '图1 → 图1 甲']);
  });
  it('lead nowhere when the chapter that they name is not there', () => {
    assert.deepEqual(found('# 指南\n\n## 第一章 总则\n\n### 第一节 范围\n\n详见第四章第一节的规定。\n', 'chapter'), ['第四章第一节 → ?']);
  });
});

describe('Markdown links', () => {
  it('lead to headings and files, which a note and its year do not', () => {
    assert.deepEqual(found('# 报告\n\n## 需求\n\n见[需求](#需求)与[附表](附表.md)；沈怀瑜[3](2001)、周以宁[4,5](2009)与[1](P54)已有分析。\n', 'link'), ['#需求 → ## 需求', '附表.md → file:附表.md']);
  });
});

describe('references to articles', () => {
  it('name articles of the act itself, with paragraph and item', () => {
    const line = (start: string): string => act.split('\n').find(l => l.startsWith(start)) ?? '';
    assert.deepEqual(found(act, 'article'), [
      `第三条 → ${line('第三条')}`, `第四条 → ${line('第四条')}`, `第二条第一款第（二）项 → ${line('第二条')}`, '第九条 → ?',
    ]);
  });

  it('name articles of other acts by their key', () => {
    assert.deepEqual(found(act, 'document').filter(r => r.includes('#')), [
      '第二十一条 → document:数据安全法#21', '第十条 → document:个人信息保护法#10',
    ]);
  });

  it('leave the number that opens an article alone, and follow chapters', () => {
    assert.deepEqual(found(act, 'chapter'), ['第一章 → 第一章 总则']);
  });
});

describe('references to documents', () => {
  it('resolve short forms to the title they stand for', () => {
    const text = '七部门印发《示例产业数字化实施方案（2025—2030 年）》（以下简称《实施方案》）。\n\n《实施方案》提出三项任务。\n';
    assert.deepEqual(found(text, 'document'), [
      '示例产业数字化实施方案（2025—2030 年） → document:示例产业数字化实施方案(2025-2030年)',
      '实施方案 → document:示例产业数字化实施方案(2025-2030年)',
      '实施方案 → document:示例产业数字化实施方案(2025-2030年)',
    ]);
  });

  it('read nested titles as one, and stop at an unclosed bracket', () => {
    const text = '主管部门发布《关于印发〈示例办法〉的通知》，另有《关于《旧办法》的说明》，以及《没有写完的标题。\n\n下一段说《完整的办法》。\n';
    assert.deepEqual(found(text, 'document').map(r => r.split(' → ')[0]), ['关于印发〈示例办法〉的通知', '关于《旧办法》的说明', '完整的办法']);
  });

  it('read a title that a line end cuts', () => {
    const sentences = [
      '今年四月，有关部门对外发布了一份面向全行业的文件，也就是《示例产业高质量发展行动方案》，提出了若干目标，并且明确了责任分工。',
      '各地要抓紧落实到位，按季度报送进展情况，年底前完成第一轮评估，评估的结果将向社会公开，并作为下一年度安排资金的依据。',
      '逾期没有报送的，由部门予以提醒，提醒之后仍然没有报送的，在下一年度的安排中酌情予以扣减，具体的扣减办法由部门另行制定。',
    ];
    const paragraph = [...sentences, ...sentences.slice(1), ...sentences.slice(1)].join('');
    const lines = Array.from({ length: Math.ceil(paragraph.length / 36) }, (_, i) => paragraph.slice(i * 36, i * 36 + 36));
    assert.ok(lines.some((line) => line.includes('《') && !line.includes('》')));
    for (const between of ['\n', '\n\n']) {
      const text = `# 示例行业月报\n\n## 政策\n\n${lines.join(between)}\n`;
      assert.deepEqual(found(text, 'document'), ['示例产业高质量发展行动方案 → document:示例产业高质量发展行动方案']);
    }
  });
});

describe('references to sections', () => {
  it('follow numbers with units, dotted numbers and quoted titles', () => {
    const text = [
      '第一章 概述', '', '1.1 背景', '', '背景从略，详见 2.1 节，另见第二章，也可参见“一、口径”相关内容。', '',
      '第二章 方法', '', '2.1 样本', '', '样本从略，写在这里只为成段。', '', '一、口径', '', '口径同上，写在这里只为成段。', '',
    ].join('\n');
    assert.deepEqual(found(text, 'section', 'chapter'), ['2.1 节 → 2.1 样本', '第二章 → 第二章 方法', '一、口径 → 一、口径']);
  });
});
