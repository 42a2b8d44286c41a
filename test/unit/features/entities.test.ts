import assert from 'node:assert/strict';
import { citationItemAt, incomingCitations, outgoingCitations } from '../../../server/features/callHierarchy';
import { definitionAt } from '../../../server/features/definition';
import { entityActionsAt } from '../../../server/features/entityActions';
import { hoverAt } from '../../../server/features/hover';
import { continuations } from '../../../server/features/nameCompletion';
import { memoryCorpus, type MemoryCorpus } from '../../support/corpus';

const texts: Record<string, string> = {
  '甲.md': [
    '# 行业观察', '', '## 目录', '', '一、企业……1', '', '二、产品……2', '', '## 一、企业', '',
    '澜岫智影（02345.HK）是一家影像软件企业，与霁川信息（300999.SZ）长期合作。', '',
    '## 二、产品', '', '澜岫智影的观岫平台已在多地上线。霁川信息提供数据服务，澜岫智影提供算法。', '',
  ].join('\n'),
  '乙.md': ['# 简讯', '', '## 要闻', '', '澜岫智影昨日发布新品，霁川信息参与其中。', ''].join('\n'),
};

describe('an entity in made-up reports', () => {
  let corpus: MemoryCorpus;
  before(async function () {
    this.timeout(60_000);
    corpus = await memoryCorpus(texts);
  });
  const snapshot = () => corpus.indexer.snapshot();
  const offsetOf = (path: string, words: string): number => (texts[path] as string).indexOf(words) + 1;
  const links = { place: () => 'x', command: (name: string) => `command:${name}`, icon: (name: string) => `$(${name}) ` };

  it('has a card of at most twelve lines: what it is, where it is listed, how often it is named, with whom', async () => {
    const hover = await hoverAt(snapshot(), corpus.readText, links, '乙.md', offsetOf('乙.md', '澜岫智影'));
    const lines = (hover?.markdown ?? '').replaceAll('\\', '').split('\n').filter((line) => line !== '');
    assert.equal(lines[0], '**澜岫智影** · Company · Candidate &nbsp; [$(list-tree) Dossier](command:showDossier) &nbsp; [$(references) 4 mentions / 2 reports](command:showReferences) &nbsp; [$(check) Confirm](command:confirmEntity) &nbsp; [$(close) Not an Entity](command:notAnEntity)');
    assert.equal(lines[1], 'Hong Kong stock 02345.HK');
    assert.match(lines[2] ?? '', /^> \*\*澜岫智影\*\*（02345.HK）是一家影像软件企业/);
    assert.equal(lines[3], '**Contexts**');
    assert.match(lines.at(-1) ?? '', /^\*\*Often with\*\* 霁川信息 4/);
    assert.ok(lines.length <= 12);
  });

  it('shows the tags of annotations that cover it', async () => {
    const start = (texts['乙.md'] as string).indexOf('澜岫智影');
    const annotation = { id: 'urn:uuid:1', type: 'Annotation', body: { type: 'TextualBody', purpose: 'tagging', value: 'imaging' }, target: { source: '乙.md' } };
    const anchored = [{ filed: { path: 'a.jsonl', annotation }, anchor: { state: 'anchored' as const, spans: [{ start, end: start + 10 }] } }];
    const hover = await hoverAt(snapshot(), corpus.readText, links, '甲.md', offsetOf('甲.md', '澜岫智影'), (path) => Promise.resolve(path === '乙.md' ? anchored : []));
    assert.match(hover?.markdown ?? '', /\*\*Tags\*\* imaging 1$/);
  });

  it('is called by the sections that mention it and calls its companions', () => {
    const item = citationItemAt(snapshot(), '乙.md', offsetOf('乙.md', '澜岫智影'));
    assert.ok(item);
    assert.deepEqual(incomingCitations(snapshot(), item).map(({ item: { name }, spans }) => [name, spans.length]), [['要闻', 1], ['一 企业', 1], ['二 产品', 2]]);
    assert.deepEqual(outgoingCitations(snapshot(), item).map(({ item: { name } }) => name), ['霁川信息']);
  });

  it('can be confirmed, turned away, merged with one of its kind whose name is like it, or given another type', () => {
    const titles = entityActionsAt(snapshot(), '乙.md', texts['乙.md'] as string, { start: offsetOf('乙.md', '澜岫智影'), end: offsetOf('乙.md', '澜岫智影') }).map(({ title }) => title);
    assert.deepEqual(titles.slice(0, 3), ['Confirm Entity “澜岫智影”', '“澜岫智影” Is Not an Entity', 'Change Type of “澜岫智影” to Hospital']);
  });

  it('leads to the sentence that introduces it, from any report', () => {
    const targets = definitionAt(snapshot(), '乙.md', offsetOf('乙.md', '霁川信息'))?.targets ?? [];
    assert.deepEqual(targets.map(({ report }) => report), ['甲.md']);
  });

  const typed: [before: string, typed: string, first: string | undefined][] = [
    ['请核对澜岫', '澜岫', '澜岫智影'], ['见 lanxiu', 'lanxiu', '澜岫智影'], ['见 lxzy', 'lxzy', '澜岫智影'], ['霁川', '霁川', '霁川信息'], ['见 @zhiying', '@zhiying', '澜岫智影'], ['见@', '@', '澜岫智影'],
    ['见岫', '', undefined], ['澜岫智影', '', undefined], ['', '', undefined],
  ];
  for (const [before, end, first] of typed) {
    it(`is offered after “${before}” in a memo: ${first ?? 'nothing'}`, () => {
      const { typed: replaced, offers } = continuations(snapshot(), before);
      assert.deepEqual([replaced, offers[0]?.name], [end, first]);
    });
  }
});
