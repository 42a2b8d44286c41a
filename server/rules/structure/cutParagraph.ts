import type { Report } from '../../report/model';
import { toLogical } from '../../text/logical';
import type { Span } from '../../text/span';
import { message } from '../message';
import type { Problem, TextRule } from '../model';
import { lastAtMost } from '../../text/search';

/** Where one paragraph goes on below a blank line or page furniture; `plain` counts its other line ends. */
interface Joints {
  readonly wide: readonly Span[];
  readonly plain: number;
}

function jointsOf(report: Report, span: Span): Joints {
  const { logical, source } = report;
  const wide: Span[] = [];
  let plain = 0;
  const from = toLogical(logical, span.start);
  const to = toLogical(logical, span.end);
  // Pieces of the logical text inside the block: between two of them the source has a line end, or more.
  const piece = lastAtMost(logical.logicalStarts, from);
  for (let i = piece + 1; i < logical.logicalStarts.length && (logical.logicalStarts[i] ?? 0) < to; i++) {
    const start = logical.sourceStarts[i] ?? 0;
    const length = (logical.logicalStarts[i] ?? 0) - (logical.logicalStarts[i - 1] ?? 0);
    const end = (logical.sourceStarts[i - 1] ?? 0) + length;
    if (end > start) continue;
    const between = source.text.slice(end, start);
    const ends = between.split(/\r\n|\n|\r/).length - 1;
    if (ends > 1) wide.push({ start: end, end: start });
    else if (ends === 1) plain++;
  }
  return { wide, plain };
}

/** Share of paragraphs with a gap above which gaps are how this conversion ends every line. */
const usual = 0.3;

/** The first half ends a sentence after all, or the second opens one. */
const finished = /[。！？!?；;][”’」』）)】》]*$|[A-Za-z\d][.!?]["”’']?,?$/u;
const opener = /^(?:整体来看|总的来说|总体来看|综上|此外|同时|另外|与此同时|首先|其次|最后|然而|因此|不过|目前|其中|[一二三四五六七八九十]是|（[一二三四五六七八九十]|[(（]?\d{1,2}[）).、])/u;

/** Running text that a page break cut in two: the second half stands as a paragraph of its own. */
export const cutParagraph: TextRule = {
  id: 'structure/cut-paragraph',
  title: message('Paragraph cut by a page break'),
  severity: 'information',
  check({ report }) {
    const blocks = report.blocks.filter(b => b.kind === 'paragraph' || b.kind === 'listItem');
    const joints = blocks.map(block => jointsOf(report, block.span));
    const wide = joints.reduce((sum, j) => sum + j.wide.length, 0);
    const plain = joints.reduce((sum, j) => sum + j.plain, 0);
    if (wide > Math.max(3, blocks.length * usual) && wide > plain * usual) return [];
    const { text } = report.source;
    return joints.flatMap(j => j.wide.flatMap((gap): Problem[] => {
      const before = text.slice(Math.max(0, gap.start - 12), gap.start).split('\n').at(-1) ?? '';
      const after = text.slice(gap.end, gap.end + 12).split('\n')[0] ?? '';
      if (finished.test(before) || opener.test(after)) return [];
      return [{
        span: { start: gap.start - before.length, end: gap.end + after.length },
        message: message('The sentence goes on behind the gap: “…{0} / {1}…”.', before, after),
        // What stands between may be a page's number and title: only blank lines are taken away.
        fixes: text.slice(gap.start, gap.end).trim() === '' ? [{ title: message('Join the two halves'), changes: [{ kind: 'text', span: gap, text: '' }] }] : [],
      }];
    }));
  },
};
