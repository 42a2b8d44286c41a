import { existsSync, readFileSync, rmSync, statSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import { serverEnvironment } from '../../server/lsp/protocol';
import { startClient, type Client } from '../protocol/client';
import type { MadeCorpus } from './corpus/make';
import { residentBytes } from './processTree';

/** Milliseconds of all runs of one request. */
export type Times = readonly number[];

export interface LoopDelay {
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** What one start of the server took. Times in milliseconds, from the start of its process. */
export interface Start {
  /** All reports indexed, and workspace symbols and references answered after that. */
  readonly ready: number;
  /** Workspace symbols and then references answered for the first time with anything. */
  readonly firstAnswer: number;
  /** Bytes of the whole process tree when it is ready, the most there were until then, and what stays when it has come to rest. */
  readonly resident: number;
  readonly peak: number;
  readonly atRest: number;
  readonly loop: LoopDelay;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export interface Running {
  readonly client: Client;
  readonly start: Start;
  loop(): Promise<LoopDelay>;
}

async function ready(client: Client, files: number): Promise<void> {
  const status = await new Promise((resolve) => {
    client.on('wenmai/status', (params: { state: string; reports: number; skipped: unknown[] }) => {
      if (params.state === 'ready' && params.reports + params.skipped.length >= files) resolve(params);
    });
  });
  void status;
}

/** The first place where the frequent name stands in a report. */
export function placeOf(text: string, name: string): { line: number; character: number } | null {
  const at = text.indexOf(name);
  if (at < 0) return null;
  const before = text.slice(0, at);
  return { line: before.split('\n').length - 1, character: at - before.lastIndexOf('\n') };
}

/**
 * Starts the built server on a corpus, as the extension starts it, and waits until it knows all of it, and then `rest`
 * milliseconds more, in which what only the start needs comes to an end.
 */
export async function startWenmai(corpus: MadeCorpus, storagePath: string, rest = 25_000): Promise<Running> {
  const loopFile = `${storagePath}.loop`;
  rmSync(loopFile, { force: true });
  const started = performance.now();
  const client = await startClient(corpus.folder, {
    command: [process.execPath, '--require', here('loop.cjs'), here('../../dist/server.js'), '--stdio'],
    initializationOptions: { storagePath },
    env: { ...serverEnvironment, WENMAI_BENCH_LOOP: loopFile, WENMAI_CODE_FOLDER: `${storagePath}.code` },
  });
  const pid = client.process.pid as number;
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, residentBytes(pid))), 250);
  const loop = async (): Promise<LoopDelay> => {
    rmSync(loopFile, { force: true });
    process.kill(pid, 'SIGUSR2');
    while (!existsSync(loopFile)) await delay(5);
    return JSON.parse(readFileSync(loopFile, 'utf8')) as LoopDelay;
  };
  const [file] = corpus.usual;
  const references = (): Promise<unknown> =>
    client.request('textDocument/references', { ...positionIn(client, corpus, file as string), context: { includeDeclaration: true } });
  let firstAnswer = 0;
  const asking = (async () => {
    for (;;) {
      const found = await client.request<unknown[] | null>('workspace/symbol', { query: corpus.frequent });
      if ((found?.length ?? 0) > 0) break;
      await delay(10);
    }
    await references();
    firstAnswer = performance.now() - started;
  })();
  await ready(client, corpus.files);
  await asking;
  await client.request('workspace/symbol', { query: corpus.frequent });
  await references();
  const readyAt = performance.now() - started;
  clearInterval(watch);
  const resident = residentBytes(pid);
  const loopDelay = await loop();
  await delay(rest);
  return { client, loop, start: { ready: readyAt, firstAnswer, resident, peak: Math.max(peak, resident), atRest: residentBytes(pid), loop: loopDelay } };
}

function positionIn(client: Client, corpus: MadeCorpus, file: string): { textDocument: { uri: string }; position: { line: number; character: number } } {
  const text = readFileSync(join(corpus.folder, file), 'utf8');
  return { textDocument: { uri: client.uri(file) }, position: placeOf(text, corpus.frequent) ?? { line: 0, character: 0 } };
}

/** What an editor asks when it shows a report: its outline and its colours. */
async function show(client: Client, file: string): Promise<void> {
  await client.open(file);
  for (const method of ['textDocument/documentSymbol', 'textDocument/semanticTokens/full']) await client.request(method, { textDocument: { uri: client.uri(file) } });
}

/** So often everything is asked: of fewer searches the 95th percentile would be that of the one slowest but one. */
const rounds = 5;

/** What a request costs at many places of the corpus, by the name of the request, of a server that has come to rest. */
export async function measureRequests({ client }: Running, corpus: MadeCorpus): Promise<Record<string, Times>> {
  const times: Record<string, number[]> = {};
  const timed = async (name: string, method: string, params: unknown): Promise<void> => {
    const from = performance.now();
    await client.request(method, params);
    (times[name] ??= []).push(performance.now() - from);
  };
  const holders = corpus.usual.filter((file) => readFileSync(join(corpus.folder, file), 'utf8').includes(corpus.frequent));
  for (let round = 0; round < rounds; round++) {
    for (const file of corpus.usual) {
      if (round === 0) await show(client, file);
      const place = positionIn(client, corpus, file);
      await timed('hover', 'textDocument/hover', place);
      await timed('definition', 'textDocument/definition', place);
      await timed('highlight', 'textDocument/documentHighlight', place);
    }
    for (const file of holders) await timed('references', 'textDocument/references', { ...positionIn(client, corpus, file), context: { includeDeclaration: true } });
    for (const query of [corpus.frequent, '医', 'zg', '数据', '北京大学', '报告', '图表 3', 'hr']) await timed('symbols', 'workspace/symbol', { query });
  }
  return times;
}

/** From a keystroke in a report of about 150 KB to its fresh diagnostics. */
export async function measureTyping({ client }: Running, corpus: MadeCorpus, keystrokes: number): Promise<Times> {
  const uri = client.uri(corpus.large);
  const text = await client.open(corpus.large);
  await client.request('textDocument/diagnostic', { textDocument: { uri } });
  const line = Math.floor(text.split('\n').length / 2);
  const times: number[] = [];
  for (let version = 2; version < keystrokes + 2; version++) {
    const from = performance.now();
    await client.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: { line, character: 0 }, end: { line, character: 0 } }, text: version % 7 === 0 ? '。' : '据' }],
    });
    await client.request('textDocument/diagnostic', { textDocument: { uri } });
    times.push(performance.now() - from);
    await delay(60);
  }
  return times;
}

/** Bytes of all files below a folder. */
export function sizeOf(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce((sum, name) => {
    const found = statSync(join(folder, name));
    return sum + (found.isFile() ? found.blocks * 512 : 0);
  }, 0);
}
