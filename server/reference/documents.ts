import type { Report } from '../report/model';
import { byPart } from '../text/parts';
import type { Span } from '../text/span';
import { documentKey, foldTitle } from './keys';
import type { Reference } from './model';
import { blockIndexAt, sourceSpan } from './reading';

/** Longest title in 《》 that is read as one; an unclosed bracket otherwise takes the rest of a report. */
const longestTitle = 120;

/** A title in 《》 (the outermost, where they nest), in logical offsets without the brackets. */
export interface BracketedTitle { readonly start: number; readonly end: number; readonly title: string }

const byParts = byPart(titlesIn);

/**
 * All titles in 《》 of a text, nested ones with the title around them, unclosed and over-long ones left out.
 * A title never crosses a line of the logical text. One pass.
 */
export function bracketedTitles(text: string): BracketedTitle[] {
  return byParts(text).flatMap(({ part, found }) => found.map(({ start, end, title }) => ({ start: part.start + start, end: part.start + end, title })));
}

function titlesIn(text: string): BracketedTitle[] {
  const titles: BracketedTitle[] = [];
  let depth = 0;
  let open = -1;
  for (const { index: i, 0: c } of text.matchAll(/[《》\n]/g)) {
    if (c === '\n' || (depth > 0 && i - open > longestTitle)) depth = 0;
    if (c === '《') {
      // A second 《 far from the first, with nothing closed, opens anew: the first was never closed.
      if (depth === 0 || !text.slice(open + 1, i).trim()) {
        depth = 1;
        open = i;
      } else {
        depth++;
      }
    } else if (c === '》' && depth > 0) {
      depth--;
      if (depth === 0 && i > open + 1) titles.push({ start: open + 1, end: i, title: text.slice(open + 1, i) });
    }
  }
  return titles;
}

const generic = /^(?:.{0,4})(?:实施方案|实施意见|指导意见|行动计划|行动方案|工作方案|参考指引|指引|方案|意见|办法|条例|计划|规划|纲要|通知|规定|细则|决定|标准|规范|目录|指南|公告|若干措施|措施|政策|行动|暂行办法|管理办法)$/u;

/**
 * References to documents by title. A short form ("《实施方案》") that a longer title of the report before it
 * ends in, or that the text introduces with 以下简称, stands for that longer title.
 */
export function documentReferences(report: Report): Reference[] {
  const text = report.logical.text;
  const shortForms = new Map<string, string>();
  const recent: string[] = [];
  const references: Reference[] = [];
  for (const { start, end, title } of bracketedTitles(text)) {
    const span: Span = sourceSpan(report, start, end);
    const kind = report.blocks[blockIndexAt(report, span.start)]?.kind;
    if (kind === 'tocEntry' || kind === 'furniture' || kind === 'frontMatter') continue;
    const folded = foldTitle(title);
    const introduced = /(?:简称|下称|称为?)[“"]?《$/u.test(text.slice(Math.max(0, start - 8), start));
    let full = shortForms.get(folded);
    if (full === undefined && introduced && recent.length > 0) full = recent.at(-1);
    if (full === undefined && folded.length <= 10 && generic.test(folded)) full = recent.findLast(t => t.length > folded.length && t.replace(/\([^()]*\)$/u, '').endsWith(folded));
    if (full !== undefined && full !== folded) shortForms.set(folded, full);
    else recent.push(folded);
    references.push({ span, kind: 'document', text: title, local: null, key: full === undefined ? documentKey(title) : `document:${full}` });
  }
  return references;
}
