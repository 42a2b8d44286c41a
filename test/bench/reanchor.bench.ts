/**
 * Do annotations stay where they belong when their reports change? 2,000 random passages over a corpus, put through
 * changes of which the right answer is known, once with the earlier text at hand (a diff) and once without (a search).
 * Prints a table; exits 1 when an anchor is wrong, a deleted passage is not an orphan, or fewer than 99 % are kept.
 *
 *   npx tsx test/bench/reanchor.bench.ts        (WENMAI_CORPUS=<folder> for another corpus)
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { anchorIn, type Anchor } from '../../server/annotation/anchor';
import type { Target } from '../../server/annotation/model';
import { anchorTextOf, quoteSpan, type AnchorText } from '../../server/annotation/passage';
import { parseReport } from '../../server/report/parse';
import type { Report } from '../../server/report/model';
import { decode, sourceFromText } from '../../server/text/decode';
import { toSource } from '../../server/text/logical';
import type { Span } from '../../server/text/span';
import { randomFrom, type Tracked } from './reanchor/tracked';
import { transformations } from './reanchor/transformations';

const PASSAGES = 2000;
const LEAST_KEPT = 0.99;

interface Passage {
  readonly span: Span;
  readonly target: Target;
}
interface Row {
  exists: number;
  kept: number;
  gone: number;
  orphaned: number;
  wrong: number;
}

const folder = process.env.WENMAI_CORPUS ?? 'seeds';
const reports = globSync('**/*.{txt,md}', { cwd: folder, ignore: ['**/README.md', 'annotations/**'] })
  .sort()
  .map((path) => parseReport(path, decode(readFileSync(join(folder, path)))));
const explain = process.argv.includes('--explain');
process.exitCode = run(reports) ? 0 : 1;

function run(corpus: readonly Report[]): boolean {
  const length = corpus.reduce((sum, report) => sum + report.logical.text.length, 0);
  const sets = corpus.map((report, i) => {
    const text = anchorTextOf(report);
    return { report, text, passages: samplePassages(report, text, Math.round((PASSAGES * report.logical.text.length) / length), randomFrom(i + 1)) };
  });
  console.log(`${sets.reduce((sum, set) => sum + set.passages.length, 0)} passages in ${corpus.length} reports of ${folder}\n`);
  console.log(`${'change'.padEnd(48)}${'found by'.padEnd(10)}${'stays'.padStart(7)}${'kept'.padStart(7)}${'kept %'.padStart(9)}${'gone'.padStart(7)}${'orphaned'.padStart(10)}${'wrong'.padStart(7)}`);
  let good = true;
  for (const { name, apply } of transformations) {
    for (const by of ['diff', 'quote'] as const) {
      const row: Row = { exists: 0, kept: 0, gone: 0, orphaned: 0, wrong: 0 };
      for (const [i, { report, text, passages }] of sets.entries()) {
        const changed = apply(report, randomFrom(1000 + i));
        const after = anchorTextOf(parseReport(report.path, sourceFromText(changed.text)));
        const places = new Map(passages.map((passage) => [passage.target, [passage.span]]));
        const anchor = anchorIn(after, by === 'diff' ? { text, spansOf: (target) => places.get(target) ?? null } : null, passages.map(({ target }) => target));
        const placeOf = placesIn(changed, report.source.text.length);
        for (const passage of passages) judge(row, passage, anchor(passage.target), report, changed, placeOf);
      }
      good = print(name, by, row) && good;
    }
  }
  console.log(good ? '\nall as it should be' : '\nNOT as it should be');
  return good;
}

/** Passages of 2 to 200 characters of the reading text, short ones as likely as long ones. */
function samplePassages(report: Report, text: AnchorText, count: number, random: () => number): Passage[] {
  const { logical } = report;
  const passages: Passage[] = [];
  for (let tries = 0; passages.length < count && tries < count * 20; tries++) {
    const length = Math.round(2 * 100 ** random());
    const from = Math.floor(random() * (logical.text.length - length));
    if (from < 0 || /^\s|\s$/.test(logical.text.slice(from, from + length))) continue;
    const quote = quoteSpan(text, { start: toSource(logical, from), end: toSource(logical, from + length - 1) + 1 });
    if (quote === null) continue;
    const span = anchorIn(text)({ source: report.path, quotes: [quote], textHash: text.hash });
    if (span.state === 'anchored') passages.push({ span: span.spans[0] as Span, target: { source: report.path, quotes: [quote], textHash: text.hash } });
  }
  return passages;
}

