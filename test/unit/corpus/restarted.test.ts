import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import type { Cache } from '../../../server/corpus/cache/cache';
import { openCache } from '../../../server/corpus/cache/open';
import { createEngine, type Engine } from '../../../server/corpus/engine';
import { createFolder, type CorpusFolder } from '../../../server/corpus/folder';
import { packReport, unpacked } from '../../../server/corpus/packed/report';
import { defaultSettings } from '../../../server/corpus/settings';
import { builtInNames } from '../../../server/entity/names';
import { plainSegmenter } from '../../../server/entity/segmenter';

const sentences = [
  '# 第一章 总论', '澜岫智影（02345.HK）与霁川信息合作。', '霁川信息科技有限公司（以下简称“霁川信息”）成立于2016年。',
  '栎舟医数、霁川信息等企业参与。', '图表 1 霁川信息的收入', '见图表 1。', '《云汀市智慧医疗三年行动计划》印发。', '另见[甲](a.txt)。',
];
const lists = ['', 'entities:\n  - name: 澜岫智影\n    type: company\n', 'ignore:\n  - 霁川信息\n'];
const settings = ['', 'encoding: utf-16le\n', "exclude: ['dir/**']\n"];
const file = fc.constantFrom<string>('a.txt', 'b.txt', 'dir/c.md');
const text = fc.array(fc.constantFrom(...sentences), { maxLength: 4 }).map((lines) => lines.join('\n\n'));
type Step = { write: string; text: string } | { remove: string } | { rename: string; to: string };
const step = fc.oneof<fc.WeightedArbitrary<Step>[]>(
  { weight: 5, arbitrary: fc.record({ write: file, text }) },
  { weight: 2, arbitrary: fc.record({ remove: file }) },
  { weight: 2, arbitrary: fc.record({ rename: file, to: file }) },
  { weight: 2, arbitrary: fc.record({ write: fc.constant<string>('entities.yaml'), text: fc.constantFrom(...lists) }) },
  { weight: 2, arbitrary: fc.record({ write: fc.constant<string>('wenmai.yaml'), text: fc.constantFrom(...settings) }) },
);
/** What happens while the corpus is open (and is told of it), or between two starts. */
const session = fc.record({ between: fc.array(step, { maxLength: 3 }), open: fc.array(step, { maxLength: 4 }) });

/** Reports are read in another way for a while, and are then to be read as before. */
const readOtherwise = [
  { between: [], open: [{ write: 'a.txt', text: '' }, { write: 'wenmai.yaml', text: 'encoding: utf-16le\n' }] },
  { between: [{ write: 'wenmai.yaml', text: '' }], open: [] },
];

/** As the workers do, it hands on indexes as bytes, which the cache keeps. */
function packing(): Engine {
  const engine = createEngine({ lexicon: () => builtInNames([]), segmenter: plainSegmenter });
  return {
    ...engine,
    async index(path, content) {
      const result = await engine.index(path, content);
      if ('skip' in result) return result;
      const packed = packReport(result.index);
      return { index: engine.unpack(packed), packed };
    },
  };
}

/** Does a step on the disk; the paths that it touches. */
function take(root: string, next: Step, files: Set<string>): string[] {
  if ('write' in next) {
    mkdirSync(dirname(join(root, next.write)), { recursive: true });
    writeFileSync(join(root, next.write), next.text);
    files.add(next.write);
    return [next.write];
  }
  if ('remove' in next) {
    rmSync(join(root, next.remove), { force: true });
    files.delete(next.remove);
    return [next.remove];
  }
  if (!files.delete(next.rename) || next.rename === next.to) return [];
  mkdirSync(dirname(join(root, next.to)), { recursive: true });
  renameSync(join(root, next.rename), join(root, next.to));
  files.add(next.to);
  return [next.rename, next.to];
}

async function open(root: string, cache: Cache | string | null): Promise<CorpusFolder> {
  const corpus = createFolder({
    root,
    settings: defaultSettings,
    engine: packing(),
    cache: typeof cache === 'string' ? openCache(cache, root, 'test', () => undefined) : cache,
    events: { changed: () => undefined, progress: () => undefined, failed: (error) => { throw error; } },
  });
  await corpus.start();
  await corpus.settled();
  return corpus;
}

function contents(corpus: CorpusFolder): unknown {
  const { reports, mentions, definitions, citations } = corpus.snapshot();
  const sorted = <V>(entries: Iterable<[string, V]>): [string, V][] => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    reports: sorted(reports.entries()).map(([path, index]) => [path, unpacked(index)]),
    lists: [mentions, definitions, citations].map((list) => sorted(list.entries()).map(([key, posting]) => [key, [...posting].sort()])),
  };
}

