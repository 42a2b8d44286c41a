import assert from 'node:assert/strict';
import { gbt7714, type Source } from '../../../server/exchange/gbt7714';

const nothing: Source = { title: '示例行业报告', authors: [], publisher: null, date: null, issue: null, url: null };

describe('citations after GB/T 7714—2015', () => {
  it('name the author, title, type, publisher and year of a report', () => {
    assert.equal(gbt7714({ ...nothing, authors: ['甲某某'], publisher: '示例出版社', date: '2024-11-05' }), '甲某某. 示例行业报告[R]. [出版地不详]: 示例出版社, 2024.');
  });

  it('name three authors at most', () => {
    assert.match(gbt7714({ ...nothing, authors: ['甲', '乙', '丙', '丁'] }), /^甲, 乙, 丙, 等\. /);
    assert.match(gbt7714({ ...nothing, title: 'A report', authors: ['A', 'B', 'C', 'D'] }), /^A, B, C, et al\. A report\[R\]\. \[S\.l\.\]: \[s\.n\.\]\.$/);
  });

  it('let the publisher answer for a report that names no author', () => {
    assert.equal(gbt7714({ ...nothing, publisher: '示例研究院', date: '2023' }), '示例研究院. 示例行业报告[R]. [出版地不详]: 示例研究院, 2023.');
  });

  it('set further titles and issues apart with a colon', () => {
    assert.match(gbt7714({ ...nothing, title: '释放潜力：示例行业的未来' }), /^释放潜力: 示例行业的未来\[R\]/);
    assert.match(gbt7714({ ...nothing, title: '示例周报', issue: '第六二二期' }), /^示例周报: 第六二二期\[R\]/);
    assert.match(gbt7714({ ...nothing, title: '示例周报（第3期）', issue: '第3期' }), /^示例周报（第3期）\[R\]/);
  });

  it('give the full date and the address of what was read online', () => {
    assert.equal(gbt7714({ ...nothing, authors: ['甲某某'], date: '2025-02-12', url: 'https://www.example.com/a' }), '甲某某. 示例行业报告[R/OL]. (2025-02-12). https://www.example.com/a.');
  });
});
