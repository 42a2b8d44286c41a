import assert from 'node:assert/strict';
import { excerptAt } from '../../../server/corpus/excerpt';
import { emphasised, escapeMarkdown } from '../../../server/features/markdown';
import { parseReport } from '../../../server/report/parse';
import { sourceFromText } from '../../../server/text/decode';

/** The excerpt around the words between | and |, with the words in [ ]. */
function excerpt(marked: string, reach: number): string {
  const start = marked.indexOf('|');
  const end = marked.indexOf('|', start + 1) - 1;
  const text = marked.replaceAll('|', '');
  const { logical } = parseReport('a.txt', sourceFromText(text));
  const found = excerptAt(text, logical, { start, end }, reach);
  return `${found.text.slice(0, found.start)}[${found.text.slice(found.start, found.end)}]${found.text.slice(found.end)}`;
}

describe('an excerpt', () => {
  it('is the sentence', () => assert.equal(excerpt('前一句。今年|澜岫|发布新品！后一句。', 40), '今年[澜岫]发布新品！'));
  it('is cut on both sides when it is long', () => assert.equal(excerpt('一二三四五六七|澜岫|一二三四五六七。', 3), '…五六七[澜岫]一二三…'));
  it('keeps the quote that a sentence ends in', () => assert.equal(excerpt('他说：“|澜岫|增长了。”随后离开。', 40), '他说：“[澜岫]增长了。”'));
  it('ends with its paragraph', () => assert.equal(excerpt('标题\n\n|澜岫|增长', 40), '[澜岫]增长'));
  it('joins what line ends cut', () => {
    const filler = '今年以来各家企业都在发布新的影像产品并且扩大销售队伍';
    const text = `${filler}，${filler}，澜\n岫智影也在其中，${filler}。`;
    const start = text.indexOf('澜');
    const { logical } = parseReport('a.txt', sourceFromText(text));
    const found = excerptAt(text, logical, { start, end: start + 5 }, 8);
    assert.equal(found.text.slice(found.start, found.end), '澜岫智影');
  });
});

describe('report text in Markdown', () => {
  it('shows as it is', () => {
    assert.equal(escapeMarkdown('[a](command:b) <img src=x> *b* _c_ `d` # e | $(icon) &amp;'), '\\[a\\]\\(command\\:b\\) \\<img src\\=x\\> \\*b\\* \\_c\\_ \\`d\\` \\# e \\| \\$\\(icon\\) \\&amp;');
  });
  it('has its name in bold', () => assert.equal(emphasised({ text: '今年澜岫*增长', start: 2, end: 4 }), '今年**澜岫**\\*增长'));
});
