import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findingsOf } from '../../../server/features/diagnostics';
import type { ReportIndex } from '../../../server/corpus/model';
import type { Finding } from '../../../server/rules/model';
import { lineAt } from '../../../server/text/lines';
import { memoryCorpus, reportsIn, ruledCorpus } from '../../support/corpus';
import { answers, classedLabelsIn, type Labelled } from '../../support/gold';

const samples = resolve(import.meta.dirname, '../../..', process.env['WENMAI_CORPUS'] ?? '../shared/seeds');
const gold = join(samples, '../gold');
/** The share of each class that must be found. */
const bars: Readonly<Record<string, number>> = { A: 0.9, B: 0.9, C: 0.9, D: 0.9, E: 0, F: 0.9, G: 0.9, H: 0.6, I: 0.5, J: 0.6, K: 0.6 };
const noLines = Uint32Array.of(0);
const isLoud = ({ severity }: Finding): boolean => severity === 'warning' || severity === 'error';

interface Conflict { readonly a: Place; readonly b: Place; readonly why: string; readonly what: string }
interface Place { readonly file: string; readonly line: number }

(existsSync(join(gold, 'defects-001.md')) ? describe : describe.skip)('what an editor found in real reports', function () {
  this.timeout(60_000);
  const findings = new Map<string, readonly Finding[]>();
  const indexes = new Map<string, ReportIndex>();
  let labels: readonly Labelled[] = [];
  const table: string[] = [];
  /** Findings whose own place is this line or, for conflicts of a document told twice, lies within three lines. */
  const near = ({ file, line }: Place): Finding[] => (findings.get(file) ?? []).filter(({ span }) => Math.abs(lineAt(indexes.get(file)?.lineStarts ?? noLines, span.start) + 1 - line) < 4);

  before(async () => {
    labels = classedLabelsIn(readFileSync(join(gold, 'defects-001.md'), 'utf8'));
    const corpus = await memoryCorpus(reportsIn(samples));
    const snapshot = corpus.indexer.snapshot();
    for (const path of corpus.texts.keys()) {
      const index = snapshot.reports.get(path);
      assert.ok(index, path);
      findings.set(path.slice(0, 3), await findingsOf(ruledCorpus(corpus), snapshot, index));
      indexes.set(path.slice(0, 3), index);
    }
  });
  after(() => { console.log(table.join('\n')); });

  for (const [kind, bar] of Object.entries(bars)) {
    it(`is found: class ${kind}${bar > 0 ? `, at least ${String(bar * 100)} %` : ''}`, () => {
      const wanted = labels.filter((label) => label.kind === kind);
      const found = wanted.filter((label) => findings.get('001')?.some((finding) => answers(finding, label, indexes.get('001')?.lineStarts ?? noLines)));
      const missed = wanted.filter((label) => !found.includes(label)).map(({ id }) => id).join(' ');
      table.push(`      ${kind}: ${String(found.length)} of ${String(wanted.length)}${missed && `; not ${missed}`}`);
      assert.ok(wanted.length > 0 && found.length >= wanted.length * bar, missed);
    });
  }

  it('leaves sound statements alone', () => {
    const sound = labels.filter(({ kind }) => kind === 'N');
    const starts = indexes.get('001')?.lineStarts ?? noLines;
    const defects = labels.filter(({ kind }) => kind !== 'N');
    // A line may hold a sound statement and a defect: what is told there is about that one.
    const wrong = (findings.get('001') ?? []).filter((finding) => isLoud(finding) && !defects.some(({ lines }) => lines.has(lineAt(starts, finding.span.start) + 1)))
      .flatMap((finding) => sound.filter(({ lines }) => lines.has(lineAt(starts, finding.span.start) + 1)).map(({ id }) => `${id}: ${finding.rule}`));
    table.push(`      sound statements flagged: ${String(wrong.length)} of ${String(sound.length)}`);
    assert.deepEqual(wrong, []);
  });

  it('tells hard contradictions between reports loudly, soft ones quietly', () => {
    const { conflicts } = JSON.parse(readFileSync(join(gold, 'cross-report.json'), 'utf8')) as { conflicts: readonly Conflict[] };
    const between = /^claim\/(?:conflict|issuance)$/;
    const told = ({ a, b }: Conflict): boolean => [a, b].every((place) => near(place).some((finding) => between.test(finding.rule) && isLoud(finding)));
    const hard = conflicts.filter(({ why }) => why.startsWith('HARD'));
    const loud = conflicts.filter(({ why }) => !why.startsWith('HARD')).filter(told);
    table.push(`      hard contradictions told: ${String(hard.filter(told).length)} of ${String(hard.length)}; soft ones above information: ${String(loud.length)} of ${String(conflicts.length - hard.length)}`);
    assert.deepEqual([hard.filter((one) => !told(one)), loud], [[], []]);
  });
});
