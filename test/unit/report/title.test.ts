import assert from 'node:assert/strict';
import { read } from './outline';

const body = '需求端的变化来得比供给端更早，订单从年初起逐季回升，库存则降到了三年来的低位。';

describe('the title of a report', () => {
  it('stands below the publisher on a cover', () => {
    assert.equal(read(`示例研究所\n\n\n\n从零件到整机：装备产业观察（2024）\n\n2024 年 6 月\n\n${body}\n`).meta.title, '从零件到整机：装备产业观察（2024）');
  });

  it('begins with the company that it is the report of', () => {
    assert.equal(read(`示例装备股份有限公司\n2024年年度报告\n\n2025年04月\n\n${body}\n`).meta.title, '示例装备股份有限公司2024年年度报告');
  });

  it('is not what a research note says of its kind, its rating and its reader', () => {
    const note = ['请务必阅读正文之后的免责条款', '证券研究报告 / 行业周报', '投资评级：看好（维持）', '强于大市（首次）', '[Table_Title]', '订单回升，零件行业景气改善', '强于大市（维持）', '2024年6月3日', '', body];
    const { meta } = read(note.join('\n'));
    assert.deepEqual([meta.title, meta.date], ['订单回升，零件行业景气改善', '2024-06-03']);
    assert.equal(read(`# 装备 2024年06月03日 投资评级：看好（维持）\n\n# 相关研究报告\n\n# 订单回升，零件行业景气改善\n\n${body}\n`).meta.title, '订单回升，零件行业景气改善');
    assert.equal(read(`证券研究报告\n\n${body}\n`).meta.title, '证券研究报告');
  });

  it('is spaced out on a cover, and stands below the number of a letter', () => {
    const speech = read(`政 府 工 作 报 告\n\n2024年1月23日在江城市第九届人民代表大会第三次会议上\n\n江城市市长 钟怀谷\n\n各位代表：\n\n${body}\n`).meta;
    assert.deepEqual([speech.title, speech.date], ['政府工作报告', '2024-01-23']);
    const letter = read(`江城市医疗保障局文件\n\n江医保发〔2023〕142 号\n\n江城市医疗保障局关于完善门诊共济的通知\n\n各区医疗保障局：\n\n${body}\n`).meta;
    assert.deepEqual([letter.title, letter.date], ['江城市医疗保障局关于完善门诊共济的通知', '2023']);
    assert.equal(read(`江城市地方标准\n\n2024-04-01 实施\n\n2023-09-07 发布\n\n1 范围\n\n${body}\n`).meta.date, '2023-09-07');
  });

  it('stands below the industry that the cover names', () => {
    assert.equal(read(`# 装备\n\n# 装备行业2024年度投资策略\n\n订单先行，设备随后\n\n${body}\n`).meta.title, '装备行业2024年度投资策略');
    assert.equal(read(`装备行业\n2024年6月3日\n订单回升，零件景气改善\n装备行业\n推荐 维持评级\n${body}\n`).meta.title, '订单回升，零件景气改善');
  });

  it('is not what a note says of its use, and stands below its industry and its rating', () => {
    const cover = ['本研究报告仅通过邮件提供给 示例基金 使用。', '行业及产业', '机械设备', '2024 年 06 月 03 日', '订单回升，零件行业“淡季不淡”', '看好', '', body];
    assert.equal(read(cover.join('\n')).meta.title, '订单回升，零件行业“淡季不淡”');
    assert.equal(read(`# 机械设备\n\n2024年06月03日\n\n投资评级:看好 (维持)\n\n# 相关研究报告\n\n# 订单回升，再下一城\n\n${body}\n`).meta.title, '订单回升，再下一城');
  });

  it('is not what a newspaper sets around an announcement', () => {
    assert.equal(read(`73版 信息披露  查看版面PDF\n\n2024年\n\n2月19日\n\n查看其他日期\n\n示例科技股份有限公司募集说明书摘要\n\n${body}\n`).meta.title, '示例科技股份有限公司募集说明书摘要');
  });

  it('ends over those who sign it, and begins below the paper that printed it', () => {
    for (const signed of ['示例证券研究所', '示例宏观 陶川团队', '示例证券 林以宁、陈如明', '樊春良¹ 李哲²', '本报示例11月7日电 记者 金梁', '示例日报记者 田雅婷', '全媒体记者 白萍']) {
      const { meta, headings } = read(`示例日报·示例网\n\n零件产业转型的若干思考\n\n${signed}\n\n${body}\n\n${body}\n`);
      assert.deepEqual([meta.title, headings.length], ['零件产业转型的若干思考', 0], signed);
    }
  });

  it('ends with its year, over those who compiled it', () => {
    assert.equal(read(`示例零件产业发展报告2024\n示例市工业局  示例零件总站  编\n\n第一章  生产形势\n\n${body}\n`).meta.title, '示例零件产业发展报告2024');
  });

  it('ends over the authors of a paper', () => {
    assert.equal(read(`零件贸易与产业治理\n任衡 沈怀瑜\n〔摘要〕${body}\n`).meta.title, '零件贸易与产业治理');
    assert.equal(read(`零件为本：共建模式探索\n任衡 , 沈怀瑜\n江城大学公共管理学院,江城,400044\n摘要：${body}\n`).meta.title, '零件为本：共建模式探索');
  });

  it('stands in its field of a template, and goes on behind a colon', () => {
    const fields = ['装备制造 | 证券研究报告 行业深度', '2024年6月3日', 'Table_Rank', '强于大市', '甲电器 000001.SZ 买入', 'Table_Title', '装备制造2024年度策略', '订单先行，设备随后', 'Table_Summary', body];
    const { meta, logical } = read(fields.join('\n'));
    assert.equal(meta.title, '装备制造2024年度策略订单先行，设备随后');
    assert.ok(!logical.text.includes('Table_'));
    const cover = ['看清周期，用好数据 请务必阅读末页的免责声明', '投资策略半年报|装备制造', '证券研究报告', '装备行业2024下半年策略：', '淡季不淡，备件走俏', '', body];
    assert.equal(read(cover.join('\n')).meta.title, '装备行业2024下半年策略：淡季不淡，备件走俏');
  });

  it('stands in its marks behind the number of an official document', () => {
    const { meta, headings } = read(`示政发〔2024〕20号《示例市关于零件产业的实施意见》\n\n示政发〔2024〕20号\n\n一、总体要求\n\n${body}\n`);
    assert.deepEqual([meta.title, headings.map(({ title }) => title)], ['示例市关于零件产业的实施意见', ['总体要求']]);
  });

  it('stands over its authors, who head nothing', () => {
    assert.deepEqual(read(`零件产业研究\n\n何艺朗，王郁远\n\n${body}\n\n需求回升\n\n${body}\n`).headings.map(({ title }) => title), ['需求回升']);
    assert.deepEqual(read(`零件产业研究\n\n何艺朗,王 郁\n\n(1.示例大学 a.经济学院,示例 610041;2.样例大学,样例 710071)\n\n需求回升\n\n${body}\n`).headings.map(({ title }) => title), ['需求回升']);
  });

  it('goes on behind 之, which stands alone', () => {
    assert.equal(read(`示例证券股份有限公司\n关于示例装备股份有限公司\n首次公开发行股票\n之\n上市保荐书\n二〇二四年二月\n\n${body}\n`).meta.title, '示例证券股份有限公司关于示例装备股份有限公司首次公开发行股票之上市保荐书');
  });

  it('stands below the institute that made the report, and over its day and source', () => {
    assert.equal(read(`示例研究院\n\n零件与世界：理解变化中的联系\n\n2024年7月\n\n${body}\n`).meta.title, '零件与世界：理解变化中的联系');
    const { meta } = read(`有关负责同志就《零件业创新方案》答记者问\n\n2024年11月28日  来源：示例市发展改革委\n\n${body}\n`);
    assert.deepEqual([meta.title, meta.date], ['有关负责同志就《零件业创新方案》答记者问', '2024-11-28']);
  });

  it('is that of the act, where a notice of its passing stands over it', () => {
    assert.equal(read(`示例市人大常委会公告\n\n《示例市数据条例》已由常委会会议于2024年6月28日通过，现予公布。\n\n示例市数据条例\n\n第一条  为了规范，制定本条例。\n\n第二条  本条例自公布之日起施行。\n`).meta.title, '示例市数据条例');
  });

  it('is what stands there where nothing better follows', () => {
    assert.equal(read(`示例研究所\n\n\n\n关于本报告\n\n${body}\n`).meta.title, '示例研究所');
  });
});

describe('the date of a report', () => {
  it('is the last day of the week in its title', () => {
    assert.equal(read(`示例行业周报（20241202-20241208）：订单先行\n\n${body}\n`).meta.date, '2024-12-08');
  });

  it('is no day in its conditions', () => {
    assert.equal(read(`示例专项2024年度申报指南\n\n${body}\n\n负责人应为1964年1月1日以后出生。\n`).meta.date, '2024');
  });

  it('is no month that its text compares with, where the page cuts that', () => {
    const cut = ['订单回升，零件行业景气改善', '', '入夏以后订单多了起来，五月比上年多出一成，月度数字是自2018年5月以来的最高', '水平，仓库里的存货随之减少，几家工厂开始招人。', '', body];
    assert.equal(read(cut.join('\n')).meta.date, null);
  });
});
