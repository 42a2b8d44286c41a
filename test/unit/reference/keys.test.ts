import assert from 'node:assert/strict';
import { baseTitle, foldTitle, issueKey, issuedTitle, urlKey } from '../../../server/reference/keys';

describe('keys of what lies outside a report', () => {
  it('level printed variants of one title', () => {
    const variants = ['示例方案（2025—2030 年）', '示例方案(2025-2030年)', '《示例方案（2025–2030年）》', '中华人民共和国示例方案（2025～2030年）'];
    assert.deepEqual(new Set(variants.map(foldTitle)), new Set(['示例方案(2025-2030年)']));
  });

  it('know a title without its trailing bracket, and what a notice hands on', () => {
    assert.equal(baseTitle(foldTitle('示例标准（试行）')), '示例标准');
    assert.equal(baseTitle('示例标准'), '示例标准');
    assert.equal(issuedTitle(foldTitle('关于印发《示例标准（试行）》的通知')), '示例标准(试行)');
    assert.equal(issuedTitle('示例标准'), null);
  });

  it('level the spellings of one address', () => {
    const spellings = ['https://www.Example.com/a/b.html', 'http://example.com/a/b.html#top', 'example.com/a/b.html/', 'https://example.com/a/ b.html'];
    assert.deepEqual(new Set(spellings.map(urlKey)), new Set(['url:example.com/a/b.html']));
  });

  it('read issue numbers in Chinese and in digits', () => {
    assert.equal(issueKey('示例周报', '六二二'), 'issue:示例周报:622');
    assert.equal(issueKey('示例周报', '第 622 期'), 'issue:示例周报:622');
    assert.equal(issueKey('示例周报', '增刊'), null);
  });
});