describe('a corpus with a cache', () => {
  it('learns what a report says now, although it was indexed anew before it was read anew', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wenmai-restarted-'));
    const [root, cache] = [join(folder, 'corpus'), join(folder, 'cache')];
    const files = new Set<string>();
    mkdirSync(root);
    const hint = '栎舟医数、霁川信息等企业参与。';
    for (const during of [[{ write: 'a.txt', text: hint }], [{ write: 'b.txt', text: hint }, { write: 'a.txt', text: '' }]]) {
      const corpus = await open(root, cache);
      for (const next of during) await corpus.filesChanged(take(root, next, files));
      await corpus.settled();
      // One report is not enough for a name of the corpus.
      assert.equal(corpus.snapshot().mentions.size, 0);
      await corpus.dispose();
    }
    rmSync(folder, { recursive: true });
  });

  it('answers from an earlier start before the folder is listed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wenmai-restarted-'));
    const [root, place] = [join(folder, 'corpus'), join(folder, 'cache')];
    mkdirSync(root);
    take(root, { write: 'a.txt', text: sentences.join('\n\n') }, new Set());
    await (await open(root, place)).dispose();
    take(root, { write: 'b.txt', text: '见图表 1。' }, new Set());
    const corpus = createFolder({
      root, settings: defaultSettings, engine: packing(), cache: openCache(place, root, 'test', () => undefined),
      events: { changed: () => undefined, progress: () => undefined, failed: (error) => { throw error; } },
    });
    const reports = (): string[] => [...corpus.snapshot().reports.entries()].map(([path]) => path).sort();
    let known: string[] = [];
    await corpus.start(() => (known = reports()));
    await corpus.settled();
    assert.deepEqual([known, reports()], [['a.txt'], ['a.txt', 'b.txt']]);
    await corpus.dispose();
    rmSync(folder, { recursive: true });
  });

  it('reads all that it still needs of a cache before that is emptied', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wenmai-restarted-'));
    const [root, place] = [join(folder, 'corpus'), join(folder, 'cache')];
    mkdirSync(root);
    for (const name of ['a.txt', 'b.txt', 'c.txt']) take(root, { write: name, text: sentences.join('\n\n') }, new Set());
    await (await open(root, place)).dispose();
    const told: string[] = [];
    const cache = openCache(place, root, 'test', () => undefined) as Cache;
    const watched: Cache = {
      ...cache,
      async *records(wanted) {
        for await (const record of cache.records(wanted)) {
          await delay(5);
          told.push(record[0]);
          yield record;
        }
      },
      clear() {
        told.push('emptied');
        return cache.clear();
      },
    };
    const corpus = await open(root, watched);
    await corpus.rebuild();
    assert.deepEqual([told.slice(0, -1).sort(), told.at(-1)], [['a.txt', 'b.txt', 'c.txt'], 'emptied']);
    await corpus.dispose();
    rmSync(folder, { recursive: true });
  });

  it('starts on its base again where an earlier one ended before that was made, and keeps it through edits', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wenmai-restarted-'));
    const [root, place] = [join(folder, 'corpus'), join(folder, 'cache')];
    const based = async (): Promise<boolean> => {
      const cache = openCache(place, root, 'test', () => undefined) as Cache;
      const base = await cache.bytes('base');
      await cache.close();
      return base !== null;
    };
    mkdirSync(root);
    take(root, { write: 'a.txt', text: sentences.join('\n\n') }, new Set());
    const cache = openCache(place, root, 'test', () => undefined) as Cache;
    const ended = await open(root, { ...cache, save: (texts, reports) => ('base' in texts ? Promise.resolve() : cache.save(texts, reports)) });
    await ended.dispose();
    assert.equal(await based(), false);
    await (await open(root, place)).dispose();
    assert.equal(await based(), true);
    const edited = await open(root, place);
    edited.open('a.txt', '见图表 1。');
    await edited.settled();
    await edited.dispose();
    assert.equal(await based(), true);
    rmSync(folder, { recursive: true });
  });

  it('is the same after any edits, open or not, and any starts as when it is indexed from scratch', async () => {
    await fc.assert(fc.asyncProperty(fc.array(session, { minLength: 1, maxLength: 4 }), async (sessions) => {
      const folder = mkdtempSync(join(tmpdir(), 'wenmai-restarted-'));
      const [root, cache] = [join(folder, 'corpus'), join(folder, 'cache')];
      const files = new Set<string>();
      mkdirSync(root);
      try {
        for (const { between, open: during } of sessions) {
          for (const next of between) take(root, next, files);
          const corpus = await open(root, cache);
          for (const next of during) await corpus.filesChanged(take(root, next, files));
          await corpus.settled();
          const fresh = await open(root, null);
          assert.deepEqual(contents(corpus), contents(fresh));
          await fresh.dispose();
          await corpus.dispose();
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }), { numRuns: 60, examples: [[readOtherwise]] });
  }).timeout(180_000);
});
