import type { Report } from '../../report/model';
import { here, message } from '../message';
import type { Problem, TextRule } from '../model';
import { foldWords, textAt } from '../reading';
import { cleanTitle, entriesOf, likeness, type Entry } from './entries';
import { isLiteral } from './literalEntries';

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

/** A line of the contents that is whole: its page number stands behind the title. */
const whole = /(?:[.．·…\t ]{2,}|\s)[\divxIVX]{1,4}[ \t]*$/u;

/** The entry goes on where the heading ends, and the line below the heading does not: a longer title, not a wrapped one. */
function isLonger(report: Report, { entry, kind, title: listed, target }: Entry): boolean {
  if (target === null || !whole.test(textAt(report, entry.span))) return false;
  const [longer, title] = [foldWords(listed), foldWords(cleanTitle(target.title))];
  // Wrapped lines are cut at their end: what is missing in front of a figure's title is another title.
  if (kind === 'caption' && title.endsWith(longer) && !title.startsWith(longer) && longer.length > 4 && title.length - longer.length <= longest) return true;
  if (title.length < 2 || !longer.startsWith(title) || longer.length - title.length > longest) return false;
  const below = report.source.text.slice(target.span.end, target.span.end + 60);
  return !foldWords(below).startsWith(longer.slice(title.length).slice(0, 2));
}

/** More characters than this are a second title in one line. */
const longest = 8;

/** An entry whose heading or caption has another title in the body. */
export const tocTitle: TextRule = {
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
      if (kind === 'same' || (kind === 'cut' && !isLonger(report, entry)) || (kind === 'other' && (entry.number === '' || repeated.has(entry.number)))) continue;
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
