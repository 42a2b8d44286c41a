/**
 * Is annotating quick where there is much of it? 10,000 annotations in twenty reports, 500 in each. Prints, in
 * milliseconds: opening a report until its annotations are answered, tagging until the file is on the disk, and a file
 * that somebody else wrote until its annotations are answered.
 *
 *   npm run build && npx tsx test/bench/annotating.bench.ts
 */
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { tag } from '../../server/annotation/acts';
import { annotationLine, sorted } from '../../server/annotation/file';
import { anchorTextOf, quoteSpan } from '../../server/annotation/passage';
import { annotationPath } from '../../server/annotation/place';
import type { ActResult, AnnotationItem } from '../../server/lsp/annotationProtocol';
import { parseReport } from '../../server/report/parse';
import { sourceFromText } from '../../server/text/decode';
import { startClient, type Client } from '../protocol/client';
import { randomFrom } from './reanchor/tracked';

const REPORTS = 20;
const EACH = 500;
const folder = mkdtempSync(join(tmpdir(), 'wenmai-annotating-bench-'));
const corpus = join(folder, 'corpus');

function make(): void {
  const [seed] = globSync('seeds/reports/研究/*.txt');
  const text = readFileSync(seed as string, 'utf8');
  for (let n = 0; n < REPORTS; n++) {
    const path = `报告${n}.txt`;
    const whole = `第${n}号\n\n${text}${text}${text}`;
    mkdirSync(join(corpus, 'annotations', path), { recursive: true });
    writeFileSync(join(corpus, path), whole);
    const ready = anchorTextOf(parseReport(path, sourceFromText(whole)));
    const random = randomFrom(n);
    const annotations = Array.from({ length: EACH * 2 }, (_, i) => {
      const start = Math.floor(random() * (whole.length - 40));
      const quote = quoteSpan(ready, { start, end: start + 5 + (i % 30) });
      const actor = { name: '甲', time: '2026-01-01T00:00:00Z', newId: () => `urn:uuid:${n}-${i}` };
      return quote === null ? [] : tag(actor, [{ source: path, quotes: [quote], textHash: ready.hash }], [`标签${i % 12}`], []).steps.flatMap(({ after }) => after ?? []);
    }).flat().slice(0, EACH);
    writeFileSync(join(corpus, annotationPath(path, '甲')), `${sorted(annotations).map(annotationLine).join('\n')}\n`);
  }
}

const items = (client: Client, path: string): Promise<AnnotationItem[]> => client.request('wenmai/annotations', { uri: client.uri(path) });

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function print(what: string, times: readonly number[]): void {
  const inOrder = [...times].sort((a, b) => a - b);
  const at = (share: number): string => (inOrder[Math.min(inOrder.length - 1, Math.floor(inOrder.length * share))] as number).toFixed(1);
  console.log(`${what.padEnd(56)}${at(0.5).padStart(9)}${at(0.95).padStart(9)}${at(1).padStart(9)}`);
}

async function measure(): Promise<void> {
  make();
  const client = await startClient(corpus, { settings: { 'wenmai.annotator': '甲' }, env: { XDG_CACHE_HOME: join(folder, 'cache') } });
  await new Promise<void>((resolve) => {
    client.on('wenmai/status', (status: { state: string; reports: number }) => { if (status.state === 'ready' && status.reports >= REPORTS) resolve(); });
  });
  console.log(`${''.padEnd(56)}${'median'.padStart(9)}${'p95'.padStart(9)}${'most'.padStart(9)}`);
  const opening: number[] = [];
  for (let n = 0; n < REPORTS; n++) {
    const path = `报告${n}.txt`;
    const text = readFileSync(join(corpus, path), 'utf8');
    opening.push(await timed(async () => {
      await client.open(path, text);
      const found = await items(client, path);
      if (found.length !== EACH || found.some(({ state }) => state === 'orphaned')) throw new Error(`${path}: ${found.length}, ${found.filter(({ state }) => state === 'orphaned').length} of them orphans`);
    }));
  }
  print('open a report of 500 until they are answered', opening);
  const tagging: number[] = [];
  const lines = readFileSync(join(corpus, '报告3.txt'), 'utf8').split('\n').flatMap((line, i) => (line.length > 30 ? [i] : []));
  for (let i = 0; i < 100; i++) {
    const line = lines[i % lines.length] as number;
    const range = { start: { line, character: i % 9 }, end: { line, character: 12 + (i % 7) } };
    tagging.push(await timed(() => client.request<ActResult>('wenmai/annotate', { kind: 'tag', uri: client.uri('报告3.txt'), passages: [[range]], tags: ['标签1'] })));
  }
  print('tag a passage of it until the file is written', tagging);
  const foreign: number[] = [];
  const [first] = readFileSync(join(corpus, annotationPath('报告5.txt', '甲')), 'utf8').split('\n');
  const other = annotationPath('报告5.txt', '乙');
  for (let i = 0; i < 20; i++) {
    appendFileSync(join(corpus, other), `${(first as string).replace(/urn:uuid:[^"]*/, `urn:uuid:other-${i}`)}\n`);
    foreign.push(await timed(async () => {
      await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri(other), type: 2 }] });
      while ((await items(client, '报告5.txt')).length < EACH + i + 1) await new Promise((resolve) => setTimeout(resolve, 2));
    }));
  }
  print('a file written elsewhere until it is answered', foreign);
  await client.stop();
}

measure().finally(() => { rmSync(folder, { recursive: true, force: true }); }).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
