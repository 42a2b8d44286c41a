import assert from 'node:assert/strict';
import { outline } from '../outline';

describe('a plan of a government', () => {
  const PLAN = '示例市零件产业发展方案\n\n一、总体要求\n\n（一）指导思想。坚持创新驱动，推动零件产业迈向中高端，形成各具特色的产业集群。\n\n（二）基本原则。\n\n1.坚持市场主导，发挥企业主体作用，完善政策环境。\n\n2.坚持协同推进，加强部门联动，形成工作合力。\n\n（三）发展目标。到2027年，产业规模达到500亿元，骨干企业超过20家，创新能力显著增强。\n';

  it('has sections whose first sentence is all there is before their items', () => {
    assert.deepEqual(outline(PLAN), ['一 总体要求', '  （一） 指导思想', '  （二） 基本原则', '  （三） 发展目标']);
  });

  it('has its appendices beside its parts, under a paragraph sign its chapters', () => {
    const body = '各单位要结合实际抓好落实，重要情况及时报告。';
    const lines = (...titles: string[]): string => titles.map((title) => `${title}\n\n${body}\n`).join('\n');
    assert.deepEqual(outline(lines('第一部分 总论', '第二部分 专题', '一、问题', '附件1 问卷', '附件2 名单')), ['第一部分 总论', '第二部分 专题', '  一 问题', '附件1 问卷', '附件2 名单']);
    assert.deepEqual(outline(lines('§1 重要提示', '§2 基金简介', '2.1 基本情况', '2.2 管理人')), ['§1 重要提示', '§2 基金简介', '  2.1 基本情况', '  2.2 管理人']);
    assert.deepEqual(outline(lines('1 范围', '附 录 A\n（规范性）\n校验方法', 'A.1 概述')), ['1 范围', '附录 A （规范性） 校验方法', '  A.1 概述']);
  });

  it('may set the two clauses of a chapter on two lines', () => {
    const text = '第三章 数据\n\n建设要素市场。\n\n第四章 加快推进数字产业化，\n打造有竞争力的产业体系\n\n做强做优软件产业。\n';
    assert.deepEqual(outline(text), ['第三章 数据', '第四章 加快推进数字产业化，打造有竞争力的产业体系']);
  });

  it('has boxes that hold no sections', () => {
    const body = '各单位要结合实际抓好落实，重要情况及时报告。';
    const lines = (...titles: string[]): string => titles.map((title) => `${title}\n\n${body}\n`).join('\n');
    assert.deepEqual(outline(lines('第一章 形势', '1.1 基础', '第二章 任务', '专栏1 重点工程', '2.1 思路', '2.2 工程')), ['第一章 形势', '  1.1 基础', '第二章 任务', '  专栏1 重点工程', '  2.1 思路', '  2.2 工程']);
  });

  it('has items of a few words over their paragraphs as sections', () => {
    const text = '三、对策建议\n\n1、强化顶层设计。\n成立由市长任组长的领导小组，编制零件产业发展规划。\n2、加大政策扶持。\n设立十亿元产业基金，重点支持中小企业。\n3、培育市场主体\n支持骨干企业做大做强。\n\n四、备查\n\n1、会议决议；\n2、其他文件。\n\n特此报告。\n';
    assert.deepEqual(outline(text), ['三 对策建议', '  1 强化顶层设计', '  2 加大政策扶持', '  3 培育市场主体', '四 备查']);
  });

  it('ends with a list of what is attached, which heads nothing', () => {
    const tail = '1．项目清单\n\n序号\t项目\n1\t二期\n2\t三期\n';
    for (const list of ['附件：1. 项目清单\n      2. 任务分工表', '附件：\n1．项目清单\n2．任务分工表']) {
      assert.deepEqual(outline(`示例市零件产业方案\n\n一、目标\n\n产量明显提高，企业的数量有所增加。\n\n二、保障\n\n各单位要结合实际抓好落实。\n\n${list}\n\n附件${tail}`), ['一 目标', '二 保障', '附件1 项目清单'], list);
    }
  });

  it('has items of one sentence among those that go on', () => {
    const text = '二、任务\n\n1. 支持整车扩能。推动二期项目建成投产，新增产能二十万辆。\n\n2. 做强动力电池。依托骨干企业，打造千亿级基地。\n\n3. 突破车规芯片。\n\n三、保障\n\n（一）加强统筹。建立联席会议制度，定期会商。\n\n（二）强化资金。设立产业基金，支持企业发展。\n';
    assert.deepEqual(outline(text), ['二 任务', '  1 支持整车扩能', '  2 做强动力电池', '  3 突破车规芯片', '三 保障', '  （一） 加强统筹', '  （二） 强化资金']);
  });

  it('has sections that are called by a sentence of two clauses, over their paragraphs', () => {
    const text = '一、工作回顾\n\n过去一年，经济稳中有进。\n\n（一）聚焦科技立市，城市建设提档升级。\n零件产业园投产，成果转化二百余项，新增企业四十家。\n（二）聚焦开放兴市\n机场旅客突破四百万人次。\n\n二、重点工作\n\n（一）坚持党的领导，做好各项工作。\n（二）坚持改革开放，守住安全底线。\n';
    assert.deepEqual(outline(text), ['一 工作回顾', '  （一） 聚焦科技立市，城市建设提档升级', '  （二） 聚焦开放兴市', '二 重点工作']);
  });

  it('has a summary of each chapter beside its sections', () => {
    const body = '各单位要结合实际抓好落实，重要情况及时报告。';
    const lines = (...titles: string[]): string => titles.map((title) => `${title}\n\n${body}\n`).join('\n');
    assert.deepEqual(outline(lines('第1章 概述', '1.1 背景', '1.1.1 政策', '1.1.2 技术', '小结', '第2章 态势', '2.1 全球')), ['第1章 概述', '  1.1 背景', '    1.1.1 政策', '    1.1.2 技术', '  小结', '第2章 态势', '  2.1 全球']);
  });

  it('has lists of names that head nothing where the next section follows at once', () => {
    const text = '第一节 财务信息\n\n一、主要数据\n\n营业收入稳步增长，利润明显提高。\n\n二、前两大客户\n\n1.示例建设集团有限公司\n2.示例水务有限公司\n\n第二节 风险管理\n\n各单位要结合实际抓好落实。\n';
    assert.deepEqual(outline(text), ['第一节 财务信息', '  一 主要数据', '  二 前两大客户', '第二节 风险管理']);
  });
});
