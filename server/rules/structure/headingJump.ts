import { here, message } from '../message';
import type { Problem, TextRule } from '../model';
import { pathOf } from './series';

/** Number of "#" that open a Markdown heading, 0 for another heading. */
function hashesAt(text: string, at: number): number {
  let count = 0;
  while (text.charCodeAt(at + count) === 0x23) count++;
  return count;
}

/** A heading that skips a level: "3.2" is followed by "3.2.1.1", "#" by "###". */
export const headingJump: TextRule = {
  id: 'structure/heading-jump',
  title: message('Heading level skipped'),
  severity: 'warning',
  check({ report }) {
    const problems: Problem[] = [];
    const seen = new Set<string>();
    let deepest = 0;
    let hashes = 0;
    for (const heading of report.headings) {
      const here_ = hashesAt(report.source.text, heading.span.start);
      if (here_ > hashes + 1 && hashes > 0) {
        problems.push({ span: heading.span, severity: 'information', message: message('A heading of level {0} follows one of level {1}.', here_, hashes) });
      }
      if (here_ > 0) hashes = here_;
      const path = pathOf(heading);
      if (path === null) continue;
      const parent = path.slice(0, -1).join('.');
      const above = report.headings[heading.parent];
      const abovePath = above === undefined ? null : pathOf(above);
      // A document whose numbers all have this depth skips nothing.
      if (deepest > 0 && path.length > 2 && !seen.has(parent) && abovePath !== null && path.length > abovePath.length + 1 && above !== undefined) {
        problems.push({
          span: heading.span,
          message: message('{0} follows {1}: there is no {2}.', heading.number ?? '', above.number ?? '', parent),
          related: [here(report, above.span, message('{0} is here', above.number ?? ''))],
        });
      }
      seen.add(path.join('.'));
      deepest = Math.max(deepest, path.length);
    }
    return problems;
  },
};
