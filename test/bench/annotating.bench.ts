/**
 * Is annotating quick where there is much of it? 10,000 annotations in twenty reports, 500 in each. Prints, in
 * milliseconds: opening a report until its annotations are answered, tagging until the file is on the disk, and a file
 * that somebody else wrote until its annotations are answered.
 *
 *   npm run build && npx tsx test/bench/annotating.bench.ts
 */
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { annotationPath } from '../../server/annotation/place';
import type { ActResult, AnnotationItem } from '../../server/lsp/annotationProtocol';
import { startClient, type Client } from '../protocol/client';
import { EACH, makeAnnotated, printHead, printTimes, reportNamed, REPORTS } from './annotating/corpus';

const folder = mkdtempSync(join(tmpdir(), 'wenmai-annotating-bench-'));
const corpus = join(folder, 'corpus');

const items = (client: Client, path: string): Promise<AnnotationItem[]> => client.request('wenmai/annotations', { uri: client.uri(path) });

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function measure(): Promise<void> {
  makeAnnotated(corpus);
  const client = await startClient(corpus, { settings: { 'wenmai.annotator': '甲' }, env: { XDG_CACHE_HOME: join(folder, 'cache') } });
  await new Promise<void>((resolve) => {
    client.on('wenmai/status', (status: { state: string; reports: number }) => { if (status.state === 'ready' && status.reports >= REPORTS) resolve(); });
  });
  printHead();
  const opening: number[] = [];
  for (let n = 0; n < REPORTS; n++) {
    const path = reportNamed(n);
    const text = readFileSync(join(corpus, path), 'utf8');
    opening.push(await timed(async () => {
      await client.open(path, text);
      const found = await items(client, path);
      if (found.length !== EACH || found.some(({ state }) => state === 'orphaned')) throw new Error(`${path}: ${found.length}, ${found.filter(({ state }) => state === 'orphaned').length} of them orphans`);
    }));
  }
  printTimes('open a report of 500 until they are answered', opening);
  const tagging: number[] = [];
  const lines = readFileSync(join(corpus, '报告3.txt'), 'utf8').split('\n').flatMap((line, i) => (line.length > 30 ? [i] : []));
  for (let i = 0; i < 100; i++) {
    const line = lines[i % lines.length] as number;
    const range = { start: { line, character: i % 9 }, end: { line, character: 12 + (i % 7) } };
    tagging.push(await timed(() => client.request<ActResult>('wenmai/annotate', { kind: 'tag', uri: client.uri('报告3.txt'), passages: [[range]], tags: ['标签1'] })));
  }
  printTimes('tag a passage of it until the file is written', tagging);
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
  printTimes('a file written elsewhere until it is answered', foreign);
  await client.stop();
}

measure().finally(() => { rmSync(folder, { recursive: true, force: true }); }).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
