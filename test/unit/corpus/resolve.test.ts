import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createCorpus, type Corpus, type Snapshot } from '../../../server/corpus/corpus';
import { answersTo, citationsAt, citationsOf, targetsOf } from '../../../server/corpus/resolve';
import type { Reference, Target } from '../../../server/reference/model';
import { bareCorpus, bareIndex } from '../../support/corpus';

/** A law with as many articles, the second of which may refer to something. */
function law(title: string, articles: number, reference = ''): string {
  const lines = Array.from({ length: articles }, (_, i) => `第${i + 1}条 ${i === 1 ? reference : ''}有关单位应当遵守第${(i % articles) + 1}项要求，并保存记录。`);
  return [title, '', '第一章 总则', '', ...lines.flatMap((line) => [line, '']), ''].join('\n');
}

const textAt = (texts: Record<string, string>, { report, span }: Target): string => `${report}:${(texts[report] ?? '').slice(span.start).split('\n')[0]?.slice(0, 12)}`;

/** Where every reference that the corpus must answer leads: "text → places". */
function resolved(texts: Record<string, string>, path: string): string[] {
  const snapshot = bareCorpus(texts).snapshot();
  const references = snapshot.reports.get(path)?.references ?? [];
  return references.filter(({ key }) => key !== null).map((reference) =>
    `${reference.text} → ${targetsOf(snapshot, path, reference).map((target) => textAt(texts, target)).join(' ') || '?'}`);
}

describe('references between reports', () => {
  it('lead to the report whose title they name, and to its article', () => {
    const texts = {
      'a.txt': law('示例数据安全法', 5),
      'b.txt': law('样例管理办法', 3, '根据《示例数据安全法》第三条和《中华人民共和国示例数据安全法》，'),
    };
    assert.deepEqual(resolved(texts, 'b.txt'), [
      '示例数据安全法 → a.txt:示例数据安全法', '第三条 → a.txt:第3条 有关单位应当遵守', '中华人民共和国示例数据安全法 → a.txt:示例数据安全法',
    ]);
  });

  it('find a document without the bracket at its end, in both directions', () => {
    const texts = {
      'a.txt': law('示例登记办法（2021年修订）', 2), 'b.txt': law('样例收费办法', 2),
      'c.txt': law('其他规定', 3, '依照《示例登记办法》和《样例收费办法（试行）》，'),
    };
    assert.deepEqual(resolved(texts, 'c.txt'), ['示例登记办法 → a.txt:示例登记办法（2021年', '样例收费办法（试行） → b.txt:样例收费办法']);
  });

  it('offer all places that are equally good, and never a title that only contains the one asked for', () => {
    const texts = {
      'a.txt': law('示例登记办法', 2), 'b/a.txt': law('示例登记办法', 2), 'c.txt': law('示例登记办法实施细则', 2),
      'd.txt': law('其他规定', 3, '依照《示例登记办法》和《示例登记》，'),
    };
    assert.deepEqual(resolved(texts, 'd.txt'), ['示例登记办法 → a.txt:示例登记办法 b/a.txt:示例登记办法', '示例登记 → ?']);
  });

  it('lead to an article that is missing nowhere rather than anywhere', () => {
    const texts = { 'a.txt': law('示例登记办法', 2), 'b.txt': law('其他规定', 3, '依照《示例登记办法》第九条，') };
    assert.deepEqual(resolved(texts, 'b.txt'), ['示例登记办法 → a.txt:示例登记办法', '第九条 → ?']);
  });

  it('keep their place while nothing answers, and lead there as soon as a report does', () => {
    const corpus = bareCorpus({ 'b.txt': law('其他规定', 3, '依照《示例登记办法》，') });
    const [reference] = corpus.snapshot().reports.get('b.txt')?.references.filter(({ key }) => key !== null) ?? [];
    assert.ok(reference);
    assert.deepEqual(targetsOf(corpus.snapshot(), 'b.txt', reference), []);
    corpus.apply({ kind: 'report', index: bareIndex('a.txt', law('示例登记办法', 2)) });
    assert.deepEqual(targetsOf(corpus.snapshot(), 'b.txt', reference).map(({ report }) => report), ['a.txt']);
    corpus.apply({ kind: 'removed', path: 'a.txt' });
    assert.deepEqual(targetsOf(corpus.snapshot(), 'b.txt', reference), []);
  });

  it('follow Markdown links to other files and headings', () => {
    const texts = {
      '年报/一.md': '# 示例行业月报\n\n## 市场 规模\n\n内容从略，写在这里只为成段。\n',
      '年报/二.md': '# 样例行业月报\n\n见[上文](一.md#市场-规模)、[全文](../年报/%E4%B8%80.md)和[本节](#结论)，另见[别处](../../外.md)。\n\n## 结论\n\n内容从略，写在这里只为成段。\n',
    };
    const snapshot = bareCorpus(texts).snapshot();
    const links = snapshot.reports.get('年报/二.md')?.references.filter(({ kind }) => kind === 'link') ?? [];
    assert.deepEqual(links.map((link) => targetsOf(snapshot, '年报/二.md', link).map((target) => textAt(texts, target))), [
      ['年报/一.md:## 市场 规模'], ['年报/一.md:# 示例行业月报'], ['年报/二.md:## 结论'],
    ]);
  });

  it('lead from a page\'s address to the report that reprints it, but not to itself', () => {
    const texts = {
      'a.txt': '示例新闻汇编\n\n一、预约系统上线\n\n链接：https://www.example.com/news/1/\n\n正文从略，写在这里只为成段。\n',
      'b.txt': '示例周报\n\n此事另见 http://example.com/news/1 的报道。\n',
    };
    const snapshot = bareCorpus(texts).snapshot();
    const targets = (path: string): string[] => (snapshot.reports.get(path)?.references ?? []).filter(({ kind }) => kind === 'url')
      .flatMap((reference) => targetsOf(snapshot, path, reference).map((target) => textAt(texts, target)));
    assert.deepEqual(targets('b.txt'), ['a.txt:一、预约系统上线']);
    assert.deepEqual(targets('a.txt'), []);
  });
});

