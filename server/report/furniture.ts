import { isDigit } from '../text/chars';
import type { Draft, Line } from './draft';

/** Longest line that can be a running title or a page number. */
const LONGEST = 80;
/** A running title is on this many pages at least. */
const FEWEST = 3;
/** Share of a running title's places that lie at a page's end or beginning. */
const AT_PAGE_ENDS = 0.6;

/** A running title on fewer of the pages, or a smaller stretch of them, is a chapter's, and on slides no running title at all. */
const OF_ALL_PAGES = 0.3;
const SPREAD = 0.6;
/** Characters on a page, with its white space, below which pages are slides. */
const SLIDE = 500;

const DECORATED = [
  /^[-—–―~·•|\s]{1,6}(\d{1,4})[-—–―~·•|\s]{1,6}$/,
  /^第\s?(\d{1,4})\s?页(?:[\s，,/]{0,3}共\s?\d{1,4}\s?页)?$/,
  /^(\d{1,4})\s?[/／]\s?\d{1,4}$/,
  /^(?:Page|PAGE|page|P\.|p\.)\s?(\d{1,4})(?:\s?(?:of|\/)\s?\d{1,4})?$/,
];
const BARE = /^(\d{1,4})$/;
/** A running title with the page and the number of pages behind it or before it: 请务必阅读免责条款   2 / 28. */
const COUNTED = [/^(?<title>.{4,60}?)[ \t\u3000]+(?<page>\d{1,4}) ?[/／] ?(?<pages>\d{1,4})$/, /^(?<page>\d{1,4}) ?[/／] ?(?<pages>\d{1,4})[ \t\u3000]+(?<title>.{4,60})$/];
/** The name of a field in the template of a research note, which conversions leave where its text begins. */
const FIELD = /^\[?Table_([A-Za-z]+\d*)\]?$/;

/** The name of the template's field that a line is, null for any other line: "Title" for "[Table_Title]". */
export const fieldOf = (text: string): string | null => FIELD.exec(text)?.[1] ?? null;

/**
 * Marks what pages repeat as furniture: page numbers (decorated ones, and bare ones that count up) and running
 * titles; and the names of a template's fields. A chapter's running title keeps its first place, where it may be the chapter's own heading. Linear.
 */
export function markFurniture(draft: Draft): void {
  draft.lines.forEach((line, i) => {
    if (draft.kinds[i] === null && fieldOf(line.text) !== null) draft.kinds[i] = 'furniture';
  });
  markPageNumbers(draft);
  markRunningTitles(draft);
}

function markPageNumbers(draft: Draft): void {
  const decorated: number[] = [];
  const bare: { at: number; value: number }[] = [];
  draft.lines.forEach((line, i) => {
    if (draft.kinds[i] !== null || line.text.length > 24) return;
    if (DECORATED.some((pattern) => pattern.test(line.text))) decorated.push(i);
    const value = BARE.exec(line.text)?.[1];
    if (value !== undefined) bare.push({ at: i, value: Number(value) });
  });
  if (decorated.length > 1) for (const i of decorated) draft.kinds[i] = 'furniture';
  for (const i of [...countingUp(bare), ...countedPages(draft)]) draft.kinds[i] = 'furniture';
}

/** The lines that say the same, and of how many pages theirs is which. */
function countedPages(draft: Draft): number[] {
  const groups = new Map<string, { readonly at: number; readonly page: number }[]>();
  draft.lines.forEach(({ text }, at) => {
    if (draft.kinds[at] !== null || text.length > LONGEST) return;
    const { title = '', page = '', pages = '' } = COUNTED.map((pattern) => pattern.exec(text.trim())).find((match) => match !== null)?.groups ?? {};
    if (page === '' || Number(page) > Number(pages)) return;
    const key = `${title.replace(/\s/g, '')} ${pages}`;
    groups.set(key, [...(groups.get(key) ?? []), { at, page: Number(page) }]);
  });
  return [...groups.values()].filter((group) => group.length > 1 && group.every(({ page }, i) => i === 0 || page > (group[i - 1]?.page as number))).flatMap((group) => group.map(({ at }) => at));
}

