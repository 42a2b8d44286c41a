import assert from 'node:assert/strict';
import { dateOrder } from '../../../server/rules/claim/dateOrder';
import { period } from '../../../server/rules/claim/period';
import { difference } from '../../../server/rules/claim/difference';
import { enumeration } from '../../../server/rules/claim/enumeration';
import { equal } from '../../../server/rules/claim/equal';
import { growth } from '../../../server/rules/claim/growth';
import { hundred } from '../../../server/rules/claim/hundred';
import { impossible } from '../../../server/rules/claim/impossible';
import { parts } from '../../../server/rules/claim/parts';
import { sameNumber } from '../../../server/rules/claim/sameNumber';
import { share } from '../../../server/rules/claim/share';
import { tableCount } from '../../../server/rules/claim/tableCount';
import { flagged, found, problemsOf } from './helper';

const table = (caption: string, rows: readonly string[]): string => `${caption}\n\n${rows.map(r => r.split('|').join('\t')).join('\n')}\n`;

describe('claim/growth', () => {
  const wrong: readonly (readonly [string, string])[] = [
    ['港务费收入从 120 万元增至 180 万元，同比增长 40%。', 'From 120 万元 to 180 万元 is +50 %, not 40%: 180 万元 / 120 万元 − 1 = 50 %.'],
    ['实现从 120 万到 180 万元的 60% 增长率。', 'From 120 万 to 180 万元 is +50 %, not 60%: 180 万元 / 120 万 − 1 = 50 %.'],
    ['泊位由 80 个减少至 60 个，下降 20%。', 'From 80 个 to 60 个 is -25 %, not 20%: 60 个 / 80 个 − 1 = -25 %.'],
    ['货运收入由2019年的80万元增加62.5%至2020年的120万元。', 'From 80万元 to 120万元 is +50 %, not 62.5%: 120万元 / 80万元 − 1 = 50 %.'],
    ['修船支出 180 万元，去年同期 120 万元，增长 40%。', 'From 120 万元 to 180 万元 is +50 %, not 40%: 180 万元 / 120 万元 − 1 = 50 %.'],
    ['单箱成本较去年翻了一倍，从 400 元增加至 520 元。', '520 元 / 400 元 = 1.3, that is +30 %, not “翻了一倍”.'],
  ];
  for (const [text, expected] of wrong) it(`contradicts: ${text}`, () => assert.deepEqual(found(growth, `${text}\n`), [`1: ${expected}`]));

  const sound = [
    '港务费收入从 120 万元增至 180 万元，同比增长 50%。',
    '收入从 5.06 亿元增至 6.49 亿元，增长 28.3%。',
    '货运收入由2019年的80万元增加50%至2020年的120万元。',
    '修船支出 180 万元，去年同期 120 万元，人数增长 40%。',
    '收入从 155.3 万到 923.6 万元的 494.7% 增长率。',
    '泊位由 80 个减少至 60 个，下降 25%。',
    '从 2820 万元至 8460 万元，增长近 200%。',
    '收入从 1.2 亿元增至 1.8 亿元，年均增长 22.5%。',
    '完整率由 88.4% 提升到 96.1%，提高 7.7 个百分点。',
    '收入从 120 万元增至 180 万元，毛利率提升 4%。',
    '等待时间从 30 分钟缩短至 10 分钟，效率翻了一倍多。',
    '申领频率降低 70%，盘点时间从 51 分钟降至 2.83 分钟。',
    '从 3 家增至 9 家，是原来的 3 倍。',
  ];
  for (const text of sound) it(`lets stand: ${text}`, () => assert.deepEqual(found(growth, `${text}\n`), []));
});

