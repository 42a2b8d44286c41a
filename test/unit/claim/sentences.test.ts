import assert from 'node:assert/strict';
import fc from 'fast-check';
import { figureSentences } from '../../../server/claim/sentences';
import { parseReport } from '../../../server/report/parse';
import { sourceFromText } from '../../../server/text/decode';

const sentencesOf = (path: string, text: string) => figureSentences(parseReport(path, sourceFromText(text)));

describe('sentences with figures', () => {
  it('know their figures, times and paragraph', () => {
    const [first, second] = sentencesOf('a.txt', '公司2023年收入5亿元。利润没有披露。\n\n员工有1200人，其中研发300人。');
    assert.deepEqual([first?.text, first?.quantities.map(({ value }) => value), first?.times.map(({ value }) => value)], ['公司2023年收入5亿元', [5e8], ['2023']]);
    assert.deepEqual([second?.text, second?.quantities.map(({ value }) => value), second?.paragraph], ['员工有1200人，其中研发300人', [1200, 300], 1]);
  });

  it('are in a report that is edited what they are in a new one', () => {
    const sentence = fc.constantFrom('收入5亿元', '去年有3家', '没有数字', '增长12%，共8人', '2024年底为7台');
    const text = fc.array(sentence, { minLength: 1, maxLength: 8 }).map((sentences) => sentences.join('。'));
    let number = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('发布日期：2024年3月1日\n\n', '发布日期：2022年3月1日\n\n', ''), text)), (versions) => {
        const fresh = versions.map(([head, body]) => sentencesOf(`new-${number++}.txt`, head + body));
        assert.deepEqual(versions.map(([head, body]) => sentencesOf('edited.txt', head + body)), fresh);
      }),
    );
  });
});
