import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { definitionAt } from '../../../server/features/definition';
import { hoverAt } from '../../../server/features/hover';
import { fold } from '../../../server/entity/fold';
import { memoryCorpus, reportsIn, type MemoryCorpus } from '../../support/corpus';

const seeds = join(__dirname, '../../../../shared/seeds');

/** Name as printed, type as the card says it, what else the card must say, and words of the place that introduces it. */
const table: readonly (readonly [name: string, type: string, card: RegExp, introduction: RegExp])[] = [
  ['DeepSeek-R1', 'Product', /DeepSeek/, /深度求索.*DeepSeek-R1/],
  ['医渡科技', 'Company', /Hong Kong stock 02158\.HK/, /医渡科技：/],
  ['YiduCore', 'Product', /医渡科技/, /“AI 医疗大脑”YiduCore/],
  ['鹰瞳科技-B', 'Company', /Hong Kong stock 02251\.HK/, /鹰瞳科技：/],
  ['英矽智能', 'Company', /Insilico/, /英矽智能：/],
  ['晶泰科技', 'Company', /Hong Kong stock 02228\.HK/, /晶泰科技：/],
  ['讯飞医疗', 'Company', /Hong Kong stock 02506\.HK/, /讯飞医疗：/],
  ['百度灵医智惠', 'Product', /灵医智惠/, /灵医智惠/],
  ['DeepwiseTrioData', 'Product', /深睿医疗/, /深睿医疗.*推出了 DeepwiseTrioData/],
  ['PVmed Zeus', 'Product', /柏视医疗/, /柏视医疗.*PVmed Zeus/],
  ['Medraft AI', 'Product', /智写系统/, /埃格林医药.*Medraft AI/],
  ['恒瑞医药', 'Company', /A share 600276/, /恒瑞医药/],
  ['领智', 'Product', /东软/, /“领智” 平台/],
  ['CareAI', 'Product', /微脉/, /微脉的 CareAI 系统/],
  ['北京大学第三医院', 'Hospital', /北医三院/, /北京大学第三医院/],
  ['国家药监局', 'Agency', /国家药品监督管理局/, /药监局|NMPA/],
  ['《卫生健康行业人工智能应用场景参考指引》', 'Document', /issued by 国家卫生健康委等三部门.*2024年11月/, /《卫生健康行业人工智能应用场景参考指引》，/],
  ['《医药工业数智化转型实施方案（2025—2030年）》', 'Document', /issued by 工业和信息化部、商务部、.*等七部门 · 4 月 24 日/, /等七部门联合发布实施《医药工业数智化\s*转型实施方案/],
  ['张伯礼', 'Person', /中国工程院院士/, /院士张伯礼/],
  ['固阳县', 'Place', /固阳/, /固阳县/],
];

describe('the names an analyst looks up in the sample reports', () => {
  if (!existsSync(seeds)) {
    it('the sample reports are not beside this repository');
    return;
  }
  const texts = reportsIn(seeds);
  const links = { place: () => 'x', command: () => null, icon: () => '' };
  let corpus: MemoryCorpus;
  before(async function () {
    this.timeout(120_000);
    corpus = await memoryCorpus(texts);
  });

  /** Places outside contents where the name is printed, line ends and spaces in it aside. */
  const placesOf = (name: string): { path: string; offset: number }[] => {
    const pattern = new RegExp([...name].filter((c) => c !== ' ').map((c) => c.replace(/[()[\]{}.*+?^$|\\]/, '\\$&')).join('\\s*'), 'g');
    return Object.entries(texts).flatMap(([path, text]) => [...text.matchAll(pattern)].flatMap(({ index }) => {
      const inContents = corpus.indexer.snapshot().reports.get(path)?.toc.some(({ span }) => span.start <= index && index < span.end);
      return inContents === true ? [] : [{ path, offset: index + 1 }];
    }));
  };

  for (const [name, type, card, introduction] of table) {
    it(`${name}: a card that says what it is, and a definition where the reports say so`, async () => {
      const snapshot = corpus.indexer.snapshot();
      const places = placesOf(name);
      let own = 0;
      for (const { path, offset } of places) {
        const hover = await hoverAt(snapshot, corpus.readText, links, path, offset);
        assert.ok(hover, `${path} ${offset}`);
        const markdown = hover.markdown.replaceAll('\\', '');
        const printed = fold((texts[path] as string).slice(hover.span.start, hover.span.end));
        // The name inside a longer one, such as a document's, is that one's.
        if (printed.replace(/\s/g, '') !== fold(name).replace(/[《》\s]/g, '')) continue;
        own++;
        const [title = ''] = markdown.split('\n');
        assert.ok(title.includes(`** · ${type} `), title);
        assert.match(markdown.replaceAll('**', ''), card);
        assert.ok(markdown.split('\n').filter((line) => line !== '').length <= 12, markdown);
        const targets = definitionAt(snapshot, path, offset)?.targets ?? [];
        const defined = targets.map(({ report, span }) => {
          const text = texts[report] as string;
          return text.slice(text.lastIndexOf('\n', span.start) + 1, span.end + 20);
        });
        assert.ok(defined.some((words) => introduction.test(words.replace(/\*\*/g, '').replace(/\n+/g, ''))), defined.join('\n'));
      }
      assert.ok(own > 0, 'not recognised');
    });
  }
});