describe('claim/parts', () => {
  const wrong: readonly (readonly [string, string])[] = [
    ['共有 64 家企业，其中内河 28 家、沿海 21 家、远洋 17 家。', '28 + 21 + 17 = 66, yet the total is 64 家.'],
    ['拥有 15 张证书（本部 10 张、分公司 3 张、子公司 3 张）。', '10 + 3 + 3 = 16, yet the total is 15 张.'],
    ['拥有 17 张证书（10、3、3）。', '10 + 3 + 3 = 16, yet the total is 17 张.'],
    ['全年货运总额500亿元，比上年增长5.0%。其中，出港300亿元，增长7.1%；进港240亿元，增长2.3%。', '300 + 240 = 540, yet the total is 500亿元.'],
    ['实现地区生产总值(GDP)1077.9亿元,按可比价格计算,比上年增长3%。其中第一产业增加值72.8亿元,增长3.2%;第二产业增加值460.6亿元,下降2.9%;第三产业增加值584.5亿元,增长9.3%。', '72.8 + 460.6 + 584.5 = 1117.9, yet the total is 1077.9亿元.'],
    ['新增岸桥 80 台，其中自动化岸桥 90 台。', '90 台 of 80 台: the part is more than the whole.'],
  ];
  for (const [text, expected] of wrong) it(`contradicts: ${text}`, () => assert.deepEqual(found(parts, `${text}\n`), [`1: ${expected}`]));

  const sound = [
    '共有 66 家企业，其中内河 28 家、沿海 21 家、远洋 17 家。',
    '拥有 16 张证书（本部 10 张、分公司 3 张、子公司 3 张）。',
    '共有 64 家企业，其中内河 28 家、沿海 21 家。',
    '共有 64 家企业，其中内河 28 家，较去年增加 40 家。',
    '拥有 17 张证书（本部 10 张、分公司 3 张等）。',
    '完成 12 个项目，涉及 30 家企业、40 位专家。',
    '全年货运总额540亿元，比上年增长5.0%。其中，出港300亿元，增长7.1%；进港240亿元，增长2.3%。',
    '投资总额 50 亿元，其中码头 30 亿元，增长 3%；邻港投资 40 亿元。',
    '合计 28.24 亿元，比预算减少 24.76 亿元。其中，差旅费 2.94 亿元，购置费 24.72 亿元，接待费 0.58 亿元。',
    '净利润 3 亿元，其中航运业务 5 亿元。',
    '专户资金 1222.93 万元，其中利息收入 1693.4 万元。',
    '约 64 家企业，其中内河 30 家、沿海 40 家。',
  ];
  for (const text of sound) it(`lets stand: ${text}`, () => assert.deepEqual(found(parts, `${text}\n`), []));

  it('weighs a sum that falls short less: the list may leave some out', () => {
    assert.equal(problemsOf(parts, '拥有 17 张证书（本部 10 张、分公司 3 张、子公司 3 张）。\n')[0]?.severity, 'information');
  });
});

describe('claim/share', () => {
  it('contradicts a share by its counts', () => {
    assert.deepEqual(found(share, '共签约 55 起，其中 24 起与船厂有关，占比 34.6%。\n'), ['1: 24 起 of 55 起 is 43.64 %, not 34.6%.']);
  });
  it('lets a share stand that they give', () => {
    assert.deepEqual(found(share, '共签约 55 起，其中 24 起与船厂有关，占比高达 43.64%。\n'), []);
  });
  it('looks for another base in the paragraph first', () => {
    assert.deepEqual(found(share, '去年共签约 48 起。今年签约 55 起，其中 24 起与船厂有关，占比 50%。\n'), []);
  });
});

describe('claim/hundred', () => {
  const shares = (...values: readonly string[]): string => table('表 1 货种构成', ['货种|占比', ...values.map((v, i) => `货种${'甲乙丙丁戊'.charAt(i)}|${v}`)]);
  it('contradicts shares beyond the whole', () => {
    assert.deepEqual(found(hundred, shares('41%', '27%', '19%', '16%')), ['4: “占比”: 41 + 27 + 19 + 16 = 103 %, not 100 %.']);
  });
  it('allows for the rounding of the printed digits', () => {
    assert.deepEqual(found(hundred, shares('33.3%', '33.3%', '33.3%')), []);
    assert.deepEqual(found(hundred, shares('34%', '33%', '34%')), []);
  });
  it('reads lists and compositions in sentences', () => {
    assert.deepEqual(found(hundred, '三种货物占比分别为 41%、37% 和 25%。\n'), ['1: 41 + 37 + 25 = 103 %, more than the whole.']);
    assert.equal(found(hundred, '收入同比增长 56%，分货种看，煤占 41%、矿占 37%、粮占 25%。\n').length, 1);
    assert.deepEqual(found(hundred, '煤占 41%、矿占 37%、粮占 25%。\n'), ['1: 41 + 37 + 25 = 103 %, more than the whole.']);
    assert.deepEqual(found(hundred, '三次产业结构为6.8:44.7:50.5。\n'), ['1: 6.8 + 44.7 + 50.5 = 102 %, not 100 %.']);
  });
  it('leaves sentences alone whose shares are whole, or of several wholes', () => {
    for (const text of ['三种货物占比分别为 41%、37% 和 20%。', '三次产业结构为6.8:42.7:50.5。', '占本港、邻港、全省的比重分别为 41%、37% 和 25%。', '三港吞吐量分别增长 41%、37% 和 25%。', '配比比例为 3:2:1。']) {
      assert.deepEqual(found(hundred, `${text}\n`), [], text);
    }
  });
  it('leaves answers that may overlap alone', () => {
    assert.deepEqual(found(hundred, shares('80%', '60%', '40%')), []);
  });
  it('leaves rates alone', () => {
    assert.deepEqual(found(hundred, table('表 1 增速', ['货种|同比增速', '煤|41%', '矿|27%', '箱|35%'])), []);
  });
});

