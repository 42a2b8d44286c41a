import assert from 'node:assert/strict';
import { dossierOf } from '../../../server/features/dossier';
import { plainMarkdown } from '../../../server/features/markdown';
import { memoryCorpus, type MemoryCorpus } from '../../support/corpus';

const texts: Record<string, string> = {
  '新.md': '---\ntitle: 样例行业季度简报\ndate: 2024-05-01\nauthor: 甲某某\n---\n\n# 样例行业季度简报\n\n## 动态\n\n英矽智能发布了新的业绩。其他企业没有公布。各地落实《示例产业数字化实施方案》，英矽智能也参加了，英矽智能表示欢迎。\n',
  '旧.md': '---\ntitle: 示例行业年度报告\ndate: 2023-01\n---\n\n# 示例行业年度报告\n\n## 1.1 政策\n\n2022年12月，国家卫生健康委等三部门印发《示例产业数字化实施方案》，提出建成一批示范项目，并且明确了责任分工和保障措施。\n\n## 1.2 企业\n\n英矽智能是一家企业，总部设在香港。\n',
};

describe('the dossier', () => {
  let corpus: MemoryCorpus;
  before(async () => { corpus = await memoryCorpus(texts); });
  const dossier = (id: string): Promise<string> => dossierOf(corpus.indexer.snapshot(), corpus.readText, id, ({ report, span }) => `${report}#${span.start}`);
  const idOf = (name: string): string => {
    const ids = [...corpus.indexer.snapshot().reports.entries()].flatMap(([, { mentions }]) => mentions.filter(({ text }) => text === name).map(({ entity }) => entity));
    assert.ok(ids[0], name);
    return ids[0];
  };

  it('of an entity quotes each sentence once, the earliest report first, with links', async () => {
    const text = await dossier(idOf('英矽智能'));
    const quotes = text.split('\n').filter((line) => line.startsWith('> ')).map((line) => line.replace(/ \[[^\]]*\]\([^)]*\)$/, ''));
    assert.deepEqual(quotes, [
      '> **英矽智能**是一家企业，总部设在香港。', '> **英矽智能**发布了新的业绩。', '> 各地落实《示例产业数字化实施方案》，**英矽智能**也参加了，英矽智能表示欢迎。',
    ]);
    assert.match(text, /\(旧\.md#\d+\)/);
    assert.ok(text.indexOf('## 示例行业年度报告') < text.indexOf('## 样例行业季度简报'));
  });

  it('of a document says who issued it and when, and ends with a list of references', async () => {
    const text = await dossier('document:示例产业数字化实施方案');
    assert.match(text, /^# 示例产业数字化实施方案\n/);
    assert.match(text, /国家卫生健康委等三部门/);
    assert.match(text, /2022年12月/);
    const references = text.split('\n').filter((line) => line.startsWith('\\[')).map((line) => line.replaceAll('\\', '').trim());
    assert.deepEqual(references, ['[1] 示例行业年度报告[R]. [出版地不详]: [出版者不详], 2023.', '[2] 甲某某. 样例行业季度简报[R]. [出版地不详]: [出版者不详], 2024.']);
  });

  it('follows the corpus', async () => {
    const other = await memoryCorpus(texts);
    await other.put('旧.md', null);
    const text = await dossierOf(other.indexer.snapshot(), other.readText, 'document:示例产业数字化实施方案', () => 'x');
    assert.doesNotMatch(text, /2022年12月/);
  });
});

describe('report text in a document that is read as it is', () => {
  it('is escaped only where it would be markup', () => {
    assert.equal(plainMarkdown('增长 124.04%，见 002_c8.txt'), '增长 124.04%，见 002_c8.txt');
    assert.equal(plainMarkdown('# 标题 *重点* [a](b) <b>'), '\\# 标题 \\*重点\\* \\[a\\](b) \\<b\\>');
    assert.equal(plainMarkdown('1. 第一项'), '1\\. 第一项');
  });
});
