import type { Report } from '../../report/model';
import { toSource } from '../../text/logical';
import { matchesOf } from '../../text/matches';
import { message } from '../message';
import type { Problem, TextRule } from '../model';
import { styleOf } from './noteStyle';

const bracketed = /［(\d{1,3})］|〔(\d{1,3})〕/gu;
/** Answered marks that make a series of what might be the number of a document or a year. */
const fewest = 4;

/** Marks such as ［15］ that no note answers, between answered ones: alone they might be anything, so they are no notes of the report. */
function gaps({ notes, logical }: Report): Problem[] {
  const problems: Problem[] = [];
  for (const style of ['wide bracket', 'shell bracket']) {
    const series = notes.filter(n => n.note !== null && styleOf(n.text) === style);
    const last = Math.max(0, ...series.map(n => Number(n.text.slice(1, -1))));
    if (series.length < fewest) continue;
    const known = new Set(notes.map(n => n.text));
    for (const match of matchesOf(logical.text, bracketed)) {
      const number = Number(match[1] ?? match[2]);
      if (styleOf(match[0]) !== style || known.has(match[0]) || number < 1 || number > last) continue;
      const lineStart = match.index === 0 || logical.text.charAt(match.index - 1) === '\n';
      if (lineStart) continue;
      const span = { start: toSource(logical, match.index), end: toSource(logical, match.index + match[0].length - 1) + 1 };
      problems.push({ span, message: message('No note answers the mark {0}.', match[0]) });
    }
  }
  return problems;
}

/** A note mark in the text that no note answers, in a report that answers others of its kind. */
export const noteMissing: TextRule = {
  id: 'structure/note-missing',
  title: message('Note mark without note'),
  severity: 'warning',
  check({ report }) {
    const answered = new Set(report.notes.filter(n => n.note !== null).map(n => styleOf(n.text)));
    return [...gaps(report), ...report.notes.filter(n => n.note === null && answered.has(styleOf(n.text))).map((link): Problem => ({
      span: link.mark,
      message: message('No note answers the mark {0}.', link.text),
    }))];
  },
};
