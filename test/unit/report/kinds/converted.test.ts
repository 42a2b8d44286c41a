import assert from 'node:assert/strict';
import { toSource } from '../../../../server/text/logical';
import { captions, contents, notes, outline, read } from '../outline';

describe('figures that text recognition has set as formulas', () => {
  const readings: readonly (readonly [string, string])[] = [
    ['同比增长 $1 2 . 5 \\%$ 。', '同比增长 12.5% 。'],
    ['占比为 $44.3\\%$，提高 $0 . 6 \\mathrm { p c t }$', '占比为 44.3%，提高 0.6pct'],
    ['分为两类：$\\textcircled{1}$ 存量；$\\textcircled { 2 }$ 增量', '分为两类：① 存量；② 增量'],
    ['误差不大于 $\\pm 5 \\%$', '误差不大于 ±5%'],
    ['厚度 $\\geq 3 \\mathrm{mm}$', '厚度 ≥3mm'],
    ['温度为 $2 5 ^ { \\circ } \\mathrm { C }$', '温度为 25°C'],
    ['烘干$^{ 4 8 \\mathrm { ~ h ~ } }$后', '烘干$^{ 4 8 \\mathrm { ~ h ~ } }$后'],
    ['面积 $6 0 \\mathrm { m } ^ { 2 }$', '面积 60m²'],
    ['排放 $\\mathrm { C O } _ { 2 }$ 三吨', '排放 CO2 三吨'],
    ['由 $10 \\sim 20 \\%$ 升至', '由 10~20% 升至'],
    ['共 $ 1 6 8 , 5 0 0 $ 元，含 $ 12\\% $', '共 $ 1 6 8 , 5 0 0 $ 元，含 12%'],
    ['增速 \\(7.5\\%\\) 以上', '增速 7.5% 以上'],
    ['规模 $\\text{100 亿元}$', '规模 100 亿元'],
    // Prices in dollars, and what is a formula.
    ['从 $5 到 $6', '从 $5 到 $6'],
    ['售价 US$5亿，HK$3亿', '售价 US$5亿，HK$3亿'],
    ['定义 $\\frac{a}{b}$ 为比值', '定义 $\\frac{a}{b}$ 为比值'],
    ['变量 $x_{\\gamma}$ 与 $N^{\\gamma}$', '变量 $x_{\\gamma}$ 与 $N^{\\gamma}$'],
    ['（\\(一\\)）见下', '（\\(一\\)）见下'],
  ];
  for (const [source, reading] of readings) {
    it(source, () => assert.equal(read(source).logical.text, reading));
  }

  it('are read in the cells of tables as well', () => {
    assert.equal(read('<table><tr><td>毛利率</td><td>$3 1 . 2 \\%$</td></tr><tr><td>净利率</td><td>8.0%</td></tr></table>').logical.text, '毛利率\t31.2%\n净利率\t8.0%');
  });

  it('stand where the formula stands', () => {
    const source = '同比增长 $1 2 . 5 \\%$ 。';
    const { logical } = read(source);
    const at = logical.text.indexOf('12.5%');
    assert.equal(source.slice(toSource(logical, at), toSource(logical, at + 4) + 1), '1 2 . 5 \\%');
  });

  it('leave raised numbers what they are: marks of notes', () => {
    assert.deepEqual(notes('装机规模居首${ } ^ { [ 1 ] }$。\n\n成本下降$^{[2]}$。\n\n# 参考文献\n\n[1] 储能年鉴\n\n[2] 成本调查\n'), ['1 ${ } ^ { [ 1 ] }$ > 7', '3 $^{[2]}$ > 9']);
  });
});

describe('formulas that stand by themselves', () => {
  it('are no part of the reading text, and head nothing', () => {
    const source = '## 1. 模型\n\n收益率按下式分解：\n\n$$\nr_{i}=\\sum_{j} X_{j} f_{i,j}\n$$\n\n$$ E = mc^2 $$\n\n$r_{\\gamma}$ 为收益率。\n\n$$ 未结束\n';
    assert.equal(read(source).logical.text, '## 1. 模型\n收益率按下式分解：\n$r_{\\gamma}$ 为收益率。\n$$ 未结束');
    assert.deepEqual(outline(source), ['1 模型']);
  });
});

