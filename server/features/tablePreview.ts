import type { Caption } from '../report/model';
import { parseReport } from '../report/parse';
import { sourceFromText } from '../text/decode';
import { escapeMarkdown } from './markdown';
import { shorten } from './names';

const shownRows = 4;
const shownColumns = 5;
const cellLength = 24;
/** Source characters after a caption within which its table begins and its first rows stand. */
const windowLength = 6_000;

/**
 * The first rows of the table below a caption, as a Markdown table; [] where none is found. Only a window of the
 * report is parsed, so that a long report costs no more than a short one.
 */
export function tablePreview(path: string, text: string, caption: Caption): string[] {
  if (caption.table === null) return [];
  const report = parseReport(path, sourceFromText(text.slice(caption.span.start, caption.span.start + windowLength)));
  const table = report.tables[0];
  if (!table) return [];
  const rows = table.rows.slice(0, shownRows).map((row) =>
    row.slice(0, shownColumns).map(({ start, end }) => escapeMarkdown(shorten(report.source.text.slice(start, end).trim(), cellLength)) || ' '),
  );
  const width = Math.max(...rows.map((row) => row.length));
  const line = (cells: readonly string[]): string => `| ${Array.from({ length: width }, (_, i) => cells[i] ?? ' ').join(' | ')} |`;
  const [head = [], ...body] = table.header ? rows : [[], ...rows];
  return [[line(head), line(Array.from({ length: width }, () => '---')), ...body.map(line)].join('\n')];
}
