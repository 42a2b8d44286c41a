import assert from 'node:assert/strict';
import { earlierMention } from '../../../server/rules/reference/earlierMention';
import { otherNumber } from '../../../server/rules/reference/otherNumber';
import { unanswered } from '../../../server/rules/reference/unanswered';
import { found } from './helper';

const captions = '图 1 泊位利用率走势\n\n资料来源：港口集团\n\n图 2 冷藏箱比例变化\n\n资料来源：港口集团\n';

describe('reference/unanswered', () => {
  it('tells a reference to a figure that is not there', () => {
    assert.deepEqual(found(unanswered, `集装箱的变化见图 1，散货的变化见图 7。\n\n${captions}`), ['1: Nothing in this report is “图 7”.']);
  });
  it('is silent where no figure survived the conversion', () => {
    assert.deepEqual(found(unanswered, '集装箱的变化见图 1，散货的变化见图 7。\n'), []);
  });
});

describe('reference/other-number', () => {
  it('tells a reference whose paragraph speaks of the neighbour', () => {
    const text = `过去一年，冷藏箱的比例由一成升到两成，详见图 1。\n\n${captions}`;
    assert.match(found(otherNumber, text)[0] ?? '', /the paragraph fits 图 2/);
  });
  it('is content with a reference that fits, or with both named', () => {
    assert.deepEqual(found(otherNumber, `泊位的利用率逐月上升，详见图 1。\n\n${captions}`), []);
    assert.deepEqual(found(otherNumber, `冷藏箱的比例变化见图 1 和图 2。\n\n${captions}`), []);
  });
});

describe('reference/earlier-mention', () => {
  it('tells what no earlier line mentions', () => {
    assert.deepEqual(found(earlierMention, '港口新建了码头。例如前文提到的冷藏库 A 型，容量最大。\n'), ['1: “冷藏库” stands nowhere further up.']);
  });
  it('is content with what stands above', () => {
    assert.deepEqual(found(earlierMention, '港口新建了冷藏库。例如前文提到的冷藏库，容量最大。\n'), []);
  });
});
