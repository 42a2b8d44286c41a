import type { Candidate } from './candidate';
import { isRest, type Context } from './context';
import type { Line } from './draft';
import { opensInClause } from './join';
import { ARTICLE } from './numbered';
import { endsSentence } from './sentenceEnd';
import { isFull } from './wrap';
import { cleanTitle, endsLikeTitle, hasSentence, isField, isMatter, isOuterMatter, isSigned } from './titles';

const WIDEST = 120;
/** Bullets that typesetters put before headings of a block. */
const STRONG_BULLETS = new Set('●⚫⬤■◼◆◇❖▶►➢➤★▌'.split(''));

function build(context: Context, i: number, key: string, why: readonly string[]): Candidate | null {
  const line = context.draft.lines[i] as Line;
  const title = cleanTitle(line.words, null);
  if (title === '' || (i < COVER && isDated(title))) return null;
  return { first: i, last: i, runIn: false, key, value: null, path: null, number: null, title, why };
}

/** Lines in which a report says when it was made; further down dates head the parts of a chronicle. */
const COVER = 16;

/** A date, or who publishes the report with its date behind: it heads nothing. */
function isDated(title: string): boolean {
  const date = /^(.{0,24}?)[ \t\u3000]*[（(]?[ \t]?(?:19|20)\d{2}[ \t]?(?:年(?:度|版)?|[./-])[ \t]?(?:\d{1,2}[ \t]?(?:月|[./-])?[ \t]?(?:\d{1,2}[ \t]?日?)?)?[ \t]?[）)]?$/.exec(title.replace(/^\*(.+)\*$/, '$1'));
  return date !== null && (/^$|[|｜]$/.test(date[1] as string) || /[（(][^（）()]*月[^（）()]*[）)]$/.test(title));
}

/** Markdown headings and lines that are bold throughout, with no number. */
export function markedAt(context: Context, i: number): Candidate | null {
  const line = context.draft.lines[i] as Line;
  const { marks } = line;
  if (marks.bold || marks.hashes > 0) {
    if (PROMPTS.test(line.words)) return null;
    if (NUMBER_ALONE.test(line.words)) return numberedBelow(context, i);
  }
  if (marks.hashes > 0) return isByline(line) || isStray(context, i) ? null : build(context, i, `#${marks.hashes}`, ['markdown']);
  if (!marks.bold || marks.bullet !== null || line.numbering !== null) return null;
  if (!isTitleShape(line) || isField(line) || !hasTextBelow(context, i)) return null;
  return build(context, i, 'bold', ['bold']);
}

/** What pages for a telephone say to their readers. */
const PROMPTS = /^(?:END|The End|点击.{0,8}(?:蓝字|关注).{0,8}|关注我们|往期(?:推荐|回顾|精选)|推荐阅读|阅读原文|扫码关注.{0,12})$/i;
/** A number that stands on a line of its own over its title: 01, PART 2. */
const NUMBER_ALONE = /^(?:PART\.?[ \t]?)?\d{1,2}$/i;

/** A number over a title that is marked as the number is; alone it heads nothing. */
function numberedBelow(context: Context, i: number): Candidate | null {
  const n = context.after[i] as number;
  const [line, next] = [context.draft.lines[i] as Line, context.draft.lines[n]];
  if (next === undefined || context.draft.kinds[n] !== null || next.marks.hashes !== line.marks.hashes || next.marks.bold !== line.marks.bold || next.numbering !== null) return null;
  const below = build(context, n, line.marks.hashes > 0 ? `#${line.marks.hashes}` : 'bold', ['number alone']);
  return below && { ...below, first: i, number: line.words, value: Number(/\d+$/.exec(line.words)?.[0]) };
}

/** A heading mark on the line that says who wrote the report and when. */
function isByline(line: Line): boolean {
  return /^(?:编制|作者|撰稿|撰写|编辑|记者|文|来源|日期|时间)[ \t]?[：:/／]/.test(line.words);
}

/** What a converter has marked as a heading and is none: a lone sign, or the end of the sentence above. */
function isStray(context: Context, i: number): boolean {
  const { words } = context.draft.lines[i] as Line;
  if (/^[a-zA-Z\p{P}\p{S}]$/u.test(words) || (!/\p{L}/u.test(words) && /[^\d\s]/.test(words))) return true;
  const before = context.draft.lines[context.before[i] as number];
  return /[。；]$/.test(words) && before !== undefined && before.marks.hashes === 0 && before.width > 40 && /[\u4e00-\u9fff、，；]$/.test(before.text);
}