const NOTE = `# 晨光电缆（688999.SH）

# 订单饱满，产能爬坡

# 强烈推荐（维持）

报告要点见正文，风险提示见末页。

# 正文目录

一、 订单与产能 3
二、 海外市场布局加快，成长空间逐步打开并支撑公司估值 52、 渠道建设. 63、 产品认证 7

# 图表目录

图1：收入与增速 3
表2：分部预测. 11

# 一、 订单与产能

公司在手订单充足，预计全年交付量继续提升，新基地投产后产能利用率、

# 交付节奏均有改善。

# m

图1：收入与增速

收入保持增长。

# 二、 海外市场布局加快，成长空间逐步打开

# 并支撑公司估值

海外收入占比提高。

表2：分部预测

<table><tr><td>项目</td><td>2025</td></tr><tr><td>电缆</td><td>12</td></tr></table>
`;

describe('a research note from text recognition', () => {
  it('is called by its company and by what it says of it', () => {
    assert.equal(read(NOTE).meta.title, '晨光电缆（688999.SH）：订单饱满，产能爬坡');
  });

  it('has no heading of a lone sign or of the end of a sentence, and one where a title was cut', () => {
    assert.deepEqual(outline(NOTE), ['强烈推荐（维持）', '一 订单与产能', '二 海外市场布局加快，成长空间逐步打开并支撑公司估值']);
  });

  it('may have its own title cut, and titles that cannot end where they do', () => {
    const source = '# 深度模型系列（2）：甲模型、\n\n# 乙模型构建因子\n\n## 一、动机\n\n序列数据广泛存在。\n\n## 8),7),3))\n\n公式如上。\n\n## 二、模型的介绍与\n\n## 比较\n\n模型各有长处。\n';
    assert.equal(read(source).meta.title, '深度模型系列（2）：甲模型、乙模型构建因子');
    assert.deepEqual(outline(source), ['一 动机', '二 模型的介绍与比较']);
    assert.equal(read('# 因子的再挖掘\n\n# ——研究系列之十四\n\n## 一、动机\n\n序列。\n').meta.title, '因子的再挖掘——研究系列之十四');
  });

  it('has contents in which entries stand one after the other, and rests of leaders', () => {
    const report = read(NOTE);
    assert.deepEqual(captions(NOTE), ['图1|收入与增速', '表2|分部预测']);
    assert.deepEqual(report.toc.map(({ title, page }) => `${title} ${page}`), ['订单与产能 3', '图1：收入与增速 3', '表2：分部预测 11']);
    assert.ok(report.blocks.every(({ kind, span }) => kind !== 'paragraph' || !NOTE.slice(span.start, span.end).includes('渠道建设')));
  });
});

const PAPER = `# 流域调度研究

# 0引言

下游生态较为脆弱。

# 1材料与方法

# 1.1试验区

试验区位于下游。

![](images/a.jpg)  
图1试验区示意图  
Fig.1 Sketch of the test area

# 1.2资料的处理

资料经过处理。

表1水位  
Tab.1 Water levels

<table><tr><td>项目</td><td>水位</td></tr><tr><td>死水位</td><td>846.6</td></tr></table>

# 2结论

# 3大趋势值得关注

结论如下。

$\\spadesuit$ 水量有所恢复。

$\\bullet$ 水质保持稳定。
`;

describe('a paper from text recognition', () => {
  it('has numbers that nothing parts from their titles', () => {
    assert.deepEqual(outline(PAPER), ['0 引言', '1 材料与方法', '  1.1 试验区', '  1.2 资料的处理', '2 结论', '  3大趋势值得关注']);
  });

  it('has captions in two languages, which are one', () => {
    assert.deepEqual(captions(PAPER), ['图1|试验区示意图', '表1|水位']);
  });

  it('has bullets that are set as formulas', () => {
    const report = read(PAPER);
    assert.deepEqual(report.blocks.filter(({ kind }) => kind === 'listItem').map(({ span }) => PAPER.slice(span.start, span.end)), ['$\\spadesuit$ 水量有所恢复。', '$\\bullet$ 水质保持稳定。']);
  });
});

const LINKED = `# **智能产业报告**

**2024年12月**

# <span id="page-1-0"></span>**目录**

| 1 | 发展概况 | 3 |
|---|---|---|
| 1.1 | 产业规模 | 3 |
| 2 | 政策环境 | 8 |

# <span id="page-2-0"></span>**1 发展概况**

## <span id="page-2-1"></span>**1.1 产业规模**

产业规模持续扩大[[1]](#page-9-1)，如[图 1](#page-3-0) 所示。

<span id="page-3-0"></span>图 1 产业规模

# <span id="page-5-0"></span>**2 政策环境**

政策陆续出台，详见[附件](附件.md#说明)。
`;

