import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildAutomaton, scan, scanChanged } from '../../../server/entity/automaton';
import { fold } from '../../../server/entity/fold';
import { joinNames } from '../../../server/entity/names';
import { candidatesOf } from '../../../server/entity/candidates';
import { selectLongest } from '../../../server/entity/select';

describe('folding', () => {
  const same: readonly (readonly [string, string])[] = [
    ['YiduCore', 'Yidu Core'],
    ['方案（2025—2030 年）', '方案(2025-2030年)'],
    ['ＤｅｅｐＳｅｅｋ', 'deepseek'],
    ['自動化實驗室', '自动化实验室'],
    ['“十四五”规划', '十四五规划'],
  ];
  for (const [a, b] of same) it(`makes ${a} and ${b} equal`, () => assert.equal(fold(a), fold(b)));

  it('changes nothing the second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)));
  });
});

const word = fc.string({ unit: fc.constantFrom('中', '国', '药', 'a', 'B', '1', '（', ' '), minLength: 1, maxLength: 6 });

describe('the automaton', () => {
  it('finds exactly what a search for each pattern finds', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word.map(fold).filter((w) => w.length > 1)), fc.array(word).map((words) => fold(words.join(''))), (patterns, text) => {
        const expected: string[] = [];
        for (let start = 0; start < text.length; start++) {
          patterns.forEach((pattern, index) => {
            if (text.startsWith(pattern, start)) expected.push(`${start} ${start + pattern.length} ${index}`);
          });
        }
        const found: string[] = [];
        const hits = scan(buildAutomaton(patterns), text);
        for (let i = 0; i < hits.length; i += 3) found.push(`${hits[i]} ${hits[i + 1]} ${hits[i + 2]}`);
        assert.deepEqual(found.sort(), expected.sort());
      }),
    );
  });

  it('takes names that fold alike as one', () => {
    assert.deepEqual(scan(buildAutomaton(['霁川ab', '云汀', '霁川ab']), '在霁川ab'), [1, 5, 0]);
  });

  it('finds in a text that is edited what it finds in a new one', () => {
    const piece = fc.oneof(word, fc.constantFrom('\n', '“', ' \n '));
    const edit = fc.record({ at: fc.nat(60), gone: fc.nat(8), put: fc.array(piece, { maxLength: 3 }).map((words) => words.join('')) });
    fc.assert(
      fc.property(fc.uniqueArray(word.map(fold).filter((w) => w.length > 1)), fc.array(piece).map((words) => words.join('')), fc.array(edit), (patterns, before, edits) => {
        const automaton = buildAutomaton(patterns);
        let text = before;
        for (const { at, gone, put } of edits) {
          assert.deepEqual(scanChanged(automaton, text), scan(automaton, text));
          text = text.slice(0, at) + put + text.slice(at + gone);
        }
        assert.deepEqual(scanChanged(automaton, text), scan(automaton, text));
      }),
    );
  });

  it('finds nothing across a line end', () => {
    const automaton = buildAutomaton(['中国', '中\n国']);
    assert.deepEqual(scan(automaton, '中\n国中 国'), [3, 6, 0]);
  });

  it('gives names that lie in the text and do not overlap', () => {
    const entity = (name: string) => ({ id: name, name, type: 'company', aliases: [], attributes: {}, note: null, origin: 'list' as const });
    fc.assert(
      fc.property(fc.array(word), fc.array(word).map((words) => words.join('')), (patterns, text) => {
        const kept = selectLongest(candidatesOf(text, joinNames(patterns.map(entity), new Set(), [])));
        let end = 0;
        for (const candidate of kept) {
          assert.ok(candidate.start >= end && candidate.end > candidate.start && candidate.end <= text.length);
          end = candidate.end;
        }
      }),
    );
  });

  it('does not cut Latin words and numbers', () => {
    const names = joinNames([{ id: 'x', name: 'AI', type: 'product', aliases: ['360'], attributes: {}, note: null, origin: 'list' }], new Set(), []);
    const texts = ['MAIN', 'AI4S', 'AI平台', '1360亿', '360安全', 'AI-MDT'];
    assert.deepEqual(texts.filter((text) => candidatesOf(text, names).length > 0), ['AI4S', 'AI平台', '360安全']);
  });
});
