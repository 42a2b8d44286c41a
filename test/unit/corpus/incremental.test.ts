import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createEngine } from '../../../server/corpus/engine';
import { createFolder, type CorpusFolder } from '../../../server/corpus/folder';
import { createPassageTable, type PassageTable } from '../../../server/corpus/passageTable';
import { citationsAt, targetsOf } from '../../../server/corpus/resolve';
import type { Snapshot } from '../../../server/corpus/corpus';
import type { FrozenMap } from '../../../server/corpus/sharded';
import { defaultSettings } from '../../../server/corpus/settings';
import { unpacked } from '../../../server/corpus/packed/report';
import { builtInNames } from '../../../server/entity/names';
import { plainSegmenter } from '../../../server/entity/segmenter';

/** Sentences that define, shorten, cite, head and number things, so that edits of one report reach into others. */
const sentences = [
  '# 第一章 总论', '## 1.1 澜岫智影的产品', '澜岫智影（02345.HK）是一家影像软件企业。', '澜岫智影与霁川信息合作。',
  '霁川信息科技有限公司（以下简称“霁川信息”）成立于2016年。', '图表 1 霁川信息的收入', '收入增长 12.5%，达到 3.4 亿元，见图表 1。',
  '《云汀市智慧医疗三年行动计划》印发。', '根据《云汀市智慧医疗三年行动计划》，云汀市人民医院上线平台。', '栎舟医数、霁川信息等企业参与。', '栎舟医数昨日表态。', '国家药监局批准。',
  '# 云汀市智慧医疗管理办法', '第一条 为了规范管理，制定本办法。', '第二条 依照《云汀市智慧医疗管理办法（试行）》第一条办理。', '另见[甲](a.txt)与 https://www.example.com/a 。',
  '链接：https://example.com/a', '云汀市人民医院上线了新的预约系统，患者可以在手机上选择科室和医生，到院后凭码取号，平均等候时间缩短了一半，居民普遍表示满意。',
];
const lists = [
  '', 'entities:\n  - name: 澜岫智影\n    type: company\n', 'entities:\n  - id: jc\n    name: 霁川信息\n    type: company\n    aliases: [栎舟医数]\n',
  'ignore:\n  - 霁川信息\n',
];
const paths = ['a.txt', 'b.txt', 'dir/c.md', 'd.txt'];

type Step =
  | { readonly kind: 'write'; readonly path: string; readonly text: string }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'list'; readonly yaml: string }
  | { readonly kind: 'codebook'; readonly yaml: string };

const text = fc.array(fc.constantFrom(...sentences), { maxLength: 6 }).map((lines) => lines.join('\n\n'));
const path = fc.constantFrom(...paths);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('write' as const), path, text }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), path }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename' as const), from: path, to: path }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('list' as const), yaml: fc.constantFrom(...lists) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('codebook' as const), yaml: fc.constantFrom('', 'tags:\n  - id: a\n') }) },
);

const lexicon = [{ name: '国家药品监督管理局', type: 'agency', guarded: false, forms: [{ text: '国家药监局', guarded: false }], attributes: {} }];

/** A corpus of open documents only. */
async function emptyCorpus(): Promise<CorpusFolder> {
  const corpus = createFolder({
    root: null,
    settings: defaultSettings,
    typingPause: 0,
    engine: createEngine({ lexicon: () => builtInNames(lexicon), segmenter: plainSegmenter }),
    events: { changed: () => undefined, progress: () => undefined, failed: (error) => { throw error; } },
  });
  await corpus.start();
  return corpus;
}

