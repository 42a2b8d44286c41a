import assert from 'node:assert/strict';
import { matches } from '../../../client/commands/match';

const report = { label: '医疗人工智能报告', description: '2024-11', keys: 'yiliaorengongzhineng ylrgzn Report.txt' };

describe('typing in a list of reports', () => {
  for (const typed of ['', ' ', '人工', 'ylrg', 'YLRG', 'report', '2024 医疗', 'ylrgzn 2024']) {
    it(`finds by '${typed}'`, () => { assert.ok(matches(report, typed)); });
  }
  for (const typed of ['工人', '2023', '医疗 2023']) {
    it(`does not find by '${typed}'`, () => { assert.ok(!matches(report, typed)); });
  }
});
