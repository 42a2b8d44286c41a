import type { Span } from '../text/span';
import type { Context } from './context';
import type { Line } from './draft';

/** A note's own text: the mark it explains, and where it stands. */
export interface NoteText {
  readonly mark: string;
  /** "works" are the entries of a list of references, which any mark of its number means. */
  readonly kind: 'note' | 'works';
  readonly line: number;
  readonly span: Span;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const RAISED = /^([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?![⁰¹²³⁴⁵⁶⁷⁸⁹])/;
const MARKDOWN = /^\[\^([^\]\s]{1,40})\][：:]/;
const SUP = /^<sup>[\s[(（]{0,2}(\d{1,3})[\s\])）]{0,2}<\/sup>/i;
const FORMULA = /^\$\s?\^\s?\{?\s?[[(]?\s?(\d{1,3})\s?[\])]?\s?\}?\s?\$/;
const NUMBERED_NOTE = /^[[（(【]?注(?:释)?[ \t]?(\d{1,3}|[①-⑳])[\]）)】]?[ \t]?[：:、.．]/;
const NOTE = /^\\?\*{0,2}(?:备注|注释|附注|说明|注|Notes?|NOTES?)\*{0,2}[ \t]?[：:]/;
const SOURCE = /^\\?\*{0,2}(?:资料来源|数据来源|图片来源|信息来源|资料出处|数据出处|来源|Sources?)\*{0,2}[ \t]?[：:]/i;
const BRACKETED = /^\\?[[［〔](\d{1,3})\\?[\]］〕]/;
const CIRCLED = /^([①-⑳])/;
const WORKS = /^(?:主要)?(?:引用的著作|参考文献|参考资料|参考来源|引用文献|引用来源|引文|注释|尾注|脚注|文献|资料来源|workscited|references|bibliography|notes|endnotes)$/;
const PLACES_IN_NOTE = /(?:^|[；;。\s：:])(\d{1,2})[.．、](?!\d)/g;

/** First characters of all of these. */
const OPENERS = new Set('⁰¹²³⁴⁵⁶⁷⁸⁹[<$（(【\\*备注释附说资数图信来SsNn'.split(''));

/** The digits of a raised number. */
export function lowered(raised: string): string {
  return [...raised].map((c) => (SUPERSCRIPTS.includes(c) ? String(SUPERSCRIPTS.indexOf(c)) : c)).join('');
}

/** Finds the texts of notes, sources and references, and marks their lines so that no later step takes them. Linear. */
export function markNoteTexts(context: Context): NoteText[] {
  const texts: NoteText[] = [];
  const { lines, kinds } = context.draft;
  for (let i = 0; i < lines.length; i++) {
    if (kinds[i] !== null) continue;
    const line = lines[i] as Line;
    if (line.text.length < 24 && WORKS.test(line.stem)) {
      const works = worksBelow(context, i);
      texts.push(...works);
      for (const work of works) kinds[work.line] = 'note';
      continue;
    }
    if (!OPENERS.has(line.text.charAt(0))) continue;
    const found = noteTextsAt(line, i);
    if (found.length > 0 || NOTE.test(line.text)) kinds[i] = 'note';
    else if (SOURCE.test(line.text) && line.text.length > 4) kinds[i] = 'source';
    texts.push(...found);
  }
  return texts;
}

function noteTextsAt(line: Line, i: number): NoteText[] {
  const { text, start, end } = line;
  const single = RAISED.exec(text) ?? MARKDOWN.exec(text) ?? SUP.exec(text) ?? FORMULA.exec(text) ?? NUMBERED_NOTE.exec(text);
  if (single !== null && text.length > single[0].length + 1) return [{ mark: lowered(single[1] as string), kind: 'note', line: i, span: { start, end } }];
  if (!NOTE.test(text)) return [];
  const places = [...text.slice(0, 4000).matchAll(PLACES_IN_NOTE)];
  return places.map((place, n) => {
    const from = start + place.index + place[0].length - (place[0].match(/\d+.$/)?.[0].length ?? 0);
    const next = places[n + 1];
    return { mark: place[1] as string, kind: 'note', line: i, span: { start: from, end: next === undefined ? end : start + next.index + 1 } };
  });
}

/** The entries of the list of references below a heading, numbered from 1 without a hole. */
function worksBelow(context: Context, heading: number): NoteText[] {
  const works: NoteText[] = [];
  for (let i = heading + 1; i < context.draft.lines.length; i++) {
    if (context.draft.kinds[i] !== null) continue;
    const line = context.draft.lines[i] as Line;
    const bracketed = BRACKETED.exec(line.text)?.[1];
    const number = bracketed ?? CIRCLED.exec(line.text)?.[1] ?? (line.numbering?.style.startsWith('1') === true && line.numbering.path === null ? String(line.numbering.value) : undefined);
    if (number !== undefined && (/\D/.test(number) || Number(number) === works.length + 1)) works.push({ mark: number, kind: 'works', line: i, span: { start: line.start, end: line.end } });
    else if (line.marks.hashes > 0 || i - heading > works.length * 6 + 6) break;
  }
  return works;
}
