import type { Report } from '../../report/model';
import { message } from '../message';
import type { Problem, TextRule } from '../model';
import { foldWords, squeezedLines, textAt } from '../reading';
import { entriesOf, type Entry } from './entries';
import { isLiteral } from './literalEntries';

function leadsNowhere(report: Report, entries: readonly Entry[]): Problem[] {
  if (entries.length < 3) return [];
  const lost = entries.filter(e => e.target === null);
  if (lost.length === 0 || !isLiteral(entries)) return [];
  const contents = new Set(entries.map(e => textAt(report, e.entry.span)));
  const lines = squeezedLines(report).map(foldWords);
  const own = new Set([...contents].map(foldWords));
  return lost.flatMap(({ entry, title, kind }): Problem[] => {
    const wanted = foldWords(title);
    // The title heads a line after all: the parser took it for something else.
    if (wanted.length < 2 || lines.some(line => !own.has(line) && line.includes(wanted))) return [];
    return [{
      span: entry.span,
      message: kind === 'caption'
        ? message('No figure or table of the body is “{0}”.', textAt(report, entry.span).replace(/\s+/g, ' '))
        : message('No heading of the body is “{0}”.', title),
    }];
  });
}

/** An entry of the contents or of the list of figures that nothing in the body answers. */
export const tocMissing: TextRule = {
  id: 'structure/toc-missing',
  title: message('Contents entry without target'),
  severity: 'warning',
  check({ report }) {
    const entries = entriesOf(report);
    return [
      ...leadsNowhere(report, entries.filter(e => e.kind === 'heading')),
      ...leadsNowhere(report, entries.filter(e => e.kind === 'caption')),
    ];
  },
};
