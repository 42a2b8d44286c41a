import { message } from '../message';
import type { TextRule } from '../model';

/** The encoding was guessed: no byte order mark, no valid UTF-8, no setting. */
export const encodingGuessed: TextRule = {
  id: 'text/encoding-guessed',
  title: message('Encoding guessed'),
  severity: 'information',
  check: ({ report }) => (report.source.guessed && report.source.text.length > 0
    ? [{ span: { start: 0, end: Math.min(1, report.source.text.length) }, message: message('Read as {0}, which was guessed from the bytes.', report.source.encoding) }]
    : []),
};
