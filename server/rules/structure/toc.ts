import type { Report } from '../../report/model';
import { here, message } from '../message';
import type { Problem, ReportRule } from '../model';
import { foldWords, squeezedLines, textAt } from '../reading';
import { cleanTitle, entriesOf, likeness, type Entry } from './entries';

/** Share of entries that must lead somewhere before one that does not is a fault of the report rather than of the reading. */
const trusted = 0.7;

/** Number and title of the target agree with what the entry prints, so that a difference of titles is one. */
function numbersAgree(entry: Entry): boolean {
  if (entry.kind === 'caption' || entry.number === '') return true;
  const number = (entry.target as { number: string | null }).number;
  return number === null || number.replace(/\s/g, '').normalize('NFKC').toLowerCase() === entry.number;
}

/** Numbers that begin anew in each part: one of them alone does not say which heading is meant. */
function numbersThatRepeat(report: Report): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { number } of report.headings) {
    if (number === null) continue;
    const folded = number.replace(/\s/g, '').normalize('NFKC').toLowerCase();
    if (seen.has(folded)) repeated.add(folded);
    seen.add(folded);
  }
  return repeated;
}

/** The contents repeat the headings word for word; others give the gist of each, as slides do. */
function isLiteral(entries: readonly Entry[]): boolean {
  const compared = entries.flatMap(e => (e.target === null ? ['other'] : [likeness(e.title, cleanTitle(e.target.title))]));
  return compared.filter(kind => kind === 'same' || kind === 'width' || kind === 'cut').length >= compared.length * trusted;
}

/** An entry whose heading or caption has another title in the body. */
export const tocTitle: ReportRule = {
  id: 'structure/toc-title',
  title: message('Contents entry with another title'),
  severity: 'warning',
  check({ report }) {
    const problems: Problem[] = [];
    const entries = entriesOf(report);
    const literal = isLiteral(entries);
    const repeated = numbersThatRepeat(report);
    for (const entry of entries) {
      if (entry.target === null || !numbersAgree(entry) || (entry.number === '' && !literal)) continue;
      const title = cleanTitle(entry.target.title);
      const kind = likeness(entry.title, title);
      if (kind === 'same' || kind === 'cut' || (kind === 'other' && (entry.number === '' || repeated.has(entry.number)))) continue;
      problems.push({
        span: entry.entry.span,
        ...(kind === 'width' ? { severity: 'information' as const } : {}),
        message: kind === 'width'
          ? message('The contents print “{0}”, the body “{1}”: other punctuation.', entry.title, title)
          : message('The contents say “{0}”, the body “{1}”.', entry.title, title),
        related: [here(report, entry.target.span, message('“{0}” in the body', title))],
      });
    }
    return problems;
  },
};

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
export const tocMissing: ReportRule = {
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

/** A figure or table of the body that the report's list of figures leaves out. */
export const captionUnlisted: ReportRule = {
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
    return lost.map((caption): Problem => ({
      span: caption.span,
      message: message('The list of figures has no entry for “{0} {1}”.', caption.label, caption.title),
    }));
  },
};
