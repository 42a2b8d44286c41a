import assert from 'node:assert/strict';
import { lostTargets } from '../../../server/features/lostTargets';
import { bareCorpus } from '../../support/corpus';

const report = (title: string, text: string): string => `# ${title}\n\n## 动态\n\n${text}写在这里只为成段。\n`;

describe('deleting a report', () => {
  const snapshot = bareCorpus({
    'a.md': report('示例行业年度报告', '参阅《示例行业年度报告》，'),
    'b/a.md': report('样例行业季度简报', ''), 'c/a.md': report('样例行业季度简报', ''),
    'd.md': report('其他行业月度观察', '参阅《示例行业年度报告》和《样例行业季度简报》以及《没有收录的行动计划》，'),
  }).snapshot();
  const lost = (...going: string[]): string[] => lostTargets(snapshot, new Set(going)).map(({ report: path, text }) => `${path} ${text}`);

  it('tells the references of other reports that nothing else answers', () => {
    assert.deepEqual(lost('a.md'), ['d.md 示例行业年度报告']);
    assert.deepEqual(lost('b/a.md'), []);
    assert.deepEqual(lost('b/a.md', 'c/a.md'), ['d.md 样例行业季度简报']);
    assert.deepEqual(lost('a.md', 'd.md'), []);
  });
});
