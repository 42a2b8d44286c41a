import { toSource } from '../../text/logical';
import { message } from '../message';
import type { Problem, TextRule } from '../model';

const told = '(?:前文|上文|前面|前述章节)(?:已经|曾|所|已|中)?(?:提到|提及|述及|介绍|谈到|讨论)过?的';
/** A name that ends where the clause does, or in front of a word for what kind of thing it is; a name in quotes. */
const pattern = new RegExp(`${told}([\\u3400-\\u9fff]{3,6})(?=[^\\u3400-\\u9fff]|$)|${told}([\\u3400-\\u9fff]{3,6}?)(?=问题|情况|现象|案例|因素|风险|模式|产品|项目)|(?:${told}|前述的?|上述的?)“([^“”]{2,12})”`, 'gu');

/** "前文提到的 X", where no earlier line of the report has X. */
export const earlierMention: TextRule = {
  id: 'reference/earlier-mention',
  title: message('“Mentioned above”, yet it is not'),
  severity: 'information',
  check({ report }) {
    const { text } = report.logical;
    return [...text.matchAll(pattern)].flatMap((match): Problem[] => {
      const name = match[1] ?? match[2] ?? match[3] ?? '';
      if (text.lastIndexOf(name, match.index - 1) >= 0) return [];
      const at = match.index + match[0].lastIndexOf(name);
      return [{
        span: { start: toSource(report.logical, match.index), end: toSource(report.logical, at + name.length - 1) + 1 },
        message: message('“{0}” stands nowhere further up.', name),
      }];
    });
  },
};
