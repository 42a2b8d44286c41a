import assert from 'node:assert/strict';
import { duplicateNumber } from '../../../server/rules/structure/duplicateNumber';
import { duplicateParagraph } from '../../../server/rules/structure/duplicateParagraph';
import { duplicateRow } from '../../../server/rules/structure/duplicateRow';
import { cutParagraph } from '../../../server/rules/structure/cutParagraph';
import { headingJump } from '../../../server/rules/structure/headingJump';
import { noteMissing } from '../../../server/rules/structure/noteMissing';
import { noteUnmarked } from '../../../server/rules/structure/noteUnmarked';
import { numberOrder } from '../../../server/rules/structure/numberOrder';
import { rowNumber } from '../../../server/rules/structure/rowNumber';
import { sectionNumber } from '../../../server/rules/structure/sectionNumber';
import { captionUnlisted } from '../../../server/rules/structure/captionUnlisted';
import { tocMissing } from '../../../server/rules/structure/tocMissing';
import { tocTitle } from '../../../server/rules/structure/tocTitle';
import { found, problemsOf } from './helper';

const prose = '这一段话只是为了让图表之间有正文可读，它说明了港口吞吐量的变化，也说明了统计口径。';
/** Figures with these labels and titles, each followed by a paragraph. */
const figures = (...captions: readonly string[]): string => captions.map(caption => `${caption}\n\n${prose}\n`).join('\n');

describe('structure/duplicate-number', () => {
  it('tells the second figure with a number', () => {
    assert.deepEqual(found(duplicateNumber, figures('图 1 港口分布', '图 2 吞吐量走势', '图 2 船型构成', '图 3 航线')), [
      '9: The number 图 2 is used twice: “吞吐量走势” has it already.',
    ]);
  });
  it('lets a table go on under its number', () => {
    assert.deepEqual(found(duplicateNumber, figures('表 1 泊位清单', '表 1 泊位清单（续）', '表 2 航线')), []);
    assert.deepEqual(found(duplicateNumber, figures('表 1 泊位清单（上）', '表 1 泊位清单（下）', '表 2 航线')), []);
  });
  it('lets each part of a collection count from one', () => {
    assert.deepEqual(found(duplicateNumber, figures('图 1 港口', '图 2 航线', '图 1 船型', '图 2 运价')), []);
  });
  it('leaves the numbers alone that are printed in pictures', () => {
    assert.deepEqual(found(duplicateNumber, figures('图 1 港口', 'Figure 1: The terminal.', '图 2 航线', '图 3 船型', 'Figure 1: The berth.', '图 4 运价')), []);
  });
  it('counts figures and tables apart', () => {
    assert.deepEqual(found(duplicateNumber, figures('图 1 港口', '表 1 航线', '图 2 船型', '表 2 运价')), []);
  });
  it('tells a section number used twice', () => {
    const text = `第一章 总论\n\n${prose}\n\n1.1 背景\n\n${prose}\n\n1.2 方法\n\n${prose}\n\n1.2 样本\n\n${prose}\n`;
    assert.deepEqual(found(duplicateNumber, text), ['13: The number 1.2 is used twice: “方法” has it already.']);
  });
});

describe('structure/number-order', () => {
  it('tells a missing figure', () => {
    assert.deepEqual(found(numberOrder, figures('图 1 港口', '图 2 航线', '图 4 船型')), ['9: 图 3 is missing: 图 4 follows 图 2.']);
  });
  it('tells a figure out of order', () => {
    assert.deepEqual(found(numberOrder, figures('图 1 港口', '图 3 航线', '图 2 船型', '图 4 运价')), ['9: 图 2 stands after 图 3.']);
  });
  it('says nothing of a number that opens a line somewhere', () => {
    assert.deepEqual(found(numberOrder, `${figures('图 1 港口', '图 2 航线')}\n图 3：见附件，因版权原因此处略去；读者可以向编者索取。\n\n${figures('图 4 船型')}`), []);
  });
  it('says nothing of wide gaps: chosen figures of a longer work', () => {
    assert.deepEqual(found(numberOrder, figures('图 1 港口', '图 2 航线', '图 12 船型')), []);
  });
});

