/**
 * Do annotations stay where they belong when their reports change? 2,000 random passages over a corpus, put through
 * changes of which the right answer is known. They are looked for in five ways: with the earlier text at hand (diff),
 * without it all together (quotes) or a few one by one (alone, not judged), and as another program notes them, with little context
 * (foreign, foreign alone). Prints a table; exits 1 when an anchor is wrong, a deleted passage is not an orphan, or fewer
 * than 99 % are kept, of several changes in turn 93 %. The foreign ones are shown and not judged: where the figure that
 * a twin differs in, or what tells two copies apart, is outside their context, nobody can know.
 *
 *   npx tsx test/bench/reanchor.bench.ts [FOLDER] [--seeds 1,2,3] [--only WORDS] [--explain]
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { anchorIn, type Anchor } from '../../server/annotation/anchor';
import type { Target } from '../../server/annotation/model';
import { anchorTextOf, type AnchorText } from '../../server/annotation/passage';
import { parseReport } from '../../server/report/parse';
import type { Report } from '../../server/report/model';
import { decode, sourceFromText } from '../../server/text/decode';
import { count, judge, placesIn, type Row } from './reanchor/judge';
import { samplePassages, type Passage } from './reanchor/sample';
import { randomFrom } from './reanchor/tracked';
import { transformations } from './reanchor/transformations';

const PASSAGES = 2000;
/** One of so many passages is looked for alone: each time the whole report is searched. */
const SHARE_ALONE = 20;
const LEAST_KEPT = { one: 0.99, several: 0.93 } as const;
const ways: Readonly<Record<string, { judged: boolean; anchor: (set: ReportSet, after: AnchorText) => (passage: Passage) => Anchor }>> = {
  diff: {
    judged: true,
    anchor({ text, passages }, after) {
      const spans = new Map(passages.map(({ own, span }) => [own, [span]]));
      const find = anchorIn(after, { text, spansOf: (target) => spans.get(target) ?? null });
      return ({ own }) => find(own);
    },
  },
  quotes: { judged: true, anchor: ({ passages }, after) => together(after, passages, ({ own }) => own) },
  alone: { judged: false, anchor: (_, after) => (passage) => anchorIn(after)(passage.own) },
  foreign: { judged: false, anchor: ({ passages }, after) => together(after, passages, ({ foreign }) => foreign) },
  'foreign alone': { judged: false, anchor: (_, after) => (passage) => anchorIn(after)(passage.foreign) },
};

interface ReportSet {
  readonly report: Report;
  readonly text: AnchorText;
  readonly passages: readonly Passage[];
}

function together(after: AnchorText, passages: readonly Passage[], targetOf: (passage: Passage) => Target): (passage: Passage) => Anchor {
  const find = anchorIn(after, null, passages.map(targetOf));
  return (passage) => find(targetOf(passage));
}

const options = process.argv.slice(2);
const explain = options.includes('--explain');
const valueOf = (name: string): string | undefined => (options.includes(name) ? options[options.indexOf(name) + 1] : undefined);
const seeds = (valueOf('--seeds') ?? '1').split(',').map(Number);
const only = valueOf('--only') ?? '';
const folder = options.find((option, i) => !option.startsWith('--') && !['--seeds', '--only'].includes(options[i - 1] ?? '')) ?? process.env.WENMAI_CORPUS ?? 'seeds';
const reports = globSync('**/*.{txt,md}', { cwd: folder, ignore: ['**/README.md', 'annotations/**'] })
  .sort()
  .map((path) => parseReport(path, decode(readFileSync(join(folder, path)))));
const good = seeds.map((seed) => run(reports, seed)).every(Boolean);
console.log(good ? '\nall as it should be' : '\nNOT as it should be');
process.exitCode = good ? 0 : 1;

function run(corpus: readonly Report[], seed: number): boolean {
  const length = corpus.reduce((sum, report) => sum + report.logical.text.length, 0);
  const sets = corpus.map((report, i): ReportSet => {
    const text = anchorTextOf(report);
    return { report, text, passages: samplePassages(report, text, Math.round((PASSAGES * report.logical.text.length) / length), randomFrom(seed * 7919 + i)) };
  });
  console.log(`\n${sets.reduce((sum, set) => sum + set.passages.length, 0)} passages in ${corpus.length} reports of ${folder}, random seed ${seed}\n`);
  console.log(`${'change'.padEnd(52)}${'found by'.padEnd(15)}${'stays'.padStart(7)}${'kept'.padStart(7)}${'kept %'.padStart(9)}${'gone'.padStart(7)}${'wrong'.padStart(7)}`);
  let all = true;
  for (const { name, apply, several } of transformations.filter((each) => each.name.includes(only))) {
    const rows = new Map(Object.keys(ways).map((way) => [way, { exists: 0, kept: 0, gone: 0, orphaned: 0, wrong: 0 }]));
    for (const [i, set] of sets.entries()) {
      const changed = apply(set.report, randomFrom(seed * 104729 + 1000 + i));
      const after = anchorTextOf(parseReport(set.report.path, sourceFromText(changed.text)));
      const places = placesIn(changed, set.report.source.text.length);
      for (const [way, { anchor }] of Object.entries(ways)) {
        const find = anchor(set, after);
        for (const passage of way.endsWith('alone') ? set.passages.filter((_, n) => n % SHARE_ALONE === 0) : set.passages) {
          const found = find(passage);
          const verdict = judge(set.report.source.text, passage.span, found, changed, places);
          count(rows.get(way) as Row, verdict);
          if (explain && (verdict === 'lost' || verdict === 'wrong')) tell(way, verdict, set.report, passage, found, changed.text);
        }
      }
    }
    for (const [way, row] of rows) all = print(name, way, row, several ? LEAST_KEPT.several : LEAST_KEPT.one) && all;
  }
  return all;
}

function tell(way: string, verdict: string, report: Report, passage: Passage, found: Anchor, text: string): void {
  const [span] = found.state === 'anchored' ? found.spans : [];
  const got = span === undefined ? '' : ` -> ${JSON.stringify(text.slice(span.start, span.end))}`;
  console.log(`  ${verdict}: ${way} ${report.path} ${JSON.stringify((way.startsWith('foreign') ? passage.foreign : passage.own).quotes[0])}${got}`);
}

function print(name: string, way: string, row: Row, least: number): boolean {
  const share = row.exists === 0 ? 1 : row.kept / row.exists;
  const fine = ways[way]?.judged === false || (row.wrong === 0 && share >= least);
  const cells = [row.exists, row.kept].map((n) => String(n).padStart(7)).join('') + (share * 100).toFixed(2).padStart(9);
  console.log(`${name.padEnd(52)}${way.padEnd(15)}${cells}${String(row.gone).padStart(7)}${String(row.wrong).padStart(7)}${fine ? '' : '  <'}`);
  return fine;
}
