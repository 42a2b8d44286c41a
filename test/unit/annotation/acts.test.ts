import assert from 'node:assert/strict';
import fc from 'fast-check';
import { comment, editMemo, reattach, remove, reply, resolve, tag, untag, type Act, type Actor, type Filed } from '../../../server/annotation/acts';
import { annotationLine } from '../../../server/annotation/file';
import { applyAct, journaled, undoOf, type Files } from '../../../server/annotation/journal';
import { memoOf, tagsOf, targetOf } from '../../../server/annotation/reading';
import { threadsOf } from '../../../server/annotation/threads';

function actorNamed(name: string): Actor {
  let n = 0;
  return { name, get time() { return `2026-01-01T00:00:${String(n).padStart(2, '0')}Z`; }, newId: () => `urn:uuid:${name}-${++n}` };
}
const passage = (start: number) => ({ source: 'r.txt', textHash: 'sha256:1', quotes: [{ exact: '引文', prefix: '前', suffix: '后', start, end: start + 2, occurrences: 1 }] });
const filedIn = (files: Files): Filed[] => [...files].flatMap(([path, file]) => file.annotations.map((annotation) => ({ path, annotation })));
const lines = (files: Files): string[] => filedIn(files).map(({ annotation }) => annotationLine(annotation)).sort();

describe('acts', () => {
  it('add a tag to the annotation of the same passage, in the annotator’s own file', () => {
    const actor = actorNamed('周');
    let files: Files = applyAct(new Map(), tag(actor, [passage(1)], ['a'], []));
    files = applyAct(files, tag(actor, [passage(1)], ['a', 'b'], filedIn(files)));
    assert.deepEqual([...files.keys()], ['annotations/r.txt/周.jsonl']);
    assert.deepEqual(filedIn(files).map(({ annotation }) => tagsOf(annotation)), [['a', 'b']]);
    const [filed] = filedIn(files) as [Filed];
    files = applyAct(applyAct(files, untag(actor, filed, 'a')), untag(actor, { ...filed, annotation: applyAct(files, untag(actor, filed, 'a')).get(filed.path)?.annotations[0] ?? filed.annotation }, 'b'));
    assert.deepEqual(filedIn(files), []);
  });

  it('keep discontinuous passages as several targets, and whole reports as one without selector', () => {
    const [one, two] = [passage(1), passage(9)];
    const both = { ...one, quotes: [...one.quotes, ...two.quotes] };
    const files = applyAct(new Map(), tag(actorNamed('周'), [both, { ...one, quotes: [] }], ['a'], []));
    assert.deepEqual(filedIn(files).map(({ annotation }) => targetOf(annotation).quotes.map(({ start }) => start)), [[], [1, 9]]);
  });

  it('make threads of comments and replies of several annotators', () => {
    const [zhou, lin] = [actorNamed('周'), actorNamed('林')];
    let files: Files = applyAct(new Map(), comment(zhou, passage(1), '存疑'));
    const root = filedIn(files)[0]?.annotation.id ?? '';
    files = applyAct(files, reply(lin, 'r.txt', root, '同意'));
    files = applyAct(files, resolve(lin, 'r.txt', root, true));
    const [thread] = threadsOf(filedIn(files));
    assert.deepEqual([thread && memoOf(thread.root.annotation), thread?.replies.map(({ annotation }) => memoOf(annotation)), thread?.resolved], ['存疑', ['同意'], true]);
    files = applyAct(files, resolve({ ...zhou, time: '2026-01-02T00:00:00Z', newId: () => 'urn:uuid:open' }, 'r.txt', root, false));
    assert.equal(threadsOf(filedIn(files))[0]?.resolved, false);
  });

  it('edit a memo without touching tags', () => {
    const actor = actorNamed('周');
    const files = applyAct(new Map(), tag(actor, [passage(1)], ['a'], []));
    const after = applyAct(files, editMemo(actor, filedIn(files)[0] as Filed, '备注'));
    assert.deepEqual(filedIn(after).map(({ annotation }) => [tagsOf(annotation), memoOf(annotation)]), [[['a'], '备注']]);
  });

  it('are undone one after the other to where they began', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('tag', 'comment', 'untag', 'remove', 'reattach', 'edit'), fc.nat(5)), { maxLength: 12 }), (wanted) => {
      const actor = actorNamed('周');
      let files: Files = new Map();
      let journal: readonly Act[] = [];
      const states: string[][] = [];
      for (const [kind, n] of wanted) {
        const filed = filedIn(files)[n % Math.max(1, filedIn(files).length)];
        const act = kind === 'tag' ? tag(actor, [passage(n)], [`t${n % 2}`], filedIn(files))
          : kind === 'comment' || filed === undefined ? comment(actor, passage(n), '备注')
          : kind === 'untag' ? untag(actor, filed, 't0')
          : kind === 'remove' ? remove(filed)
          : kind === 'edit' ? editMemo(actor, filed, `改${n}`) : reattach(actor, filed, passage(n + 1));
        if (act.steps.length > 0) states.push(lines(files));
        files = applyAct(files, act);
        journal = journaled(journal, act);
      }
      for (const act of [...journal].reverse()) {
        const { undo, skipped } = undoOf(files, act);
        files = applyAct(files, undo);
        assert.equal(skipped, 0);
        assert.deepEqual(lines(files), states.pop());
      }
    }));
  });

  it('touch no annotation but those they name', () => {
    fc.assert(fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 10 }), fc.nat(), (starts, chosen) => {
      const actor = actorNamed('周');
      const files = starts.reduce<Files>((all, start) => applyAct(all, comment(actor, passage(start), '备注')), new Map());
      const filed = filedIn(files)[chosen % starts.length] as Filed;
      const after = lines(applyAct(files, remove(filed)));
      assert.deepEqual(after, lines(files).filter((line) => line !== annotationLine(filed.annotation)));
    }));
  });

  it('leave what somebody else changed since when they are undone', () => {
    const actor = actorNamed('周');
    const act = tag(actor, [passage(1)], ['a'], []);
    let files: Files = applyAct(new Map(), act);
    files = applyAct(files, editMemo(actor, filedIn(files)[0] as Filed, '后来写的'));
    assert.deepEqual(undoOf(files, act), { undo: { kind: 'undo', steps: [], what: ['a'] }, skipped: 1 });
  });
});
