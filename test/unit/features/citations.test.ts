import assert from 'node:assert/strict';
import { citationItemAt, incomingCitations, outgoingCitations } from '../../../server/features/callHierarchy';
import { createPassageTable } from '../../../server/corpus/passageTable';
import { definitionAt } from '../../../server/features/definition';
import { documentLinks } from '../../../server/features/documentLinks';
import { hoverAt } from '../../../server/features/hover';
import { referencesAt } from '../../../server/features/references';
import { relationsOf, type RelationKind } from '../../../server/features/relations';
import type { Target } from '../../../server/reference/model';
import { memoryCorpus, type MemoryCorpus } from '../../support/corpus';

const reprinted = '样例医院上线了新的预约系统，患者可以在手机上选择科室和医生，到院后凭码取号，平均等候时间缩短了一半，社区居民普遍表示满意，明年还将推广到其他科室。';
const texts: Record<string, string> = {
  '一.txt': [
    '# 示例行业年度报告', '', '## 1.1 政策', '', '2023年5月，国家卫生健康委等三部门印发《示例产业数字化实施方案（2023—2025年）》，提出到2025年建成一批示范项目，并且明确了责任分工和保障措施，要求各地抓紧落实到位。', '',
    '## 1.2 市场', '', '市场规模见图表 1，政策见第 1.1 节，网址为 https://www.example.org/a/b 。', '', '图表 1 市场规模', '', '| 年份 | 亿元 |', '| --- | --- |', '| 2023 | 12 |', '| 2024 | 15 |', '', reprinted, '',
  ].join('\n'),
  '二.txt': ['# 样例行业季度简报', '', '## 动态', '', '近期各地落实《示例产业数字化实施方案》，进展不一，详情可以参阅《示例行业年度报告》。', '', reprinted, ''].join('\n'),
  '三.txt': ['# 其他行业季度简报', '', '## 动态', '', '专家认为，《示例产业数字化实施方案（2023—2025年）》和《没有收录的行动计划》将带来新的机会。', ''].join('\n'),
};

describe('citations between made-up reports', () => {
  let corpus: MemoryCorpus;
  before(async () => { corpus = await memoryCorpus(texts); });
  const snapshot = () => corpus.indexer.snapshot();
  const offsetOf = (path: string, words: string): number => {
    const at = (texts[path] ?? '').indexOf(words);
    assert.ok(at >= 0, words);
    return at + 1;
  };
  const words = ({ report, span }: Target): string => `${report.slice(0, 1)}:${(texts[report] ?? '').slice(span.start, span.end).split('\n')[0]?.slice(0, 12)}`;
  const definition = (path: string, at: string): string[] => definitionAt(snapshot(), path, offsetOf(path, at))?.targets.map(words) ?? [];

  it('lead to the definition from every variant of a title', () => {
    for (const path of ['二.txt', '三.txt']) assert.deepEqual(definition(path, '示例产业数字化实施方案'), ['一:示例产业数字化实施方案（'], path);
    assert.deepEqual(definition('二.txt', '示例行业年度报告'), ['一:# 示例行业年度报告']);
    assert.deepEqual(definition('一.txt', '图表 1，'), ['一:图表 1 市场规模']);
    assert.deepEqual(definition('一.txt', '1.1 节'), ['一:## 1.1 政策']);
  });

  it('are listed from any of their places', () => {
    for (const path of Object.keys(texts)) {
      assert.deepEqual(referencesAt(snapshot(), path, offsetOf(path, '示例产业数字化实施方案'), true).places.map(({ report }) => report), ['一.txt', '三.txt', '二.txt'], path);
    }
  });

  it('become links, where they lead to one place, and addresses lead to their pages', () => {
    const index = snapshot().reports.get('一.txt');
    assert.ok(index);
    const links = documentLinks(snapshot(), index).map(({ span, target }) => `${texts['一.txt']?.slice(span.start, span.end)} → ${'uri' in target ? target.uri : words(target)}`);
    assert.deepEqual(links, ['图表 1 → 一:图表 1 市场规模', '第 1.1 节 → 一:## 1.1 政策', 'https://www.example.org/a/b → https://www.example.org/a/b']);
  });

  it('show what they lead to before one goes there', async () => {
    const plain = { place: () => 'x', command: () => null, icon: () => '' };
    const hover = async (path: string, at: string): Promise<string> => (await hoverAt(snapshot(), corpus.readText, plain, path, offsetOf(path, at)))?.markdown.replaceAll('\\', '') ?? '';
    assert.match(await hover('一.txt', '图表 1，'), /\*\*图表 1 市场规模\*\*[^]*\| 年份 \| 亿元 \|[^]*\| 2023 \| 12 \|/);
    assert.match(await hover('一.txt', '1.1 节'), /\*\*1.1 政策\*\*[^]*2023年5月，国家卫生健康委/);
    const policy = await hover('二.txt', '示例产业数字化实施方案');
    assert.match(policy, /国家卫生健康委等三部门/);
    assert.match(policy, /2023年5月/);
    assert.match(policy, /一 · 1.1 政策/);
    assert.match(await hover('三.txt', '没有收录的行动计划'), /没有收录的行动计划/);
  });

  it('unfold in both directions as a hierarchy', () => {
    const item = citationItemAt(snapshot(), '二.txt', offsetOf('二.txt', '示例产业数字化实施方案'));
    assert.ok(item);
    assert.equal(item.report, '一.txt');
    const citing = incomingCitations(snapshot(), item);
    assert.deepEqual(citing.map((edge) => [edge.item.name, edge.spans.length]), [['示例行业年度报告', 1], ['其他行业季度简报', 1], ['样例行业季度简报', 1]]);
    const [, , report] = citing;
    assert.ok(report);
    assert.deepEqual(outgoingCitations(snapshot(), report.item).map((edge) => edge.item.name), ['示例产业数字化实施方案', '示例行业年度报告']);
    assert.deepEqual(incomingCitations(snapshot(), report.item), []);
  });

  it('of a report, a section and a caption are told apart', () => {
    const names = (path: string, at: string): string[] => {
      const item = citationItemAt(snapshot(), path, offsetOf(path, at));
      assert.ok(item);
      return incomingCitations(snapshot(), item).map((edge) => edge.item.name);
    };
    assert.deepEqual(names('一.txt', '示例行业年度报告'), ['其他行业季度简报', '样例行业季度简报']);
    assert.deepEqual(names('一.txt', '1.1 政策'), ['1.2 市场']);
    assert.deepEqual(names('一.txt', '图表 1 市场'), ['1.2 市场']);
  });

  it('make the links of a report, with reasons and places', async () => {
    const table = createPassageTable();
    const links = async (path: string, kind: RelationKind): Promise<unknown[]> => {
      const index = snapshot().reports.get(path);
      assert.ok(index);
      const groups = await relationsOf(snapshot(), table, corpus.readText, index);
      return groups.find((group) => group.kind === kind)?.items.map(({ path: other, reason, places }) => [other, reason, places.length]) ?? [];
    };
    assert.deepEqual(await links('二.txt', 'cites'), [['一.txt', '2 references', 2]]);
    assert.deepEqual(await links('三.txt', 'cites'), [['一.txt', '1 references', 1], [null, '1 references, not in this corpus', 1]]);
    assert.deepEqual(await links('一.txt', 'citedBy'), [['二.txt', '2 references', 2], ['三.txt', '1 references', 1]]);
    assert.deepEqual(await links('一.txt', 'passages'), [['二.txt', '1 passages', 1]]);
    assert.deepEqual(await links('三.txt', 'entities'), [['一.txt', '1 shared policies', 1]]);
  });
});
