import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linksOf } from '../../../server/report/links';
import type { Report } from '../../../server/report/model';
import { parseReport } from '../../../server/report/parse';
import { sectionAt } from '../../../server/report/sections';
import { decode } from '../../../server/text/decode';
import { toLogical, toSource } from '../../../server/text/logical';
import { sentencesOf } from '../../../server/text/sentences';
import { LINES } from './fixtures';
import { read } from './outline';

const text = fc.array(fc.oneof(fc.constantFrom(...LINES), fc.string({ maxLength: 12 })), { maxLength: 60 }).map((lines) => lines.join('\n'));

function checkSpans(report: Report): void {
  const { length } = report.source.text;
  const inside = (span: { start: number; end: number } | null, what: string): void => {
    if (span !== null) assert.ok(span.start >= 0 && span.start <= span.end && span.end <= length, `${what} ${span.start}-${span.end} of ${length}`);
  };
  for (const block of report.blocks) inside(block.span, block.kind);
  for (const heading of report.headings) inside({ start: heading.span.start, end: heading.end }, 'section');
  for (const heading of report.headings) inside(heading.span, 'heading');
  for (const caption of report.captions) inside(caption.span, 'caption');
  for (const table of report.tables) for (const row of [[table.span], ...table.rows]) for (const cell of row) inside(cell, 'cell');
  for (const entry of report.toc) inside(entry.span, 'entry');
  for (const note of report.notes) for (const span of [note.mark, note.note]) inside(span, 'note');
  inside(report.meta.titleSpan, 'title');
  for (const tag of report.meta.tags) inside(tag.span, 'tag');
}

function checkNesting(report: Report): void {
  report.headings.forEach((heading, index) => {
    assert.ok(heading.title !== '' || heading.number !== null, 'a heading without a name');
    assert.ok(heading.why.length > 0);
    assert.ok(heading.span.end <= heading.end, 'a heading outside its own section');
    const parent = report.headings[heading.parent];
    assert.equal(parent === undefined, heading.level === 1);
    if (parent !== undefined) {
      assert.ok(heading.parent < index && parent.level === heading.level - 1);
      assert.ok(parent.span.start <= heading.span.start && heading.end <= parent.end);
    }
    const next = report.headings[index + 1];
    if (next !== undefined) assert.ok(heading.span.start < next.span.start, 'headings out of order');
    assert.equal(sectionAt(report.headings, heading.span.start), index);
  });
  for (const caption of report.captions) {
    assert.ok(caption.heading < report.headings.length && (caption.table ?? 0) < Math.max(1, report.tables.length));
  }
  for (const { target } of report.toc) {
    if (target !== null) assert.ok(target.index >= 0 && target.index < (target.kind === 'heading' ? report.headings : report.captions).length);
  }
  for (let i = 1; i < report.blocks.length; i++) assert.ok((report.blocks[i - 1]?.span.end ?? 0) <= (report.blocks[i]?.span.start ?? 0), 'blocks overlap');
}

/** Characters that the reading text may hold where the source has something else: separators, and what formulas draw. */
const SEPARATORS = new Set(['\n', '\t', ' ']);
const DRAWN = /[⁰¹²³⁴⁵⁶⁷⁸⁹①-⑳°≥~]/;

function checkMap(report: Report): void {
  const { logical, source } = report;
  let before = 0;
  for (let i = 0; i < logical.text.length; i++) {
    const at = toSource(logical, i);
    assert.ok(at >= before, 'the map goes back');
    before = at;
    const c = logical.text.charAt(i);
    if (source.text.charAt(at) === c) assert.equal(logical.text.charAt(toLogical(logical, at)), c);
    else assert.ok(SEPARATORS.has(c) || DRAWN.test(c), `${JSON.stringify(c)} stands for ${JSON.stringify(source.text.charAt(at))}`);
  }
}

describe('parseReport', () => {
  it('is total, with all spans inside the text and sections inside sections', () => {
    fc.assert(fc.property(text, (sample) => {
      const report = read(sample);
      checkSpans(report);
      checkNesting(report);
    }), { numRuns: 400 });
  });

  it('maps every character of the reading text to the same one of the source, in order', () => {
    fc.assert(fc.property(text, (sample) => checkMap(read(sample))), { numRuns: 300 });
  });

  it('reads random bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const report = parseReport('x', decode(bytes));
      checkSpans(report);
      checkMap(report);
    }));
  });

  it('finds sentences and links in any reading text', () => {
    fc.assert(fc.property(text, (sample) => {
      const { logical } = read(sample);
      assert.ok(sentencesOf(logical.text).every((sentence) => sentence.end <= logical.text.length));
      for (const link of linksOf(logical)) assert.ok(link.spans.length > 0);
    }));
  });

  it('reads an empty file and a file of one long line', () => {
    assert.equal(read('').headings.length, 0);
    assert.equal(read('甲乙丙，'.repeat(50_000)).blocks.length, 1);
  });
});
