import type { Context } from './context';
import type { Line } from './draft';
import type { NoteLink } from './model';
import { marksIn } from './noteMarks';
import { lowered, type NoteText } from './noteTexts';
import { countWhile } from '../text/search';

/** A circled number is a mark only this many lines from its note: elsewhere it numbers the items of a list. */
const NEAR = 80;
const OPENS = /^(?:[①-⑳]|\\?[[［〔](\d{1,3})\\?[\]］〕])/;
const MARK = /[①-⑳](?=[。，、；：”》）]|$)|[[［〔](\d{1,3})\\?[\]］〕]/g;
/** The same for numbers in brackets, which may be explained at the end of the report. */
const FAR = 5000;

/**
 * Links the marks of notes to their texts: a note to the next text of its number below it (notes count anew on each
 * page), else the last above; a number of a list of references to that list. A mark without text stays unlinked
 * where its form alone makes it a mark. Linear in text, logarithmic in notes.
 */
export function linkNotes(context: Context, texts: readonly NoteText[]): NoteLink[] {
  const all = [...texts, ...openingTexts(context)].sort((a, b) => a.line - b.line);
  const byMark = new Map<string, NoteText[]>();
  for (const text of all) {
    const list = byMark.get(text.mark);
    if (list === undefined) byMark.set(text.mark, [text]);
    else list.push(text);
  }
  const hasWorks = texts.some((text) => text.kind === 'works');
  const isText = new Set(all.map((text) => text.line));
  const links: NoteLink[] = [];
  context.draft.lines.forEach((line, i) => {
    const kind = context.draft.kinds[i];
    if (kind === 'furniture' || kind === 'tocEntry' || kind === 'frontMatter' || isText.has(i)) return;
    for (const found of marksIn(line, hasWorks)) {
      const texts = byMark.get(found.mark) ?? [];
      const mark = { start: line.start + found.start, end: line.start + found.end };
      const note = found.bare ? (hasWorks ? workFor(texts, i) : null) : textFor(texts, i);
      const raised = lowered(line.text.charAt(found.start)) !== line.text.charAt(found.start) || line.text.startsWith('[^', found.start);
      if (note !== null || (raised && !found.bare)) links.push({ mark, text: line.text.slice(found.start, found.end), note: note?.span ?? null });
    }
  });
  return links;
}

/** "① …" or "[1] …" at a line's start explains "…①" or "…[1]" further up. */
function openingTexts(context: Context): NoteText[] {
  if (!context.draft.lines.some((line) => OPENS.test(line.text))) return [];
  const lastMark = new Map<string, number>();
  const texts: NoteText[] = [];
  context.draft.lines.forEach((line: Line, i) => {
    const opens = OPENS.exec(line.text);
    const start = opens === null ? undefined : (opens[1] ?? opens[0]);
    const at = start === undefined ? undefined : lastMark.get(start);
    if (start !== undefined && at !== undefined && i - at <= (opens?.[1] === undefined ? NEAR : FAR) && context.draft.kinds[i] === null) {
      texts.push({ mark: start, kind: 'note', line: i, span: { start: line.start, end: line.end } });
      context.draft.kinds[i] = 'note';
    }
    if (line.text.length > 2000) return;
    for (const found of line.text.matchAll(MARK)) if (found.index > 3) lastMark.set(found[1] ?? found[0], i);
  });
  return texts;
}

function workFor(texts: readonly NoteText[], line: number): NoteText | null {
  return texts.find((text) => text.kind === 'works' && text.line > line) ?? null;
}

function textFor(texts: readonly NoteText[], line: number): NoteText | null {
  const after = countWhile(texts.length, (index) => (texts[index] as NoteText).line <= line);
  return texts[after] ?? texts[after - 1] ?? null;
}