/** A bullet alone over paragraphs, not one of a list. */
export function bulletAt(context: Context, i: number): Candidate | null {
  const line = context.draft.lines[i] as Line;
  if (line.marks.bullet === null || line.marks.quoted || line.words === '' || line.width > WIDEST) return null;
  const before = context.draft.lines[context.before[i] as number];
  const next = context.draft.lines[context.after[i] as number];
  if (next === undefined || isSigned(line.words) || hasSentence(line.words.slice(0, -1)) || /[；;，,]$/.test(line.words)) return null;
  if (/^[^：:]{1,20}[：:].{24,}$/.test(line.words) && !line.marks.bold) return null;
  if (isFull(context.wrap, line)) return null;
  const strong = STRONG_BULLETS.has(line.marks.bullet);
  const alone = line.gap > 0 && next.gap > 0;
  const boldAlone = line.marks.bold && next.marks.bullet === null && before?.marks.bullet !== line.marks.bullet;
  if (!alone && !boldAlone && !(strong && endsLikeTitle(line.words) && next.gap === line.gap)) return null;
  if (before?.marks.bullet === line.marks.bullet && line.gap === 0) return null;
  if (!strong && before !== undefined && before.marks.bullet !== null && line.gap > 0 && isListItem(before)) return null;
  const below = context.draft.kinds[context.after[i] as number];
  const isText = below === 'caption' || below === 'table' || (below === null && next.marks.bullet === null && (next.numbering !== null || next.width > 40));
  return isText ? build(context, i, 'bullet', ['bullet', 'alone']) : null;
}

function isListItem(line: Line): boolean {
  return hasSentence(line.words) || line.width > WIDEST;
}

const BRACKETED = /^【([^【】：:，。；]{2,20})】$/;
/** What pages of the web have in such brackets. */
const CONTROLS = /^(?:打印|关闭|返回|收藏|分享|纠错|[大中小 ]+|[上下]一[页篇]|.*字[号体].*)$/;

/** "【行业动态】": the name of a part in thick brackets, alone on its line. */
export function bracketedAt(context: Context, i: number): Candidate | null {
  const line = context.draft.lines[i] as Line;
  const name = line.marks.bullet === null && !isRest(context, i) ? BRACKETED.exec(line.words)?.[1]?.trim() : undefined;
  if (name === undefined || CONTROLS.test(name) || !hasTextBelow(context, i)) return null;
  return { first: i, last: i, runIn: false, key: '【】', value: null, path: null, number: null, title: name, why: ['brackets', 'alone'] };
}

/** An entry of a yearbook or of a digest: its name in thick brackets, and its text behind. */
const ENTRY = /^【([^【】：:，。；]{2,20})】[ \t\u3000]*[^\s【].{11}/;
/** So many of them make a report one of entries. */
const FEWEST_ENTRIES = 3;
/** The longest name of a group of entries, in characters. */
const LONGEST_GROUP = 12;

/** The entries of a yearbook, and the short lines that stand right over the first of a group: 工业 over 【概况】. Linear. */
export function entriesOf(context: Context): Candidate[] {
  const { lines, kinds } = context.draft;
  const names = new Map<number, string>();
  lines.forEach((line, i) => {
    const name = kinds[i] === null && line.marks.bullet === null && !isRest(context, i) ? ENTRY.exec(line.words)?.[1]?.trim() : undefined;
    if (name !== undefined && !CONTROLS.test(name)) names.set(i, name);
  });
  if (names.size < FEWEST_ENTRIES) return [];
  return [...names].flatMap(([i, title]): Candidate[] => {
    const entry: Candidate = { first: i, last: i, runIn: true, key: 'entry', value: null, path: null, number: null, title, why: ['brackets', 'text behind'] };
    const above = context.before[i] as number;
    const group = lines[above];
    const isGroup = group !== undefined && kinds[above] === null && group.numbering === null && group.marks.hashes === 0 && !names.has(above) && /^[\u4e00-\u9fff、·]+$/.test(group.words) && group.words.length <= LONGEST_GROUP && !isMatter(group.stem);
    const heading = isGroup ? build(context, above, group.marks.bold ? 'bold' : 'plain', ['over an entry']) : null;
    return heading === null ? [entry] : [heading, entry];
  });
}

/** "摘要", "参考文献" and the like, alone on a line. */
export function matterAt(context: Context, i: number): Candidate | null {
  const line = context.draft.lines[i] as Line;
  if (line.text.length > 24 || line.marks.bullet !== null || line.numbering !== null || isRest(context, i)) return null;
  const { stem } = line;
  if (!isMatter(stem) || context.draft.lines[context.after[i] as number] === undefined) return null;
  // Among bold lines that head it is one of them, whatever stands below.
  return build(context, i, isOuterMatter(stem) ? 'matter' : line.marks.bold ? 'bold' : 'inner matter', ['known title']);
}

