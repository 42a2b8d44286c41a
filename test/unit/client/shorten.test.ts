import assert from 'node:assert/strict';
import { shorten } from '../../../client/views/shorten';

/** The text with the emphasised part in brackets. */
function show(marked: string): string {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const { text, emphasis } = shorten({ text: marked.replace(/[[\]]/g, ''), emphasis: [start, end] });
  return `${text.slice(0, emphasis[0])}[${text.slice(...emphasis)}]${text.slice(emphasis[1])}`;
}

describe('the line of a mention in a narrow view', () => {
  it('stays whole while the name is near its beginning', () => {
    assert.equal(show('早些时候，[示例科技]发布公告'), '早些时候，[示例科技]发布公告');
  });
  it('loses what stands far before the name', () => {
    assert.equal(show('一二三四五六七八九十甲乙丙丁戊[示例科技]发布公告'), '…六七八九十甲乙丙丁戊[示例科技]发布公告');
  });
  it('is not cut within a character', () => {
    assert.equal(show('一二三四𠮷十甲乙丙丁戊己庚辛壬[示例]'), '…十甲乙丙丁戊己庚辛壬[示例]');
    assert.equal(show('一二三四五𠮷甲乙丙丁戊己庚辛壬[示例]'), '…𠮷甲乙丙丁戊己庚辛壬[示例]');
  });
});
