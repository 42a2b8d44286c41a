import assert from 'node:assert/strict';
import { linksOf } from '../../../server/report/links';
import { read } from './outline';

const found = (text: string): [string, string, number][] => linksOf(read(text).logical).map((link) => [link.kind, link.text, link.spans.length]);

describe('links', () => {
  it('are URLs, e-mail addresses and DOIs, without the sentence around them', () => {
    assert.deepEqual(found('详见 https://example.com/a_(b)?x=1。邮箱：li.ming@example.org，文献 10.1000/xyz123.'), [
      ['url', 'https://example.com/a_(b)?x=1', 1],
      ['email', 'li.ming@example.org', 1],
      ['doi', '10.1000/xyz123', 1],
    ]);
  });

  it('are one where a conversion cut them', () => {
    assert.deepEqual(found('链接：\n\nhttps://example.com/2024/t2024_5271.\n\nshtml\n\n主要内容：'), [['url', 'https://example.com/2024/t2024_5271.shtml', 2]]);
  });

  it('lead somewhere', () => {
    assert.deepEqual(linksOf(read('www.example.com/x 与 10.1000/abc').logical).map((link) => link.target), ['http://www.example.com/x', 'https://doi.org/10.1000/abc']);
  });
});
