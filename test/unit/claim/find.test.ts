import assert from 'node:assert/strict';
import { findClaims } from '../../../server/claim/find';
import { parseReport } from '../../../server/report/parse';
import { sourceFromText } from '../../../server/text/decode';

/** Each claim of a text as "measure approx value unit time", what it does not say left out; 甲公司 is the subject, marked with "*" where the figure is surely its own. */
function read(text: string): string[] {
  const report = parseReport('example.txt', sourceFromText(text));
  const subjects = [...text.matchAll(/甲公司/g)].map(({ index }) => ({ span: { start: index, end: index + 3 }, entity: 'company:甲公司' }));
  return findClaims(report, subjects).map(({ measure, approx, value, high, unit, time, direct }) =>
    [direct ? '*' : '', measure, `${approx ?? ''}${String(value)}${high === undefined ? '' : `–${String(high)}`}${unit}`, time ?? ''].filter(Boolean).join(' '));
}

describe('findClaims', () => {
  const table: readonly (readonly [string, string[]])[] = [
    ['2024年甲公司营业收入为 12 亿元。', ['* 营业收入 1200000000元 2024']],
    ['甲公司2024年营业收入为12亿元，同比增长8%。', ['* 营业收入 1200000000元 2024', '增长 8% 2024']],
    // A sign in front of the figure
    ['甲公司2024年净利润-2.3亿元，同比-15.2%。', ['* 净利润 -230000000元 2024', '增长 -15.2% 2024']],
    ['甲公司营收同比+18%/+24%/−3%。', ['营收增长 18%', '营收增长 24%', '营收增长 -3%']],
    ['毛利率（-1.5%）有所回落。', ['-1.5%']],
    // A hyphen that is none
    ['- 12% 的企业认为前景良好。', ['12%']],
    ['2020-2025年投入12亿元。', ['投入 1200000000元 2020/2025']],
    ['型号 A-5 元件。', []],
    // Units and references that count nothing
    ['营业收入（百万元）与总股本（百万股）见下。', []],
    ['如图 1 所示，产能达到 5 万吨。', ['产能 50000吨']],
    ['占比≥60%，误差≤5%。', ['>=60%', '误差 <=5%']],
    ['2024年底装机容量达5万千瓦，较2023年末增长12%。', ['装机容量 50000千瓦 2024', '增长 12% 2023']],
    ['2024年甲公司员工为1000人，比上年增加200人。', ['* 员工 1000人 2024', '员工增加 200人 2024']],
    ['2024年甲公司门店由100家增至120家，新增20家。', ['门店 100家 2024', '* 门店 120家 2024', '门店新增 20家 2024']],
    ['全国人口[4]140828万人。', ['全国人口 1408280000人']],
    ['工业增加值6.8%，年均复合增长率预计15%。', ['工业增加值 6.8%', '年均复合增长率 15%']],
    // From one figure to another, by what words ever
    ['国内销量从 7.5 万辆快速增长至 50.7 万辆，关税从25%跃升至100%。', ['国内销量 75000辆', '国内销量 507000辆', '关税 25%', '关税 100%']],
    ['甲公司营收30.9亿元同增15%，净利润同降5%。', ['* 营收 3090000000元', '增长 15%', '净利润下降 5%']],
    // A share of what stands behind it
    ['全球65%的锂资源加工产能、85%的负极材料产能由其控制。', ['锂资源加工产能 65%', '负极材料产能 85%']],
    ['甲公司控制了全球65%的加工产能、超过60%的组件产能。', ['加工产能 65%', '组件产能 >60%']],
    ['链接 https://example.com/%E8%87%BA 。', []],
    // Text recognition sets figures as formulas
    ['甲公司毛利率为 $4 4 . 3 \\%$ 。', ['* 毛利率 44.3%']],
  ];
  for (const [text, claims] of table) it(text, () => assert.deepEqual(read(text), claims));
});

describe('who a figure is said of', () => {
  const names: Readonly<Record<string, string>> = { 甲公司: 'company', 乙公司: 'company', 丙局: 'agency', 丁协会: 'organization' };
  /** Each claim as "name value". */
  const said = (text: string): string[] => {
    const report = parseReport('example.txt', sourceFromText(text));
    const subjects = [...text.matchAll(/甲公司|乙公司|丙局|丁协会/g)].map(({ index, 0: name }) => ({ span: { start: index, end: index + name.length }, entity: `${names[name] ?? ''}:${name}` }));
    return findClaims(report, subjects).map(({ subject, value }) => `${subject.split(':')[1] ?? '—'} ${String(value)}`);
  };
  const table: readonly (readonly [string, string[]])[] = [
    ['甲公司营收12亿元，乙公司营收8亿元。', ['甲公司 1200000000', '乙公司 800000000']],
    ['甲公司和乙公司分别以35%和7%的份额居前。', ['甲公司 35', '乙公司 7']],
    ['甲公司、乙公司营收合计20亿元。', ['— 2000000000']],
    ['据丁协会统计，去年产量5万吨。', ['— 50000']],
    ['丙局数据显示，库存达3万吨。', ['— 30000']],
    ['甲公司披露，产能达到5万吨。', ['甲公司 50000']],
    ['据甲公司统计，行业产能达到5万吨。', ['— 50000']],
    ['油价上涨13.6%，甲公司铜价上涨3.9%。', ['— 13.6', '甲公司 3.9']],
    ['营收达12亿元的甲公司扩产。', ['甲公司 1200000000']],
  ];
  for (const [text, claims] of table) it(text, () => assert.deepEqual(said(text), claims));
});
