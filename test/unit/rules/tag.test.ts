import assert from 'node:assert/strict';
import type { AnchoredTags, CodebookTag } from '../../../server/rules/model';
import { deprecatedTag } from '../../../server/rules/tag/deprecated';
import { disagreement } from '../../../server/rules/tag/disagreement';
import { duplicateAnnotation } from '../../../server/rules/tag/duplicate';
import { exclusiveTags } from '../../../server/rules/tag/exclusive';
import { missingTags } from '../../../server/rules/tag/missing';
import { orphaned } from '../../../server/rules/tag/orphaned';
import { parentAndChild } from '../../../server/rules/tag/parentAndChild';
import { unknownTag } from '../../../server/rules/tag/unknown';
import { found, problemsOf } from './helper';

const tag = (id: string, name: string, more: Partial<CodebookTag> = {}): CodebookTag =>
  ({ id, name, parent: null, group: null, deprecated: false, replacedBy: null, ...more });
const codebook = [
  tag('scene', '应用场景'), tag('scene-port', '港口作业', { parent: 'scene' }), tag('policy', '政策'),
  tag('for', '支持', { group: 'stance' }), tag('against', '反对', { group: 'stance' }),
  tag('smart', '智慧港口', { deprecated: true, replacedBy: 'scene-port' }),
];
const text = '---\ntitle: 港口\ntags:\n  - 港口作业\n---\n\n岸桥实现了远程操作，工人转到室内工作。\n';
const at = text.indexOf('岸桥');
const annotation = (id: string, annotator: string, ...tags: readonly string[]): AnchoredTags => ({ id, annotator, tags, spans: [{ start: at, end: at + 9 }], quote: '岸桥实现了远程操作' });

describe('tag/unknown and tag/deprecated', () => {
  it('tell a tag that the codebook lacks, and what was meant', () => {
    const wrong = text.replace('港口作业', '港口作叶');
    assert.deepEqual(found(unknownTag, wrong, { codebook }), ['4: The tag “港口作叶” is not in the codebook. Did you mean “港口作业”?']);
    assert.deepEqual(problemsOf(unknownTag, wrong, { codebook })[0]?.fixes?.[0]?.changes.map(c => (c.kind === 'text' ? c.text : '')), ['港口作业']);
  });
  it('are silent without a codebook', () => assert.deepEqual(found(unknownTag, text), []));
  it('know ids and names', () => {
    assert.deepEqual(found(unknownTag, text, { codebook, annotations: [annotation('1', '甲', 'scene', '政策')] }), []);
  });
  it('replace a retired tag in its annotation', () => {
    const [problem] = problemsOf(deprecatedTag, text, { codebook, annotations: [annotation('1', '甲', 'smart')] });
    assert.deepEqual(problem?.fixes?.[0]?.changes, [{ kind: 'tag', annotations: ['1'], from: 'smart', to: 'scene-port' }]);
  });
});

describe('tags on one passage', () => {
  const check = (rule: Parameters<typeof found>[0], ...annotations: readonly AnchoredTags[]): number => found(rule, text, { codebook, annotations }).length;
  it('exclude each other for one annotator', () => {
    assert.equal(check(exclusiveTags, annotation('1', '甲', 'for'), annotation('2', '甲', 'against')), 1);
    assert.equal(check(exclusiveTags, annotation('1', '甲', 'for'), annotation('2', '乙', 'against')), 0);
  });
  it('stand beside the one they belong to', () => {
    assert.equal(check(parentAndChild, annotation('1', '甲', 'scene', 'scene-port')), 1);
    assert.equal(check(parentAndChild, annotation('1', '甲', 'policy', 'scene-port')), 0);
  });
  it('stand twice', () => {
    assert.equal(check(duplicateAnnotation, annotation('1', '甲', 'policy'), annotation('2', '甲', 'policy')), 1);
    assert.equal(check(duplicateAnnotation, annotation('1', '甲', 'policy'), annotation('2', '乙', 'policy')), 0);
  });
  it('differ between annotators', () => {
    assert.equal(check(disagreement, annotation('1', '甲', 'policy'), annotation('2', '乙', 'scene')), 1);
    assert.equal(check(disagreement, annotation('1', '甲', 'policy'), annotation('2', '乙', 'policy')), 0);
  });
  it('are gone with their passage', () => {
    assert.equal(check(orphaned, { ...annotation('1', '甲', 'policy'), spans: [] }), 1);
  });
  it('are missing where the corpus demands them', () => {
    assert.deepEqual(found(missingTags, text, { codebook, options: { required: ['政策'] } }).map(line => line.slice(3)), ['No tag of “政策” in this report.']);
    assert.deepEqual(found(missingTags, text, { codebook, options: { required: ['应用场景'] } }), []);
  });
});
