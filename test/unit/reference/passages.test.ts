import assert from 'node:assert/strict';
import fc from 'fast-check';
import { similarity, sketchOf } from '../../../server/reference/passages';

const news = '示例医院上线了新的预约系统，患者可以在手机上选择科室和医生，到院后凭码取号，平均等候时间缩短了一半，社区居民普遍表示满意。';

describe('passages that stand in two reports', () => {
  it('are the same although line ends, spaces and punctuation differ', () => {
    assert.equal(similarity(sketchOf(news), sketchOf(news.replaceAll('，', ',\n'))), 1);
  });

  it('are similar where a few words differ, and not where the text is another', () => {
    const edited = news.replace('普遍表示满意', '大多表示欢迎');
    const other = '另一家企业公布了年度业绩，营业收入同比增长，研发投入占比提高，管理层表示将继续扩大海外市场，并计划在明年推出两款新产品。';
    assert.ok(similarity(sketchOf(news), sketchOf(edited)) >= 0.5);
    assert.ok(similarity(sketchOf(news), sketchOf(other)) < 0.1);
  });

  it('compare the same in both directions, and to themselves as 1', () => {
    fc.assert(fc.property(fc.string({ minLength: 20, maxLength: 200 }), fc.string({ minLength: 20, maxLength: 200 }), (a, b) => {
      const x = sketchOf(`${a}一二三四五六七八九十`);
      const y = sketchOf(`${b}一二三四五六七八九十`);
      assert.equal(similarity(x, y), similarity(y, x));
      assert.equal(similarity(x, x), 1);
    }));
  });
});
