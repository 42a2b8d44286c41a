import assert from 'node:assert/strict';
import { outline, read } from '../outline';

const text = '全市的零件产业去年增长7%，企业的利润也有所增加。项目陆续开工。';
const entries = (...names: string[]): string => names.map((name) => `【${name}】  ${text}\n`).join('\n');

describe('a yearbook', () => {
  const book = `示例年鉴（2024）\n\n经济综述\n\n综合经济\n\n${entries('概况', '固定资产投资', '重大项目')}\n（任衡）\n\n工业\n\n${entries('概况', '龙头企业')}\n（沈怀瑜）\n`;

  it('has entries by their names in brackets, in groups, the same name in each', () => {
    assert.deepEqual(outline(book), ['经济综述', '  综合经济', '    概况', '    固定资产投资', '    重大项目', '  工业', '    概况', '    龙头企业']);
  });

  it('has the name alone for the heading of an entry, and no table of entries', () => {
    const { headings, source, tables } = read(book);
    assert.deepEqual(headings.slice(2, 4).map(({ span }) => source.text.slice(span.start, span.end)), ['【概况】', '【固定资产投资】']);
    assert.equal(tables.length, 0);
  });

  it('is not what has one or two such brackets', () => {
    assert.deepEqual(outline(`零件产业报告\n\n一、现状\n\n${entries('提示', '声明')}\n二、展望\n\n${text}\n`), ['一 现状', '二 展望']);
  });
});
