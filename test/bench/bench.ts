/**
 * `npm run bench [-- --short] [--files N] [--rounds N] [--large] [--laws] [--save]`: Wenmai beside VS Code's own Markdown
 * language service over the same made-up corpora, alternately, and ripgrep's reading of the same bytes as the floor.
 * Prints a table and exits 1 where a budget is missed. `--large` adds 20,000 reports, `--laws` adds 3,500 laws and files
 * of up to 10 MB, `--save` writes RESULTS.md. `--ratios` is the form for any machine: two small corpora, and limits that
 * compare what was measured in the same run.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rgPath } from '@vscode/ripgrep';
import { makeCorpus, type MadeCorpus } from './corpus/make';
import { budgetRows, holds, median, megabytes, ms, percentile, seconds, table, type Budget } from './figures';
import { measureRequests, measureTyping, sizeOf, startWenmai, type LoopDelay, type Start } from './wenmai';

const { values: options } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    laws: { type: 'boolean', default: false },
    ratios: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
    files: { type: 'string' },
    rounds: { type: 'string' },
  },
});
const isShort = options.short || options.ratios;
const files = Number(options.files ?? (options.ratios ? 400 : options.short ? 500 : 5000));
const rounds = Number(options.rounds ?? (isShort ? 1 : 3));
/** Milliseconds until a server has come to rest. */
const rest = options.ratios ? 3_000 : 25_000;

