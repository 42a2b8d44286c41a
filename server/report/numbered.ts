import { widthOf } from '../text/chars';
import type { Candidate } from './candidate';
import { isRest, joinedWords, restOf, type Context } from './context';
import type { Line } from './draft';
import { keyOf, isOrdinal } from './keys';
import type { Numbering } from './numbering';
import { cleanTitle, endsLikeTitle, hasSentence, runInTitle } from './titles';
import { opensWithUnit } from './units';

/** Columns of the longest numbered title. */
const WIDEST = 110;
/** The same for a title that is one clause. */
const WIDEST_CLAUSE = 150;
const LONGEST_RUN_IN = 60;
const LONGEST_ARABIC_RUN_IN = 30;

/** A numbered line, judged alone: like a title, like the first sentence of a paragraph, like one without the rest of it, or like an item of a list. */
export interface Item {
  readonly first: number;
  readonly last: number;
  readonly numbering: Numbering;
  readonly key: string;
  readonly shape: 'title' | 'runIn' | 'lone' | 'item';
  readonly title: string;
}

export function itemAt(context: Context, i: number): Item | null {
  const line = context.draft.lines[i] as Line;
  const { numbering } = line;
  if (context.draft.kinds[i] !== null || numbering === null || numbering.style === '第条' || numbering.style === '第款') return null;
  if (isDoubtful(context, i, line, numbering) || (numbering.style === '第期' && /^\s?[（(]?总第/.test(line.words.slice(numbering.length)))) return null;
  const key = keyOf(numbering);
  if (isOrdinal(numbering) && !/^[ \t\u3000：:、.．]/.test(line.words.slice(numbering.printed.length)) && /^(?:[的，。、]|规定|所(?!有))/.test(line.words.slice(numbering.length))) return null;
  const rest = restOf(context, i, 2);
  const words = joinedWords(context, i, rest);
  const item = (last: number, shape: Item['shape'], itemTitle: string): Item => ({ first: i, numbering, key, last, shape, title: itemTitle });
  const bold = line.marks.bold || line.marks.hashes > 0;
  if (words.length - numbering.length <= 0) return isOrdinal(numbering) ? item(i, 'title', '') : null;
  const title = cleanTitle(words, numbering);
  if (!isOrdinal(numbering) && !/\p{L}/u.test(title)) return null;
  if (isTitle(words) || bold) return title === '' ? null : item(rest[rest.length - 1] ?? i, 'title', title);
  const longest = numbering.style.includes('一') ? LONGEST_RUN_IN : LONGEST_ARABIC_RUN_IN;
  const sentence = line.marks.bullet === null ? runInTitle(words, numbering, longest) : null;
  if (sentence !== null) {
    const wraps = sentence.length + numbering.length > line.words.length;
    return item(wraps ? (rest[0] ?? i) : i, 'runIn', sentence.replace(/\*\*/g, ''));
  }
  // （一）聚焦科技立市，城市建设提档升级。 over a paragraph.
  if (rest.length === 0 && numbering.style.includes('一') && LONE_CLAUSES.test(title) && isOverParagraph(context, i)) return item(i, 'title', title.slice(0, -1));
  if (rest.length > 0 || !LONE_SENTENCE.test(title)) return item(i, 'item', title);
  // （二）基本原则。 alone on its line; 1、强化顶层设计。 over a paragraph.
  const shape = numbering.style.includes('一') ? 'runIn' : numbering.path === null && isOverParagraph(context, i) ? 'title' : 'lone';
  return item(i, shape, title.slice(0, -1));
}

function isOverParagraph(context: Context, i: number): boolean {
  const n = context.after[i] as number;
  const next = context.draft.lines[n];
  return next !== undefined && context.draft.kinds[n] === null && next.numbering === null && next.marks.bullet === null && next.width > (context.draft.lines[i] as Line).width && /[。；：]$/.test(next.text);
}

const LONE_SENTENCE = /^[^。，；：]{2,12}。$/;
const LONE_CLAUSES = /^[^。；：]{2,40}，[^。；：]{2,40}。$/;

function isTitle(words: string): boolean {
  return endsLikeTitle(words) && !hasSentence(words) && widthOf(words, 0, words.length) <= (words.includes('，') ? WIDEST : WIDEST_CLAUSE);
}

/** Counters that only whole numbers take: 2.2 分值构成 is a heading. */
const WHOLE = /^[时分款项名位张份台套次条种类级期轮天周点号楼层例]/;

/** A quantity at the start of a cut line, a year, a date, a decimal, a version: no number of a heading. */
function isDoubtful(context: Context, i: number, line: Line, numbering: Numbering): boolean {
  const rest = line.words.slice(numbering.length);
  // Where an author works: 1 江城大学经济学院 湖北 武汉 430072.
  if (/(?:大学|学院|研究[院所]|科学院|中心)[^。]*[ \t\u3000，,][1-9]\d{5}[；;]?$/.test(rest)) return true;
  // A volume of a journal, a row of a table, an entry of a reading list with its day.
  if (/^第\d{1,4}卷[ \t]*第/.test(line.words) || /[ \t](?:㎡|m²|m2|km|kg|万?元|亿元|万?吨|[个人户座套台亩]|%)[ \t]+[\d,.]+$/.test(rest) || /^《.*》[ \t]*\d{4}[-/.]\d/.test(rest)) return true;
  const strong = !numbering.bare && numbering.path === null;
  if (isRest(context, i) && !(strong && /^[一（第]/.test(numbering.style))) return true;
  if (numbering.path !== null) {
    if (numbering.path.some((part) => part > 60) || (numbering.path[0] as number) === 0) return true;
    return (opensWithUnit(rest) && !WHOLE.test(rest)) || (rest === '' && !line.marks.bold);
  }
  if (numbering.style === '1' && numbering.bare) {
    if ((numbering.value === 0 && line.marks.hashes === 0 && !/^(?:引言|绪论|前言|导论|概述)$/.test(rest.replace(/\s/g, ''))) || (numbering.value > 40 && !line.marks.bold)) return true;
    return opensWithUnit(rest) || /^[\d\-–.,/|+×]/.test(rest);
  }
  return numbering.style === '1：' && /^\d/.test(rest);
}

/**
 * Decides which numbered lines head sections. Items are judged by the series they stand in: a series whose items
 * follow each other directly, or end like sentences, is a list; one whose items have text below is an outline. Linear.
 */
export function numberedOf(context: Context, underArticle: (i: number) => boolean): Candidate[] {
  const items: Item[] = [];
  const attached = attachedLines(context);
  for (let i = 0; i < context.draft.lines.length; i++) {
    if (attached.has(i)) continue;
    const item = itemAt(context, i) ?? termAt(context, i, items) ?? articleAt(context, i);
    if (item !== null && !(underArticle(i) && !isOrdinal(item.numbering))) items.push(item);
  }
  const candidates: Candidate[] = [];
  const policy = items.some((item) => item.shape === 'runIn' && item.key === '（一）');
  const chosen = new Set(items.filter((item) => (context.draft.lines[item.first] as Line).marks.hashes > 0));
  for (const series of seriesOf(items)) for (const item of headsOf(context, series, policy)) chosen.add(item);
  for (const item of items) if (chosen.has(item)) candidates.push(candidateOf(context, item));
  return candidates;
}

/** The lines on which a list of what is attached goes on, behind 附件：1. 项目清单. */
function attachedLines(context: Context): ReadonlySet<number> {
  const found = new Set<number>();
  context.draft.lines.forEach(({ words }, i) => {
    if (!/^附件?[：:][ \t\u3000]*(?:1[.．、]|$)/.test(words)) return;
    let value = /[：:][ \t\u3000]*$/.test(words) ? 1 : 2;
    for (let n = context.after[i] as number; ; n = context.after[n] as number) {
      const numbering = context.draft.lines[n]?.numbering;
      if (numbering?.style.startsWith('1') !== true || numbering.value !== value) break;
      found.add(n);
      value++;
    }
  });
  return found;
}

/** "3.1" alone over a term, in the part of a standard that defines terms; its title stands below. */
function termAt(context: Context, i: number, items: readonly Item[]): Item | null {
  const { numbering, words } = context.draft.lines[i] as Line;
  if (context.draft.kinds[i] !== null || numbering?.path?.length !== 2 || numbering.length < words.length) return null;
  const part = items.findLast((item) => item.numbering.path === null);
  if (part === undefined || !/^术语/.test(part.title) || numbering.path[0] !== part.numbering.value) return null;
  return { first: i, last: i, numbering, key: keyOf(numbering), shape: 'title', title: '' };
}

/** The number of an article of a blue (green, yellow) book, alone over its title. */
export const ARTICLE = /^[BGY][.．]?[ \t\u3000]?(\d{1,2})$/;

function articleAt(context: Context, i: number): Item | null {
  const [printed, value] = ARTICLE.exec((context.draft.lines[i] as Line).words) ?? [];
  const n = context.after[i] as number;
  const title = context.draft.lines[n];
  if (printed === undefined || context.draft.kinds[i] !== null || title === undefined || context.draft.kinds[n] !== null) return null;
  if (title.numbering !== null || title.width > WIDEST || !/[\u4e00-\u9fff]{4}/.test(title.words) || !endsLikeTitle(title.words)) return null;
  const numbering: Numbering = { style: 'B.', printed, value: Number(value), path: null, length: printed.length, bare: false };
  return { first: i, last: n, numbering, key: numbering.style, shape: 'title', title: cleanTitle(title.words, null) };
}

/** Runs of items with one key that count up; a lower number, or a heading of ordinal kind, begins a new run. */
function seriesOf(items: readonly Item[]): Item[][] {
  const open = new Map<string, Item[]>();
  const all: Item[][] = [];
  for (const item of items) {
    if (isOrdinal(item.numbering) && item.shape === 'title') for (const key of [...open.keys()]) if (key !== item.key) open.delete(key);
    const run = open.get(item.key);
    const last = run?.[run.length - 1];
    const depth = item.numbering.path?.length ?? 0;
    if (run !== undefined && last !== undefined && (depth > 0 || item.numbering.value === last.numbering.value + 1)) run.push(item);
    else {
      const fresh = [item];
      open.set(item.key, fresh);
      all.push(fresh);
    }
  }
  return all;
}

function headsOf(context: Context, series: readonly Item[], policy: boolean): readonly Item[] {
  const first = series[0] as Item;
  if (isOrdinal(first.numbering)) return series.filter((item) => item.shape === 'title');
  const titles = series.filter((item) => item.shape === 'title');
  const marked = titles.filter((item) => isMarked(context, item));
  const runIns = series.filter((item) => item.shape === 'runIn');
  const parented = titles.length + runIns.length;
  if (runIns.length >= 2 && runIns.length >= series.length * 0.6 && allowsRunIn(first, policy)) return series.filter((item) => item.shape !== 'item');
  if (titles.length < series.length * 0.5 && marked.length === 0) return [];
  if (parented === 0) return [];
  const heading = titles.filter((item) => hasBody(context, item));
  const clear = heading.length >= Math.max(1, titles.length * 0.5);
  if (first.numbering.path !== null) return clear ? titles : titles.filter((item) => hasBody(context, item) || isMarked(context, item));
  if (!clear) return marked.filter((item) => (context.draft.lines[item.first] as Line).marks.hashes > 0);
  if (series.length === 1 && first.numbering.bare && (first.numbering.style.startsWith('一') || (first.numbering.value > 1 && first.numbering.style.startsWith('1')))) return [];
  return titles;
}

function isMarked(context: Context, item: Item): boolean {
  const { marks } = context.draft.lines[item.first] as Line;
  return marks.hashes > 0 || marks.bold;
}

/** First sentences are headings for Chinese numbers; for Arabic ones only inside a document built that way. */
function allowsRunIn(first: Item, policy: boolean): boolean {
  return first.numbering.style.includes('一') || (first.numbering.style !== '1' && policy);
}

/** Kinds of numbers from the highest down, as they usually stand; those that name a unit are above all. */
const ORDER = ['一、', '（一）', '1.', '（1）', '①'];

const orderOf = (numbering: Numbering): number => (isOrdinal(numbering) ? -1 : ORDER.includes(keyOf(numbering)) ? ORDER.indexOf(keyOf(numbering)) : ORDER.length);

/** Text, a table, a figure or a lower number, not a higher one that goes on, comes below the item, before the next item of its own kind. */
function hasBody(context: Context, item: Item): boolean {
  const next = context.after[item.last] as number;
  const line = context.draft.lines[next];
  if (line === undefined) return false;
  if (context.draft.kinds[next] !== null) return true;
  const { numbering } = line;
  if (numbering === null) return true;
  if (numbering.value > 1 && numbering.path === null && item.numbering.path === null && orderOf(numbering) < orderOf(item.numbering)) return false;
  return keyOf(numbering) !== item.key || (numbering.value !== item.numbering.value + 1 && numbering.value !== item.numbering.value);
}

function candidateOf(context: Context, item: Item): Candidate {
  const { marks } = context.draft.lines[item.first] as Line;
  const why = ['numbered', item.key];
  if (marks.hashes > 0) why.push('markdown');
  if (marks.bold) why.push('bold');
  if (item.shape === 'runIn') why.push('first sentence');
  return { first: item.first, last: item.last, runIn: item.shape === 'runIn', key: item.key, value: item.numbering.value, path: item.numbering.path, number: item.numbering.printed, title: item.title, why };
}
