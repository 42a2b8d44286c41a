import assert from 'node:assert/strict';
import type { FolderNode, ReportNode, SectionNode } from '../../../server/lsp/protocol';
import { rowAt, sectionRows, topRows, type ReportRow, type ReportsRow } from '../../../client/views/reportRows';

function report(path: string, facts: Partial<ReportNode> = {}): ReportNode {
  return {
    uri: `file:///c/${path}`, path, state: 'indexed', reason: null, title: path, date: null, issue: null, publisher: null,
    authors: [], size: 1, encoding: 'utf-8', encodingGuessed: false,
    counts: { characters: 1, headings: 0, captions: 0, notes: 0, mentions: 0, entities: 0, references: 0 },
    ...facts,
  };
}
const folder = (...reports: ReportNode[]): FolderNode => ({ uri: 'file:///c', name: 'c', reports });

/** The rows as indented lines. */
function draw(rows: readonly ReportsRow[], indent = ''): string[] {
  return rows.flatMap((row) => {
    if (row.kind === 'report') return [indent + row.report.path];
    if (row.kind === 'section') return [indent + row.section.title, ...draw(row.children, `${indent}  `)];
    return [`${indent}[${row.kind === 'group' ? row.key : row.folder.name}]`, ...draw(row.children, `${indent}  `)];
  });
}

describe('rows of the Reports view', () => {
  const reports = folder(
    report('b/10.txt', { date: '2024-11', publisher: '甲院' }),
    report('b/9.txt', { date: '2025-03-14', publisher: '乙院' }),
    report('a.txt', { title: '早期报告' }),
  );

  it('by folder: reports beside the folders need no group, numbers sort by value', () => {
    assert.deepEqual(draw(topRows([reports], 'folder', 'path')), ['[b]', '  b/9.txt', '  b/10.txt', 'a.txt']);
  });
  it('by year: the latest first, the undated last', () => {
    assert.deepEqual(draw(topRows([reports], 'date', 'path')), ['[2025]', '  b/9.txt', '[2024]', '  b/10.txt', '[]', '  a.txt']);
  });
  it('by publisher, in the order of pinyin', () => {
    assert.deepEqual(draw(topRows([reports], 'publisher', 'path')), ['[甲院]', '  b/10.txt', '[乙院]', '  b/9.txt', '[]', '  a.txt']);
  });
  it('ungrouped, by date', () => {
    assert.deepEqual(draw(topRows([reports], 'none', 'date')), ['b/9.txt', 'b/10.txt', 'a.txt']);
  });
  it('several folders have a row each', () => {
    const other: FolderNode = { uri: 'file:///d', name: 'd', reports: [report('x.md')] };
    assert.deepEqual(draw(topRows([folder(report('a.txt')), other], 'none', 'title')), ['[c]', '  a.txt', '[d]', '  x.md']);
  });
});

const line = (start: number, end: number) => ({ start: { line: start, character: 0 }, end: { line: end, character: 0 } });
function section(title: string, start: number, end: number, ...children: SectionNode[]): SectionNode {
  return { kind: 'section', label: '', title, range: line(start, end), selectionRange: line(start, start), children };
}

describe('rows of sections', () => {
  const parent = topRows([folder(report('a.txt'))], 'none', 'path')[0] as ReportRow;
  const rows = sectionRows(parent, 'file:///c/a.txt', [
    section('概况', 2, 20, section('小结', 4, 8), section('小结', 9, 20)),
    section('展望', 21, 30),
  ]);

  it('keep their ids apart where titles repeat, and know their parents', () => {
    const ids = [rows[0], ...rows[0]?.children ?? [], rows[1]].map((row) => row?.id);
    assert.equal(new Set(ids).size, 4);
    assert.equal(rows[0]?.children[1]?.parent, rows[0]);
    assert.equal(rows[0]?.parent, parent);
  });

  for (const [at, title] of [[0, undefined], [2, '概况'], [4, '小结'], [30, '展望'], [31, undefined]] as const) {
    it(`line ${at} lies in ${title ?? 'no section'}`, () => { assert.equal(rowAt(rows, at)?.section.title, title); });
  }
  it('the deepest of several is found', () => { assert.equal(rowAt(rows, 12), rows[0]?.children[1]); });
});
