import type { Report } from '../../report/model';
import { message } from '../message';
import type { Problem, TextRule } from '../model';
import { foldWords, textAt } from '../reading';
import { entriesOf } from './entries';
import { trusted } from './literalEntries';

/** What stands in the contents besides the entries that were read: several in one line, as text recognition leaves them. */
function unreadContents(report: Report): string {
  const read = new Set(report.toc.map(({ span }) => span.start));
  return report.blocks.filter(({ kind, span }) => kind === 'tocEntry' && !read.has(span.start)).map(({ span }) => foldWords(textAt(report, span))).join('\n');
}

/** A figure or table of the body that the report's list of figures leaves out. */
export const captionUnlisted: TextRule = {
  id: 'structure/caption-unlisted',
  title: message('Figure not in the list of figures'),
  severity: 'warning',
  check({ report }) {
    const entries = entriesOf(report).filter(e => e.kind === 'caption');
    const found = entries.filter(e => e.target !== null);
    if (entries.length < 3 || found.length < entries.length * trusted) return [];
    const listed = new Set(found.map(e => e.target?.span.start));
    const words = new Set(entries.map(e => /^\D*/u.exec(e.number)?.[0] ?? ''));
    const body = report.captions.filter(c => c.number !== null && words.has(/^\D*/u.exec(c.label.replace(/\s/g, '').toLowerCase())?.[0] ?? ''));
    const lost = body.filter(c => !listed.has(c.span.start));
    // A list of chosen figures leaves many out on purpose.
    if (lost.length > body.length * (1 - trusted)) return [];
    const unread = unreadContents(report);
    return lost.filter(({ title }) => !unread.includes(foldWords(title))).map((caption): Problem => ({
      span: caption.span,
      message: message('The list of figures has no entry for “{0} {1}”.', caption.label, caption.title),
    }));
  },
};
