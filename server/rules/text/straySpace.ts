import { toSource } from '../../text/logical';
import { matchesOf } from '../../text/matches';
import type { Span } from '../../text/span';
import { message } from '../message';
import type { Problem, TextRule } from '../model';
import { countWhile } from '../../text/search';

const stray = /(?<=[\u3400-\u9fff])[ \u00a0](?=[\u3400-\u9fff])/gu;

/** A report with more of them than this, in characters per space, is set with spaces, by whoever made it. */
const setWithSpaces = 300;

/** "股票代码：" behind the space is a field of its own. */
const label = /^[ \u00a0][\u3400-\u9fff]{2,8}[:：]/u;

/** A character between spaces alone, as titles are set: 工 作 报 告. */
const isSetApart = (text: string, at: number): boolean => /^[\s\u00a0]?$/u.test(text.charAt(at - 2)) && /^[\s\u00a0]?$/u.test(text.charAt(at + 2));

const around = 3;

/** Spaces looked at; a report with more of them is set so. */
const looked = 400;

/** A space inside Chinese words, as conversions from PDF leave them. */
export const straySpace: TextRule = {
  id: 'text/stray-space',
  title: message('Space inside Chinese text'),
  severity: 'hint',
  check({ report }) {
    const { logical, source } = report;
    const kinds = report.blocks.filter(b => b.kind === 'paragraph' || b.kind === 'listItem' || b.kind === 'note');
    const isProse = (at: number): boolean => {
      const block = kinds[countWhile(kinds.length, index => (kinds[index] as { span: Span }).span.start <= at) - 1];
      return block !== undefined && at < block.span.end;
    };
    // Both characters stand together elsewhere in the report: the space has cut a word, not parted two names.
    const cutsWord = (index: number): boolean => logical.text.includes(logical.text.charAt(index - 1) + logical.text.charAt(index + 1));
    const found = matchesOf(logical.text, stray).slice(0, looked).filter(m => cutsWord(m.index) && !isSetApart(logical.text, m.index) && !label.test(logical.text.slice(m.index, m.index + 12))).map(m => toSource(logical, m.index)).filter(at => source.text.charAt(at).trim() === '' && isProse(at));
    if (found.length * setWithSpaces > source.text.length && found.length > 3) return [];
    return found.map((at): Problem => {
      const before = source.text.slice(at - around, at);
      const after = source.text.slice(at + 1, at + 1 + around);
      return {
        span: { start: at, end: at + 1 },
        message: message('A space inside “{0} {1}”.', before, after),
        fixes: [{ title: message('Take the space out: “{0}{1}”', before, after), changes: [{ kind: 'text', span: { start: at, end: at + 1 }, text: '' }] }],
      };
    });
  },
};
