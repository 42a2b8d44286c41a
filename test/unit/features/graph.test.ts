import assert from 'node:assert/strict';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { createPassageTable } from '../../../server/corpus/passageTable';
import { graphOf, type CorpusGraph } from '../../../server/features/graph';
import { printGraph } from '../../../server/features/graphFormats';
import { bareCorpus } from '../../support/corpus';

const passage = '样例医院上线了新的预约系统，患者可以在手机上选择科室和医生，到院后凭码取号，平均等候时间缩短了一半，社区居民普遍表示满意，明年还将推广到其他科室。';
const texts = {
  'a.md': `# 示例行业年度报告\n\n## 动态\n\n参阅《样例行业季度简报》和《没有收录的"行动"<计划>》，再次参阅《样例行业季度简报》。\n\n${passage}\n`,
  'b.md': `# 样例行业季度简报\n\n## 动态\n\n参阅《示例行业年度报告》和《样例行业季度简报》。\n\n${passage}\n`,
};
const graph = (reports: Readonly<Record<string, string>>): CorpusGraph => graphOf(bareCorpus(reports).snapshot(), createPassageTable());

describe('the graph of a corpus', () => {
  it('has reports and uncollected documents as nodes, citations and same passages as edges, and no edge to itself', () => {
    const { nodes, edges } = graph(texts);
    assert.deepEqual(nodes.map(({ id, kind }) => `${kind} ${id}`), ['document document:没有收录的行动计划', 'report report:a.md', 'report report:b.md']);
    assert.deepEqual(edges.map(({ from, to, kind, count }) => `${from} ${kind} ${to} ${count}`), [
      'report:a.md cites document:没有收录的行动计划 1', 'report:a.md cites report:b.md 2', 'report:a.md samePassages report:b.md 1', 'report:b.md cites report:a.md 1',
    ]);
  });

  it('does not depend on the order in which reports were read', () => {
    assert.deepEqual(graph({ 'b.md': texts['b.md'], 'a.md': texts['a.md'] }), graph(texts));
  });

  it('is well-formed GraphML whose edges end at its nodes', () => {
    const xml = printGraph(graph(texts), 'graphml');
    assert.equal(XMLValidator.validate(xml), true);
    const read = new XMLParser({ ignoreAttributes: false }).parse(xml) as { graphml: { graph: { node: { '@_id': string; data: { '#text': string }[] }[]; edge: { '@_source': string; '@_target': string }[] } } };
    const { node, edge } = read.graphml.graph;
    const ids = new Set(node.map((each) => each['@_id']));
    for (const each of edge) assert.ok(ids.has(each['@_source']) && ids.has(each['@_target']));
    assert.equal(node[0]?.data[1]?.['#text'], '没有收录的"行动"<计划>');
  });

  it('quotes in DOT what would end a string', () => {
    assert.match(printGraph(graph(texts), 'dot'), /label="没有收录的\\"行动\\"<计划>", shape=note\];/);
  });
});
