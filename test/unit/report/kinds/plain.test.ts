import assert from 'node:assert/strict';
import { captions, contents, notes, outline, read } from '../outline';

const ESG = `海澜港务集团
2023年环境、社会及治理报告

目录

董事长致辞    02
关于本报告    03
绿色港口
  应对气候变化    05
  节约资源    06
以人为本
  员工发展    08

董事长致辞

尊敬的各位股东、各界朋友：过去一年，我们坚持绿色发展，货物吞吐量再创新高，能耗强度持续下降。

关于本报告

本报告涵盖集团及下属公司，时间范围为2023年1月1日至12月31日，部分内容追溯以往年份。

绿色港口

应对气候变化

我们制定了碳达峰行动方案，建设岸电设施，鼓励靠港船舶使用岸电，全年减少碳排放约一万吨。

图 岸电使用量

节约资源

我们推广雨水回收系统，全年节约用水三万立方米，并对老旧照明实施改造。

以人为本

员工发展

我们建立了多层次的培训体系，全年培训覆盖率达到98%，员工满意度稳步提升。
`;

describe('report whose headings bear no number', () => {
  it('takes titles and levels from its contents', () => {
    assert.deepEqual(outline(ESG), ['董事长致辞', '关于本报告', '绿色港口', '  应对气候变化', '  节约资源', '以人为本', '  员工发展']);
  });

  it('reads a caption without a number', () => {
    assert.deepEqual(captions(ESG), ['图|岸电使用量']);
  });

  it('joins the title of the cover', () => {
    assert.equal(read(ESG).meta.title, '海澜港务集团2023年环境、社会及治理报告');
  });
});

const NEWS = `---
title: "港口降碳的下一步"
date: 2024-03-05
tags: [港口, "低碳"]
author: 陈平
---

近日，多个港口公布了降碳目标，引发业内关注。

**岸电为何难推广**

岸电设施建设成本较高，船舶改造意愿不强，是推广中的主要障碍。

**出路在哪里**

业内人士认为，需要统一标准，并给予适当补贴。
`;

describe('news post', () => {
  it('takes bold lines for headings and its front matter for what it is', () => {
    assert.deepEqual(outline(NEWS), ['岸电为何难推广', '出路在哪里']);
    const { meta } = read(NEWS);
    assert.equal(meta.title, '港口降碳的下一步');
    assert.equal(meta.date, '2024-03-05');
    assert.deepEqual(meta.tags.map((tag) => [tag.name, NEWS.slice(tag.span.start, tag.span.end)]), [['港口', '港口'], ['低碳', '低碳']]);
    assert.deepEqual(meta.authors, ['陈平']);
  });
});

const DIGEST = `
青原智慧城市动态

（第十七期）

青原市信息研究所 2024 年 5 月 9 日

本期导读：

本期共收集 2 篇有关城市数据治理的文章，时间从 2024 年 5 月 1 日

到 2024 年 5 月 8 日，来源包括主要媒体和政府网站。

一、目录

1.多地试点数据授权运营，公共数据走出机房

（某某日报）

2.平台企业开放接口，中小商户数字化门槛进一步降低的三个新变

化

（某某周刊）

二、正文

1.标题：多地试点数据授权运营，公共数据走出机房

来源：某某日报

链接：

https://news.example.com/2024/05/06/articles/data-authorisation-99

8877.html

主要内容：

多地试点数据授权运营，公共数据走出机房

2024-05-06 来源：某某日报

近来，多个城市启动公共数据授权运营试点，由专门机构负责数据的

加工与开发，企业可以按需申请使用。试点方案明确了收益分配的办法，

并要求数据不出域、可用不可见。

授权不等于放任

专家认为，授权运营必须与监管同步推进。运营机构应当建立全程留

痕的管理制度，定期接受审计，并向社会公布服务目录和收费标准，让公

众看得见、评得了。

2.平台企业开放接口，中小商户数字化门槛进一步降低的三个新变

化

来源：某某周刊

链接：

https://weekly.example.com/0508.html

主要内容：

平台企业开放接口后，中小商户可以用较低的成本接入库存、支付和

配送系统。过去需要数周的部署，如今几天即可完成，商户普遍反映效率

明显提高，客户投诉也随之减少，部分商户已经开始尝试 DeepLogi

stics 提供的路线规划服务。DeepLogistics 表示将继续开放更多能力。
`;