describe('citations in cycles and crowds', () => {
  it('stand in both directions where two documents cite each other, and where one cites itself', () => {
    const texts = { 'a.txt': law('甲类示例办法', 3, '依照《乙类示例办法》，'), 'b.txt': law('乙类示例办法', 3, '依照《甲类示例办法》和《乙类示例办法》第三条，') };
    const snapshot = bareCorpus(texts).snapshot();
    const citing = (path: string): string[] => citationsAt(snapshot, path, { start: 0, end: texts['a.txt'].length * 2 })
      .filter(({ reference }) => reference.key !== null).map(({ report, reference }) => `${report} ${reference.text}`);
    assert.deepEqual(citing('a.txt'), ['b.txt 甲类示例办法']);
    assert.deepEqual(citing('b.txt'), ['a.txt 乙类示例办法', 'b.txt 乙类示例办法', 'b.txt 第三条']);
  });

  it('are all found for a document that thousands cite', () => {
    const texts: Record<string, string> = { 'a.txt': law('示例登记办法', 3) };
    for (let i = 0; i < 2000; i++) texts[`r${i}.txt`] = `第${i}号简报\n\n依照《示例登记办法》第二条和《示例登记办法》办理，其他从略。\n`;
    const snapshot = bareCorpus(texts).snapshot();
    const title = snapshot.reports.get('a.txt')?.meta.titleSpan;
    assert.ok(title);
    assert.equal(citationsAt(snapshot, 'a.txt', title).length, 4000);
    const second = snapshot.reports.get('a.txt')?.headings.find(({ number }) => number === '第2条');
    assert.equal(citationsAt(snapshot, 'a.txt', second?.span ?? title).length, 2000);
    assert.equal(citationsOf(snapshot, 'document:示例登记办法').length, 6000);
    assert.equal(citationsAt(snapshot, 'a.txt', { start: 0, end: 1e6 }).filter(({ report }) => report !== 'a.txt').length, 6000);
  });

  it('are the exact reverse of resolution, whatever the titles', () => {
    const names = ['甲类示例办法', '甲类示例办法（试行）', '甲类示例办法实施细则', '乙类示例规定'];
    const report = fc.record({ title: fc.constantFrom(...names), cites: fc.array(fc.constantFrom(...names.map((name) => `《${name}》`), '《甲类示例办法》第二条'), { maxLength: 3 }) });
    fc.assert(fc.property(fc.array(report, { minLength: 1, maxLength: 5 }), (reports) => {
      const texts = Object.fromEntries(reports.map(({ title, cites }, i) => [`${i}.txt`, law(title, 3, cites.length > 0 ? `依照${cites.join('、')}，` : '')]));
      const snapshot = bareCorpus(texts).snapshot();
      assert.deepEqual(edgesForward(snapshot), edgesBackward(snapshot));
    }), { numRuns: 60 });
  });
});

const edge = (report: string, { span }: Reference, target: Target): string => `${report}:${span.start} → ${target.report}:${target.span.start}`;

