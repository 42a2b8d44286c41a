import { toSource } from '../../text/logical';
import { message } from '../message';
import type { Problem, ReportRule } from '../model';

const pattern = /(?:前文|上文|前面|前述章节)(?:已经|曾|所|已|中)?(?:提到|提及|述及|介绍|谈到|讨论)过?的([\u3400-\u9fff]{3,6})(?=[^\u3400-\u9fff]|$)/gu;

/** "前文提到的 X", where no earlier line of the report has X. */
export const earlierMention: ReportRule = {
  id: 'reference/earlier-mention',
  title: message('“Mentioned above”, yet it is not'),
  severity: 'information',
  check({ report }) {
    const { text } = report.logical;
    return [...text.matchAll(pattern)].flatMap((match): Problem[] => {
      const name = match[1] ?? '';
      if (text.lastIndexOf(name, match.index - 1) >= 0) return [];
      const at = match.index + match[0].length - name.length;
      return [{
        span: { start: toSource(report.logical, match.index), end: toSource(report.logical, at + name.length - 1) + 1 },
        message: message('“{0}” stands nowhere further up.', name),
      }];
    });
  },
};
