import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { root } from '../../scripts/root.mjs';
import type { ActResult, AnnotationAct, AnnotationItem } from '../../server/lsp/annotationProtocol';
import { linesOnDisk } from '../support/annotationFiles';
import { eventually } from '../support/ask';
import { startClient, type Client } from './client';

const report = 'reports/周报/云汀健康信息化周报-第108期.txt';
const settings = { 'wenmai.annotator': '林未晞' };

interface Action { title: string; kind: string; command?: { command: string; arguments?: unknown[] } }

const annotate = (client: Client, act: AnnotationAct): Promise<ActResult> => client.request('wenmai/annotate', act);
const items = (client: Client, path = report): Promise<AnnotationItem[]> => client.request('wenmai/annotations', { uri: client.uri(path) });
const lineRange = (line: number, from: number, to: number) => ({ start: { line, character: from }, end: { line, character: to } });

describe('annotating over the protocol', function () {
  this.timeout(120_000);
  let folder: string;
  let corpus: string;
  /** A server that has read the report. */
  const start = async (): Promise<Client> => {
    const client = await startClient(corpus, { settings, env: { XDG_CACHE_HOME: join(folder, 'cache') } });
    await eventually(() => items(client), (found) => found.some(({ state }) => state === 'anchored'));
    return client;
  };
  /** Lines of the report that have words to annotate. */
  const wordLines = (): number[] => readFileSync(join(corpus, report), 'utf8').split('\n').flatMap((line, i) => (line.length > 12 ? [i] : []));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wenmai-annotating-'));
    corpus = join(folder, 'corpus');
    cpSync(join(root, 'seeds'), corpus, { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('a server killed during 200 writes has everything on the disk that it said it had written', async () => {
    const lines = wordLines();
    const acknowledged = new Set<string>();
    for (let round = 0, sent = 0; sent < 200; round++) {
      const client = await start();
      const killAt = 10 + Math.floor(Math.random() * 40);
      const writes: Promise<void>[] = [];
      let answered = 0;
      for (let i = 0; i < 60 && sent < 200; i++, sent++) {
        const act: AnnotationAct = { kind: 'comment', uri: client.uri(report), passages: [[lineRange(lines[(sent * 7) % lines.length] as number, sent % 8, sent % 8 + 3)]], text: `第 ${sent} 条` };
        writes.push(annotate(client, act).then(({ ids }) => {
          for (const id of ids) acknowledged.add(id);
          if (++answered === killAt) client.process.kill('SIGKILL');
        }, () => undefined));
      }
      const ended = new Promise((resolve) => client.process.once('close', resolve));
      await Promise.race([Promise.all(writes), ended]);
      client.process.kill('SIGKILL');
      await ended;
      const present = linesOnDisk(corpus);
      for (const id of acknowledged) assert(present.has(id), `round ${round}: an acknowledged annotation is missing`);
    }
    assert(acknowledged.size >= 40);
    const client = await start();
    const shown = new Set((await items(client)).map(({ id }) => id));
    for (const id of acknowledged) assert(shown.has(id));
    await client.stop();
  });

  it('two servers on one folder overwrite nothing, and each shows what the other wrote', async () => {
    const [one, two] = await Promise.all([start(), start()]);
    const lines = wordLines();
    const write = (client: Client, name: string, i: number): Promise<ActResult> => annotate(client, { kind: 'comment', uri: client.uri(report), passages: [[lineRange(lines[i] as number, 0, 6)]], text: `${name} ${i}` });
    const before = (await items(one)).length;
    const results = await Promise.all(Array.from({ length: 20 }, (_, i) => [write(one, '甲', i), write(two, '乙', i)]).flat());
    const ids = results.flatMap((result) => result.ids);
    assert.equal(new Set(ids).size, 40);
    const onDisk = linesOnDisk(corpus);
    for (const id of ids) assert(onDisk.has(id));
    // What an editor's file watcher tells both of them.
    const file = globSync('annotations/**/林未晞.jsonl', { cwd: corpus }).find((path) => path.includes('108')) as string;
    for (const client of [one, two]) await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri(file), type: 2 }] });
    for (const client of [one, two]) await eventually(() => items(client), (found) => found.length === before + 40);
    await Promise.all([one.stop(), two.stop()]);
  });

  it('what a pull brings is shown, and what is written afterwards leaves it in place', async () => {
    const client = await start();
    const lines = wordLines();
    const [own] = (await annotate(client, { kind: 'comment', uri: client.uri(report), passages: [[lineRange(lines[3] as number, 0, 6)]], text: '我的' })).ids;
    const file = globSync('annotations/**/林未晞.jsonl', { cwd: corpus }).find((path) => path.includes('108')) as string;
    const text = readFileSync(join(corpus, file), 'utf8');
    const mine = text.split('\n').find((line) => line.includes(own as string)) as string;
    const pulled = JSON.stringify({ ...JSON.parse(mine) as object, id: 'urn:uuid:11111111-2222-4333-8444-555555555555', body: [{ type: 'TextualBody', purpose: 'commenting', value: '别的机器上写的' }] });
    // The pull is on the disk before the watcher tells, and the next write comes at once.
    writeFileSync(join(corpus, file), `${text}${pulled}\n这一行坏了\n`);
    const [next] = (await annotate(client, { kind: 'comment', uri: client.uri(report), passages: [[lineRange(lines[5] as number, 0, 6)]], text: '又一条' })).ids;
    const memos = (await items(client)).map(({ memo }) => memo);
    for (const memo of ['我的', '别的机器上写的', '又一条']) assert(memos.includes(memo), memo);
    const onDisk = readFileSync(join(corpus, file), 'utf8');
    for (const part of [own, next, '11111111', '这一行坏了']) assert(onDisk.includes(part as string));
    await client.stop();
  });

  it('a report that another program converts anew keeps its annotations, with the server running and started after', async () => {
    let client = await start();
    const text = readFileSync(join(corpus, report), 'utf8');
    const line = wordLines().find((i) => text.split('\n')[i]?.includes('病历')) as number;
    const [id] = (await annotate(client, { kind: 'tag', uri: client.uri(report), passages: [[lineRange(line, 0, 8)]], tags: ['应用场景'] })).ids;
    const quoteOf = async (): Promise<string> => {
      const found = (await items(client)).find((item) => item.id === id);
      const [range] = found?.ranges ?? [];
      const lines = readFileSync(join(corpus, report), 'utf8').split('\n');
      return range ? (lines[range.start.line] as string).slice(range.start.character, range.end.character) : `${found?.state}`;
    };
    const wanted = await quoteOf();
    writeFileSync(join(corpus, report), `新的前言一段，放在最前面。\n\n${text}`);
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri(report), type: 2 }] });
    await eventually(quoteOf, (quote) => quote === wanted);
    await client.stop();
    writeFileSync(join(corpus, report), `又一段前言，放得更前。\n\n又一段前言，放得更前。\n\n${text}`);
    client = await start();
    await eventually(quoteOf, (quote) => quote === wanted);
    await client.stop();
  });

  it('offers tags, comments, untagging and places for orphans as code actions', async () => {
    const client = await start();
    const lines = wordLines();
    const text = await client.open(report);
    const range = lineRange(lines[8] as number, 0, 8);
    const actions = (at: object): Promise<Action[]> => client.request('textDocument/codeAction', { textDocument: { uri: client.uri(report) }, range: at, context: { diagnostics: [] } });
    const run = async (wanted: RegExp, at: object): Promise<void> => {
      const action = (await actions(at)).find(({ title }) => wanted.test(title));
      assert(action?.command, `${wanted} among ${(await actions(at)).map(({ title }) => title).join(' · ')}`);
      await client.request('workspace/executeCommand', { command: action.command.command, arguments: action.command.arguments });
    };
    await run(/^Tag with/, range);
    const here = async (): Promise<AnnotationItem | undefined> => (await items(client)).find((item) => item.own && item.ranges[0]?.start.line === lines[8] && item.memo === '');
    const tagged = await eventually(here);
    assert(tagged.tags.length === 1);
    // The sentence goes: an orphan, which is put somewhere else by hand.
    const fresh = text.split('\n').map((each, i) => (i === lines[8] ? '' : each)).join('\n');
    await client.notify('textDocument/didChange', { textDocument: { uri: client.uri(report), version: 2 }, contentChanges: [{ text: fresh }] });
    await eventually(() => items(client), (found) => found.find(({ id }) => id === tagged.id)?.state === 'orphaned');
    await run(/^Re-attach/, lineRange(lines[12] as number, 0, 8));
    await eventually(() => items(client), (found) => found.find(({ id }) => id === tagged.id)?.state === 'anchored');
    await run(/^Remove the Tag/, lineRange(lines[12] as number, 1, 1));
    await eventually(() => items(client), (found) => found.every(({ id }) => id !== tagged.id));
    await run(/^Comment on/, lineRange(lines[12] as number, 0, 8));
    await eventually(() => items(client), (found) => found.some(({ memo }) => memo === 'Comment'));
    await client.stop();
  });

  it('says why it cannot write where the folder refuses, writes nothing by half, and goes on once it can', async () => {
    // A file where the report's folder would be refuses also those who may write everywhere.
    writeFileSync(join(corpus, 'reports/x.txt'), '云汀健康的三笔账，医院先看成本。\n');
    writeFileSync(join(corpus, 'annotations/reports/x.txt'), '');
    const client = await start();
    await client.open('reports/x.txt');
    const act: AnnotationAct = { kind: 'comment', uri: client.uri('reports/x.txt'), passages: [[lineRange(0, 0, 6)]], text: '写不进去' };
    await assert.rejects(annotate(client, act), /EEXIST|ENOTDIR/);
    assert.deepEqual(await items(client, 'reports/x.txt'), []);
    rmSync(join(corpus, 'annotations/reports/x.txt'));
    assert.equal((await annotate(client, act)).done, true);
    await client.stop();
  });
});
