import { isDigit } from '../text/chars';
import type { Draft, Line } from './draft';
import { numberingAt } from './numbering';
import { squeeze } from './stem';
import { cleanTitle, FIELD } from './titles';
import { entryPartsOf, type EntryParts } from './tocEntry';
import { countWhile } from '../text/search';

/** An entry of a table of contents, before it is linked: its lines, its title without number, its page. */
export interface TocLine {
  readonly first: number;
  readonly last: number;
  readonly title: string;
  readonly number: string | null;
  readonly page: string | null;
}

const TITLES = /^(?:(?!.*提示).{0,6}(?:目录|目次)|(?:目录|目次)(?:contents)?|(?:汇报|演讲|内容|报告)?(?:大纲|提纲)|(?:tableof)?contents|contents(?:目录)|agenda|outline|listof(?:figures|tables)|(?:本期|本周|本刊)(?:要目|导读|看点|目录))$/;
/** Entries of a list without pages are looked for in so many lines below its title. */
const REACH = 400;
/** Lines without a page that may stand among lines with one: the rest of a long title, a column's heading. */
const STRAYS = 3;

/** Their last characters: nearly all lines end otherwise. */
const LAST = '录次纲目读点sae';

export function isTocTitle({ text, stem }: Line): boolean {
  return text.length <= 40 && LAST.includes(stem.charAt(stem.length - 1)) && TITLES.test(stem);
}

/**
 * Finds tables of contents, lists of figures and tables, and the agenda pages of slides, and marks their lines:
 * by their page numbers or leaders, or, below a title such as "目录", by each line's return further down.
 * Linear but for the bounded look ahead of each title.
 */
export function markToc(draft: Draft): TocLine[] {
  const entries: TocLine[] = [];
  let places: Map<string, number[]> | null = null;
  const known = new Set<string>();
  for (let i = 0; i < draft.lines.length; i++) {
    if (draft.kinds[i] !== null) continue;
    const titled = isTocTitle(draft.lines[i] as Line);
    if (!titled && !opensLeaders(draft, i)) continue;
    const from = titled ? i + 1 : i;
    const later = (places ??= laterLines(draft));
    let found = pagedEntries(draft, from, later);
    if (found.length < 2 && titled) found = returningEntries(draft, from, later, known);
    const end = found[found.length - 1]?.last ?? i;
    const last = titled ? lastGlued(draft, end) : end;
    if (found.length < 2 && last === end) continue;
    // A numbered title ("一、信息目录") is a section of its own and stays a heading.
    if (titled && (draft.lines[i] as Line).numbering === null) draft.kinds[i] = 'tocTitle';
    for (let n = from; n <= last; n++) {
      if (draft.kinds[n] === null) draft.kinds[n] = isTocTitle(draft.lines[n] as Line) && !found.some((e) => e.first === n) ? 'tocTitle' : 'tocEntry';
    }
    for (const entry of found) known.add(squeeze(entry.title));
    entries.push(...found);
    i = last;
  }
  return entries;
}

/** A page with the number of the next entry right behind it: recognised text has lost the line ends. */
const GLUED = /[\u4e00-\u9fff）)”》][ .…·，]{0,8}\d{1,3}(?=(?:[1-9]\d?|[一二三四五六七八九十]{1,3})[、.．]|(?:图表?|表)[ ]?\d)/g;

/** The last of the lines behind `at` in which several entries stand, one after the other; `at` where there is none. */
function lastGlued(draft: Draft, at: number): number {
  let last = at;
  while (draft.kinds[last + 1] === null && isGlued(draft.lines[last + 1] as Line)) last++;
  return last;
}

const isGlued = ({ words }: Line): boolean => (words.match(GLUED)?.length ?? 0) > 1;

/** Leaders on three lines in a row are contents even without a title. */
function opensLeaders(draft: Draft, i: number): boolean {
  for (let n = i; n < i + 3; n++) {
    const line = draft.lines[n];
    if (line === undefined || draft.kinds[n] !== null || !isDigit(line.text.charCodeAt(line.text.length - 1))) return false;
    const parts = entryPartsOf(line, false);
    if (parts === null || !parts.leader || parts.page === null) return false;
  }
  return true;
}

function pagedEntries(draft: Draft, from: number, later: ReadonlyMap<string, readonly number[]>): TocLine[] {
  const entries: TocLine[] = [];
  let strays: number[] = [];
  for (let i = from; i < draft.lines.length; i++) {
    if (draft.kinds[i] === 'furniture') continue;
    if (draft.kinds[i] !== null) break;
    const line = draft.lines[i] as Line;
    if (isGlued(line) || /^\|[\s:|-]+\|$/.test(line.text)) continue;
    const parts = entryPartsOf(line, true) ?? gluedPage(draft, i, later);
    if (parts === null || (parts.page === null && !parts.leader)) {
      strays.push(i);
      if (strays.length > STRAYS || line.text.length > 120) break;
      continue;
    }
    const first = wrappedFrom(draft, strays, i, later);
    let title = '';
    for (let n = first; n < i; n++) if (draft.kinds[n] === null) title += (draft.lines[n] as Line).words;
    // A chapter over its entries may bear no page of its own.
    for (const stray of strays) if (stray < first && returns(draft, stray, later)) entries.push(entryOf(stray, stray, (draft.lines[stray] as Line).words, null));
    entries.push(entryOf(first, i, title + parts.title, parts.page));
    strays = [];
  }
  return entries;
}