/** "总报告", "专题篇": the name of a part of a blue book, over the number of its first article. */
export function bookPartAt(context: Context, i: number): Candidate | null {
  const next = context.draft.lines[context.after[i] as number];
  return next !== undefined && /^[\u4e00-\u9fff]{1,6}(?:报告|篇)$/.test((context.draft.lines[i] as Line).words) && ARTICLE.test(next.words) ? build(context, i, '第篇', ['over an article']) : null;
}

/** A line that the table of contents names. */
export function tocNamedAt(context: Context, i: number, titles: ReadonlySet<string>): Candidate | null {
  const line = context.draft.lines[i] as Line;
  if (line.width > WIDEST || line.numbering !== null || isRest(context, i)) return null;
  const { stem } = line;
  return stem.length > 1 && titles.has(stem) ? build(context, i, 'toc', ['toc']) : null;
}

/**
 * Plain lines that head what follows by nothing but their shortness: apart from their neighbours (where the report
 * is `spaced`; else between whole paragraphs), no sentence, and over a paragraph, list, caption or table, or over
 * another such line that is, as those in `groups` are. Read from the end. Linear.
 */
export function plainOf(context: Context, taken: ReadonlySet<number>, groups: readonly number[], tocTitles: ReadonlySet<string>, spaced: boolean): Candidate[] {
  const found: { candidate: Candidate; body: Body }[] = [];
  const accepted = new Map<number, Support>(groups.map((i) => [i, TEXT]));
  const counts = countStems(context);
  for (let i = context.draft.lines.length - 1; i >= 0; i--) {
    if (taken.has(i) || context.draft.kinds[i] !== null || !isPlainTitle(context, i)) continue;
    if (!(spaced ? isApart(context, i) : isBetweenParagraphs(context, i, taken))) continue;
    const { stem } = context.draft.lines[i] as Line;
    if ((counts.get(stem) ?? 0) > 2 && !tocTitles.has(stem)) continue;
    const support = supportBelow(context, i, taken, accepted);
    const candidate = support === null ? null : build(context, i, 'plain', ['short line', `over ${support.body}`]);
    if (support === null || candidate === null) continue;
    accepted.set(i, support);
    found.push({ candidate, body: support.body });
  }
  return withPlainKeys(context, found.reverse(), taken.size === 0);
}

/**
 * Plain titles are told apart by what they stand over: a title directly over another is a level up, and where such a
 * one stands over a title of a list, so are the titles of running text. Where nothing is numbered, so are long ones.
 */
function withPlainKeys(context: Context, found: readonly { candidate: Candidate; body: Body }[], unnumbered: boolean): Candidate[] {
  const under: Record<Body, number> = { text: 0, list: 0, title: 0 };
  found.forEach(({ body }, n) => {
    const next = found[n + 1];
    if (body === 'title' && next !== undefined) under[next.body]++;
  });
  const listsApart = under.list > under.text * 2;
  return found.map(({ candidate, body }) => {
    const long = unnumbered && (context.draft.lines[candidate.first] as Line).width >= LONG;
    const key = body === 'title' ? 'plain over' : body === 'list' && listsApart ? 'plain list' : long ? 'plain long' : 'plain';
    return { ...candidate, key };
  });
}

