import assert from 'node:assert/strict';
import { createWorks } from '../../../server/corpus/works';

describe('works under way', () => {
  it('of one report end each by itself', () => {
    const works = createWorks();
    const [indexing, typed] = [works.begin('a.txt'), works.begin('a.txt')];
    works.end(indexing);
    assert.equal(works.goesOn(typed), true);
    assert.equal(works.has('a.txt'), true);
    works.end(typed);
    assert.equal(works.has('a.txt'), false);
  });

  it('do not matter after their report was removed, also when it came back', () => {
    const works = createWorks();
    const before = works.begin('a.txt');
    works.drop('a.txt');
    const after = works.begin('a.txt');
    assert.deepEqual([before, after].map((work) => works.goesOn(work)), [false, true]);
    works.end(before);
    assert.equal(works.has('a.txt'), true);
  });
});
