import type { Candidate } from './candidate';
import type { Context } from './context';
import type { Line } from './draft';
import { squeeze } from './stem';
import { cleanTitle, endsLikeTitle, hasSentence, isField } from './titles';

const FEWEST_PAGES = 5;
/** Characters on the usual page of a deck; pages of running text have far more. */
const MOST_PER_PAGE = 420;
const WIDEST_TITLE = 64;

interface Page {
  readonly first: number;
  readonly end: number;
}

/** Pages of a text with form feeds, as ranges of lines; furniture is left in. */
function pagesOf(context: Context): Page[] {
  const { lines } = context.draft;
  const pages: Page[] = [];
  let first = 0;
  for (let i = 1; i <= lines.length; i++) {
    if (i < lines.length && !(lines[i] as Line).page) continue;
    if (i > first) pages.push({ first, end: i });
    first = i;
  }
  return pages;
}

/** True for slides: many short pages. */
export function isDeck(context: Context): boolean {
  const pages = pagesOf(context);
  if (pages.length < FEWEST_PAGES) return false;
  const sizes = pages.map((page) => sizeOf(context, page)).sort((a, b) => a - b);
  return (sizes[sizes.length >> 1] as number) <= MOST_PER_PAGE;
}

function sizeOf(context: Context, page: Page): number {
  let size = 0;
  for (let i = page.first; i < page.end; i++) size += (context.draft.lines[i] as Line).text.length;
  return size;
}

/**
 * The titles of slides: the first line of each page. Slides that go on with a title head nothing new; where most of
 * them carry a second line directly below it, that line is the slide's own title, one level down.
 */
export function slideTitlesOf(context: Context): Candidate[] {
  const titles: { line: number; stem: string }[] = [];
  for (const page of pagesOf(context).slice(1)) {
    const line = firstContent(context, page);
    if (line >= 0 && isSlideTitle(context, line)) titles.push({ line, stem: squeeze((context.draft.lines[line] as Line).words) });
  }
  const groups = new Map<string, number[]>();
  for (const { line, stem } of titles) groups.set(stem, [...(groups.get(stem) ?? []), line].slice(0, 400));
  const candidates: Candidate[] = [];
  for (const places of groups.values()) {
    const subtitles = places.filter((i) => hasSubtitle(context, i));
    const parted = places.length > 1 && subtitles.length * 2 > places.length;
    candidates.push(slide(context, places[0] as number, 'slide'));
    if (parted) for (const i of subtitles) candidates.push(slide(context, i + 1, 'slide part'));
  }
  return candidates.sort((a, b) => a.first - b.first);
}

function firstContent(context: Context, page: Page): number {
  for (let i = page.first; i < page.end; i++) {
    if (context.draft.kinds[i] === null) return i;
    if (context.draft.kinds[i] !== 'furniture') return -1;
  }
  return -1;
}

/** Slides are closed with thanks. */
const THANKS = /^(?:谢谢|感谢|thanks|thankyou|q&a|qa)/;

function isSlideTitle(context: Context, i: number): boolean {
  const line = context.draft.lines[i] as Line;
  if (line.width > WIDEST_TITLE || line.width < 4 || line.marks.bullet !== null || isField(line)) return false;
  const next = context.draft.lines[context.after[i] as number];
  return endsLikeTitle(line.words) && !hasSentence(line.words) && !THANKS.test(squeeze(line.words)) && next !== undefined && !next.page;
}

function hasSubtitle(context: Context, i: number): boolean {
  const next = context.draft.lines[i + 1];
  if (next === undefined || context.draft.kinds[i + 1] !== null || next.gap > 0 || next.page) return false;
  return next.width <= WIDEST_TITLE && next.width >= 6 && next.marks.bullet === null && endsLikeTitle(next.words) && !hasSentence(next.words);
}

function slide(context: Context, i: number, key: string): Candidate {
  const line = context.draft.lines[i] as Line;
  return { first: i, last: i, runIn: false, key, value: null, path: null, number: line.numbering?.printed ?? null, title: cleanTitle(line.words, line.numbering), why: ['slide title'] };
}
