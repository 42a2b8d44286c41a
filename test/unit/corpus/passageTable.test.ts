import assert from 'node:assert/strict';
import { createCorpus } from '../../../server/corpus/corpus';
import { createPassageTable } from '../../../server/corpus/passageTable';
import { bareCorpus, bareIndex } from '../../support/corpus';

const words = ['医院', '患者', '系统', '数据', '平台', '企业', '研发', '审批', '试点', '城市', '服务', '模型', '影像', '药物', '临床', '监管'];

/** A paragraph that no other number gives. */
function news(number: number): string {
  let state = (number + 1) * 2654435761;
  const next = (): string => words[(state = (Math.imul(state ^ (state >>> 15), 2246822519) >>> 0)) % words.length] ?? '';
  const sentence = (): string => `${next()}${next()}在${number}号${next()}上线${next()}${next()}，带动${next()}${next()}${next()}改进`;
  return `${Array.from({ length: 5 }, sentence).join('；')}。`;
}
const report = (title: string, ...paragraphs: string[]): string => `# ${title}\n\n${paragraphs.map((text) => `${text}\n\n`).join('')}`;

describe('the table of passages', () => {
  it('finds a reprinted paragraph, also edited, and nothing else', () => {
    const texts = {
      'a.txt': report('甲月报', news(1), news(2)),
      'b.txt': report('乙月报', news(3), news(2).replace('上线', '正式推出')),
      'c.txt': report('丙月报', news(4), news(5)),
    };
    const table = createPassageTable();
    table.follow(bareCorpus(texts).snapshot());
    assert.deepEqual(table.sameAs('a.txt').map(({ own, other }) => [own, other]), [[1, { path: 'b.txt', at: 1 }]]);
    assert.deepEqual(table.sameAs('b.txt').map(({ own, other }) => [own, other]), [[1, { path: 'a.txt', at: 1 }]]);
    assert.deepEqual(table.sameAs('c.txt'), []);
  });

  it('costs the passages of the corpus once, and after an edit those of the edited report', () => {
    const corpus = createCorpus();
    const count = 1500;
    for (let i = 0; i < count; i++) corpus.apply({ kind: 'report', index: bareIndex(`${i}.txt`, report(`第${i}号简报`, news(i), news(i + count))) });
    const table = createPassageTable();
    table.follow(corpus.snapshot());
    assert.equal(table.work, count * 2);
    corpus.apply({ kind: 'report', index: bareIndex('7.txt', report('第7号简报', news(8), news(7 + count), news(9))) });
    table.follow(corpus.snapshot());
    assert.equal(table.work, count * 2 + 2 + 3);
    assert.deepEqual(table.sameAs('7.txt').map(({ other }) => other.path), ['8.txt', '9.txt']);
  });

  it('is the same after edits as when made anew', () => {
    const corpus = bareCorpus({ 'a.txt': report('甲月报', news(1), news(2)), 'b.txt': report('乙月报', news(2), news(3)), 'c.txt': report('丙月报', news(3), news(1)) });
    const table = createPassageTable();
    table.follow(corpus.snapshot());
    corpus.apply({ kind: 'report', index: bareIndex('a.txt', report('甲月报', news(3), news(4))) });
    corpus.apply({ kind: 'removed', path: 'b.txt' });
    corpus.apply({ kind: 'report', index: bareIndex('d.txt', report('丁月报', news(4))) });
    table.follow(corpus.snapshot());
    const anew = createPassageTable();
    anew.follow(corpus.snapshot());
    for (const path of ['a.txt', 'b.txt', 'c.txt', 'd.txt']) assert.deepEqual(table.sameAs(path), anew.sameAs(path));
    assert.deepEqual(table.sameAs('a.txt').map(({ other }) => other.path), ['c.txt', 'd.txt']);
  });

  it('passes over boilerplate that every report prints', () => {
    const table = createPassageTable();
    table.follow(bareCorpus(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.txt`, report(`第${i}号简报`, news(0))]))).snapshot());
    assert.deepEqual(table.sameAs('7.txt'), []);
  });
});