/** A page that nothing parts from its title any more: "一、背景3", where "一、背景" comes again further down. */
function gluedPage(draft: Draft, i: number, later: ReadonlyMap<string, readonly number[]>): EntryParts | null {
  const line = draft.lines[i] as Line;
  const found = line.text.length > 80 ? null : /^(.*[\u4e00-\u9fff）)”》])(\d{1,3})$/.exec(line.words);
  if (found === null) return null;
  const [, title = '', page = ''] = found;
  const numbered = numberingAt(title, 0)?.length ?? 0;
  const stem = squeeze(title.slice(numbered));
  const isAgain = (later.get(stem.slice(0, SHARED)) ?? []).some((at) => at > i && (draft.lines[at] as Line).stem === stem);
  return isAgain ? { title, page, leader: false } : null;
}

/** The line at which a title begins that was too long for one line; `i` itself when the line above is something else. */
function wrappedFrom(draft: Draft, strays: readonly number[], i: number, later: ReadonlyMap<string, readonly number[]>): number {
  const before = strays[strays.length - 1];
  if (before === undefined || returns(draft, before, later) || (draft.lines[i] as Line).numbering !== null) return i;
  const line = draft.lines[before] as Line;
  return !isTocTitle(line) && line.width >= 24 && (draft.lines[i] as Line).gap <= 1 ? before : i;
}

/** The very same title comes again further down. */
function returns(draft: Draft, i: number, later: ReadonlyMap<string, readonly number[]>): boolean {
  const line = draft.lines[i] as Line;
  const again = firstAfter(later.get(keysOf(line)[0] ?? '') ?? [], i);
  return again !== undefined && (draft.lines[again] as Line).stem === line.stem;
}

function entryOf(first: number, last: number, text: string, page: string | null): TocLine {
  const plain = text.replace(/\*\*/g, '').trim();
  const numbering = numberingAt(plain, 0);
  return { first, last, title: plain.slice(numbering?.length ?? 0), number: numbering?.printed ?? null, page };
}

/** First characters that a line must share with another to be taken for its return. */
const SHARED = 6;

function laterLines(draft: Draft): Map<string, number[]> {
  const places = new Map<string, number[]>();
  draft.lines.forEach((line, i) => {
    if (draft.kinds[i] !== null || line.stem === '') return;
    for (const key of keysOf(line)) {
      const list = places.get(key);
      if (list === undefined) places.set(key, [i]);
      else list.push(i);
    }
  });
  return places;
}

/** A line's beginning, and its beginning behind the label of a title field; none for a remark in brackets. */
function keysOf(line: Line): string[] {
  const words = line.words.slice(line.numbering?.length ?? 0);
  if (/^[（(]/.test(words)) return [];
  const keys = [line.stem.slice(0, SHARED)];
  if (FIELD.test(words)) keys.push(squeeze(cleanTitle(words, null)).slice(0, SHARED));
  return keys.filter((key) => key.length > 1);
}

/** Lines below a title that come again further down, in that order; up to the place where the first of them does. */
function returningEntries(draft: Draft, from: number, later: ReadonlyMap<string, readonly number[]>, known: ReadonlySet<string>): TocLine[] {
  const entries: TocLine[] = [];
  let end = Math.min(draft.lines.length, from + REACH);
  let strays = 0;
  for (let i = from; i < end && strays <= 2; i++) {
    if (draft.kinds[i] !== null) continue;
    const line = draft.lines[i] as Line;
    if (line.text.length > 120 || (line.page && entries.length > 1)) break;
    const key = keysOf(line)[0];
    const again = key === undefined ? undefined : firstAfter(later.get(key) ?? [], i);
    if (again === undefined && !known.has(line.stem)) {
      const entry = entries[entries.length - 1];
      if (entry !== undefined && entry.last === i - 1 && isLeftOver(draft.lines[i - 1] as Line, line)) entries[entries.length - 1] = { ...entry, last: i, title: entry.title + line.words };
      strays++;
      continue;
    }
    strays = 0;
    if (again !== undefined && entries.length === 0) end = Math.min(end, again);
    entries.push(entryOf(i, i, line.words, null));
  }
  return entries;
}

/** The end of a title that was too long for its line. */
function isLeftOver(line: Line, next: Line): boolean {
  return line.width >= 40 && next.width <= 16 && next.gap <= 1 && next.numbering === null && !/^[（(]/.test(next.words);
}

function firstAfter(places: readonly number[], i: number): number | undefined {
  return places[countWhile(places.length, (index) => (places[index] as number) <= i)];
}
