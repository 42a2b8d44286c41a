import { sourceFromText } from '../../../server/text/decode';
import { lineAt } from '../../../server/text/lines';
import { parseReport } from '../../../server/report/parse';
import type { Report } from '../../../server/report/model';

export function read(text: string): Report {
  return parseReport('example.txt', sourceFromText(text));
}

/** The outline as one would write it down: a line a heading, two spaces a level. */
export function outline(text: string): string[] {
  return read(text).headings.map((heading) => `${'  '.repeat(heading.level - 1)}${[heading.number, heading.title].filter(Boolean).join(' ')}`);
}

export function captions(text: string): string[] {
  return read(text).captions.map((caption) => `${caption.label}|${caption.title}`);
}

/** Each linked entry of the contents as "entry line > target line", counted from 1. */
export function contents(text: string): string[] {
  const report = read(text);
  const line = (offset: number): number => lineAt(report.source.lineStarts, offset) + 1;
  return report.toc.flatMap(({ span, target }) => {
    if (target === null) return [`${line(span.start)} > none`];
    const place = target.kind === 'heading' ? report.headings[target.index] : report.captions[target.index];
    return [`${line(span.start)} > ${line(place?.span.start ?? 0)}`];
  });
}

/** Each mark of a note as "mark line mark > note line". */
export function notes(text: string): string[] {
  const report = read(text);
  const line = (offset: number): number => lineAt(report.source.lineStarts, offset) + 1;
  return report.notes.map(({ mark, text: words, note }) => `${line(mark.start)} ${words} > ${note === null ? 'none' : line(note.start)}`);
}
