import assert from 'node:assert/strict';
import { findClaims } from '../../../server/claim/find';
import { findReferences } from '../../../server/reference/find';
import { parseReport } from '../../../server/report/parse';
import { asRead, printedIn } from '../../../server/report/printed';
import { sourceFromText } from '../../../server/text/decode';
import { simplified } from '../../../server/text/simplified';
import { captions, contents, outline, read } from './outline';

const REPORT = `港灣創新發展報告

2024年5月

目錄

第一章 概覽 ........ 1
第二章 市場概況 ........ 3
2.1 產業規模 ........ 3

第一章 概覽

本報告的數據見圖 1 及第二章。

第二章 市場概況

2.1 產業規模

截至2023年底，港灣科技實現營業收入約 4,000 億港元，同比增長 $1 2 . 5 \\%$ 。

圖 1 產業規模

資料來源：統計處

附錄一 釋義

條例第486章。
`;

describe('a report in traditional characters', () => {
  const report = read(REPORT);
  const plain = read(simplified(REPORT));

  it('has its outline, captions and contents, in the characters it prints', () => {
    assert.deepEqual(outline(REPORT), ['第一章 概覽', '第二章 市場概況', '  2.1 產業規模', '附錄一 釋義']);
    assert.deepEqual(captions(REPORT), ['圖 1|產業規模']);
    assert.deepEqual(contents(REPORT), ['7 > 11', '8 > 15', '9 > 17']);
    assert.equal(report.meta.title, '港灣創新發展報告');
    assert.ok(report.logical.text.includes('同比增長 12.5% 。'));
  });

  it('is read as the same report in simplified ones', () => {
    assert.deepEqual(asRead(report), plain);
    assert.equal(asRead(plain), plain);
  });

  it('has its references and claims', () => {
    const found = findReferences(asRead(report)).filter(({ kind }) => kind !== 'toc');
    assert.deepEqual(found.map(({ kind, span }) => `${kind} ${REPORT.slice(span.start, span.end)}`), ['caption 圖 1', 'chapter 第二章']);
    assert.deepEqual(findClaims(asRead(report), []).map(({ measure, value, unit }) => [measure, value, unit]), [['港湾科技实现营业收入', 4e11, '港元'], ['增长', 12.5, '%']]);
  });

  it('has words that were cut as they are printed', () => {
    assert.equal(printedIn('产业规模', '产业\n规模', '產業\n規模', 0, 5), '產業規模');
    assert.equal(parseReport('a.txt', sourceFromText('第一章 產業發展\n')).headings[0]?.title, '產業發展');
  });
});

describe('a report with the marks of a keyboard', () => {
  const wide = '---\ntitle: 报告,一\n---\n\n# 综述\n\n## 需求，供给\n\n需求连年上升，供给则另有说法；见图 1 与[附表](附表一.md)，甲公司营收12亿元（同比增长8%），净利润3亿元。\n\n图 1 需求规模（亿元）\n';
  const narrow = wide.replace(/[，；（）]/g, (mark) => ({ '，': ',', '；': ';', '（': '(', '）': ')' })[mark] ?? mark);
  const shape = ({ headings, captions, meta, blocks }: ReturnType<typeof read>): unknown => [headings.map(({ level, span }) => [level, span]), captions.map(({ span }) => span), meta.title, blocks];

  it('is read as one with Chinese ones, and shown as it is printed', () => {
    const [a, b] = [read(wide), read(narrow)];
    assert.deepEqual(shape(b), shape(a));
    assert.equal(b.headings.at(-1)?.title, '需求,供给');
    assert.deepEqual(findReferences(asRead(b)).map(({ kind, key }) => [kind, key]), findReferences(a).map(({ kind, key }) => [kind, key]));
    assert.deepEqual(findClaims(asRead(b), []), findClaims(a, []));
  });
});
