import type { Heading } from '../../report/model';
import { here, message } from '../message';
import type { Problem, TextRule } from '../model';
import { pathOf } from './series';

const printed = (path: readonly number[]): string => path.join('.');
const startsWith = (path: readonly number[], prefix: readonly number[]): boolean => prefix.every((n, i) => path[i] === n);

/** True for the number of a part that comes before that of the heading before. */
const goesBack = (prefix: readonly number[], before: readonly number[]): boolean => (prefix[0] ?? 0) < (before[0] ?? 0);

/** A dotted section number that belongs under another section than the one it stands in. */
export const sectionNumber: TextRule = {
  id: 'structure/section-number',
  title: message('Section number under another section'),
  severity: 'warning',
  check({ report }) {
    const problems: Problem[] = [];
    const seen = new Set<string>();
    /** The last heading with a dotted number of each length. */
    const last: (Heading | undefined)[] = [];
    for (const heading of report.headings) {
      const path = pathOf(heading);
      if (path === null) continue;
      const above = last[path.length - 1];
      const abovePath = above === undefined ? null : pathOf(above);
      const prefix = path.slice(0, -1);
      const before = last[path.length];
      const beforePath = before === undefined ? null : pathOf(before);
      // "3.3" behind "4.2", below a heading without such a number: it goes back to a section that was left.
      if (above === undefined && before !== undefined && beforePath !== null && path.length === 2 && goesBack(prefix, beforePath) && heading.parent === before.parent) {
        problems.push({
          span: heading.span,
          message: message('{0} stands after {1}.', printed(path), printed(beforePath)),
          related: [here(report, before.span, message('{0} is here', printed(beforePath)))],
        });
      }
      if (above !== undefined && abovePath !== null && !startsWith(path, abovePath) && seen.has(printed(prefix))) {
        const expected = [...abovePath, path.at(-1) ?? 1];
        problems.push({
          span: heading.span,
          message: message('{0} stands under {1} “{2}”: its number should begin with {1} ({3}?).', printed(path), printed(abovePath), above.title, printed(expected)),
          related: [here(report, above.span, message('{0} is here', printed(abovePath)))],
          fixes: [{
            title: message('Change {0} to {1}', printed(path), printed(expected)),
            changes: [{ kind: 'text', span: numberSpan(report.source.text, heading), text: printed(expected) }],
          }],
        });
      }
      seen.add(printed(path));
      last.length = path.length;
      last[path.length] = heading;
    }
    return problems;
  },
};

function numberSpan(text: string, heading: Heading): { start: number; end: number } {
  const at = text.indexOf(heading.number ?? '', heading.span.start);
  const start = at < 0 || at > heading.span.end ? heading.span.start : at;
  return { start, end: start + (heading.number ?? '').length };
}