/** Applies a step to the corpus and to the plain record of what it should hold. */
function take(corpus: CorpusFolder, files: Map<string, string>, next: Step): void {
  switch (next.kind) {
    case 'write':
      files.set(next.path, next.text);
      corpus.open(next.path, next.text);
      break;
    case 'remove':
      files.delete(next.path);
      corpus.close(next.path);
      break;
    case 'rename': {
      const moved = files.get(next.from);
      if (moved === undefined || next.from === next.to) return;
      files.delete(next.from);
      files.set(next.to, moved);
      corpus.close(next.from);
      corpus.open(next.to, moved);
      break;
    }
    case 'list':
      files.set('entities.yaml', next.yaml);
      corpus.open('entities.yaml', next.yaml);
      break;
    case 'codebook':
      files.set('codebook.yaml', next.yaml);
      corpus.open('codebook.yaml', next.yaml);
      break;
  }
}

function sorted<V>(map: FrozenMap<V>): [string, V][] {
  return [...map.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Everything a snapshot says, in one order. */
function contents({ reports, mentions, introductions, definitions, answers, citations, entityList, codebook }: Snapshot): unknown {
  const lists = [mentions, introductions, definitions, answers, citations].map((postings) => sorted(postings).map(([key, posting]) => [key, [...posting].sort()]));
  return { reports: sorted(reports).map(([path, index]) => [path, unpacked(index)]), lists, entityList, codebook };
}

/** Where every reference leads, who cites each report, and which passages stand elsewhere. */
function links(snapshot: Snapshot, table: PassageTable): unknown {
  table.follow(snapshot);
  return sorted(snapshot.reports).map(([name, { references, length }]) => [
    name,
    references.map((reference) => targetsOf(snapshot, name, reference)),
    citationsAt(snapshot, name, { start: 0, end: length }),
    table.sameAs(name),
  ]);
}

describe('a corpus', () => {
  it('is the same after any edits as when it is indexed from scratch', async () => {
    const law = fc.asyncProperty(fc.array(fc.tuple(step, fc.boolean()), { minLength: 1, maxLength: 14 }), async (steps) => {
      const corpus = await emptyCorpus();
      const files = new Map<string, string>();
      const table = createPassageTable();
      for (const [next, pause] of steps) {
        take(corpus, files, next);
        if (pause) await corpus.settled();
        table.follow(corpus.snapshot());
      }
      await corpus.settled();
      const fresh = await emptyCorpus();
      for (const [name, content] of files) fresh.open(name, content);
      await fresh.settled();
      assert.deepEqual(contents(corpus.snapshot()), contents(fresh.snapshot()));
      assert.deepEqual(links(corpus.snapshot(), table), links(fresh.snapshot(), createPassageTable()));
      await corpus.dispose();
      await fresh.dispose();
    });
    // The same edits each time, and others each time.
    await fc.assert(law, { seed: 1, numRuns: 40 });
    await fc.assert(law, { numRuns: 120 });
  }).timeout(120_000);

  it('reads a report that moved with the names there are, when the only one that defined them went with it', async () => {
    const corpus = await emptyCorpus();
    corpus.open('b.txt', '澜岫智影（02345.HK）是一家影像软件企业。');
    corpus.open('c.md', '## 澜岫智影的产品');
    await corpus.settled();
    assert.equal(corpus.snapshot().mentions.get('company:澜岫智影')?.size, 2);
    corpus.close('b.txt');
    corpus.close('c.md');
    corpus.open('a.txt', '## 澜岫智影的产品');
    await corpus.settled();
    assert.equal(corpus.snapshot().mentions.size, 0);
    await corpus.dispose();
  });

  it('leaves earlier snapshots as they were', async () => {
    const corpus = await emptyCorpus();
    corpus.open('a.txt', sentences.join('\n\n'));
    corpus.open('b.txt', '澜岫智影（02345.HK）发布新品。');
    await corpus.settled();
    const before = corpus.snapshot();
    const remembered = JSON.stringify(contents(before));
    corpus.open('a.txt', '只剩一句。');
    corpus.open('entities.yaml', lists[1] as string);
    corpus.close('b.txt');
    await corpus.settled();
    assert.equal(JSON.stringify(contents(before)), remembered);
    assert.notEqual(JSON.stringify(contents(corpus.snapshot())), remembered);
    await corpus.dispose();
  });
});
