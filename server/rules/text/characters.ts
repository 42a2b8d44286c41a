import { simplifiedUnits } from '../../text/han';
import { toSource } from '../../text/logical';
import type { Span } from '../../text/span';
import { message } from '../message';
import type { Problem, ReportRule } from '../model';
import { countWhile } from '../../text/search';

/** The encoding was guessed: no byte order mark, no valid UTF-8, no setting. */
export const encodingGuessed: ReportRule = {
  id: 'text/encoding-guessed',
  title: message('Encoding guessed'),
  severity: 'information',
  check: ({ report }) => (report.source.guessed && report.source.text.length > 0
    ? [{ span: { start: 0, end: Math.min(1, report.source.text.length) }, message: message('Read as {0}, which was guessed from the bytes.', report.source.encoding) }]
    : []),
};

/** Characters that decoding could not read; each run told once. */
export const replacement: ReportRule = {
  id: 'text/replacement',
  title: message('Unreadable characters'),
  severity: 'warning',
  check({ report }) {
    const { text } = report.source;
    const problems: Problem[] = [];
    for (let at = text.indexOf('\ufffd'); at >= 0;) {
      let end = at;
      while (text.charCodeAt(end) === 0xfffd) end++;
      problems.push({ span: { start: at, end }, message: message('{0} characters could not be decoded.', end - at) });
      at = text.indexOf('\ufffd', end);
    }
    return problems;
  },
};

/** Characters that stand in simplified text as they are, whatever the tables say: names, 乾隆, 瞭望, 著作. */
const both = new Set('乾瞭著藉徵於麼昇陞鍾甦釐麽妳祂後裡裏週噹喫嚐佔併');

/** True for a traditional character that simplified text writes otherwise. */
function isTraditional(code: number): boolean {
  return simplifiedUnits()[code] !== 0 && !both.has(String.fromCharCode(code));
}

/** Share of a report in the other script above which it is bilingual rather than mixed. */
const mixed = 0.2;
/** A passage in the other script has this many of its characters; fewer are names and quotations. */
const fewest = 3;

/** Passages in traditional characters in a simplified report: pasted from elsewhere. One finding per passage. */
export const mixedScript: ReportRule = {
  id: 'text/mixed-script',
  title: message('Traditional characters in simplified text'),
  severity: 'information',
  check({ report }) {
    const { text } = report.logical;
    const lines: { start: number; end: number; count: number; sample: string; next: number }[] = [];
    let start = 0;
    let han = 0;
    let traditional = 0;
    let line = { start: -1, end: 0, count: 0, sample: '' };
    for (let i = 0; i <= text.length; i++) {
      const code = i < text.length ? text.charCodeAt(i) : 10;
      if (code === 10) {
        const before = lines.at(-1);
        // Rows of one table, lines of one passage: one finding.
        if (line.count >= fewest && before?.next === start) lines[lines.length - 1] = { ...before, end: line.end, count: before.count + line.count, next: i + 1 };
        else if (line.count >= fewest) lines.push({ ...line, next: i + 1 });
        line = { start: -1, end: 0, count: 0, sample: '' };
        start = i + 1;
      } else if (code >= 0x4e00 && code <= 0x9fff) {
        han++;
        if (!isTraditional(code)) continue;
        const character = text.charAt(i);
        traditional++;
        line = { start: line.start < 0 ? i : line.start, end: i + 1, count: line.count + 1, sample: line.sample.length < 6 ? line.sample + character : line.sample };
      }
    }
    if (traditional > han * mixed) return [];
    return lines.map(({ start: from, end, count, sample }): Problem => ({
      span: { start: toSource(report.logical, from), end: toSource(report.logical, end - 1) + 1 },
      message: message('{0} traditional characters in simplified text: {1}…', count, sample),
    }));
  },
};

const stray = /(?<=[\u3400-\u9fff])[ \u00a0](?=[\u3400-\u9fff])/gu;
/** A report with more of them than this, in characters per space, is set with spaces, by whoever made it. */
const setWithSpaces = 300;
const around = 3;
/** Spaces looked at; a report with more of them is set so. */
const looked = 400;

/** A space inside Chinese words, as conversions from PDF leave them. */
export const straySpace: ReportRule = {
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
    const found = [...logical.text.matchAll(stray)].slice(0, looked).filter(m => cutsWord(m.index)).map(m => toSource(logical, m.index)).filter(at => source.text.charAt(at).trim() === '' && isProse(at));
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
