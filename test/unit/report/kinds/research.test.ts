import assert from 'node:assert/strict';
import { captions, contents, notes, outline, read } from '../outline';

const BROKER = `行业研究 | 深度报告

内容目录

1、行业复苏，龙头受益 ........................... 4
1.1、需求端：出口高增 ........................... 4
1.2、供给端：格局优化 ........................... 5
2、投资建议 ..................................... 6
3、风险提示 ..................................... 6

图表目录

图 1：家电出口金额（亿元） ...................... 4
图 2：行业集中度 ................................ 5
表 1：重点公司估值 .............................. 6

1、行业复苏，龙头受益

1.1、需求端：出口高增

2023年以来家电出口持续回暖¹，如图 1 所示，全年出口金额同比增长9.8%。分区域看，新兴市场增速领先，其中东南亚、中东和拉美需求旺盛，主要受益于渠道下沉。

图 1：家电出口金额（亿元）

资料来源：海关总署，研究部整理

¹ 出口金额以人民币计。

1.2、供给端：格局优化

行业集中度持续提升，前五大企业份额合计超过七成。

图 2：行业集中度

资料来源：公司公告

2、投资建议

建议关注具备全球化产能布局的龙头企业。

表 1：重点公司估值

公司	市值（亿元）	市盈率
甲电器	1200	12.5
乙家电	800	10.1

3、风险提示

原材料价格上涨；汇率波动；需求不及预期。
`;

describe('research report of a broker', () => {
  it('has the numbered outline', () => {
    assert.deepEqual(outline(BROKER), ['1 行业复苏，龙头受益', '  1.1 需求端：出口高增', '  1.2 供给端：格局优化', '2 投资建议', '3 风险提示']);
  });

  it('links contents and list of figures', () => {
    assert.deepEqual(contents(BROKER), ['5 > 17', '6 > 19', '7 > 29', '8 > 37', '9 > 47', '13 > 23', '14 > 33', '15 > 41']);
  });

  it('names its figures and tables, but no sentence that speaks of one', () => {
    assert.deepEqual(captions(BROKER), ['图 1|家电出口金额（亿元）', '图 2|行业集中度', '表 1|重点公司估值']);
    assert.equal(read(BROKER).captions[2]?.table, 0);
  });

  it('links the note', () => {
    assert.deepEqual(notes(BROKER), ['21 ¹ > 27']);
  });
});

const PAPER = `城市更新中的公众参与研究

张敏，李晓

摘要：本文考察三个街区的更新过程，讨论公众参与的作用。

关键词：城市更新；公众参与

1 引言

城市更新已进入存量时代[1]。既有研究多关注制度设计[2,3]，对参与过程着墨不多。

2 研究方法

2.1 数据来源

本文访谈居民四十二人，并查阅了社区档案。

2.2 分析方法

访谈记录采用主题分析法编码。

3 结论

参与程度影响更新的满意度[1]。

参考文献

[1] 王宏. 存量时代的城市更新[J]. 城市研究, 2020(3): 12-18.
[2] 赵岚. 社区治理导论[M]. 东都: 东都出版社, 2018.
[3] 周建. 参与式规划[J]. 规划评论, 2019(1): 5-9.
`;

describe('paper', () => {
  it('has numbered sections and the list of references', () => {
    assert.deepEqual(outline(PAPER), ['1 引言', '2 研究方法', '  2.1 数据来源', '  2.2 分析方法', '3 结论', '参考文献']);
  });

  it('links every citation to its work', () => {
    assert.deepEqual(notes(PAPER), ['11 [1] > 29', '11 [2,3] > 30', '11 [2,3] > 31', '25 [1] > 29']);
  });
});

const CHAPTERS = `第一章
行业概览

ANNUAL OUTLOOK

第一章 行业概览

本章回顾行业的发展历程。

一、发展历程

行业经历了起步、扩张与整合三个阶段，目前进入成熟期。

二、政策环境

近年来支持政策密集出台，涵盖税收、金融与用地等方面。

● 税收政策

符合条件的企业可以享受所得税减免，减免期限为五年。

● 金融政策

鼓励银行开发专项信贷产品，支持企业发行债券。

第二章
趋势展望

ANNUAL OUTLOOK

第二章 趋势展望

未来三年行业增速将保持在8%左右，区域之间的差距将进一步缩小，主要原因是运输成本在上

升，而就近配套的产能正在形成。

表 2-1
主要预测指标

年份	增速
2025	8.1%
2026	7.9%
`;

describe('research report with title pages of chapters', () => {
  it('names each chapter once', () => {
    assert.deepEqual(outline(CHAPTERS), ['第一章 行业概览', '  一 发展历程', '  二 政策环境', '    税收政策', '    金融政策', '第二章 趋势展望']);
  });

  it('takes a caption whose title stands on the next line', () => {
    assert.deepEqual(captions(CHAPTERS), ['表 2-1|主要预测指标']);
  });

  it('joins a paragraph that a page break cut', () => {
    assert.ok(read(CHAPTERS).logical.text.includes('运输成本在上升，而就近'));
  });
});

