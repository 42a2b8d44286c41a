import assert from 'node:assert/strict';
import { readIssued } from '../../../server/reference/issued';

describe('who issued a document, and when', () => {
  it('is read from the sentence that issues it', () => {
    assert.deepEqual(readIssued('政策不断。2024 年 3 月，示例部、样例局等三部门联合印发《'), { issuer: '示例部、样例局等三部门', date: '2024 年 3 月' });
    assert.deepEqual(readIssued('- 5 2023年7月，示例委员会发布《'), { issuer: '示例委员会', date: '2023年7月' });
  });

  it('takes the date from a line of its own above, or from a cell of its own', () => {
    assert.deepEqual(readIssued('2020年1月\n示例委员会办公厅等发布《'), { issuer: '示例委员会办公厅等', date: '2020年1月' });
    assert.deepEqual(readIssued('2019\t《'), { issuer: null, date: '2019' });
  });

  it('is not guessed from what no office can be, or from a sentence before', () => {
    assert.deepEqual(readIssued('2022年5月，示例部开会。各方都认为应当尽快出台《'), { issuer: null, date: null });
    assert.deepEqual(readIssued('根据《'), { issuer: null, date: null });
  });
});