interface Peer {
  readonly milliseconds: number;
  readonly resident: number;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const say = (line: string): void => void process.stderr.write(`${line}\n`);

function runPeer(corpus: MadeCorpus): Peer {
  const done = spawnSync(process.execPath, ['--import', 'tsx', here('peer.ts'), corpus.folder, corpus.usual[0] ?? ''], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`the peer failed: ${done.stderr}`);
  return JSON.parse(done.stdout) as Peer;
}

function runRipgrep(corpus: MadeCorpus): number {
  const from = performance.now();
  spawnSync(rgPath, ['--no-ignore', '--count-matches', corpus.frequent, corpus.folder], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return performance.now() - from;
}

interface Round {
  readonly peer: Peer;
  readonly cold: Start;
  readonly warm: Start;
  readonly cache: number;
  readonly floor: number;
  readonly times: Record<string, readonly number[]>;
  readonly loop: LoopDelay;
}

/** One run of everything over one corpus, with an empty cache at first. */
async function measure(corpus: MadeCorpus): Promise<Round> {
  const storage = mkdtempSync(join(tmpdir(), 'wenmai-bench-cache-'));
  try {
    const floor = runRipgrep(corpus);
    const first = await startWenmai(corpus, storage, rest);
    await first.client.stop();
    const peer = runPeer(corpus);
    const second = await startWenmai(corpus, storage, rest);
    const times = { ...(await measureRequests(second, corpus)), typing: await measureTyping(second, corpus, isShort ? 20 : 200) };
    const loop = await second.loop();
    await second.client.stop();
    say(`  cold ${seconds(first.start.ready)}, warm ${seconds(second.start.ready)}, peer ${seconds(peer.milliseconds)}, at rest ${megabytes(first.start.atRest)} and ${megabytes(second.start.atRest)}`);
    return { peer, cold: first.start, warm: second.start, cache: sizeOf(storage), floor, times, loop };
  } finally {
    rmSync(storage, { recursive: true, force: true });
    rmSync(`${storage}.loop`, { force: true });
    rmSync(`${storage}.code`, { recursive: true, force: true });
  }
}

const of = (runs: readonly Round[], value: (round: Round) => number): number => median(runs.map(value));
const all = (runs: readonly Round[], name: string): number[] => runs.flatMap(({ times }) => times[name] ?? []);

function budgetsOf(runs: readonly Round[], corpus: MadeCorpus): Budget[] {
  const peer = of(runs, (round) => round.peer.milliseconds);
  const request = (name: string, most: number): Budget => ({ what: `${name}, p95`, measured: percentile(all(runs, name), 0.95), most, show: ms });
  const sized: Budget[] = [
    { what: 'cold index', measured: of(runs, ({ cold }) => cold.ready), most: peer / 3, show: seconds },
    { what: 'warm start, first answers', measured: of(runs, ({ warm }) => warm.firstAnswer), most: peer / 10, show: seconds },
    { what: 'memory after a cold index', measured: of(runs, ({ cold }) => cold.atRest), most: of(runs, (round) => round.peer.resident) / 4, show: megabytes },
    { what: 'memory after a warm start', measured: of(runs, ({ warm }) => warm.atRest), most: of(runs, (round) => round.peer.resident) / 4, show: megabytes },
  ];
  return [
    // With few files the start of a process and of the dictionary are most of it, and say nothing of a corpus.
    ...(corpus.files < 5000 ? [] : sized),
    { what: 'cache', measured: of(runs, ({ cache }) => cache), most: corpus.bytes * 0.6, show: megabytes },
    request('hover', 5),
    request('definition', 5),
    request('highlight', 5),
    request('symbols', 30),
    request('references', 30),
    request('typing', 50),
  ];
}

/**
 * Limits that hold whatever machine runs them and whatever else it does: all of it is compared with what the peer or
 * Wenmai itself took in the same run, and is missed by what is several times as dear as it should be. Ripgrep's time is too
 * short here to compare with.
 */
function ratiosOf(runs: readonly Round[], corpus: MadeCorpus): Budget[] {
  const peer = of(runs, (round) => round.peer.milliseconds);
  const cold = of(runs, (round) => round.cold.ready);
  const request = (name: string, share: number): Budget => ({ what: `${name}, p50`, measured: percentile(all(runs, name), 0.5), most: peer * share, show: ms });
  return [
    { what: 'cold index', measured: cold, most: peer * 25, show: seconds },
    { what: 'first answer, cold', measured: of(runs, (round) => round.cold.firstAnswer), most: Math.max(cold * 0.9, peer * 8), show: seconds },
    { what: 'warm start', measured: of(runs, ({ warm }) => warm.ready), most: Math.max(cold * 0.4, peer * 1.5), show: seconds },
    { what: 'memory after a cold index', measured: of(runs, (round) => round.cold.atRest), most: of(runs, (round) => round.peer.resident) * 5, show: megabytes },
    { what: 'memory after a warm start', measured: of(runs, ({ warm }) => warm.atRest), most: of(runs, (round) => round.peer.resident) * 1.5, show: megabytes },
    { what: 'cache', measured: of(runs, ({ cache }) => cache), most: corpus.bytes * 0.75, show: megabytes },
    request('hover', 1 / 50),
    request('definition', 1 / 50),
    request('highlight', 1 / 50),
    request('symbols', 1 / 10),
    request('references', 1 / 10),
    request('typing', 1),
  ];
}

function report(corpus: MadeCorpus, runs: readonly Round[]): string {
  const rows = Object.keys(runs[0]?.times ?? {}).map((name) => [name, ...[0.5, 0.95, 1].map((p) => ms(percentile(all(runs, name), p)))]);
  return [
    `### ${corpus.files} reports, ${megabytes(corpus.bytes)}`,
    table(['', 'Wenmai', 'peer'], [
      ['cold index', seconds(of(runs, ({ cold }) => cold.ready)), seconds(of(runs, ({ peer }) => peer.milliseconds))],
      ['first answer, cold', seconds(of(runs, ({ cold }) => cold.firstAnswer)), ''],
      ['warm start, first answers', seconds(of(runs, ({ warm }) => warm.firstAnswer)), ''],
      ['warm start, all files looked at', seconds(of(runs, ({ warm }) => warm.ready)), ''],
      ['memory after a cold index, at rest', megabytes(of(runs, ({ cold }) => cold.atRest)), megabytes(of(runs, ({ peer }) => peer.resident))],
      ['memory at the end of a cold index', megabytes(of(runs, ({ cold }) => cold.resident)), ''],
      ['memory at its peak', megabytes(of(runs, ({ cold }) => cold.peak)), ''],
      ['memory after a warm start, at rest', megabytes(of(runs, ({ warm }) => warm.atRest)), ''],
      ['cache', megabytes(of(runs, ({ cache }) => cache)), ''],
      ['ripgrep over the same bytes', seconds(of(runs, ({ floor }) => floor)), ''],
      ['event loop held up while indexing, p99 / max', `${ms(of(runs, ({ cold }) => cold.loop.p99))} / ${ms(of(runs, ({ cold }) => cold.loop.max))}`, ''],
      ['event loop held up while answering, p99 / max', `${ms(of(runs, ({ loop }) => loop.p99))} / ${ms(of(runs, ({ loop }) => loop.max))}`, ''],
    ]),
    table(['request', 'p50', 'p95', 'max'], rows),
  ].join('\n\n');
}

async function main(): Promise<void> {
  const small = options.ratios ? Math.round(files / 4) : 500;
  const sizes = [...new Set([...(options.short ? [] : [small]), files, ...(options.large ? [20_000] : [])])];
  const corpora = [...sizes.map((size) => makeCorpus(size)), ...(options.laws ? [makeCorpus(3_500, { laws: true })] : [])];
  const parts: string[] = [];
  const budgets: Budget[] = [];
  const costs = new Map<number, number>();
  for (const corpus of corpora) {
    say(`${corpus.files} reports, ${megabytes(corpus.bytes)}: ${corpus.folder}`);
    const runs: Round[] = [];
    for (let round = 0; round < (corpus.files > files ? 1 : rounds); round++) runs.push(await measure(corpus));
    parts.push(report(corpus, runs));
    costs.set(corpus.files, of(runs, ({ cold }) => cold.ready) / (corpus.bytes / 1e6));
    if (corpus.files === files) budgets.push(...(options.ratios ? ratiosOf(runs, corpus) : budgetsOf(runs, corpus)));
    if (corpus.files > files) budgets.push({ what: `memory of ${corpus.files} reports`, measured: of(runs, ({ cold }) => cold.peak), most: 1e9, show: megabytes });
  }
  const growth = (larger: number, smaller: number): void => {
    const measured = (costs.get(larger) ?? 0) / (costs.get(smaller) ?? Infinity);
    if (costs.has(larger) && costs.has(smaller) && larger !== smaller) budgets.push({ what: `time a MB, ${larger} to ${smaller}`, measured, most: 1.3, show: (value) => value.toFixed(2) });
  };
  growth(files, small);
  growth(20_000, files);
  if (options.laws) growth(corpora.at(-1)?.files ?? 0, files);
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? '?'}, ${megabytes(totalmem())}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}, ${rounds} rounds`;
  const text = [`# What was measured`, `${machine}. Made by \`npm run bench -- --save\`; medians of the rounds. Wenmai's times begin with its process and end with the answers to the same two questions; the peer's begin with its service, when its process runs already. At rest means 25 seconds later, when what is kept for the next start is written.`, '## Budgets', table(['what', 'measured', 'budget', ''], budgetRows(budgets)), '## Figures', ...parts].join('\n\n');
  console.log(text);
  if (options.save) writeFileSync(here('RESULTS.md'), `${text}\n`);
  const missed = budgets.filter((budget) => !holds(budget));
  if (missed.length > 0) say(`${missed.length} of ${budgets.length} budgets missed`);
  process.exitCode = missed.length > 0 ? 1 : 0;
}

void main();
