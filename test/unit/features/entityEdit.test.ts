import assert from 'node:assert/strict';
import { createCorpus } from '../../../server/corpus/corpus';
import { parseEntityList } from '../../../server/entity/list';
import { entityEdit, type EntityAction } from '../../../server/features/entityEdit';

const yaml = `# 人工整理
entities:
  - id: lx # 公司
    name: 澜岫智影
    type: company
    aliases: [澜岫]

  # 产品
  - name: 观岫平台
    type: product
    note: "内部名称"
ignore:
  - 影像平台
`;

function edited(text: string, action: EntityAction): string {
  const corpus = createCorpus();
  corpus.apply({ kind: 'entityList', list: parseEntityList(text) });
  const change = entityEdit(corpus.snapshot(), text, action);
  return change ? text.slice(0, change.start) + change.text + text.slice(change.end) : text;
}

/** Lines that `after` has and `before` has not, and the other way round. */
function changedLines(before: string, after: string): { added: string[]; removed: string[] } {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  return { added: fresh.filter((line) => !old.includes(line)), removed: old.filter((line) => !fresh.includes(line)) };
}

describe('an edit of entities.yaml', () => {
  const cases: [title: string, action: EntityAction, added: string[], removed: string[]][] = [
    ['confirms a candidate at the end', { kind: 'confirm', entity: 'company:霁川信息' }, ['  - name: 霁川信息'], []],
    ['adds an alias', { kind: 'alias', name: '澜岫公司', of: 'lx' }, ['    aliases: [澜岫, 澜岫公司]'], ['    aliases: [澜岫]']],
    ['changes a type', { kind: 'type', entity: 'product:观岫平台', type: 'company' }, [], ['    type: product']],
    ['remembers what is no entity', { kind: 'reject', entity: 'company:上线' }, ['  - 上线'], []],
  ];
  for (const [title, action, added, removed] of cases) {
    it(`${title} and leaves the other lines`, () => {
      assert.deepEqual(changedLines(yaml, edited(yaml, action)), { added, removed });
    });
  }

  it('keeps comments', () => {
    const after = edited(yaml, { kind: 'merge', entity: 'product:观岫平台', into: 'lx' });
    for (const comment of ['# 人工整理', '# 公司']) assert.ok(after.includes(comment));
    assert.deepEqual(parseEntityList(after).entities.map(({ name, aliases }) => [name, ...aliases]), [['澜岫智影', '澜岫', '观岫平台']]);
  });

  it('renames and keeps the old name as an alias', () => {
    const [entity] = parseEntityList(edited(yaml, { kind: 'rename', entity: 'lx', name: '澜岫医疗' })).entities;
    assert.deepEqual([entity?.id, entity?.name, entity?.aliases], ['lx', '澜岫医疗', ['澜岫', '澜岫智影']]);
  });

  it('makes the first entry of an empty file', () => {
    assert.equal(edited('', { kind: 'add', name: '霁川信息', type: 'company' }), 'entities:\n  - name: 霁川信息\n    type: company\n');
  });

  it('does nothing to a file with errors', () => assert.equal(edited('entities: [', { kind: 'add', name: 'a', type: 'company' }), 'entities: ['));
  it('changes nothing twice', () => {
    const once = edited(yaml, { kind: 'alias', name: '澜岫公司', of: 'lx' });
    assert.equal(edited(once, { kind: 'alias', name: '澜岫公司', of: 'lx' }), once);
  });
});
