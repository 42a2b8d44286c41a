import type { ReportIndex } from '../corpus/model';
import type { Report } from '../report/model';
import { toLogical, toSource } from '../text/logical';
import type { Span } from '../text/span';
import { extentOf, mentionAt, sectionOf } from './at';

const sentenceEnds = '。！？!?；;\n';
const numeric = /[0-9０-９.,，%％．]/;

/** The run of digits with their separators around an offset. */
function numberAt(text: string, offset: number): Span | null {
  let start = offset;
  let end = offset;
  while (start > 0 && numeric.test(text.charAt(start - 1))) start--;
  while (end < text.length && numeric.test(text.charAt(end))) end++;
  return /[0-9０-９]/.test(text.slice(start, end)) ? { start, end } : null;
}

/** The sentence around an offset, over joined lines. */
function sentenceAt({ logical }: Report, offset: number): Span | null {
  const at = toLogical(logical, offset);
  let start = at;
  while (start > 0 && !sentenceEnds.includes(logical.text.charAt(start - 1))) start--;
  while (start < at && /\s/.test(logical.text.charAt(start))) start++;
  let end = at;
  while (end < logical.text.length && !sentenceEnds.includes(logical.text.charAt(end))) end++;
  if (end < logical.text.length && logical.text.charAt(end) !== '\n') end++;
  return end > start ? { start: toSource(logical, start), end: toSource(logical, end - 1) + 1 } : null;
}

/**
 * What the cursor is in, from the smallest to the whole report: entity or number, sentence, paragraph, sections. Each
 * holds the one before.
 */
export function selectionsAt(report: Report, index: ReportIndex | null, offset: number): Span[] {
  const mention = index && mentionAt(index, offset);
  const block = report.blocks.find(({ span }) => span.start <= offset && offset <= span.end);
  const candidates = [mention && extentOf(mention), numberAt(report.source.text, offset), sentenceAt(report, offset), block?.span ?? null];
  let section = sectionOf(report, offset);
  while (section) {
    candidates.push({ start: section.span.start, end: section.end });
    section = report.headings[section.parent] ?? null;
  }
  candidates.push({ start: 0, end: report.source.text.length });
  const chosen: Span[] = [];
  for (const span of candidates) {
    const last = chosen.at(-1);
    const grows = !last || (span !== null && span.start <= last.start && span.end >= last.end && (span.start < last.start || span.end > last.end));
    if (span && grows && span.start <= offset && offset <= span.end) chosen.push(span);
  }
  return chosen;
}
