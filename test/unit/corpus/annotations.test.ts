import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { comment, remove, type Actor } from '../../../server/annotation/acts';
import { readAnnotationFile } from '../../../server/annotation/file';
import { memoOf } from '../../../server/annotation/reading';
import { annotationDisk } from '../../../server/corpus/annotationDisk';
import { createAnnotations, type Annotations } from '../../../server/corpus/annotations';

let n = 0;
const actor: Actor = { name: '周', time: '2026-01-01T00:00:00Z', newId: () => `urn:uuid:${++n}` };
const passage = (start: number) => ({ source: 'r.txt', textHash: null, quotes: [{ exact: '引文', prefix: '', suffix: '', start, end: start + 2, occurrences: 1 }] });
const memos = (annotations: Annotations): string[] => annotations.of('r.txt').map(({ annotation }) => memoOf(annotation)).sort();

describe('annotations of a corpus', () => {
  let root = '';
  const file = (): string => join(root, 'annotations', 'r.txt', '周.jsonl');
  const opened = async (): Promise<Annotations> => {
    const annotations = createAnnotations(annotationDisk(root), () => undefined);
    await annotations.load();
    return annotations;
  };
  beforeEach(() => { root = mkdtempSync(join(tmpdir(), 'wenmai-')); });
  afterEach(() => { rmSync(root, { recursive: true, force: true }); });

  it('are on the disk when they are acknowledged, and nothing else is', async () => {
    const annotations = await opened();
    await annotations.commit(comment(actor, passage(1), '一'));
    assert.deepEqual(readAnnotationFile(readFileSync(file(), 'utf8')).annotations.map(memoOf), ['一']);
    assert.deepEqual(readdirSync(join(root, 'annotations', 'r.txt')), ['周.jsonl']);
    assert.deepEqual(memos(await opened()), ['一']);
  });

  it('of two windows end up in one file, none lost', async () => {
    const [one, two] = [await opened(), await opened()];
    await Promise.all([0, 1, 2, 3, 4].flatMap((i) => [one.commit(comment(actor, passage(i), `甲${i}`)), two.commit(comment(actor, passage(i), `乙${i}`))]));
    const third = await opened();
    assert.equal(memos(third).length, 10);
    for (const window of [one, two]) {
      await window.changed(['annotations/r.txt/周.jsonl']);
      assert.deepEqual(memos(window), memos(third));
    }
  });

  it('keep what a pull brought in while an act was under way, damaged lines included', async () => {
    const annotations = await opened();
    await annotations.commit(comment(actor, passage(1), '一'));
    writeFileSync(file(), `${readFileSync(file(), 'utf8')}<<<<<<< HEAD\n{"id":"urn:x","type":"Annotation","bodyValue":"拉取","target":"r.txt"}\n`);
    await annotations.commit(comment(actor, passage(2), '二'));
    assert.deepEqual(memos(annotations), ['一', '二', '拉取']);
    assert.deepEqual(annotations.damaged().map(({ line }) => line.text), ['<<<<<<< HEAD']);
    assert.ok(readFileSync(file(), 'utf8').includes('<<<<<<< HEAD\n'));
  });

  it('are shown where one file is no UTF-8: that one is named, and never written over', async () => {
    const annotations = await opened();
    await annotations.commit(comment(actor, passage(1), '一'));
    const other = file().replace('周', '林');
    const bytes = Buffer.from([0x7b, 0xd6, 0xdc, 0x7d, 0x0a]);
    writeFileSync(other, bytes);
    const again = await opened();
    assert.deepEqual([memos(again), again.unreadable().map(({ path }) => path)], [['一'], ['annotations/r.txt/林.jsonl']]);
    await assert.rejects(again.commit(comment({ ...actor, name: '林' }, passage(2), '二')));
    assert.deepEqual(readFileSync(other), bytes);
    rmSync(other);
    await again.changed(['annotations/r.txt/林.jsonl']);
    assert.deepEqual(again.unreadable(), []);
  });

  it('are taken back act by act, and a file without annotations goes', async () => {
    const annotations = await opened();
    await annotations.commit(comment(actor, passage(1), '一'));
    const [filed] = annotations.of('r.txt');
    assert.ok(filed);
    await annotations.commit(remove(filed));
    assert.deepEqual([memos(annotations), (await annotations.undo())?.act.kind, memos(annotations)], [[], 'delete', ['一']]);
    await annotations.undo();
    assert.deepEqual([memos(annotations), await annotations.undo(), (await annotationDisk(root).list()).files], [[], null, []]);
  });

  it('survive a process that is killed while it writes', async function () {
    this.timeout(60_000);
    for (let round = 0; round < 3; round++) {
      const acknowledged = await killedWriter(root, 15 + 20 * round);
      const { annotations, damaged } = readAnnotationFile(readFileSync(file(), 'utf8'));
      assert.deepEqual(damaged, []);
      const written = new Set(annotations.map(({ id }) => id));
      assert.deepEqual(acknowledged.filter((id) => !written.has(id)), []);
      await (await opened()).commit(comment(actor, passage(1), '后来'));
    }
  });
});

/** Starts a process that writes annotations one after the other, kills it after some, and says which it acknowledged. */
function killedWriter(root: string, after: number): Promise<string[]> {
  const child = fork(join(import.meta.dirname, 'annotationWriter.ts'), [root], { execArgv: ['--import', 'tsx'], stdio: 'ignore' });
  const ids: string[] = [];
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('message', (id: string) => {
      ids.push(id);
      if (ids.length === after) child.kill('SIGKILL');
    });
    child.on('exit', () => resolve(ids));
  });
}
