import { toSource, type LogicalText } from '../text/logical';
import { plainText } from '../text/plain';
import { firstPrinted } from '../text/simplified';
import type { SourceText } from '../text/source';
import type { Span } from '../text/span';
import type { Report } from './model';

/**
 * A report as recognisers read it, whose patterns and words are in simplified characters with Chinese marks (see `plainText`);
 * one that is printed so as it is. All spans stay what they are. Linear.
 */
export function asRead(report: Report): Report {
  const text = plainText(report.source.text);
  if (text === report.source.text) return report;
  return {
    ...report,
    source: { ...report.source, text },
    logical: { ...report.logical, text: read(report.logical, report.source.text, text) },
    meta: { ...report.meta, title: plainText(report.meta.title) },
    headings: report.headings.map((heading) => ({ ...heading, number: heading.number && plainText(heading.number), title: plainText(heading.title) })),
    captions: report.captions.map((caption) => ({ ...caption, label: plainText(caption.label), title: plainText(caption.title) })),
    toc: report.toc.map((entry) => ({ ...entry, title: plainText(entry.title) })),
  };
}

/** A report that was read from `report.source`, a plain text, with all its words as `source` has them. Linear. */
export function asPrinted(report: Report, source: SourceText): Report {
  const { text } = report.source;
  const printed = (words: string, { start, end }: Span): string => printedIn(words, text, source.text, start, end);
  const named = (name: string): string => firstPrinted(name, text, source.text);
  const { meta } = report;
  return {
    ...report,
    source,
    logical: { ...report.logical, text: read(report.logical, text, source.text) },
    meta: {
      ...meta,
      title: meta.titleSpan ? printed(meta.title, meta.titleSpan) : meta.title,
      issue: meta.issue && named(meta.issue),
      publisher: meta.publisher && named(meta.publisher),
      authors: meta.authors.map(named),
      tags: meta.tags.map(({ name, span }) => ({ name: printed(name, span), span })),
    },
    headings: report.headings.map((heading) => ({ ...heading, number: heading.number && printed(heading.number, heading.span), title: printed(heading.title, heading.span) })),
    captions: report.captions.map((caption) => ({ ...caption, label: printed(caption.label, caption.span), title: printed(caption.title, caption.span) })),
    toc: report.toc.map((entry) => ({ ...entry, number: entry.number && printed(entry.number, entry.span), title: printed(entry.title, entry.span) })),
    notes: report.notes.map((note) => ({ ...note, text: printed(note.text, note.mark) })),
  };
}

/** Words that were read from plain[start..end) as `text` has them there: character by character, what is between them passed over. */
export function printedIn(words: string, plain: string, text: string, start: number, end: number): string {
  let at = start;
  let printed = '';
  for (let i = 0; i < words.length; i++) {
    const found = plain.indexOf(words.charAt(i), at);
    if (found < 0 || found >= end) {
      printed += words.charAt(i);
      continue;
    }
    printed += text.charAt(found);
    at = found + 1;
  }
  return printed;
}

/** The reading text of `from` as `to` reads, which differs from it by single characters only. */
function read(logical: LogicalText, from: string, to: string): string {
  const units = new Uint16Array(logical.text.length);
  for (let i = 0; i < units.length; i++) {
    const unit = logical.text.charCodeAt(i);
    const at = toSource(logical, i);
    units[i] = from.charCodeAt(at) === unit ? to.charCodeAt(at) : unit;
  }
  return Buffer.from(units.buffer).toString('utf16le');
}
