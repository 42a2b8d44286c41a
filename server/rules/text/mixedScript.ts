import { simplifiedUnits } from '../../text/han';
import { toSource } from '../../text/logical';
import { message } from '../message';
import type { Problem, TextRule } from '../model';

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
export const mixedScript: TextRule = {
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
