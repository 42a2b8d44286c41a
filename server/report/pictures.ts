import type { Draft } from './draft';

const IMAGE = /^!\[[^\]]{0,400}\]\([^)]{0,2000}\)$/;
const TAG = /^<(?:img|br|hr|!--)[^>]{0,2000}>$/i;
/** A picture in the frame that a converter puts around it. */
const FRAMED = /^<(div|p|center)\b[^<>]{0,300}>\s*<img\b[^<>]{0,2000}>\s*<\/\1>$/i;
const RULE = /^(?:-{3,}|\*{3,}|_{3,}|={3,}|—{5,})$/;

/** Marks what a reader does not read as furniture: image references, comments, rules. Linear. */
export function markPictures(draft: Draft): void {
  draft.lines.forEach((line, i) => {
    if (draft.kinds[i] !== null) return;
    if (IMAGE.test(line.text) || TAG.test(line.text) || FRAMED.test(line.text) || RULE.test(line.text)) draft.kinds[i] = 'furniture';
  });
}