describe('Markdown with a link for every reference', () => {
  it('has its outline and its contents, which are set as a table', () => {
    assert.deepEqual(outline(LINKED), ['1 发展概况', '  1.1 产业规模', '2 政策环境']);
    assert.deepEqual(contents(LINKED), ['7 > 12', '9 > 14', '10 > 20']);
  });

  it('is read without the anchors and the pages that links lead to', () => {
    const { text } = read(LINKED).logical;
    assert.ok(text.includes('持续扩大[1]，如图 1 所示') && text.includes('\n图 1 产业规模') && text.includes('[附件](附件.md#说明)'));
  });
});

const FRAMED = `<div style="text-align: center;"><img src="imgs/a.jpg" alt="Image" width="60%" /></div>

# 算力发展报告

2024年7月

## 一、概况

利用率超过 70\\%，机架规模扩大 $ ^{1} $。

<div style="text-align: center;">图1 算力规模</div>

 $ ^{1} $ 标准机架功率为2.5千瓦。

## 二、问题

供需不匹配。
`;

describe('Markdown that is set with tags', () => {
  it('has its outline, captions and notes', () => {
    assert.deepEqual(outline(FRAMED), ['一 概况', '二 问题']);
    assert.deepEqual(captions(FRAMED), ['图1|算力规模']);
    assert.deepEqual(notes(FRAMED), ['9 $ ^{1} $ > 13']);
  });

  it('is read without tags, pictures and the backslashes of signs', () => {
    const { text } = read(FRAMED).logical;
    assert.ok(text.includes('利用率超过 70%，') && text.includes('\n图1 算力规模\n') && !text.includes('width'));
  });
});

const PANDOC = `# 实施意见 {#实施意见 .unnumbered}

## 一、总体要求 {#一总体要求}

[]{#_Toc1 .anchor}到2027年，增加值年均增长6%以上，到2027年基本建成。

+------------+----------+
| 指标       | 2027年   |
+============+==========+
| 研发强度   | 2.0%     |
+------------+----------+

: 表1 主要指标 {#tbl:1}

## 二、重点任务 {#二重点任务}

任务如下。
`;

describe('Markdown of Pandoc', () => {
  it('has titles without the names behind them', () => {
    assert.deepEqual(outline(PANDOC), ['一 总体要求', '二 重点任务']);
    assert.deepEqual(captions(PANDOC), ['表1|主要指标']);
    assert.equal(read(PANDOC).meta.title, '实施意见');
  });

  it('has tables that are drawn', () => {
    const { tables, logical } = read(PANDOC);
    assert.deepEqual(tables.map(({ rows, header }) => [rows.map((row) => row.map(({ start, end }) => PANDOC.slice(start, end))), header]), [[[['指标', '2027年'], ['研发强度', '2.0%']], true]]);
    assert.ok(logical.text.includes('\n到2027年'));
  });

  it('is not dated by its aims', () => {
    assert.equal(read(PANDOC).meta.date, null);
  });
});

const TELEPHONE = `# 交易盘点

**点击蓝字 关注我们**

**01**

**交易总览**

交易共94笔。

**02**

**重点交易**

首付款1.1亿美元。

**END**
`;

describe('a page for a telephone', () => {
  it('has numbers over their titles, and no headings of what it says to its readers', () => {
    assert.deepEqual(outline(TELEPHONE), ['01 交易总览', '02 重点交易']);
  });
});

const GENERATED = `# 🚀 低空产业研究

## (2025年)

## 📌 一、摘要

**结论**：规模扩大。

## 1️⃣ 市场

市场扩大。

## 2️⃣ 企业

企业增加。

## 📊 二、展望

**🔮 趋势**

趋势向好。
`;

describe('Markdown with pictures before its headings', () => {
  it('has its numbers and titles without them', () => {
    assert.equal(read(GENERATED).meta.title, '低空产业研究(2025年)');
    assert.deepEqual(outline(GENERATED), ['一 摘要', '  1 市场', '  2 企业', '二 展望', '  趋势']);
  });
});
