import type { Quote, Target } from '../../../server/annotation/model';
import { quoteSpan, type AnchorText } from '../../../server/annotation/passage';
import type { Report } from '../../../server/report/model';
import { toSource } from '../../../server/text/logical';
import type { Span } from '../../../server/text/span';

/** A passage of a report, as Wenmai notes it and as another program would. */
export interface Passage {
  readonly span: Span;
  readonly own: Target;
  /** Thirty-two characters of context, no hash, no count. */
  readonly foreign: Target;
}

/** Passages of 2 to 200 characters of the reading text, short ones as likely as long ones; no half characters. */
export function samplePassages(report: Report, text: AnchorText, count: number, random: () => number): Passage[] {
  const { logical } = report;
  const passages: Passage[] = [];
  for (let tries = 0; passages.length < count && tries < count * 20; tries++) {
    const length = Math.round(2 * 100 ** random());
    const from = Math.floor(random() * (logical.text.length - length));
    if (from < 0 || /^[\s\udc00-\udfff]|[\s\ud800-\udbff]$/.test(logical.text.slice(from, from + length))) continue;
    const span = { start: toSource(logical, from), end: toSource(logical, from + length - 1) + 1 };
    const quote = quoteSpan(text, span);
    if (quote === null) continue;
    const source = report.path;
    passages.push({
      span,
      own: { source, quotes: [quote], textHash: text.hash },
      foreign: { source, quotes: [foreignQuote(report.source.text, span)], textHash: null },
    });
  }
  return passages;
}

const CONTEXT = 32;

/** Counts code points of the text with LF line ends by itself. */
function foreignQuote(text: string, { start, end }: Span): Quote {
  const lines = (from: number, to: number): string => text.slice(from, to).replace(/\r\n?/g, '\n');
  const characters = (from: number, to: number): string[] => [...lines(from, to)];
  const exact = characters(start, end);
  const before = characters(0, start);
  return {
    exact: exact.join(''),
    prefix: before.slice(-CONTEXT).join(''),
    suffix: characters(end, text.length).slice(0, CONTEXT).join(''),
    start: before.length, end: before.length + exact.length, occurrences: 0,
  };
}