describe('claim/impossible', () => {
  it('knows shares, units and days that cannot be', () => {
    assert.deepEqual(flagged(impossible, '该港的市场份额高达 120%。\n'), ['120%']);
    assert.deepEqual(flagged(impossible, '完成了 3902.2 千万美元的收款。\n'), ['3902.2 千万美元']);
    assert.deepEqual(flagged(impossible, '会议于 6 月 31 日召开。\n'), ['6 月 31 日']);
  });
  it('knows what can', () => {
    for (const text of ['收入留存率高达 151%。', '货量增长 120%。', '收款 5 千万美元。', '会议于 2 月 29 日召开。', '市场份额为 99.9%。']) {
      assert.deepEqual(found(impossible, `${text}\n`), [], text);
    }
  });
});

describe('dated tables', () => {
  const dated = (title: string, ...dates: readonly string[]): string => table(title, ['船名|下水时间', ...dates.map((d, i) => `船${String(i)}号|${d}`)]);
  it('tell a date out of order', () => {
    assert.deepEqual(flagged(dateOrder, dated('表 1 船舶', '2021年3月', '2021年5月', '2023年1月', '2020年2月', '2023年4月', '2023年6月', '2024年1月')), ['2020年2月']);
  });
  it('tell a year out of order above the columns', () => {
    const years = (...titles: readonly string[]): string => table('表 1 吞吐量', [`货种|${titles.join('|')}`, `煤|${titles.map((_, i) => String(10 + i)).join('|')}`, `矿|${titles.map((_, i) => String(20 + i)).join('|')}`]);
    assert.deepEqual(found(dateOrder, years('2021', '2023', '2022', '2024E')), ['3: 2022 stands behind 2023: the other years of this row run in order.']);
    assert.deepEqual(found(dateOrder, years('2021', '2022', '2023', '2024E')), []);
    assert.deepEqual(found(dateOrder, years('2024年', '2023年', '2022年', '2021年')), []);
    assert.deepEqual(found(dateOrder, years('2022', '2023', '2022', '2023')), []);
  });
  it('may run backwards, or in no order', () => {
    assert.deepEqual(found(dateOrder, dated('表 1 船舶', '2024年3月', '2024年2月', '2023年9月', '2023年1月', '2022年6月')), []);
    assert.deepEqual(found(dateOrder, dated('表 1 船舶', '2024年3月', '2021年2月', '2023年9月', '2020年1月', '2022年6月')), []);
  });
  it('tell a row outside the period of the title', () => {
    assert.deepEqual(found(period, dated('表 1 2021—2023 年下水的船舶', '2021年3月', '2021年5月', '2022年1月', '2023年2月', '2024年4月')), [
      '8: 2024-04 lies outside the period “2021—2023 年” of the title.',
    ]);
    assert.deepEqual(found(period, dated('表 1 2021—2024 年下水的船舶', '2021年3月', '2021年5月', '2022年1月', '2023年2月', '2024年4月')), []);
  });
});

describe('claim/table-count', () => {
  const ships = (title: string, count: number): string => table(title, ['船名|船东', ...Array.from({ length: count }, (_, i) => `船${String(i)}号|船东${String(i)}`)]);
  it('counts the rows of the table', () => {
    assert.deepEqual(found(tableCount, `今年共新增远洋船舶 9 艘，列于下表。\n\n${ships('表 1 新增远洋船舶', 8)}`), []);
    assert.deepEqual(found(tableCount, `今年共新增远洋航线 9 条，列于下表。\n\n${ships('表 1 新增远洋航线', 8)}`), ['1: 9 条, but the table lists 8.']);
  });
  it('is content with the number of rows, and with a selection of more', () => {
    assert.deepEqual(found(tableCount, `今年共新增远洋航线 8 条，列于下表。\n\n${ships('表 1 新增远洋航线', 8)}`), []);
    assert.deepEqual(found(tableCount, `今年共新增远洋航线 9 条。\n\n${ships('表 1 部分新增远洋航线', 8)}`), []);
  });
  it('joins the parts of a table', () => {
    const text = `今年共新增远洋航线 9 条。\n\n${ships('表 1 新增远洋航线（上）', 5)}\n${ships('表 2 新增远洋航线（下）', 5)}`;
    assert.deepEqual(found(tableCount, text), ['1: 9 条, but the tables list 5 + 5 = 10.']);
  });
});

