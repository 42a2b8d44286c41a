import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { indexReport, knownNames, readStructure } from '../../../server/corpus/pipeline';
import type { ReportIndex } from '../../../server/corpus/model';
import { builtInNames } from '../../../server/entity/names';
import { plainSegmenter } from '../../../server/entity/segmenter';
import { expectTyping } from '../../../server/text/again';
import { sourceFromText } from '../../../server/text/decode';
import { partsOf } from '../../../server/text/parts';

const paragraphs = [
  '霁川信息科技有限公司（以下简称“霁川信息”）成立于2016年，总部位于云汀市，主要为医院提供预约系统。',
  '2024年，霁川信息的收入为3.4亿元，同比增长12.5%；云汀市人民医院上线了它的平台，详见图表1和第二章。',
  '《云汀市智慧医疗三年行动计划》由云汀市卫生健康委员会印发，要求到2026年底全市医院都能凭码取号。',
  '董事长沈怀瑜表示，公司与栎舟医数、澜岫智影等企业合作，在江城、云汀两地建设了十二个数据中心。',
  '国家药监局批准了两个型号的设备，去年的销量达到1200台，比上年多出近三成，价格则下降了8%。',
  '根据《云汀市智慧医疗三年行动计划》第三条，云汀市人民医院、江城大学附属医院等单位率先试点。',
];
const between = ['第二章 市场', '图表 1 霁川信息的收入', '年份\t收入\n2023\t3.0\n2024\t3.4', '一、现状', '（一）需求'];

/** A report of several parts. */
const report = Array.from({ length: 240 }, (_, i) => (i % 9 === 4 ? between[i % between.length] : `${paragraphs[(i * 7) % paragraphs.length]}${'甲乙丙丁'.slice(0, i % 5)}。`)).join('\n\n');
const names = knownNames(builtInNames([{ name: '国家药品监督管理局', type: 'agency', guarded: false, forms: [{ text: '国家药监局', guarded: false }], attributes: {} }]).names);
const segmenter = plainSegmenter();

function read(text: string, typed: boolean): ReportIndex {
  expectTyping(typed);
  const input = { path: 'a.txt', source: sourceFromText(text), hash: '', size: 0 };
  return indexReport(input, readStructure(input, names.names, segmenter), names);
}

const typed = fc.constantFrom('据', '。', '\n', '霁川信息', '沈怀瑜教授认为', '，增长5%', '《', '》', paragraphs[3] as string);
const edits = fc.array(fc.record({ at: fc.nat({ max: 20_000 }), removed: fc.nat({ max: 40 }), typed }), { minLength: 1, maxLength: 6 });

describe('a report that is typed in', () => {
  after(() => expectTyping(true));

  it('is read after each edit as if for the first time', () => {
    assert(partsOf(report).length > 2);
    fc.assert(fc.property(edits, (all) => {
      let text = report;
      read(text, true);
      for (const { at, removed, typed } of all) {
        text = text.slice(0, at) + typed + text.slice(at + removed);
        const [again, anew] = [read(text, true), read(text, false)];
        for (const key of Object.keys(anew) as (keyof ReportIndex)[]) assert(isDeepStrictEqual(again[key], anew[key]), key);
      }
    }), { seed: 5, numRuns: 12 });
  }).timeout(60_000);
});
