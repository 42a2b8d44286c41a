import assert from 'node:assert/strict';
import { anchorIn } from '../../../server/annotation/anchor';
import { mapThroughEdits, editBetween, withChanges } from '../../../server/annotation/edits';
import fc from 'fast-check';
import { anchorTextOf, quoteSpan, type AnchorText } from '../../../server/annotation/passage';
import { parseReport } from '../../../server/report/parse';
import { sourceFromText } from '../../../server/text/decode';

const ready = (text: string): AnchorText => anchorTextOf(parseReport('r.txt', sourceFromText(text)));

/** Where «…» of the first text stands in the second: the text found, or "orphan". Both with the first at hand and without. */
function moved(before: string, after: string): string[] {
  const start = before.indexOf('«');
  const span = { start, end: before.indexOf('»') - 1 };
  const [old, fresh] = [ready(before.replace(/[«»]/g, '')), ready(after)];
  const quote = quoteSpan(old, span);
  assert.ok(quote);
  const target = { source: 'r.txt', quotes: [quote], textHash: old.hash };
  return [{ text: old, spansOf: () => [span] }, null].map((earlier) => {
    const anchor = anchorIn(fresh, earlier)(target);
    const [found] = anchor.state === 'anchored' ? anchor.spans : [];
    return found === undefined ? 'orphan' : fresh.text.slice(found.start, found.end);
  });
}

const lead = '本报告由研究所编写，供各单位参考，未经许可不得转载。';
const rest = '与此同时，各地陆续出台了配套政策，企业的积极性明显提高。';

describe('an annotation of a report that changed', () => {
  it('stays with its passage when lines are wrapped anew', () => {
    assert.deepEqual(moved(`${lead}2022年«新能源汽车产量»为705.8万辆。${rest}`, `${lead}2022年新能源\n\n汽车产量为705.8万辆。\n${rest}`), ['新能源\n\n汽车产量', '新能源\n\n汽车产量']);
  });

  it('stays when full-width characters become half-width ones', () => {
    assert.deepEqual(moved(`${lead}其中（«ＡＩ＋医疗»）占３成。${rest}`, `${lead}其中(AI+医疗)占3成。${rest}`), ['AI+医疗', 'AI+医疗']);
  });

  it('moves with its paragraph', () => {
    assert.deepEqual(moved(`${lead}\n\n2022年«新能源汽车产量»为705.8万辆。\n\n${rest}`, `${rest}\n\n2022年新能源汽车产量为705.8万辆。\n\n${lead}`), ['新能源汽车产量', '新能源汽车产量']);
  });

  it('is an orphan when its sentence goes, even beside one that differs in a figure only', () => {
    const twin = '2023年新能源汽车产量为958.7万辆。';
    assert.deepEqual(moved(`${lead}2022年«新能源汽车产量»为705.8万辆。${twin}${rest}`, `${lead}${twin}${rest}`), ['orphan', 'orphan']);
    assert.deepEqual(moved(`${lead}«2022年新能源汽车产量为705.8万辆»。${twin}${rest}`, `${lead}${twin}${rest}`), ['orphan', 'orphan']);
  });

  it('is an orphan when the figure before the line end of its sentence changed', () => {
    const [before, after] = ['2021年3月，该院成为全省首家通过7级评审的医院，', '2024年6月，该院成为全省首家通过4级评审的医院，'];
    assert.deepEqual(moved(`${lead}\n\n${before}\n\n抬高了信息化«水平的上限»。\n\n${rest}`, `${lead}\n\n${after}\n\n抬高了信息化水平的上限。\n\n${rest}`), ['orphan', 'orphan']);
  });

  it('is an orphan when its row of a table goes, even above one that differs in one cell only', () => {
    const [head, own, other] = ['单位\t用途\t功能\t时间', '云汀健康\t中医\t问诊、«采集病史»、推荐方案\t2023年3月', '河谷医院\t中医\t问诊、采集病史、推荐方案\t2023年3月'];
    assert.deepEqual(moved(`${lead}\n\n${head}\n${own}\n${other}\n\n${rest}`, `${lead}\n\n${head}\n${other}\n\n${rest}`), ['orphan', 'orphan']);
  });

  it('is an orphan when a negation came in', () => {
    assert.deepEqual(moved(`${lead}«该项目计划明年继续执行并扩大范围»。${rest}`, `${lead}该项目计划明年不继续执行并扩大范围。${rest}`), ['orphan', 'orphan']);
  });

  it('stays when words are put in around it, and within it where they are few', () => {
    assert.deepEqual(moved(`${lead}总体来看，«各地医院普遍引入了影像辅助系统，医生的工作量有所减轻»。${rest}`, `${lead}总体来看，与往常相比，各地医院普遍引入了影像辅助系统，而医生的工作量有所减轻。${rest}`), ['各地医院普遍引入了影像辅助系统，而医生的工作量有所减轻', '各地医院普遍引入了影像辅助系统，而医生的工作量有所减轻']);
  });

  it('names the best places of an orphan', () => {
    const old = ready(`${lead}2022年新能源汽车产量为705.8万辆。${rest}`);
    const at = old.text.indexOf('新能源');
    const quote = quoteSpan(old, { start: at, end: at + 7 });
    const fresh = ready(`${lead}2023年新能源汽车产量为958.7万辆。${rest}`);
    const anchor = anchorIn(fresh)({ source: 'r.txt', quotes: quote ? [quote] : [], textHash: old.hash });
    assert.deepEqual(anchor.state === 'orphaned' && anchor.proposals.map(({ start, end }) => fresh.text.slice(start, end)), ['新能源汽车产量']);
  });
});

describe('an annotation of an open document', () => {
  it('keeps what is typed inside and leaves what is typed at its edges', () => {
    const span = { start: 2, end: 4 };
    const insert = (at: number) => mapThroughEdits(span, [{ start: at, end: at, text: 'xx' }]);
    assert.deepEqual([insert(0), insert(2), insert(3), insert(4)], [{ start: 4, end: 6 }, { start: 4, end: 6 }, { start: 2, end: 6 }, { start: 2, end: 4 }]);
  });

  it('goes with its text', () => {
    assert.equal(mapThroughEdits({ start: 2, end: 4 }, [{ start: 1, end: 5, text: '' }]), null);
  });

  it('has the same characters wherever an edit leaves them alone', () => {
    fc.assert(fc.property(fc.string({ maxLength: 30 }), fc.string({ maxLength: 30 }), fc.nat(), fc.nat(), (before, after, a, b) => {
      const edit = editBetween(before, after);
      assert.equal(withChanges(before, edit ? [edit] : []), after);
      const [start, end] = [a % (before.length + 1), b % (before.length + 1)].sort((x, y) => x - y) as [number, number];
      if (!edit || start === end || !(end <= edit.start || start >= edit.end)) return;
      const found = mapThroughEdits({ start, end }, [edit]);
      assert.equal(found && after.slice(found.start, found.end), before.slice(start, end));
    }));
  });
});
