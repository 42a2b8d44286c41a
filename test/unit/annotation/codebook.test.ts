import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodebookAction } from '../../../server/annotation/codebook/actions';
import { codebookEdit, type CodebookUses } from '../../../server/annotation/codebook/edit';
import { childrenOf, tagNamed, tagPath } from '../../../server/annotation/codebook/model';
import { readCodebook } from '../../../server/annotation/codebook/read';
import { withChanges } from '../../../server/annotation/edits';
import { readAnnotationFile } from '../../../server/annotation/file';
import { tagsOf } from '../../../server/annotation/reading';

const yaml = `# 编码本
tags:
  - id: scene   # 场景
    name: 应用场景
  - id: imaging
    name: "医学影像"
    parent: scene
  # 风险
  - id: risk
    name: 风险
    group: kind
  - id: old
    name: 旧标签
    deprecated: true
    replacedBy: risk
`;

const line = (id: string, tag: string): string =>
  `{"id":"${id}","type":"Annotation","body":[{"type":"TextualBody","purpose":"tagging","value":"${tag}"}],"target":{"source":"r.md"},"own":1}`;
const report = '---\ntags:\n  - 医学影像\n  - 应用场景/医学影像\n  - scene\n---\n';
const frontMatter = ['医学影像', '应用场景/医学影像', 'scene'].map((text) => {
  const start = text === '医学影像' ? report.indexOf(text) : text === 'scene' ? report.lastIndexOf(text) : report.indexOf(text);
  return { path: 'r.md', text, span: { start, end: start + text.length } };
});
const files = new Map([['annotations/r.md/周.jsonl', `${line('urn:1', 'imaging')}\nkaputt\n${line('urn:2', 'risk')}\n`]]);
const uses: CodebookUses = { yaml, frontMatter, files };
const texts = new Map([['codebook.yaml', yaml], ['r.md', report], ...files]);

/** The files an action changes, as they are afterwards; or why it is refused. */
function after(action: CodebookAction, given: CodebookUses = uses): Record<string, string> | string {
  const result = codebookEdit(given, action, '2026-03-01T00:00:00Z');
  if ('refused' in result) return result.refused;
  return Object.fromEntries(result.map(({ path, changes }) => [path, withChanges(path === 'codebook.yaml' ? (given.yaml ?? '') : (texts.get(path) ?? ''), changes)]));
}
function codebookAfter(action: CodebookAction, given: CodebookUses = uses): string {
  const result = after(action, given);
  assert.ok(typeof result !== 'string');
  return result['codebook.yaml'] ?? '';
}

describe('the codebook', () => {
  it('is a hierarchy with paths, found by id, name or path', () => {
    const codebook = readCodebook(yaml);
    assert.equal(tagPath(codebook, 'imaging'), '应用场景/医学影像');
    assert.deepEqual(['imaging', '医学影像', '应用场景／医学影像', '没有'].map((text) => tagNamed(codebook, text)?.id), ['imaging', 'imaging', 'imaging', undefined]);
    assert.deepEqual(childrenOf(codebook, null).map(({ id }) => id), ['scene', 'risk', 'old']);
    assert.deepEqual(codebook.problems, []);
  });

  it('of the bundled sample reads without a problem', () => {
    const sample = readCodebook(readFileSync(join('seeds', 'codebook.yaml'), 'utf8'));
    assert.deepEqual(sample.problems, []);
    assert.equal(tagNamed(sample, '智慧健康')?.replacedBy, 'scene');
  });

  it('names what is wrong with its line', () => {
    const bad = 'tags:\n  - id: a\n    name: 甲\n    parent: b\n    color: red\n  - id: b\n    name: 乙\n    parent: a\n  - id: a\n    name: 丙\n  - id: c\n    name: 丁\n    parent: nowhere\n  - 戊\n';
    assert.deepEqual(readCodebook(bad).problems.map(({ kind, line: at }) => [kind, at]), [
      ['color', 4], ['duplicateId', 8], ['shape', 13], ['unknownParent', 12], ['cycle', 1], ['cycle', 5],
    ]);
    assert.deepEqual(readCodebook('tags: [').problems[0]?.kind, 'syntax');
    assert.deepEqual(readCodebook('').tags, []);
  });
});

