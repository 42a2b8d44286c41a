import assert from 'node:assert/strict';
import fc from 'fast-check';
import { annotationLine, readAnnotationFile, writeAnnotationFile } from '../../../server/annotation/file';
import { mergeFiles } from '../../../server/annotation/merge';
import type { Annotation, AnnotationFile, JsonObject } from '../../../server/annotation/model';
import { annotationPath, reportOf } from '../../../server/annotation/place';
import { memoOf, tagsOf, targetOf } from '../../../server/annotation/reading';

function annotation(id: string, start: number, fields: JsonObject = {}): Annotation {
  const selector = [{ type: 'TextQuoteSelector', exact: '引文' }, { type: 'TextPositionSelector', start, end: start + 2 }];
  return { id, type: 'Annotation', body: [{ type: 'TextualBody', purpose: 'tagging', value: 'a' }], target: { source: 'r.txt', selector }, ...fields };
}
const fileOf = (...annotations: Annotation[]): AnnotationFile => ({ annotations, damaged: [] });

const anyAnnotation = fc.record({
  id: fc.constantFrom('urn:1', 'urn:2', 'urn:3', 'urn:4'), start: fc.nat(50), modified: fc.constantFrom('2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'),
  tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }), extra: fc.constantFrom('𠮷', 1, null, [true], { z: 1, a: '' }),
}).map(({ id, start, modified, tags, extra }) => annotation(id, start, { modified, body: tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })), extra }));
const anyFile = fc.uniqueArray(anyAnnotation, { selector: ({ id }) => id }).map((annotations) => fileOf(...annotations));

describe('annotation files', () => {
  it('are sorted by position and keep a fixed order of fields', () => {
    const text = writeAnnotationFile(fileOf(annotation('urn:b', 9), annotation('urn:a', 3, { zebra: 1, created: '2026-01-01T00:00:00Z', '@context': 'x' })));
    assert.deepEqual(text.split('\n').map((line) => line.slice(0, 40)), [
      '{"@context":"x","id":"urn:a","type":"Ann', '{"id":"urn:b","type":"Annotation","body"', '',
    ]);
    assert.match(text, /"selector":\[\{"type":"TextQuoteSelector","exact":"引文"\},\{"type":"TextPositionSelector","start":3,"end":5\}\]\},"zebra":1\}\n/);
  });

  it('read as they were written, with fields nobody knows', () => {
    fc.assert(fc.property(anyFile, (file) => {
      const text = writeAnnotationFile(file);
      assert.equal(writeAnnotationFile(readAnnotationFile(text)), text);
      assert.deepEqual(new Set(readAnnotationFile(text).annotations.map(annotationLine)), new Set(file.annotations.map(annotationLine)));
    }));
  });

  it('keep damaged lines where they stood, and say which they are', () => {
    const good = annotationLine(annotation('urn:a', 1));
    const text = `<<<<<<< HEAD\n${good}\n{"id":"urn:half","type":"Annot\n{"type":"Person"}\n`;
    const file = readAnnotationFile(text);
    assert.deepEqual(file.damaged.map(({ line, reason }) => [line, reason]), [[0, 'json'], [2, 'json'], [3, 'shape']]);
    assert.equal(writeAnnotationFile(file), text);
  });

  it('keep the later of two lines with one id, and the other as a damaged line', () => {
    const later = annotation('urn:a', 1, { modified: '2026-02-01T00:00:00Z' });
    const file = readAnnotationFile([later, annotation('urn:a', 1, { modified: '2026-01-01T00:00:00Z' })].map(annotationLine).join('\n'));
    assert.deepEqual([file.annotations, file.damaged.map(({ reason }) => reason)], [[later], ['duplicate']]);
  });

  it('are read in all forms the data model allows', () => {
    const [loose] = readAnnotationFile('{"id":"x","type":["Annotation"],"bodyValue":"好","target":"r.txt"}').annotations;
    assert.deepEqual(loose && [memoOf(loose), tagsOf(loose), targetOf(loose).source], ['好', [], 'r.txt']);
  });

  it('lie below the report they are about, one for each annotator', () => {
    assert.equal(annotationPath('子夹/报告.txt', '周/予棠'), 'annotations/子夹/报告.txt/周_予棠.jsonl');
    assert.equal(reportOf('annotations/子夹/报告.txt/周予棠.jsonl'), '子夹/报告.txt');
    assert.equal(reportOf('annotations/readme.jsonl'), null);
  });
});

describe('two versions of one file', () => {
  it('come together the same from either side', () => {
    fc.assert(fc.property(anyFile, anyFile, anyFile, (base, one, other) => {
      assert.equal(writeAnnotationFile(mergeFiles(base, one, other)), writeAnnotationFile(mergeFiles(base, other, one)));
    }));
  });

  it('lose nothing that one of them added or changed', () => {
    fc.assert(fc.property(anyFile, anyFile, anyFile, (base, one, other) => {
      const ids = new Set(mergeFiles(base, one, other).annotations.map(({ id }) => id));
      const before = new Map(base.annotations.map((entry) => [entry.id, annotationLine(entry)]));
      for (const entry of [...one.annotations, ...other.annotations]) {
        if (before.get(entry.id) !== annotationLine(entry)) assert.ok(ids.has(entry.id));
      }
    }));
  });

  it('keep the tags of both when both changed one annotation', () => {
    const tagged = (...tags: string[]): Annotation => annotation('urn:a', 1, { body: tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })) });
    const merged = mergeFiles(fileOf(tagged('a', 'b')), fileOf(tagged('a', 'c')), fileOf(tagged('a', 'b', 'd')));
    assert.deepEqual(merged.annotations.flatMap(tagsOf).sort(), ['a', 'c', 'd']);
  });
});
