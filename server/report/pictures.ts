import type { Draft } from './draft';

const IMAGE = /^!\[[^\]]{0,400}\]\([^)]{0,2000}\)$/;
const TAG = /^<(?:img|br|hr|!--)[^>]{0,2000}>$/i;
/** A picture in the frame that a converter puts around it. */
const FRAMED = /^<(div|p|center)\b[^<>]{0,300}>\s*<img\b[^<>]{0,2000}>\s*<\/\1>$/i;
const RULE = /^(?:-{3,}|\*{3,}|_{3,}|={3,}|—{5,})$/;

/** Lines of the longest formula that stands by itself. */
const LONGEST_FORMULA = 60;

/** The last line of the formula between "$$" signs that begins at line `i`; -1 where none begins or it does not end. */
function formulaEnd({ lines }: Draft, i: number): number {
  const text = lines[i]?.text ?? '';
  if (!text.startsWith('$$')) return -1;
  if (text.length > 4 && text.endsWith('$$')) return i;
  for (let n = i + 1; n <= i + LONGEST_FORMULA && n < lines.length; n++) if (lines[n]?.text.endsWith('$$') === true) return n;
  return -1;
}

/** Marks what no words are in as furniture: image references, comments, rules, formulas that stand by themselves. Linear. */
export function markPictures(draft: Draft): void {
  for (let i = 0; i < draft.lines.length; i++) {
    const end = formulaEnd(draft, i);
    if (end < 0) continue;
    draft.kinds.fill('furniture', i, end + 1);
    i = end;
  }
  draft.lines.forEach((line, i) => {
    if (draft.kinds[i] !== null) return;
    if (IMAGE.test(line.text) || TAG.test(line.text) || FRAMED.test(line.text) || RULE.test(line.text)) draft.kinds[i] = 'furniture';
  });
}