describe('edits of the codebook', () => {
  it('add a tag behind its family and leave everything else as it is', () => {
    const changed = codebookAfter({ kind: 'create', name: '病历: 质控', parent: 'scene', color: '#123456' });
    assert.ok(changed.includes('    parent: scene\n  - id: 病历-质控\n    name: "病历: 质控"\n    parent: scene\n    color: "#123456"\n  # 风险\n'), changed);
    assert.equal(codebookAfter({ kind: 'create', name: '甲' }, { ...uses, yaml: null }), 'tags:\n  - id: 甲\n    name: 甲\n');
    assert.equal(codebookAfter({ kind: 'create', name: '甲' }, { ...uses, yaml: 'tags: []\n' }), 'tags:\n  - id: 甲\n    name: 甲\n');
    assert.equal(after({ kind: 'create', name: '风险' }), 'nameTaken');
  });

  it('rename a tag where its name is used, paths included', () => {
    const result = after({ kind: 'rename', tag: 'imaging', name: '影像' });
    assert.ok(typeof result !== 'string');
    assert.deepEqual(Object.keys(result), ['codebook.yaml', 'r.md']);
    assert.ok(result['codebook.yaml']?.includes('name: "影像"'));
    assert.equal(result['r.md'], '---\ntags:\n  - 影像\n  - 应用场景/影像\n  - scene\n---\n');
  });

  it('rename an id in links, front matter and annotations, line by line', () => {
    const result = after({ kind: 'renameId', tag: 'imaging', id: 'radiology' });
    assert.ok(typeof result !== 'string');
    const file = result['annotations/r.md/周.jsonl'] ?? '';
    assert.deepEqual(readAnnotationFile(file).annotations.map((annotation) => [tagsOf(annotation), annotation['own']]), [[['radiology'], 1], [['risk'], 1]]);
    assert.deepEqual(file.split('\n').slice(1, 3), ['kaputt', line('urn:2', 'risk')]);
    assert.ok(codebookAfter({ kind: 'renameId', tag: 'scene', id: 'where' }).includes('- id: where   # 场景\n    name: 应用场景\n  - id: imaging\n    name: "医学影像"\n    parent: where\n'));
  });

  it('merge two tags everywhere', () => {
    const result = after({ kind: 'merge', tag: 'imaging', into: 'risk' });
    assert.ok(typeof result !== 'string');
    assert.deepEqual(readCodebook(result['codebook.yaml'] ?? '').tags.map(({ id }) => id), ['scene', 'risk', 'old']);
    assert.deepEqual(readAnnotationFile(result['annotations/r.md/周.jsonl'] ?? '').annotations.map(tagsOf), [['risk'], ['risk']]);
    assert.equal(result['r.md'], '---\ntags:\n  - 风险\n  - 风险\n  - scene\n---\n');
    assert.ok((result['codebook.yaml'] ?? '').includes('# 风险'));
  });

  it('move a tag, but not below itself', () => {
    assert.deepEqual(readCodebook(codebookAfter({ kind: 'move', tag: 'imaging', parent: 'risk' })).byId.get('imaging')?.parent, 'risk');
    assert.deepEqual(readCodebook(codebookAfter({ kind: 'move', tag: 'imaging', parent: null })).byId.get('imaging')?.parent, null);
    assert.equal(after({ kind: 'move', tag: 'scene', parent: 'imaging' }), 'cycle');
  });

  it('split a tag by annotation', () => {
    const result = after({ kind: 'split', tag: 'risk', names: ['数据', '运维'], assign: { 'urn:2': 1 } });
    assert.ok(typeof result !== 'string');
    assert.deepEqual(readCodebook(result['codebook.yaml'] ?? '').tags.map(({ name, group }) => [name, group]), [['应用场景', null], ['医学影像', null], ['风险', 'kind'], ['数据', 'kind'], ['运维', 'kind'], ['旧标签', null]]);
    assert.deepEqual(readAnnotationFile(result['annotations/r.md/周.jsonl'] ?? '').annotations.map(tagsOf), [['imaging'], ['运维']]);
  });

  it('deprecate a used tag and delete an unused one only', () => {
    assert.equal(after({ kind: 'delete', tag: 'imaging' }), 'inUse');
    const tag = readCodebook(codebookAfter({ kind: 'deprecate', tag: 'imaging', replacedBy: 'risk' })).byId.get('imaging');
    assert.deepEqual([tag?.deprecated, tag?.replacedBy], [true, 'risk']);
    assert.deepEqual(readCodebook(codebookAfter({ kind: 'delete', tag: 'old' })).tags.map(({ id }) => id), ['scene', 'imaging', 'risk']);
  });

  it('keep CRLF line ends and flow style', () => {
    const given = { ...uses, yaml: 'tags:\r\n  - { id: a, name: 甲 }\r\n  - { id: b, name: 乙, parent: a }\r\n' };
    assert.equal(codebookAfter({ kind: 'move', tag: 'b', parent: null }, given), 'tags:\r\n  - { id: a, name: 甲 }\r\n  - { id: b, name: 乙 }\r\n');
    assert.equal(codebookAfter({ kind: 'create', name: '丙', parent: 'a' }, given), `${given.yaml}  - id: 丙\r\n    name: 丙\r\n    parent: a\r\n`);
  });
});