describe('numbers of sections that run on', () => {
  it('behind the last heading, in a paragraph that opens with the number', () => {
    const text = ['一、工作', '（一）港口。扩建泊位。', '（二）航运。开通航线。', '（三）物流。联通内陆。', '（五）队伍。招收船员。'].join('\n\n');
    assert.deepEqual(found(numberOrder, `${text}\n`).map(line => line.replace(/^\d+: /, '')), ['（四） is missing: （五） follows （三）.']);
  });
  it('with the mark behind the number left out of it', () => {
    assert.deepEqual(found(numberOrder, '一、港口\n\n正文。\n\n二、航运\n\n正文。\n\n四、物流\n\n正文。\n').map(line => line.replace(/^\d+: /, '')), ['三 is missing: 四 follows 二.']);
  });
});

describe('structure/section-number', () => {
  const sections = (...headings: readonly string[]): string => headings.map(h => `${h}\n\n${prose}\n`).join('\n');
  it('tells a number that belongs under another section', () => {
    const text = sections('第一章 总论', '1.1 背景', '1.1.1 航运', '1.2 方法', '1.1.2 访谈', '第二章 结果');
    assert.deepEqual(found(sectionNumber, text), ['17: 1.1.2 stands under 1.2 “方法”: its number should begin with 1.2 (1.2.2?).']);
  });
  it('offers the number that fits', () => {
    const [problem] = problemsOf(sectionNumber, sections('第一章 总论', '1.1 背景', '1.1.1 航运', '1.2 方法', '1.1.1 访谈'));
    assert.deepEqual(problem?.fixes?.[0]?.changes.map(c => c.kind === 'text' ? c.text : ''), ['1.2.1']);
  });
  it('is content with numbers in their place', () => {
    assert.deepEqual(found(sectionNumber, sections('第一章 总论', '1.1 背景', '1.1.1 航运', '1.1.2 港口', '1.2 方法', '1.2.1 访谈')), []);
  });
});

describe('structure/heading-jump', () => {
  it('tells a level left out', () => {
    const text = `第一章 总论\n\n${prose}\n\n1.1 背景\n\n${prose}\n\n1.1.1.1 航运\n\n${prose}\n\n1.2 方法\n\n${prose}\n`;
    assert.deepEqual(found(headingJump, text), ['9: 1.1.1.1 follows 1.1: there is no 1.1.1.']);
  });
  it('reads the levels of Markdown', () => {
    assert.deepEqual(found(headingJump, `# 港口年报\n\n## 背景\n\n${prose}\n\n#### 方法\n\n${prose}\n\n## 结果\n\n${prose}\n`), ['7: A heading of level 4 follows one of level 2.']);
    assert.deepEqual(found(headingJump, `# 总论\n\n${prose}\n\n## 背景\n\n${prose}\n\n### 方法\n\n${prose}\n\n# 结果\n\n${prose}\n`), []);
  });
});

