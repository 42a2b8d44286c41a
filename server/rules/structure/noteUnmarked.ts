import { message } from '../message';
import type { Problem, TextRule } from '../model';
import { readingOf, shorten } from '../reading';
import { styleOf } from './noteStyle';

const opening = /^(?:[¹²³⁰⁴-⁹]{1,3}|[①-⑳]|\[\^?\w{1,4}\]|［\d{1,3}］|〔\d{1,3}〕|注[ \u3000]?\d{1,2}[：:]|\*{1,2}(?!\*))/u;

/** A note that no mark in the text leads to, in a report whose other notes of its kind are marked. */
export const noteUnmarked: TextRule = {
  id: 'structure/note-unmarked',
  title: message('Note without mark'),
  severity: 'warning',
  check({ report }) {
    const marked = new Set(report.notes.flatMap(n => (n.note === null ? [] : [n.note.start])));
    const styles = new Set(report.notes.filter(n => n.note !== null).map(n => styleOf(n.text)));
    return report.blocks.flatMap((block): Problem[] => {
      if (block.kind !== 'note' || marked.has(block.span.start)) return [];
      const text = readingOf(report, block.span);
      const mark = opening.exec(text)?.[0];
      if (mark === undefined || !styles.has(styleOf(mark))) return [];
      return [{ span: block.span, message: message('Nothing in the text is marked {0}: “{1}”.', mark, shorten(text.slice(mark.length))) }];
    });
  },
};