function countStems(context: Context): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of context.draft.lines) {
    if (line.width > WIDEST) continue;
    const { stem } = line;
    counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

/** Where a paper's authors work, in brackets below their names. */
const AFFILIATION = /^[（(](?:[1１]\s?[.．、]\s?)?[^（()）]{0,30}(?:大学|学院|研究[院所]|科学院|党校)[^（()）]*[，,；;][^（()）]*\d{6}/;

function isPlainTitle(context: Context, i: number): boolean {
  const line = context.draft.lines[i] as Line;
  if (line.marks.bullet !== null || line.numbering !== null || line.marks.quoted || line.marks.bold) return false;
  if (line.width < 6 || !isTitleShape(line) || isField(line) || isRest(context, i)) return false;
  if (line.text.includes('\t')) return false;
  if (line.words.lastIndexOf('《') > line.words.lastIndexOf('》') || /^[（([【<!—\-"]/.test(line.words) || /[：:]$/.test(line.words)) return false;
  if (!/[\u4e00-\u9fff]{2}|\d年|[A-Za-z]{3}/.test(line.words) || /https?:|www\.|@/.test(line.words)) return false;
  if (isFull(context.wrap, line) || isCaptionless(line.words)) return false;
  const next = context.draft.lines[i + 1];
  const below = context.draft.lines[context.after[i] as number];
  if (below !== undefined && (opensInClause(line.text, below.text) || AFFILIATION.test(below.words))) return false;
  // The first line of an indented paragraph that is cut below.
  if (next !== undefined && next.gap === 0 && next.indent < line.indent && line.width >= 48) return false;
  // Indented as the next is: a paragraph whose lines a converter has kept.
  if (next !== undefined && next.gap === 0 && next.indent === line.indent && line.indent > 0 && line.width >= 60) return false;
  const before = context.draft.lines[context.before[i] as number];
  return before === undefined || !/[：:]$/.test(before.words) || before.width > 40;
}

function isApart(context: Context, i: number): boolean {
  const line = context.draft.lines[i] as Line;
  return line.gap > 0 || line.page;
}

/** Columns of the shortest line that is a paragraph where no blank lines part them. */
const PARAGRAPH = 56;

function isBetweenParagraphs(context: Context, i: number, taken: ReadonlySet<number>): boolean {
  const b = context.before[i] as number;
  const before = context.draft.lines[b];
  const next = context.draft.lines[context.after[i] as number];
  if (before === undefined || next === undefined || next.width < PARAGRAPH || !/[。；，]/.test(next.words)) return false;
  return taken.has(b) || (endsSentence(before.text) && !/[：:]$/.test(before.text));
}

const UNIT_AT_END = /[（(](?:[#%％]|[百千万亿]{0,2}[元个家项笔人次吨套台件]|美元|[百千万亿]{1,2}美元)[）)]$|[，,][ \t]?(?:%|[万亿]{0,2}[元个家项笔人])$/;
const PHOTO = /(?:合影|留影|剪影|致辞|供图|配图|现场图|摄影|摄)$/;
const SIGNED = /^(?:文|图|编辑|记者|撰文|来源)[ \t]?[/／丨|]|(?:来源|作者|记者|编辑|时间)[：:]/;
const WEB = /\w\.(?:com|cn|org|net|gov)\b/i;
/** Words apart by single spaces from which on a line is a legend or a row, not a title. */
const MOST_WORDS = 5;

/** Short lines that head nothing: names of photos and of charts without a label, signatures, addresses, legends. */
function isCaptionless(words: string): boolean {
  if (UNIT_AT_END.test(words) || PHOTO.test(words) || SIGNED.test(words) || isSigned(words) || WEB.test(words)) return true;
  if (/^\p{Extended_Pictographic}/u.test(words)) return true;
  return /[\u4e00-\u9fff]/.test(words) && words.split(/[\u4e00-\u9fff）)] (?=[\u4e00-\u9fff（(])/).length > MOST_WORDS;
}

function isTitleShape(line: Line): boolean {
  return line.width <= WIDEST && endsLikeTitle(line.words) && !hasSentence(line.words);
}

function hasTextBelow(context: Context, i: number): boolean {
  const next = context.after[i] as number;
  return context.draft.lines[next] !== undefined;
}

type Body = 'text' | 'list' | 'title';

interface Support {
  /** Titles from here down to the text, this one with them. */
  readonly depth: number;
  readonly body: Body;
}

/** Columns from which on a title is a whole statement. */
const LONG = 48;
const STATEMENT = 60;
const TEXT: Support = { depth: 1, body: 'text' };
const LIST: Support = { depth: 1, body: 'list' };

/** How many plain titles may stand over each other before the text comes. */
const DEEPEST = 4;

/** A title that stands over titles is one clause, or a whole statement as the heads of pages are. */
function isOneClause(line: Line): boolean {
  return !/[，,]/.test(line.words) || line.width >= STATEMENT;
}

/** What the line heads; null when nothing that needs a heading follows. */
function supportBelow(context: Context, i: number, taken: ReadonlySet<number>, accepted: ReadonlyMap<number, Support>): Support | null {
  const line = context.draft.lines[i] as Line;
  const n = context.after[i] as number;
  const next = context.draft.lines[n];
  if (next === undefined) return null;
  const below = accepted.get(n);
  if (below !== undefined) return below.depth < DEEPEST && isOneClause(line) ? { depth: below.depth + 1, body: 'title' } : null;
  if (taken.has(n)) return next.marks.bullet !== null ? LIST : null;
  const kind = context.draft.kinds[n];
  if (kind === 'caption' || kind === 'table') return TEXT;
  if (kind !== null) return null;
  if (next.marks.bullet !== null) return LIST;
  if (next.numbering !== null && next.numbering.value === 1 && !next.numbering.bare) return LIST;
  if (isField(next)) return null;
  if (hasSentence(next.words) || endsSentence(next.text)) return next.width > 16 ? TEXT : null;
  if (/，/.test(next.words) && next.width > 36 && next.width > line.width * 1.4) return TEXT;
  const full = context.wrap.edge > 0 ? isFull(context.wrap, next) : next.width > 100 && next.width > line.width;
  return full ? TEXT : null;
}
