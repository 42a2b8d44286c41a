import assert from 'node:assert/strict';
import { createEngine, type Engine } from '../../../server/corpus/engine';
import type { ReportIndex } from '../../../server/corpus/model';
import { emptyList } from '../../../server/entity/list';
import { builtInNames } from '../../../server/entity/names';
import { plainSegmenter } from '../../../server/entity/segmenter';

const long = (name: string): string => `# ${name}报告\n\n${name}信息科技有限公司（以下简称“${name}信息”）成立于2016年。\n\n${`${name}信息上线平台。\n\n`.repeat(20_000)}`;

async function indexed(engine: Engine, path: string, text: string): Promise<ReportIndex> {
  const result = await engine.index(path, text);
  assert('index' in result);
  return result.index;
}

describe('an engine', () => {
  it('finds the same in a report whether it was indexed at once or long after it was read', async () => {
    const [soon, late] = [0, 0].map(() => createEngine({ lexicon: () => builtInNames([]), segmenter: plainSegmenter })) as [Engine, Engine];
    const reports = ['霁川', '云汀', '澜瑞'].map((name) => [`${name}.txt`, long(name)] as const);
    for (const engine of [soon, late]) await engine.setNames(emptyList, '[]');
    for (const [path, text] of reports) await late.read(path, text);
    for (const [path, text] of reports) {
      await soon.read(path, text);
      const alone = await indexed(soon, path, text);
      assert(alone.mentions.length > 20_000);
      assert.deepEqual(await indexed(late, path, text), alone);
    }
  }).timeout(60_000);
});
