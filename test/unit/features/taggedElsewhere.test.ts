import assert from 'node:assert/strict';
import type { Anchored } from '../../../server/corpus/annotated';
import { createAnnotations, type Annotations } from '../../../server/corpus/annotations';
import { taggedElsewhere } from '../../../server/features/taggedElsewhere';
import { inEnglish } from '../../../server/rules/message';
import type { CodebookTag, CorpusContext } from '../../../server/rules/model';
import { taggedElsewhere as rule } from '../../../server/rules/tag/elsewhere';
import { targetOf } from '../../../server/annotation/reading';

const tag = (id: string, name: string): CodebookTag => ({ id, name, parent: null, group: null, deprecated: false, replacedBy: null });
const codebook = [tag('scene', '应用场景'), tag('policy', '政策')];

/** Reports with annotations, as "report, annotator, passage, tags"; anchored where the passage stands. */
async function annotated(texts: Readonly<Record<string, string>>, ...uses: readonly (readonly [report: string, annotator: string, exact: string, ...tags: readonly string[]])[]) {
  const files = new Map<string, string>();
  for (const [report, annotator, exact, ...tags] of uses) {
    const path = `annotations/${report}/${annotator}.jsonl`;
    const annotation = {
      id: `urn:${String(files.size)}:${exact}:${tags.join('')}`, type: 'Annotation', motivation: 'classifying', creator: annotator,
      body: tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })),
      target: { source: report, selector: [{ type: 'TextQuoteSelector', exact }] },
    };
    files.set(path, `${files.get(path) ?? ''}${JSON.stringify(annotation)}\n`);
  }
  const annotations: Annotations = createAnnotations(
    { list: () => Promise.resolve({ files: [...files.keys()], unreadable: [] }), read: (path) => Promise.resolve(files.get(path) ?? null), update: () => Promise.reject(new Error('read only')) },
    () => undefined,
  );
  await annotations.load();
  const anchored = (report: string): Promise<readonly Anchored[]> => Promise.resolve(annotations.of(report).map((filed) => {
    const start = 0;
    return { filed, anchor: { state: 'anchored', spans: [{ start, end: targetOf(filed.annotation).quotes[0]?.exact.length ?? 0 }] } };
  }));
  return { annotations, anchored, text: (path: string) => Promise.resolve(texts[path] ?? null) };
}

/** What the rule finds in a.txt: "severity: message → places". */
async function found(texts: Readonly<Record<string, string>>, ...uses: Parameters<typeof annotated> extends [unknown, ...infer U] ? U : never): Promise<string[]> {
  const tagged = await taggedElsewhere(await annotated(texts, ...uses), 'a.txt');
  const context = { report: { path: 'a.txt' }, tagged, codebook, options: {} } as unknown as CorpusContext;
  return [...rule.check(context)].flatMap((problem) => problem ?? []).map((problem) => `${problem.severity ?? ''}: ${inEnglish(problem.message)} → ${(problem.related ?? []).map(({ report }) => report).join(' ')}`);
}

describe('a sentence that is tagged in two reports', () => {
  const sentence = '岸桥实现了远程操作，工人转到室内工作。';
  const reprint = '岸桥实现了远程操作, 工人转到室内工作.';
  const texts = { 'a.txt': sentence, 'b.txt': reprint, 'c.txt': sentence };
  it('is told of where the tags differ, with both places', async () => {
    assert.deepEqual(await found(texts, ['a.txt', '周', sentence, 'scene'], ['b.txt', '林', reprint, 'policy']), [
      'information: This sentence has the tag 应用场景 here, 政策 in b.txt. → a.txt b.txt',
    ]);
  });
  it('is a hint where one place has all tags of the other', async () => {
    assert.deepEqual(await found(texts, ['a.txt', '周', sentence, 'scene'], ['b.txt', '林', reprint, 'policy', 'scene']), [
      'hint: This sentence has the tag 应用场景 here, 政策、应用场景 in b.txt. → a.txt b.txt',
    ]);
  });
  it('is fine with the same tags, by id or name, from however many annotators', async () => {
    assert.deepEqual(await found(texts, ['a.txt', '周', sentence, 'scene', 'policy'], ['b.txt', '林', reprint, '政策'], ['b.txt', '周', reprint, 'scene']), []);
  });
  it('is not compared where nobody tagged it there', async () => {
    assert.deepEqual(await found(texts, ['a.txt', '周', sentence, 'scene'], ['b.txt', '林', reprint]), []);
  });
  it('is not compared where its text has changed since', async () => {
    assert.deepEqual(await found({ ...texts, 'b.txt': '岸桥还没有实现远程操作, 工人转到室内工作.' }, ['a.txt', '周', sentence, 'scene'], ['b.txt', '林', reprint, 'policy']), []);
  });
  it('is a sentence: names and words stand under many tags', async () => {
    assert.deepEqual(await found({ 'a.txt': '远程操作', 'b.txt': '远程操作' }, ['a.txt', '周', '远程操作', 'scene'], ['b.txt', '林', '远程操作', 'policy']), []);
  });
});
