import assert from 'node:assert/strict';
import { findClaims } from '../../../server/claim/find';
import { findReferences } from '../../../server/reference/find';
import { parseReport } from '../../../server/report/parse';
import { inSimplified, printedIn } from '../../../server/report/traditional';
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
    assert.deepEqual(inSimplified(report), plain);
    assert.equal(inSimplified(plain), plain);
  });

  it('has its references and claims', () => {
    const found = findReferences(inSimplified(report)).filter(({ kind }) => kind !== 'toc');
    assert.deepEqual(found.map(({ kind, span }) => `${kind} ${REPORT.slice(span.start, span.end)}`), ['caption 圖 1', 'chapter 第二章']);
    assert.deepEqual(findClaims(inSimplified(report), []).map(({ measure, value, unit }) => [measure, value, unit]), [['港湾科技实现营业收入', 4e11, '港元'], ['增长', 12.5, '%']]);
  });

  it('has words that were cut as they are printed', () => {
    assert.equal(printedIn('产业规模', '产业\n规模', '產業\n規模', 0, 5), '產業規模');
    assert.equal(parseReport('a.txt', sourceFromText('第一章 產業發展\n')).headings[0]?.title, '產業發展');
  });
});