function edgesForward(snapshot: Snapshot): string[] {
  return [...snapshot.reports.entries()].flatMap(([path, { references }]) =>
    references.flatMap((reference) => targetsOf(snapshot, path, reference).map((target) => edge(path, reference, target)))).sort();
}

function edgesBackward(snapshot: Snapshot): string[] {
  return [...snapshot.reports.entries()].flatMap(([path, { headings, captions, notes, meta }]) => {
    const places = new Map([meta.titleSpan, ...headings.map(({ span }) => span), ...captions.map(({ span }) => span), ...notes.map(({ note }) => note)]
      .flatMap((span) => (span ? [[span.start, span] as const] : [])));
    return [...places.values()].flatMap((span) => citationsAt(snapshot, path, span).map(({ report, reference }) => edge(report, reference, { report: path, span })));
  }).sort();
}

describe('a corpus of 3,000 laws', function () {
  this.timeout(120_000);
  const count = 3000;
  const title = (i: number): string => `第${i}类示例事项管理办法`;
  const textOf = (i: number): string => law(title(i), 6, `依照《${title((i * 7 + 1) % count)}》第三条和《${title((i * 13 + 5) % count)}》，`);
  let corpus: Corpus;

  before(() => {
    corpus = createCorpus();
    for (let i = 0; i < count; i++) corpus.apply({ kind: 'report', index: bareIndex(`${i}.txt`, textOf(i)) });
  });

  it('resolves every reference with a bounded number of lookups', () => {
    const snapshot = corpus.snapshot();
    let lookups = 0;
    const counted: Snapshot = { ...snapshot, answers: { ...snapshot.answers, get: (key) => { lookups++; return snapshot.answers.get(key); } } };
    let references = 0;
    let lost = 0;
    for (const [path, index] of snapshot.reports.entries()) {
      for (const reference of index.references.filter(({ key }) => key !== null)) {
        references++;
        if (targetsOf(counted, path, reference).length !== 1) lost++;
      }
    }
    assert.deepEqual({ references, lost }, { references: count * 3, lost: 0 });
    assert.ok(lookups <= references * 2, `${lookups} lookups for ${references} references`);
  });

  it('takes an edit in without touching what it cannot affect', () => {
    const before = corpus.snapshot();
    const old = textOf(42);
    corpus.apply({ kind: 'report', index: bareIndex('42.txt', old.replace('并保存记录', '并妥善保存记录')) });
    assert.deepEqual(touched(before, corpus.snapshot()), []);
    corpus.apply({ kind: 'report', index: bareIndex('42.txt', old.replace('第4条 ', `第4条 另见《${title(7)}》。`)) });
    assert.deepEqual(touched(before, corpus.snapshot()), [`citations document:${title(7)}`]);
    corpus.apply({ kind: 'report', index: bareIndex('42.txt', old) });
  });

  it('is the same after edits as when read anew', () => {
    const random = fc.sample(fc.tuple(fc.nat(count - 1), fc.nat(count - 1), fc.nat(4)), { numRuns: 200, seed: 7 });
    for (const [i, j, kind] of random) {
      const path = `${i}.txt`;
      if (kind === 0) corpus.apply({ kind: 'removed', path });
      else corpus.apply({ kind: 'report', index: bareIndex(path, kind === 1 ? textOf(j) : law(title(i), kind + 2, `依照《${title(j)}》第二条，`)) });
    }
    const snapshot = corpus.snapshot();
    const anew = createCorpus();
    for (const [, index] of snapshot.reports.entries()) anew.apply({ kind: 'report', index });
    const fresh = anew.snapshot();
    for (const kind of ['answers', 'citations'] as const) assert.deepEqual(sorted(snapshot[kind]), sorted(fresh[kind]));
    for (let i = 0; i < count; i++) assert.deepEqual(answersTo(snapshot, `document:${title(i)}`), answersTo(fresh, `document:${title(i)}`));
  });
});

const sorted = (postings: Snapshot['answers']): unknown[] =>
  [...postings.entries()].map(([key, posting]) => [key, [...posting].sort()] as const).sort(([a], [b]) => (a < b ? -1 : 1));

/** The lists that differ between two snapshots, by identity: whatever is not among them was not even copied. */
function touched(before: Snapshot, after: Snapshot): string[] {
  return (['answers', 'citations'] as const).flatMap((kind) => {
    const keys = new Set([...before[kind].entries(), ...after[kind].entries()].map(([key]) => key));
    return [...keys].filter((key) => before[kind].get(key) !== after[kind].get(key)).map((key) => `${kind} ${key}`);
  });
}
