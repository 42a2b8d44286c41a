import type { Report } from '../../report/model';
import { numberingAt } from '../../report/numbering';
import type { Numbered, Series } from './series';

/** How many paragraphs behind the last heading of a series are looked at, and how far a number may have jumped. */
const paragraphs = 40;
const furthest = 3;

/**
 * A series of headings such as "（六）…" with the paragraph that goes on with it, "（八）坚持…。办理…": where a number
 * was skipped, the reader of structure takes what follows for a paragraph. Costs the paragraphs behind the series.
 */
export function runInMembers(report: Report, series: Series): Series {
  const { members, kind } = series;
  const last = members.at(-1);
  if (kind !== 'heading' || last === undefined || members.length < 3 || members.some((m, i) => m.value !== i + 1)) return series;
  const style = (numberingAt(`${last.printed} `, 0) ?? numberingAt(`${last.printed}、`, 0))?.style;
  if (style !== '（一）' && style !== '一、') return series;
  const end = report.headings.find(h => h.span.start > last.span.start)?.span.start ?? report.source.text.length;
  const from = report.blocks.findIndex(b => b.span.start > last.span.start);
  for (const block of from < 0 ? [] : report.blocks.slice(from, from + paragraphs)) {
    if (block.span.start >= end) break;
    if (block.kind !== 'paragraph' && block.kind !== 'listItem') continue;
    const numbering = numberingAt(report.source.text.slice(block.span.start, block.span.start + 24), 0);
    if (numbering?.style !== style || numbering.value <= last.value) continue;
    if (numbering.value === last.value + 1 || numbering.value > last.value + furthest) return series;
    const title = report.source.text.slice(block.span.start + numbering.length, block.span.start + numbering.length + 20);
    const member: Numbered = { span: { start: block.span.start, end: block.span.start + numbering.length }, printed: numbering.printed, value: numbering.value, title, as: last.as };
    return { kind, members: [...members, member] };
  }
  return series;
}
