import assert from 'node:assert/strict';
import { readTimes } from '../../../server/claim/time';

/** text → the times in it, read in a report of 2024; "" where there are none. */
const table: readonly (readonly [string, string])[] = [
  ['2023年', '2023'], ['2023 年度', '2023'], ['2023年底', '2023'], ['2023年11月', '2023-11'], ['2023年12月31日', '2023-12-31'], ['2023 年 3 月 5 日', '2023-03-05'],
  ['2023年上半年', '2023H1'], ['2023年下半年', '2023H2'], ['2023年第三季度', '2023Q3'], ['2023年一季度', '2023Q1'], ['2023Q4', '2023Q4'], ['2023H1', '2023H1'],
  // several months are neither the year nor its last month
  ['2023年前三季度', '2023Q1-Q3'], ['2023年前两季度', '2023Q1-Q2'], ['2023年1-9月', '2023-01/09'], ['2023年3月至6月', '2023-03/06'], ['2023 年 1—9 月', '2023-01/09'], ['2021—2024年', '2021/2024'], ['2021年至2024年', '2021/2024'], ['2021-2024年上半年', '2024H1'],
  // fiscal years, by the year in which they end
  ['2023财年', 'FY2023'], ['2023 财年', 'FY2023'], ['FY2023', 'FY2023'], ['2022/23财年', 'FY2023'], ['2022-2023财年', 'FY2023'], ['2024财政年度', 'FY2024'], ['截至2023年3月31日止年度', '2023-03-31'],
  // two digits, where nothing but a year can stand
  ['24H1 收入', '2024H1'], ['24Q3', '2024Q3'], ['截至 24 年底', '2024'], ['24 年来', ''], ['24年营收', '2024'], ['25年第一季度营收', '2025Q1'], ['25年1-9月', '2025-01/09'], ['24年前三季度', '2024Q1-Q3'], ['2024年营收', '2024'], ['近20年营收', ''], ['20年经验', ''], ['A24H1', ''], ['1.24Q3', ''],
  // from the report's own year
  ['今年4月', '2024-04'], ['今年上半年', '2024H1'], ['今年前三季度', '2024Q1-Q3'], ['去年同期', '2023'], ['上年', '2023'], ['前年', '2022'], ['明年', '2025'], ['报告期内', '2024'],
  ['2022年和2023年上半年', '2022 2023H1'], ['十四五期间', ''], ['本财年', ''],
];

describe('reading times', () => {
  for (const [text, expected] of table) {
    it(`${text} → ${expected === '' ? 'nothing' : expected}`, () => assert.equal(readTimes(text, 2024).map(({ value }) => value).join(' '), expected));
  }
  it('leaves out what it has no year for', () => assert.deepEqual(readTimes('今年上半年', null), []));
});