function judge(row: Row, { span, target }: Passage, anchor: Anchor, report: Report, changed: Tracked, placeOf: Int32Array): void {
  const wanted = charactersOf(report.source.text, span);
  const fate = fateOf(wanted, changed, placeOf);
  if (fate === 'stays') row.exists++;
  if (fate === 'gone') row.gone++;
  if (anchor.state === 'orphaned') {
    if (fate === 'gone') row.orphaned++;
    if (explain && fate === 'stays') console.log('  lost:', report.path, JSON.stringify(target.quotes[0]));
    return;
  }
  const [found] = anchor.spans as [Span];
  const got = charactersOf(changed.text, found).map((offset) => changed.origin[offset] as number).filter((offset) => offset >= 0);
  // One character may be another of its kind next to it: of two commas side by side either one will do.
  const right = got.length > 0 && got.every((offset) => wanted.includes(offset)) && (fate !== 'stays' || got.length >= wanted.length - 1);
  if (!right) row.wrong++;
  else if (fate === 'stays') row.kept++;
  if (explain && !right) console.log('  wrong:', report.path, JSON.stringify(target.quotes[0]), '->', JSON.stringify(changed.text.slice(found.start, found.end)));
}

/** Offsets of what can be read in a span: white space and bold marks may come and go. */
function charactersOf(text: string, span: Span): number[] {
  const offsets: number[] = [];
  for (let i = span.start; i < span.end; i++) if (!/[\s\u200b\ufeff*]/.test(text.charAt(i))) offsets.push(i);
  return offsets;
}

/** `stays`: all of it, in order, with at most a tenth of it put in between, or page furniture; `gone`: nothing of it. */
function fateOf(wanted: readonly number[], changed: Tracked, placeOf: Int32Array): 'stays' | 'gone' | 'torn' {
  const places = wanted.map((offset) => placeOf[offset] as number);
  if (places.every((place) => place < 0)) return 'gone';
  if (places.some((place, i) => place < 0 || (i > 0 && place <= (places[i - 1] as number)))) return 'torn';
  const between = changed.text.slice(places[0], (places[places.length - 1] as number) + 1).replace(/\n\n- \d+ -\n\f[^\n]*\n\n/g, '').replace(/[\s*]/g, '');
  return between.length - wanted.length <= wanted.length * 0.1 ? 'stays' : 'torn';
}

/** For every offset of the original its place in the changed text, -1 where it is gone. */
function placesIn(changed: Tracked, length: number): Int32Array {
  const places = new Int32Array(length).fill(-1);
  changed.origin.forEach((offset, i) => {
    if (offset >= 0) places[offset] = i;
  });
  return places;
}

function print(name: string, by: string, row: Row): boolean {
  const share = row.exists === 0 ? 1 : row.kept / row.exists;
  const good = row.wrong === 0 && row.orphaned === row.gone && share >= LEAST_KEPT;
  const cells = [row.exists, row.kept].map((n) => String(n).padStart(7)).join('') + (share * 100).toFixed(2).padStart(9);
  console.log(`${name.padEnd(48)}${by.padEnd(10)}${cells}${String(row.gone).padStart(7)}${String(row.orphaned).padStart(10)}${String(row.wrong).padStart(7)}${good ? '' : '  <'}`);
  return good;
}