const RECOGNISED = `# 低空经济观察

# 目录

一、产业现状 1
二、政策梳理 2
三、展望 3

# 一、产业现状

整机制造进入适航取证阶段[1]，配套环节逐步成熟。

# 图1 产业链构成

<center>图2 区域分布</center>

[1] 取证进度据公开信息整理。

# 二、政策梳理

多地出台专项规划。

# 三、展望

应用场景将从物流拓展到载人。
`;

describe('recognised text', () => {
  it('has contents with one space before the page', () => {
    assert.deepEqual(contents(RECOGNISED), ['5 > 9', '6 > 19', '7 > 23']);
    assert.deepEqual(outline(RECOGNISED), ['一 产业现状', '二 政策梳理', '三 展望']);
  });

  it('has captions in heading and centring marks, and notes in brackets', () => {
    assert.deepEqual(captions(RECOGNISED), ['图1|产业链构成', '图2|区域分布']);
    assert.deepEqual(notes(RECOGNISED), ['11 [1] > 17']);
  });
});

describe('research note whose bullets lost their font', () => {
  const long = '需求端的变化来得比供给端更早，订单从年初起逐季回升，库存则降到了三年来的低位，盈利能力随之改善。';
  for (const [what, bullet] of [['a black circle', '⚫ '], ['a code of a symbol font', '\uf06c '], ['the letter in its place', 'l '], ['a question mark', '? ']] as const) {
    it(`has the headings behind ${what}`, () => {
      assert.deepEqual(outline(`零件行业周报\n\n${bullet}行情回顾\n\n${long}\n\n${bullet}价格跟踪\n\n${long}\n`), ['行情回顾', '价格跟踪']);
    });
  }
  it('has the headings behind a bullet in mathematics', () => {
    assert.deepEqual(outline(`# 零件行业周报\n\n## $\\bullet$ 行情回顾\n\n${long}\n`), ['行情回顾']);
  });

  it('sets figures side by side', () => {
    const text = '一、需求\n\n订单回升，交付随之加快，两图分别为产量与销量。\n\n图表3：零件产量      图表4：零件销量\n\n资料来源：示例研究院\n\n二、供给\n\n产能利用率仍在高位。\n';
    assert.deepEqual(captions(text), ['图表3|零件产量', '图表4|零件销量']);
  });

  it('goes on with a table on the next page, under no caption of its own', () => {
    for (const again of ['续表 1', '续表1：', '表1（续）', '表 1 (续)']) {
      const text = `一、需求\n\n订单回升，交付随之加快，企业的情况见表1。\n\n表1 主要企业\n\n企业\t收入\n甲\t12\n乙\t8\n\n${again}\n\n企业\t收入\n丙\t5\n丁\t4\n\n二、供给\n\n产能利用率仍在高位。\n`;
      assert.deepEqual(captions(text), ['表1|主要企业'], again);
      assert.deepEqual(outline(text), ['一 需求', '二 供给'], again);
    }
  });

  it('has a known title among plain ones on their level', () => {
    const long = '未来几年，示例市的零件企业将从代工走向自主设计，海外收入的占比会继续提高，行业集中度也随之上升。';
    assert.deepEqual(outline(`零件行业研究报告\n\n第一章 概况\n\n发展历程\n\n${long}\n\n市场规模\n\n${long}\n\n风险提示\n\n${long}\n\n第二章 格局\n\n主要企业\n\n${long}\n`), ['第一章 概况', '  发展历程', '  市场规模', '  风险提示', '第二章 格局', '  主要企业']);
  });

  it('has contents whose pages are set off by a stroke or called pages, above parts with numbers', () => {
    for (const [stroke, end] of [[' / ', ''], ['｜', ''], [' P', ''], ['……第', '页']] as const) {
      const text = `2024零件产业白皮书\n\n目录 CONTENTS\n\n01 产业概况${stroke}02${end}\n02 竞争格局${stroke}10${end}\n03 趋势展望${stroke}18${end}\n\nPART 01\n产业概况\n\n零件产业平稳增长，订单逐季回升。\n\nPART 02\n竞争格局\n\n前三名的份额合计不足两成。\n\nPART 03\n趋势展望\n\n标准体系会进一步完善。\n`;
      assert.deepEqual(outline(text), ['PART 01 产业概况', 'PART 02 竞争格局', 'PART 03 趋势展望'], stroke);
      assert.deepEqual(contents(text), ['5 > 9', '6 > 14', '7 > 19'], stroke);
    }
  });
});

describe('a research note whose foot says of how many pages this is which', () => {
  const foot = (page: number): string => `                 请务必阅读正文之后的免责条款                 ${String(page)} / 28`;
  const text = ['行业研究', '内容目录', '1. 公司概况 ........ 4', foot(2), '2. 行业格局 ........ 9', foot(3), '1. 公司概况', '公司成立于2011年，产能稳步提高。', foot(5), '2. 行业格局', '行业集中度持续提升。'].join('\n\n');

  it('has it neither among its contents nor in its text', () => {
    assert.deepEqual(contents(text).length, 2);
    assert.ok(!read(text).logical.text.includes('免责条款'));
  });
});
