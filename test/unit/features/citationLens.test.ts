import assert from 'node:assert/strict';
import { citationLenses } from '../../../server/features/citationLens';
import { bareCorpus } from '../../support/corpus';

describe('counts of citations', () => {
  it('stand above titles, sections and captions that are cited, and nowhere else', () => {
    const texts: Record<string, string> = {
      'a.md': '# 示例行业年度报告\n\n目录\n\n1.1 政策 3\n\n## 1.1 政策\n\n见图表 1，仍见图表 1。\n\n图表 1 规模\n\n图表 2 结构\n\n## 1.2 市场\n\n政策见第 1.1 节，内容从略。\n',
      'b.md': '# 样例行业季度简报\n\n## 动态\n\n参阅《示例行业年度报告》的内容，再次参阅《示例行业年度报告》的内容。\n',
    };
    const snapshot = bareCorpus(texts).snapshot();
    const index = snapshot.reports.get('a.md');
    assert.ok(index);
    const shown = citationLenses(snapshot, index).map(({ span, places }) => `${texts['a.md']?.slice(span.start, span.end)} ${places.length}`);
    assert.deepEqual(shown, ['# 示例行业年度报告 2', '## 1.1 政策 1', '图表 1 规模 2']);
  });
});
