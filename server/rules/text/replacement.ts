import { message } from '../message';
import type { Problem, TextRule } from '../model';

/** Characters that decoding could not read; each run told once. */
export const replacement: TextRule = {
  id: 'text/replacement',
  title: message('Unreadable characters'),
  severity: 'warning',
  check({ report }) {
    const { text } = report.source;
    const problems: Problem[] = [];
    for (let at = text.indexOf('\ufffd'); at >= 0;) {
      let end = at;
      while (text.charCodeAt(end) === 0xfffd) end++;
      problems.push({ span: { start: at, end }, message: message('{0} characters could not be decoded.', end - at) });
      at = text.indexOf('\ufffd', end);
    }
    return problems;
  },
};