/** The bare numbers that follow each other by one, or by a little more where a page had no number. */
function countingUp(numbers: readonly { at: number; value: number }[]): number[] {
  const chains = new Map<number, { last: number; members: number[] }>();
  let longest: { last: number; members: number[] } | null = null;
  for (const { at, value } of numbers) {
    let chain: { last: number; members: number[] } | undefined;
    for (let back = 1; back <= 3 && chain === undefined; back++) chain = chains.get(value - back);
    if (chain !== undefined && at - (chain.members[chain.members.length - 1] as number) < 2) chain = undefined;
    if (chain === undefined) chain = { last: value, members: [] };
    else chains.delete(chain.last);
    chain.last = value;
    chain.members.push(at);
    chains.set(value, chain);
    if (longest === null || chain.members.length > longest.members.length) longest = chain;
  }
  return longest !== null && longest.members.length >= 4 ? longest.members : [];
}

/** The text without spaces, its digits alike, so that a running title with the page's number in it compares. */
function keyOf(text: string): string {
  let key = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) key += key.endsWith('#') ? '' : '#';
    else if (code > 32 && code !== 0x3000 && code !== 0xa0) key += text.charAt(i);
  }
  return key;
}

function markRunningTitles(draft: Draft): void {
  const places = new Map<string, number[]>();
  const isShort = (line: Line, i: number): boolean => draft.kinds[i] === null && line.text.length <= LONGEST && line.text.length > 1;
  draft.lines.forEach((line, i) => {
    if (isShort(line, i) && isAtPageEdge(draft, i)) places.set(keyOf(line.text), []);
  });
  if (places.size === 0) return;
  draft.lines.forEach((line, i) => {
    if (isShort(line, i)) places.get(keyOf(line.text))?.push(i);
  });
  const pages = pagesOf(draft);
  for (const [key, list] of places) {
    if (list.length < FEWEST || key === '#' || /[□√☑]/.test(key)) continue;
    const edges = list.filter((i) => isAtPageEdge(draft, i)).length;
    if (edges < list.length * AT_PAGE_ENDS || edges < FEWEST) continue;
    const spread = (list[list.length - 1] as number) - (list[0] as number);
    const rare = list.length < pages.count * OF_ALL_PAGES || spread < draft.lines.length * SPREAD;
    if (rare && pages.short) continue;
    const numbered = (draft.lines[list[0] as number] as Line).numbering?.style.startsWith('第') === true;
    if (key.includes('#') && !allAlike(draft, list) && !key.includes('/')) {
      if (!growsEachTime(draft, list)) continue;
    }
    for (const i of numbered || rare ? list.slice(1) : list) draft.kinds[i] = 'furniture';
  }
}

/** How many pages there are, by form feeds or else by page numbers, and whether they are as short as slides. */
function pagesOf(draft: Draft): { count: number; short: boolean } {
  const feeds = draft.lines.filter((line) => line.page).length;
  const numbers = draft.kinds.filter((kind) => kind === 'furniture').length;
  const count = Math.max(1, feeds > 0 ? feeds : numbers);
  return { count, short: feeds > 0 && draft.source.text.length / count < SLIDE };
}

function allAlike(draft: Draft, list: readonly number[]): boolean {
  const squeeze = (i: number): string => (draft.lines[i] as Line).text.replace(/\s/g, '');
  const first = squeeze(list[0] as number);
  return list.every((i) => squeeze(i) === first);
}

/** True when a number in the lines grows from place to place, as the page's does. */
function growsEachTime(draft: Draft, list: readonly number[]): boolean {
  const rows = list.map((i) => ((draft.lines[i] as Line).text.match(/\d{1,4}/g) ?? []).map(Number));
  const width = Math.min(...rows.map((row) => row.length));
  for (let column = 0; column < width; column++) {
    if (rows.every((row, r) => r === 0 || (row[column] as number) > ((rows[r - 1] as number[])[column] as number))) return true;
  }
  return false;
}

/** A form feed or a page number stands within two lines. */
function isAtPageEdge(draft: Draft, i: number): boolean {
  const line = draft.lines[i] as Line;
  if (line.page || draft.lines[i + 1]?.page === true || draft.lines[i + 2]?.page === true || draft.lines[i - 1]?.page === true) return true;
  return [i - 2, i - 1, i + 1, i + 2].some((n) => draft.kinds[n] === 'furniture');
}