describe('claim/equal and claim/same-number', () => {
  it('contradict what is said to be equal', () => {
    assert.deepEqual(found(equal, '全年共有 15 条支线航班停止运营。新增航线 16 条，与停止运营的支线航班数量持平。\n'), [
      '1: 16 条 are said to equal “停止运营的支线航班”, which are 15 条.',
    ]);
    assert.deepEqual(found(equal, '全年共有 16 条支线航班停止运营。新增航线 16 条，与停止运营的支线航班数量持平。\n'), []);
    assert.deepEqual(found(equal, '全年共有 15 条支线航班停止运营。新增航线 16 条，与去年同期持平。\n'), []);
  });
  it('contradict “more than” by the exact count', () => {
    assert.equal(found(sameNumber, '超 160 个智能码头获批运营。\n\n目前总计有 160 个智能码头获批运营。\n').length, 1);
    assert.deepEqual(found(sameNumber, '超 160 个智能码头获批运营。\n\n目前总计有 163 个智能码头获批运营。\n'), []);
  });
});

describe('claim/difference', () => {
  for (const [text, expected] of [
    ['满意度从92.1%提升至95.4%，提高2.3个百分点。', ['1: 95.4% − 92.1% = 3.3, not 2.3个百分点.']],
    ['平均住院日由8.6天缩短至7.2天，缩短1.9天。', ['1: 8.6天 − 7.2天 = 1.4, not 1.9天.']],
    ['在册企业128家，比上年的110家增加12家。', ['1: 128家 − 110家 = 18, not 12家.']],
    ['满意度从92.1%提升至95.4%，提高3.3个百分点。', []],
    ['由8.6亿元增至10.2亿元，增加1.7亿元。', []], // both ends are rounded
    ['企业由110家增至128家，新增31家。', []],
    ['同比由亏损3亿元转为盈利2亿元，增加5亿元。', []],
  ] as const) it(`${text} ${expected.length > 0 ? 'is told of' : 'is sound'}`, () => assert.deepEqual(found(difference, text), expected));
});

describe('figures as reports set them', () => {
  it('a figure, the earlier one behind it, and the rate', () => {
    assert.deepEqual(found(growth, '营业收入12.36亿元，较上年同期的10.02亿元增长32.35%。'), ['1: From 10.02亿元 to 12.36亿元 is +23.35 %, not 32.35%: 12.36亿元 / 10.02亿元 − 1 = 23.35 %.']);
    assert.deepEqual(found(growth, '营业收入12.36亿元，较上年同期的10.02亿元增长23.35%。'), []);
  });
  it('there is no rate from a loss to a profit', () => {
    assert.deepEqual(found(growth, '利润从亏损1.2亿元到盈利0.8亿元，同比增长166.7%。'), []);
  });
  it('a rank names a part and counts nothing', () => {
    assert.deepEqual(found(parts, '接入医院312家，其中三级医院145家、二级医院98家、一级医院89家。'), ['1: 145 + 98 + 89 = 332, yet the total is 312家.']);
  });
  it('a part of a total that is a share itself may be a share of the same whole', () => {
    assert.deepEqual(found(share, '前五名客户销售3.2亿元，占销售总额比例26.5%，其中第一大客户销售1.1亿元，占比9.1%。'), []);
  });
});

describe('claim/enumeration', () => {
  for (const [text, told] of [
    ['试点有三个方面的经验：一是建章立制，二是数据共享，三是场景开放，四是人才引进。\n', ['1: 3 are announced, 4 are listed.']],
    ['平台遵循3项原则，一是开放；二是安全。\n', []],
    ['平台遵循3项原则，一是开放；二是安全。\n\n下一节\n', ['1: 3 are announced, 2 are listed.']],
    ['平台遵循两大原则。一是开放；二是安全。\n', []],
    ['试点有三个方面的经验：一是建章立制，二是数据共享。\n三是场景开放。\n', []],
    ['试点有三个方面的经验：一是建章立制，二是数据共享。此外，场景也要开放。\n下一节\n', []],
    ['第三个方面，一是建章立制，二是数据共享。\n下一节\n', []],
    ['煤炭、矿石、粮食吞吐量分别增长3%、4%。\n', ['1: 3 are named, 2 values are given.']],
    ['煤炭、矿石、粮食吞吐量分别增长3%、4%和5%。\n', []],
    ['煤炭、矿石和粮食吞吐量分别增长3%、4%、5%。\n', []],
    ['甲港、乙港的煤炭、矿石吞吐量分别增长3%、4%、5%、6%。\n', []],
    ['甲港、乙港、丙港、丁港等3家港口参加。\n', ['1: 3 are announced, 4 are listed.']],
    ['甲港、乙港、丙港等12家港口参加。\n', []],
    ['十三个方面，一是建章立制，二是数据共享。\n下一节\n', []],
    ['三个方面等问题，一是建章立制，二是数据共享。\n下一节\n', []],
  ] as const) {
    it(`${told.length > 0 ? 'tells' : 'is silent on'} ${text.trim().replace(/\n+/g, '/')}`, () => assert.deepEqual(found(enumeration, text), told));
  }
});
