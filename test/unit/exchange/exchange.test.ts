import assert from 'node:assert/strict';
import { tag } from '../../../server/annotation/acts';
import { readCodebook } from '../../../server/annotation/codebook/read';
import { emptyFile } from '../../../server/annotation/model';
import { applyAct } from '../../../server/annotation/journal';
import { csvOf } from '../../../server/exchange/csv';
import { segmentsOf } from '../../../server/exchange/segments';
import { readW3c, w3cOf } from '../../../server/exchange/w3c';

const codebook = readCodebook('tags:\n  - id: a\n    name: 场景\n  - id: b\n    name: 影像\n    parent: a\n');
const text = '𠮷\r\n=影像，“好”';
const quote = { exact: '=影像', prefix: '', suffix: '', start: 2, end: 5, occurrences: 1 };
const act = tag({ name: '周', time: '2026-01-01T00:00:00Z', newId: () => 'urn:uuid:1' }, [{ source: 'r.txt', quotes: [quote], textHash: null }], ['b', 'x'], []);
const filed = [...applyAct(new Map([['e', emptyFile]]), act)].flatMap(([path, file]) => file.annotations.map((annotation) => ({ path, annotation })));
const heading = { span: { start: 0, end: 2 }, level: 1, number: '1', title: '总论', parent: -1, end: text.length, why: [] };
const report = { path: 'r.txt', text, headings: [heading], annotations: filed.map((entry) => ({ filed: entry, anchor: { state: 'anchored' as const, spans: [{ start: 4, end: 7 }] } })) };

describe('coded segments as CSV', () => {
  it('are one line for each tag, in code points', () => {
    assert.equal(csvOf(segmentsOf([report], codebook), { spreadsheet: false }), [
      'report,section,quote,tag,tag_path,annotator,memo,created,modified,start,end,state,id',
      'r.txt,1 总论,=影像,b,场景/影像,周,,2026-01-01T00:00:00Z,2026-01-01T00:00:00Z,2,5,anchored,urn:uuid:1',
      'r.txt,1 总论,=影像,x,x,周,,2026-01-01T00:00:00Z,2026-01-01T00:00:00Z,2,5,anchored,urn:uuid:1', '',
    ].join('\r\n'));
  });
  it('for a spreadsheet begin with a byte order mark and hold no formula', () => {
    const csv = csvOf(segmentsOf([report], codebook), { spreadsheet: true });
    assert.ok(csv.startsWith('\ufeffreport,') && csv.includes(",'=影像,"));
  });
});

describe('W3C annotations', () => {
  const annotations = filed.map(({ annotation }) => annotation);
  const isReport = (source: string): boolean => source === 'r.txt' || source === '子 夹/r.txt';

  it('come back as they were', () => {
    assert.deepEqual(readW3c(w3cOf(annotations, '语料'), isReport), { annotations, problems: [] });
  });
  it('are taken from a list, a single one, and one a line', () => {
    const one = JSON.stringify(annotations[0]);
    const two = JSON.stringify({ ...annotations[0], id: 'urn:2' });
    assert.deepEqual([one, `[${one},${two}]`, `${one}\n${two}\n`].map((file) => readW3c(file, isReport).annotations.length), [1, 2, 2]);
  });
  it('name the line of what is wrong and take the rest', () => {
    const file = `[
      {"type": "Annotation", "target": "r.txt"},
      {"id": "a", "type": "Annotation"},
      {"id": "b", "type": "Annotation", "bodyValue": "x", "body": "y", "target": "r.txt"},
      {"id": "c", "type": "Annotation", "target": {"source": "r.txt", "selector": {"type": "TextPositionSelector", "start": 5, "end": 2}}},
      {"id": "d", "type": "Annotation", "target": {"source": "other.txt"}},
      {"id": "e", "type": "Annotation", "target": {"source": "%E5%AD%90%20%E5%A4%B9/r.txt"}}
    ]`;
    const { annotations: read, problems } = readW3c(file, isReport);
    assert.deepEqual(problems.map(({ line, problem }) => [line, problem]), [[2, 'noId'], [3, 'noTarget'], [4, 'bodyAndBodyValue'], [5, 'badPosition'], [6, 'unknownReport']]);
    assert.deepEqual(read.map(({ id }) => id), ['e']);
    assert.deepEqual(readW3c('{"a": [', isReport).problems.map(({ line, problem }) => [line, problem])[0], [1, 'syntax']);
  });
});
