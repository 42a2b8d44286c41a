import assert from 'node:assert/strict';
import { digestIn } from '../../../server/corpus/digest';
import { hashNumber } from '../../../server/corpus/hashNumber';
import type { ReportIndex } from '../../../server/corpus/model';
import type { Mention } from '../../../server/entity/model';
import { memoryCorpus } from '../../support/corpus';

describe('the digest of a report', () => {
  it('tells thousands of names apart, also those whose hashes are nearly the same, without a look at the index', async () => {
    const { indexer } = await memoryCorpus({ 'a.txt': '澜岫智影发布新品。' });
    const plain = indexer.snapshot().reports.get('a.txt') as ReportIndex;
    const ids = Array.from({ length: 8000 }, (_, i) => `company:第${i}公司`);
    const short = ids.map((id) => hashNumber(id) >>> 8);
    assert(new Set(short).size < ids.length, 'two of them share three bytes');
    const mentions = ids.map((entity, i): Mention => ({ spans: [{ start: i * 9, end: i * 9 + 5 }], text: '', type: 'company', entity, status: 'candidate' }));
    let looks = 0;
    const index: ReportIndex = { ...plain, introductions: [], get mentions() {
      looks++;
      return mentions;
    } };
    const digest = digestIn(index);
    const made = looks;
    ids.forEach((id, i) => assert.deepEqual(digest.mentionsOf(id), [{ start: i * 9, end: i * 9 + 5 }]));
    assert.equal(looks, made);
  });
});
