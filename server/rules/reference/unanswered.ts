import { message } from '../message';
import type { Problem, ReportRule } from '../model';

const kinds: ReadonlySet<string> = new Set(['caption', 'section', 'chapter', 'article', 'appendix']);

/** "见图表 21" in a report that has no figure 21. */
export const unanswered: ReportRule = {
  id: 'reference/unanswered',
  title: message('Reference that leads nowhere'),
  severity: 'warning',
  check({ report, references }) {
    const hasCaptions = report.captions.some(c => c.number !== null);
    return references.flatMap((reference): Problem[] => {
      if (reference.local !== null || reference.key !== null || !kinds.has(reference.kind)) return [];
      // A report none of whose figures survived the conversion is not to blame.
      if (reference.kind === 'caption' && !hasCaptions) return [];
      if (reference.kind !== 'caption' && report.headings.every(h => h.number === null)) return [];
      return [{ span: reference.span, message: message('Nothing in this report is “{0}”.', reference.text.trim()) }];
    });
  },
};
