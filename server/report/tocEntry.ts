import { isDigit, isSpace } from '../text/chars';
import type { Line } from './draft';

/** An entry's text taken apart: what stands before the leader or wide gap, and the page behind it. */
export interface EntryParts {
  readonly title: string;
  readonly page: string | null;
  readonly leader: boolean;
}

const LEADER = new Set('.…·•．_-―—。'.split(''));
const LETTERED_PAGE = /^[ivxlcIVXLC]{1,6}$/;

/** Splits title and page, or null when the line ends with neither leader nor page. Linear. */
export function entryParts(text: string): EntryParts | null {
  let end = text.length;
  if (text.charAt(end - 1) === ')' && text.charAt(0) === '[') return linkedTitle(text);
  while (end > 0 && (isDigit(text.charCodeAt(end - 1)) || /[ivxlcIVXLC]/.test(text.charAt(end - 1)))) end--;
  let page: string | null = text.slice(end);
  if (page === '' || page.length > 6 || (!/^\d{1,4}$/.test(page) && !LETTERED_PAGE.test(page))) {
    page = null;
    end = text.length;
  }
  let title = end;
  let dots = 0;
  let spaces = 0;
  while (title > 0) {
    const c = text.charAt(title - 1);
    if (LEADER.has(c)) dots += c === '…' ? 3 : 1;
    else if (c === '\t') spaces += 2;
    else if (isSpace(c.charCodeAt(0))) spaces++;
    else break;
    title--;
  }
  if (title === 0) return null;
  if (dots >= 3) return { title: text.slice(0, title), page, leader: true };
  if (page !== null && spaces >= 2 && dots === 0) return { title: text.slice(0, title), page, leader: false };
  return null;
}

/** "[title](#anchor)", as Markdown tools write their contents. */
function linkedTitle(text: string): EntryParts | null {
  const close = text.lastIndexOf('](#');
  return close > 1 ? { title: text.slice(1, close), page: null, leader: true } : null;
}

/** Title and page with a space or a rest of the leader between, as recognised text has them; only below a title of contents. */
const LOOSE = /^(.{1,120}?[^\d\s.…·])[ .…·\u00a0]{1,6}(\d{1,3})$/;

/** A page set off by a stroke, or called one: 产业概况 / 02, 产业概况 P2, 产业概况 第2页. */
const SET_OFF = /^(.{1,120}?[^\d\s.…·/／|｜])[ \u3000]*(?:[/／|｜][ \u3000]*(?:[Pp]\.?[ ]?)?|[ \u3000][Pp]\.?[ ]?|[ \u3000.…·]{1,80}第[ ]?)(\d{1,3})(?:[ ]?页)?$/;
/** The number of a part is no page: PART 01. */
const NUMBERED = /^(?:part|chapter|section|unit)$/i;

/** The cells of a row one behind the other, where contents are set as a table. */
const rowOf = (text: string): string => text.replace(/^\|\s*|\s*\|$/g, '').split(/\s*\|\s*/).reduce((row, cell) => `${row}${/^\d[\d.]*$/.test(row) ? ' ' : '  '}${cell}`);

/** The parts of a line's words; bullets and number stay out of the way of the link form. */
export function entryPartsOf(line: Line, loose: boolean): EntryParts | null {
  const words = line.text.length > 300 ? '' : line.text.startsWith('|') ? rowOf(line.text) : line.text.slice(line.marks.from);
  const parts = entryParts(words);
  if (parts !== null || !loose) return parts;
  const found = SET_OFF.exec(words) ?? LOOSE.exec(words);
  return found === null || NUMBERED.test(found[1] as string) ? null : { title: found[1] as string, page: found[2] as string, leader: false };
}
