import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold } from '../../../server/entity/fold';
import { linesOf, matchLines, pinyinKeys, queryOf, scoreOf } from '../../../server/features/match';

const score = (name: string, typed: string): number => scoreOf(fold(name), queryOf(typed));

describe('matching a name by typing', () => {
  const matches: [name: string, typed: string][] = [
    ['医渡科技', '医渡'], ['医渡科技', '科技'], ['医渡科技', 'yiduke'], ['医渡科技', 'ydkj'], ['医渡科技', 'YDKJ'], ['医渡科技', 'yidukj'], ['医渡科技', 'keji'],
    ['重庆医科大学', 'chongqing'], ['重庆医科大学', 'cqykdx'], ['音乐学院', 'yinyue'], ['中信证券', 'zhongxzq'], ['绿谷制药', 'lvgu'],
    ['DeepSeek-R1', 'deepseekr1'], ['DeepSeek-R1', 'dpsk'], ['Yidu Core', 'yiducore'], ['ＡＢＣ智能', 'abczn'], ['图表 33 收入', '图表33'],
  ];
  for (const [name, typed] of matches) it(`${typed} finds ${name}`, () => assert.ok(score(name, typed) > 0));

  const misses: [name: string, typed: string][] = [['医渡科技', '医科'], ['医渡科技', 'ydx'], ['医渡科技', 'zz'], ['DeepSeek', 'seekdeep'], ['收入', 'a'.repeat(40)]];
  for (const [name, typed] of misses) it(`${typed} does not find ${name}`, () => assert.equal(score(name, typed), 0));

  it('ranks the whole name, its beginning, its inside, pinyin, and scattered letters in this order', () => {
    const names = ['ab', 'abc', 'xab', '爱吧', 'axb1'];
    const ranked = names.map((name) => score(name, name === 'axb1' ? 'ab1' : 'ab'));
    assert.deepEqual([...ranked.slice(0, 3)].sort((a, b) => b - a), ranked.slice(0, 3));
    assert.ok((ranked[4] as number) < (ranked[3] as number));
  });

  it('finds the same among many names as in each', () => {
    const names = [...matches.map(([name]) => name), '', '（三）医渡'];
    for (const [, typed] of [...matches, ...misses, ...['', 'z', '1', 'yd', 'gj'].map((typed) => ['', typed] as const)]) {
      const found: [number, number][] = [];
      matchLines(linesOf(names.map(fold)), queryOf(typed), (at, value) => found.push([at, value]));
      assert.deepEqual(found, names.flatMap((name, at) => (score(name, typed) > 0 ? [[at, score(name, typed)]] : [])), typed);
    }
  });

  it('finds the same among many names as in each, whatever they are', () => {
    const name = fc.string({ unit: fc.constantFrom('医', '行', '了', '中', 'z', 'h', 'o', '1', '（', ' ', '𠮷', '〇', '\u4dff'), maxLength: 6 });
    const letters = fc.string({ unit: fc.constantFrom('y', 'z', 'h', 'x', 'l', 'i', 'o', '1'), maxLength: 4 });
    fc.assert(fc.property(fc.array(name, { minLength: 1 }), letters, (names, typed) => {
      const [folded, found] = [names.map(fold), [] as [number, number][]];
      matchLines(linesOf(folded), queryOf(typed), (at, value) => found.push([at, value]));
      assert.deepEqual(found, folded.flatMap((each, at) => (scoreOf(each, queryOf(typed)) > 0 ? [[at, scoreOf(each, queryOf(typed))]] : [])));
    }), { numRuns: 1_000 });
  });

  it('gives clients that match by themselves pinyin and initials', () => assert.equal(pinyinKeys('医渡科技'), 'yidukeji ydkj'));
});