describe('hard-wrapped digest', () => {
  it('has sections, items without their field name, and subheadings', () => {
    assert.deepEqual(outline(DIGEST), [
      '本期导读',
      '一 目录',
      '二 正文',
      '  1 多地试点数据授权运营，公共数据走出机房',
      '    授权不等于放任',
      '  2 平台企业开放接口，中小商户数字化门槛进一步降低的三个新变化',
    ]);
  });

  it('joins sentences, words and addresses', () => {
    const { text } = read(DIGEST).logical;
    assert.ok(text.includes('负责数据的加工与开发'));
    assert.ok(text.includes('尝试 DeepLogistics 提供'));
    assert.ok(text.includes('/data-authorisation-998877.html'));
    assert.ok(!text.includes('服务。\n2.平台'.replace('\n', '')));
  });

  it('knows title, issue, publisher and date', () => {
    const { meta } = read(DIGEST);
    assert.deepEqual([meta.title, meta.issue, meta.publisher, meta.date], ['青原智慧城市动态', '第十七期', '青原市信息研究所', '2024-05-09']);
  });
});

describe('chapters in Chinese numbers over dotted sections', () => {
  const body = '需求端的变化来得比供给端更早，订单从年初起逐季回升，库存则降到了三年来的低位。';
  it('are over them, and over what is below those', () => {
    const text = ['零件行业观察', '一、产业链', '1.1、上游', body, '1.1.1、现状', body, '1.2、下游', body, '二、趋势', '2.1、需求', body].join('\n');
    assert.deepEqual(outline(text), ['一 产业链', '  1.1 上游', '    1.1.1 现状', '  1.2 下游', '二 趋势', '  2.1 需求']);
  });
  it('stand below where their numbers are no part of the dotted ones', () => {
    const text = ['第一章 产业链', '1.1 上游', body, '一、现状', body, '二、问题', body, '1.2 下游', body, '第二章 趋势', '2.1 需求', body].join('\n');
    assert.deepEqual(outline(text), ['第一章 产业链', '  1.1 上游', '    一 现状', '    二 问题', '  1.2 下游', '第二章 趋势', '  2.1 需求']);
  });
});

describe('announcement of a page', () => {
  it('has headings and paragraphs, though few lines show where the page cut them', () => {
    const text = ['示例股份有限公司', '监事会会议决议公告', '本公告由监事会写成，每位监事都读过全文，认为它如实而且完整，没有什么重', '要的事情被略去不提。', '一、会议召开情况', '开会的消息在八月四日用邮件告诉了各位监事，十六日大家到公司三楼的会议室', '里坐在一起开会，三位监事没有人缺席，由主席主持，几位董事和经理也在旁边', '听了全部讨论，整个过程和法律以及章程里写的要求没有不同之处，也没有人提', '出异议。', '二、会议审议情况', '会议通过了上半年的报告。', '特此公告。'].join('\n');
    assert.deepEqual(outline(text), ['一 会议召开情况', '二 会议审议情况']);
    assert.ok(read(text).logical.text.includes('没有什么重要的事情'));
  });
});

describe('digest with names in thick brackets', () => {
  const body = '需求端的变化来得比供给端更早，订单从年初起逐季回升，库存则降到了三年来的低位。';
  it('has its parts, and its items under them', () => {
    const text = ['零件周刊', '【打印】', '【行业动态】', '1. 某地出台新政', body, '2. 某企扩产', body, '【公司公告】', '1. 某公司增持', body].join('\n');
    assert.deepEqual(outline(text), ['行业动态', '  1 某地出台新政', '  2 某企扩产', '公司公告', '  1 某公司增持']);
  });
  it('has them under its chapters where it has such', () => {
    const text = ['零件周刊', '一、政策', '【国家】', body, '【地方】', body, '二、市场', '【国内】', body].join('\n');
    assert.deepEqual(outline(text), ['一 政策', '  国家', '  地方', '二 市场', '  国内']);
  });
});

describe('contents whose pages nothing parts from their titles', () => {
  const body = '需求端的变化来得比供给端更早，订单从年初起逐季回升，库存则降到了三年来的低位。';
  it('are linked where the titles come again', () => {
    const text = ['零件产业报告', '目录', '前言1', '一、背景3', '二、建议12', '附录20', '', '前言', body, '一、背景', body, '二、建议', body, '附录', body].join('\n');
    assert.deepEqual(contents(text), ['3 > 8', '4 > 10', '5 > 12', '6 > 14']);
    assert.deepEqual(outline(text), ['前言', '一 背景', '二 建议', '附录']);
  });
});

