import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recognition } from '../../../server/entity/model';
import { fold } from '../../../server/entity/fold';
import { recogniseAll } from './marked';

const seeds = join(__dirname, '../../../../shared/seeds');

/** Name, type, and words of the sentence or heading that introduces it somewhere in the corpus. */
const table: readonly (readonly [string, string, RegExp])[] = [
  ['DeepSeek-R1', 'product', /DeepSeek-R1/],
  ['医渡科技', 'company', /医渡科技/],
  ['YiduCore', 'product', /YiduCore/],
  ['鹰瞳科技-B', 'company', /02251/],
  ['英矽智能', 'company', /英矽智能/],
  ['晶泰科技', 'company', /晶泰科技/],
  ['讯飞医疗', 'company', /讯飞医疗/],
  ['百度灵医智惠', 'product', /灵医智惠/],
  ['DeepwiseTrioData', 'product', /Trio\s?Data/],
  ['PVmed Zeus', 'product', /PVmed\s?Zeus/],
  ['Medraft AI', 'product', /Medraft/],
  ['恒瑞医药', 'company', /恒瑞医药/],
  ['领智', 'product', /领智/],
  ['CareAI', 'product', /CareAI/],
  ['北京大学第三医院', 'hospital', /北京大学第三医院/],
  ['国家药监局', 'agency', /国家药监局|国家药品监督管理局/],
  ['卫生健康行业人工智能应用场景参考指引', 'document', /参考指引/],
  ['医药工业数智化转型实施方案（2025—2030年）', 'document', /数智化转型实施方案/],
  ['张伯礼', 'person', /张伯礼/],
  ['固阳县', 'place', /固阳县/],
];

describe('the names an analyst looks up in the sample reports', () => {
  if (!existsSync(seeds)) {
    it('the sample reports are not beside this repository');
    return;
  }
  let found: Map<string, Recognition>;
  const texts = Object.fromEntries(readdirSync(seeds).map((file) => [file, readFileSync(join(seeds, file), 'utf8')]));
  before(() => {
    found = recogniseAll(texts);
  });

  for (const [name, type, introduction] of table) {
    it(`${name} is a ${type}, introduced where the reports say what it is`, () => {
      const mentions = [...found].flatMap(([path, { mentions }]) => mentions.filter((m) => fold(m.text) === fold(name)).map((m) => ({ path, ...m })));
      assert.notEqual(mentions.length, 0, 'not recognised');
      assert.deepEqual([...new Set(mentions.map((m) => m.type))], [type]);
      const ids = new Set(mentions.map((m) => m.entity));
      assert.equal(ids.size, 1, [...ids].join(' '));
      const sentences = [...found].flatMap(([path, { introductions }]) => introductions.filter((i) => ids.has(i.entity)).map((i) => (texts[path] as string).slice(i.span.start, i.span.end)));
      assert.ok(sentences.some((sentence) => introduction.test(sentence)), sentences.join('\n'));
    });
  }
});
