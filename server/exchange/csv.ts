import { stringify } from 'csv-stringify/sync';
import type { Segment } from './segments';

export interface CsvOptions {
  /** For spreadsheets: a byte order mark, and cells that would be taken for formulas made text. */
  readonly spreadsheet: boolean;
}

/** Coded segments as CSV (RFC 4180: CRLF line ends, quotes where needed), a header line first. */
export function csvOf(segments: readonly Segment[], { spreadsheet }: CsvOptions): string {
  const rows = segments.map(({ parts, ...segment }) => ({
    ...segment,
    start: parts.map(({ start }) => start).join(';'),
    end: parts.map(({ end }) => end).join(';'),
  }));
  return stringify(rows, { header: true, columns: [...columns], record_delimiter: '\r\n', bom: spreadsheet, escape_formulas: spreadsheet });
}

const columns = [
  { key: 'report', header: 'report' }, { key: 'section', header: 'section' }, { key: 'quote', header: 'quote' },
  { key: 'tag', header: 'tag' }, { key: 'tagPath', header: 'tag_path' }, { key: 'annotator', header: 'annotator' },
  { key: 'memo', header: 'memo' }, { key: 'created', header: 'created' }, { key: 'modified', header: 'modified' },
  { key: 'start', header: 'start' }, { key: 'end', header: 'end' }, { key: 'state', header: 'state' }, { key: 'id', header: 'id' },
];