const SIGNED = `关于全市经济运行情况的分析报告

市统计局  （2025年1月20日）

全年经济运行总体平稳，主要指标保持在合理区间。
一、总体情况
初步核算，地区生产总值增长5.6%。
二、存在问题
有效需求不足。

附录一 主要指标

指标见下。

附录二 名单

名单见下。
`;

describe('report that is signed and dated below its title', () => {
  it('has no heading of that, and appendices beside its parts', () => {
    assert.deepEqual(outline(SIGNED), ['一 总体情况', '二 存在问题', '附录一 主要指标', '附录二 名单']);
    assert.equal(read(SIGNED).meta.date, '2025-01-20');
  });
});

const COMMUNIQUE = `全市国民经济统计公报[1]

市统计局

2025年2月28日

一、综合

初步核算，全年生产总值[2]增长5.0%。

图1 生产总值及其增长速度[3]

表1  主要指标
指标  2023年  2024年
生产总值  100  105
常住人口  80  81

注释：
[1]数据均为初步统计数。
[2]生产总值按现价计算。
[3]数据为最终核实数。
`;

describe('report with marks of notes on its title and captions', () => {
  it('is called without them, and so are its captions', () => {
    const report = read(COMMUNIQUE);
    assert.equal(report.meta.title, '全市国民经济统计公报');
    assert.deepEqual(captions(COMMUNIQUE), ['图1|生产总值及其增长速度', '表1|主要指标']);
    assert.deepEqual(notes(COMMUNIQUE), ['1 [1] > 19', '9 [2] > 20', '11 [3] > 21']);
    assert.equal(report.captions[1]?.table, 0);
  });
});

const TRANSCRIPT = `社区养老访谈记录（编号：07）

访谈时间：2024年6月12日下午
访谈地点：社区服务中心

李晓雯：您平时使用社区食堂吗？
周玉兰：用的，一个礼拜去三四次。

李晓雯：价格怎么样？
周玉兰：还可以。
`;

describe('transcript of an interview', () => {
  it('is called by its first line, and has no headings', () => {
    assert.equal(read(TRANSCRIPT).meta.title, '社区养老访谈记录（编号：07）');
    assert.equal(read(TRANSCRIPT).meta.date, '2024-06-12');
    assert.deepEqual(outline(TRANSCRIPT), []);
  });
});

const STANDARD = `ICS 35.240.01
CCS L 67

中华人民共和国国家标准
GB/T 45288.1—2025

人工智能 大模型 第1部分：通用要求
Artificial intelligence—Large-scale model—Part 1: General requirements

2025-02-28发布    2025-08-01实施

目次
前言 ................ III
1 范围 ................ 1
2 术语和定义 ................ 1
3 参考架构 ................ 2
附录A（资料性） 应用示例 ................ 8
参考文献 ................ 10

前言
本文件按照规则起草。

1 范围
本文件规定了通用技术要求。

2 术语和定义
下列术语和定义适用于本文件。
2.1
大模型 large-scale model
基于大规模参数构建的模型。
2.2
微调 fine-tuning
在特定数据上继续训练。

3 参考架构
参考架构见图1。
图1 参考架构

附录A
（资料性）
应用示例
A.1 概述
本附录给出示例。
A.2 示例
示例见表A.1。

参考文献
[1] GB/T 5271.28—2001 信息技术 词汇
`;

describe('standard', () => {
  it('is called by what it standardizes', () => {
    assert.equal(read(STANDARD).meta.title, '人工智能 大模型 第1部分：通用要求');
  });

  it('has terms with their numbers above them, and appendices with sections', () => {
    assert.deepEqual(outline(STANDARD), [
      '前言', '1 范围', '2 术语和定义', '  2.1 大模型 large-scale model', '  2.2 微调 fine-tuning', '3 参考架构',
      '附录A （资料性） 应用示例', '  A.1 概述', '  A.2 示例', '参考文献',
    ]);
    assert.deepEqual(contents(STANDARD), ['13 > 20', '14 > 23', '15 > 26', '16 > 35', '17 > 39', '18 > 47']);
    assert.deepEqual(notes(STANDARD), []);
  });
});

const THESIS = `分类号：F832   密级：公开
某大学硕士学位论文

数字金融对农户收入的影响研究

作者姓名：陈小明
二〇二四年五月

摘  要
本文研究数字金融的影响。

第1章 绪论
研究具有意义。
`;

describe('thesis', () => {
  it('is called by its title, not by its class or kind', () => {
    assert.equal(read(THESIS).meta.title, '数字金融对农户收入的影响研究');
    assert.deepEqual(outline(THESIS), ['摘要', '第1章 绪论']);
  });
});
