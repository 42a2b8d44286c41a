import assert from 'node:assert/strict';
import { comment, type Filed } from '../../../server/annotation/acts';
import { anchorTextOf, quoteSpan } from '../../../server/annotation/passage';
import { createAnchors } from '../../../server/corpus/anchors';
import { parseReport } from '../../../server/report/parse';
import { sourceFromText } from '../../../server/text/decode';

const first = '本报告由研究所编写，供各单位参考。医院接入了大模型，病历质量明显提高。与此同时，各地陆续出台了配套政策。';

/** Follows one annotation of “病历质量” from text to text and tells what it covers in each. */
function followed(...texts: string[]): string[] {
  const ready = anchorTextOf(parseReport('r.txt', sourceFromText(first)));
  const start = first.indexOf('病历质量');
  const quote = quoteSpan(ready, { start, end: start + 4 });
  assert.ok(quote);
  const act = comment({ name: '周', time: '', newId: () => 'urn:1' }, { source: 'r.txt', quotes: [quote], textHash: ready.hash }, '备注');
  const filed: Filed[] = act.steps.flatMap(({ path, after }) => (after ? [{ path, annotation: after }] : []));
  const anchors = createAnchors();
  return [first, ...texts].map((text) => {
    const anchor = anchors.of('r.txt', text, filed, () => anchorTextOf(parseReport('r.txt', sourceFromText(text)))).get('urn:1');
    const [span] = anchor?.state === 'anchored' ? anchor.spans : [];
    return span ? text.slice(span.start, span.end) : 'orphan';
  });
}

describe('anchors of a report', () => {
  it('follow typing before and inside the passage', () => {
    assert.deepEqual(followed(`前言。${first}`, `前言。${first.replace('病历质量', '病历的质量')}`), ['病历质量', '病历质量', '病历的质量']);
  });
  it('come back when a deletion is undone', () => {
    assert.deepEqual(followed(first.replace('医院接入了大模型，病历质量明显提高。', ''), first), ['病历质量', 'orphan', '病历质量']);
  });
  it('follow a passage that was cut and pasted elsewhere', () => {
    const sentence = '医院接入了大模型，病历质量明显提高。';
    assert.deepEqual(followed(first.replace(sentence, ''), first.replace(sentence, '') + sentence), ['病历质量', 'orphan', '病历质量']);
  });
});
