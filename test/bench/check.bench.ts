/**
 * `npx tsx test/bench/check.bench.ts [FILES]`: all reports of a made-up corpus are checked, as an editor asks for it, while
 * somebody hovers. Prints how long it took, what the hovers took, and the server's memory. FILES is 5000 unless given.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { makeCorpus } from './corpus/make';
import { megabytes, ms, percentile, seconds } from './figures';
import { residentBytes } from './processTree';
import { placeOf, startWenmai } from './wenmai';

/** Milliseconds between two hovers: a hand is not faster. */
const pace = 20;

async function run(): Promise<void> {
  const corpus = makeCorpus(Number(process.argv[2] ?? 5000));
  const storage = mkdtempSync(join(tmpdir(), 'wenmai-bench-cache-'));
  try {
    const { client } = await startWenmai(corpus, storage);
    const pid = client.process.pid as number;
    const places: unknown[] = [];
    for (const file of corpus.usual) {
      const text = await client.open(file);
      places.push({ textDocument: { uri: client.uri(file) }, position: placeOf(text, corpus.frequent) ?? { line: 0, character: 0 } });
    }
    const hover = async (times: number[], i: number): Promise<void> => {
      const from = performance.now();
      await client.request('textDocument/hover', places[i % places.length]);
      times.push(performance.now() - from);
    };
    const before: number[] = [];
    for (let i = 0; i < 100; i++) await hover(before, i);
    const resident = residentBytes(pid);
    let reports = 0;
    let findings = 0;
    let first = 0;
    const from = performance.now();
    client.on('$/progress', ({ token, value }: { token: string; value: { items?: { items?: unknown[] }[] } }) => {
      if (token !== 'all') return;
      first ||= performance.now() - from;
      reports += value.items?.length ?? 0;
      for (const { items } of value.items ?? []) findings += items?.length ?? 0;
    });
    // The request stays open for later changes; it is over when every report was told of.
    client.request('workspace/diagnostic', { previousResultIds: [], partialResultToken: 'all' }).catch(() => undefined);
    // First comes to an end what only an index of this size brings with it.
    while (reports === 0) await delay(pace);
    const during: number[] = [];
    const memory: number[] = [];
    for (let i = 0; reports < corpus.files; i++) {
      await hover(during, i);
      if (i % 25 === 0) memory.push(residentBytes(pid));
      await delay(pace);
    }
    const took = performance.now() - from;
    const third = memory.slice(Math.floor(memory.length / 3));
    console.log(`${reports} reports, ${findings} findings in ${seconds(took)}; the first after ${ms(first)}`);
    console.log(`hover p50 ${ms(percentile(during, 0.5))}, p95 ${ms(percentile(during, 0.95))}, most ${ms(Math.max(...during))} over ${during.length}; before: p95 ${ms(percentile(before, 0.95))}`);
    console.log(`memory before ${megabytes(resident)}; while checking, from a third on: least ${megabytes(Math.min(...third))}, most ${megabytes(Math.max(...third))}, at the end ${megabytes(memory.at(-1) ?? 0)}`);
    await client.stop();
  } finally {
    rmSync(storage, { recursive: true, force: true });
    rmSync(`${storage}.loop`, { force: true });
  }
}

void run();
