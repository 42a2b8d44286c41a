import { message } from '../message';
import type { Problem, ReportRule } from '../model';
import { styleOf } from './noteStyle';

/** A note mark in the text that no note answers, in a report that answers others of its kind. */
export const noteMissing: ReportRule = {
  id: 'structure/note-missing',
  title: message('Note mark without note'),
  severity: 'warning',
  check({ report }) {
    const answered = new Set(report.notes.filter(n => n.note !== null).map(n => styleOf(n.text)));
    return report.notes.filter(n => n.note === null && answered.has(styleOf(n.text))).map((link): Problem => ({
      span: link.mark,
      message: message('No note answers the mark {0}.', link.text),
    }));
  },
};