describe('contents and the list of figures', () => {
  const contents = (entries: readonly string[], body: readonly string[]): string =>
    `目录\n\n${entries.join('\n')}\n\n${body.map(h => `${h}\n\n${prose}\n`).join('\n')}`;
  const chapters = ['第一章 港口', '第二章 航线', '第三章 船型', '第四章 运价'];
  const paged = (titles: readonly string[]): string[] => titles.map((t, i) => `${t}\t${String(3 * i + 1)}`);

  it('agree', () => {
    const text = contents(paged(chapters), chapters);
    assert.deepEqual([...found(tocTitle, text), ...found(tocMissing, text)], []);
  });
  it('differ in a word', () => {
    const text = contents(paged(['第一章 港口', '第二章 航线', '第三章 船形', '第四章 运价']), chapters);
    assert.deepEqual(found(tocTitle, text), ['5: The contents say “船形”, the body “船型”.']);
  });
  it('may differ where chapters count anew in each part: the number alone names none of them', () => {
    const listed = ['第一篇 海运', '第一章 港口', '第二章 航线', '第二篇 空运', '第一章 机场', '第二章 机型'];
    assert.deepEqual(found(tocTitle, contents(paged(listed), listed.map((title) => title.replace('机场', '货源')))), []);
  });
  it('differ in punctuation, which weighs less', () => {
    const body = ['第一章 港口', '第二章 航线', '第三章 谁来造船？', '第四章 运价'];
    const [problem] = problemsOf(tocTitle, contents(paged(['第一章 港口', '第二章 航线', '第三章 谁来造船?', '第四章 运价']), body));
    assert.equal(problem?.severity, 'information');
  });
  it('have an entry that no heading answers', () => {
    const text = contents(paged([...chapters, '第五章 保险']), chapters);
    assert.deepEqual(found(tocMissing, text), ['7: No heading of the body is “保险”.']);
  });
  it('leave a figure out', () => {
    const list = '图表目录\n\n图 1\t港口\t1\n图 2\t航线\t2\n图 3\t船型\t3\n\n';
    const text = `${list}第一章 总论\n\n${prose}\n\n${figures('图 1 港口', '图 2 航线', '图 3 船型', '图 4 运价')}`;
    assert.deepEqual(found(captionUnlisted, text).map(line => line.replace(/^\d+: /, '')), ['The list of figures has no entry for “图 4 运价”.']);
    const glued = text.replace('\n图 3\t船型\t3\n', '\n图 3\t船型\t3\n图 4：运价. 5图 5：货主 6图 6：船东 7\n');
    assert.deepEqual(found(captionUnlisted, glued), [], 'several entries stand in one line');
  });
});

describe('notes', () => {
  const text = (marks: string, notes: string): string => `第一章 总论\n\n港口吞吐量连续三年上升${marks}，其中集装箱的增长最快，散货则略有下降。\n\n${notes}\n\n第二章 结果\n\n${prose}\n`;
  it('answer their marks', () => {
    const sound = text('¹', '¹ 数据来自港口集团的年度统计。');
    assert.deepEqual([...found(noteMissing, sound), ...found(noteUnmarked, sound)], []);
  });
  it('are missing for a mark', () => {
    const lost = `第一章 总论\n\n港口吞吐量连续三年上升¹，其中集装箱的增长最快。\n\n散货运输略有下降²，原因是煤炭减少。\n\n¹ 数据来自港口集团的年度统计。\n\n${prose}\n`;
    assert.deepEqual(found(noteMissing, lost), ['5: No note answers the mark ².']);
  });
});

describe('notes of a glossary', () => {
  const glossary = (marks: readonly number[], notes: readonly number[]): string =>
    `政府工作报告\n\n${marks.map(n => `今年将推进“第${String(n)}件事”［${String(n)}］，并在年底前完成全部验收工作。`).join('\n')}\n\n注释\n${notes.map(n => `［${String(n)}］第${String(n)}件事：\n指这一件事的全部内容与要求，由有关部门负责。`).join('\n')}\n`;
  it('answer their marks', () => assert.deepEqual(found(noteMissing, glossary([1, 2, 3, 4, 5], [1, 2, 3, 4, 5])), []));
  it('are missing between others', () => assert.deepEqual(found(noteMissing, glossary([1, 2, 3, 4, 5, 6], [1, 2, 3, 5, 6])), ['6: No note answers the mark ［4］.']));
  it('are not asked for where there are none', () => assert.deepEqual(found(noteMissing, glossary([1, 2, 3, 4, 5], [])), []));
});

describe('structure/cut-paragraph', () => {
  it('tells a sentence that goes on behind a blank line', () => {
    const first = '港口集团在过去的三年里先后改造了五个码头，新增了十二台岸桥，并把堆场的面积扩大了三成，吞吐能力因此明显提升；但是由于航道水深不足，最大的一批船舶仍然只能在外海等待潮';
    const text = `第一章 总论\n\n${first}\n\n水，平均等待时间超过六个小时，这也是今后两年要解决的主要问题。\n\n${prose}\n`;
    assert.deepEqual(found(cutParagraph, text).length, 1);
  });
  it('is content with whole sentences', () => {
    assert.deepEqual(found(cutParagraph, `第一章 总论\n\n${prose}\n\n${prose}\n`), []);
  });
});

describe('structure/duplicate-paragraph', () => {
  const long = '为了核对统计口径，我们走访了沿江的七个港口，逐一比较了它们的台账与海关的记录，发现主要差异来自中转箱的重复计算；扣除这一部分之后，两套数字的差距缩小到可以接受的范围之内。';
  it('tells a paragraph that stands twice in a chapter', () => {
    assert.equal(found(duplicateParagraph, `第一章 总论\n\n${long}\n\n${prose}\n\n${long.replace('七个港口', '七个 港口')}\n`)[0]?.slice(0, 2), '7:');
  });
  it('weighs a repetition in another section less', () => {
    const [problem] = problemsOf(duplicateParagraph, `第一章 总论\n\n${long}\n\n第二章 结果\n\n${long}\n`);
    assert.equal(problem?.severity, 'information');
  });
  it('says nothing of a work cited below each of its pictures', () => {
    const cited = 'Ekström, Anna, et al. "A Modern Survey of Container Terminals and Their Berths." Port Studies 12.3 (2019).';
    assert.deepEqual(found(duplicateParagraph, `第一章 总论\n\n${cited}\n\n${prose}\n\n${cited}\n`), []);
  });
  it('says nothing of what recurs throughout', () => {
    assert.deepEqual(found(duplicateParagraph, `${long}\n\n${prose}\n\n${long}\n\n${long}\n\n${long}\n`), []);
  });
});

describe('structure/duplicate-row and row-number', () => {
  const table = (...rows: readonly string[]): string => `表 1 船舶\n\n${rows.map(r => r.split('|').join('\t')).join('\n')}\n\n${prose}\n`;
  const head = '序号|船名|船东|用途|下水';
  it('tell a row that stands twice', () => {
    const text = table(head, '1|远帆号|临江航运|近海集装箱运输|2023年5月', '2|云帆号|北江航运|散货运输|2023年6月', '3|远帆号|临江航运|近海集装箱运输|2023年5月');
    assert.deepEqual(found(duplicateRow, text), ['6: The same row stands further up in the table.']);
  });
  it('tell a row of figures that stands twice', () => {
    assert.deepEqual(found(duplicateRow, table('船名|载重|航速|油耗', '江澜|1.5|12.1|30.5', '海岳|1.8|12.4|31.2', '江澜|1.5|12.1|30.5')), ['6: The same row stands further up in the table.']);
    assert.deepEqual(found(duplicateRow, table('船名|甲|乙|丙', '江澜|5|5|5', '海岳|5|5|5', '江澜|5|5|5')), []);
  });
  it('let two trips of one ship stand', () => {
    const text = table(head, '1|远帆号|临江航运|近海集装箱运输|2023年5月', '2|远帆号|临江航运|散货运输|2023年5月', '3|远帆号|临江航运|近海集装箱运输|2023年9月');
    assert.deepEqual(found(duplicateRow, text), []);
  });
  it('tell a copied row under another name', () => {
    const text = table('船东|船名|用途|航区|下水', '临江航运|远帆号|运送冷藏集装箱往返沿海各港口|近海|2023年5月', '北江航运|远帆号|运送冷藏集装箱往返沿海各港口|近海|2023年5月', '南江航运|云帆号|运送煤炭|远海|2023年6月');
    assert.deepEqual(found(duplicateRow, text), ['5: This row says the same as one further up, only its first column differs.']);
  });
  it('keep quiet where a date tells rows apart', () => {
    const text = table('日期|方式|对象|索引', '2023年5月1日|实地|机构|详见交易所网站公告之附件', '2023年6月1日|实地|机构|详见交易所网站公告之附件');
    assert.deepEqual(found(duplicateRow, text), []);
  });
  it('tell a row number used twice or left out', () => {
    const rows = (numbers: readonly number[]): string => table(head, ...numbers.map(n => `${String(n)}|船${String(n)}号|船东${String(n)}|客运|2023年`));
    assert.deepEqual(found(rowNumber, rows([1, 2, 3, 3, 4])), ['7: Row number 3 is used twice.']);
    assert.deepEqual(found(rowNumber, rows([13, 14, 16])), ['6: Row number 15 is left out.']);
    assert.deepEqual(found(rowNumber, rows([13, 14, 15])), []);
  });
});
