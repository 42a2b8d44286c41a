import { readDates } from '../text/dates';
import type { Draft, Line } from './draft';
import { yearOfNumber } from './titles';

/** Lines at the front and at the end in which a report dates and signs itself. */
const HEAD = 60;
const TAIL = 10;
/** Longest line that dates a report; longer ones tell of something else. */
const LONGEST = 80;

const TIMED = /\d{1,2}[:：时]\d{2}/;
const LABELLED_DATE = /(?:发布|发文|成文|印发|出版|报告)?(?:日期|时间)[ \t]?[：:]/;
const ENACTED = /通过|公布|发布|印发|令第|修订|修正/;
const SPOKEN = /(?:会议|大会|全会|论坛|峰会|年会)(?:上|$)/;
const COPYRIGHT = /(?:©|\(c\)|版权所有|Copyright)[^\d]{0,20}(20\d{2})/i;

/**
 * The day, month or year of the report: the best dated line at its front, else its end, else the title's year, the
 * year of its number or copyright, or the year it mentions most. Linear in the text for the last of these.
 */
export function dateOf(draft: Draft, title: string | null): string | null {
  const { lines } = draft;
  const head = bestDate(lines.slice(0, HEAD));
  if (head !== null) return head;
  const tail = bestDate(lines.slice(Math.max(HEAD, lines.length - TAIL)).filter((line) => line.text.length <= 24));
  if (tail !== null) return tail;
  return dayInTitle(title ?? '') ?? /(?<!\d)(20\d{2})(?!\d)/.exec(title ?? '')?.[1] ?? numberedYear(lines) ?? copyrightYear(lines) ?? commonYear(draft);
}

/** The last day that a weekly's title has in digits alone: 行业周报（20241202-20241208）. */
function dayInTitle(title: string): string | null {
  const [, year, month, day] = [...title.matchAll(/(?<!\d)(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/g)].at(-1) ?? [];
  return year === undefined ? null : `${year}-${month as string}-${day as string}`;
}

function bestDate(lines: readonly Line[]): string | null {
  let best: string | null = null;
  let most = 0;
  for (const line of lines) {
    if (line.words.length > LONGEST || line.marks.bullet !== null) continue;
    for (const date of readDates(line.words)) {
      const score = scoreOf(line, date.start, date.end, date.iso);
      if (score > most) {
        most = score;
        best = date.iso;
      }
    }
  }
  return best;
}

/** How well a line says when the report itself was made; 0 for a date of something else. */
function scoreOf(line: Line, start: number, end: number, iso: string): number {
  const text = line.words;
  if (iso.length < 7 || /[[［][A-Z]{1,2}(?:\/OL)?[\]］]/.test(text) || /[。；]/.test(text.slice(0, -1)) || /^[，,]/.test(text.slice(end))) return 0;
  // Prose that a page's width has cut: what has happened since, more than then.
  if (/(?:自从?|从|较|比|去年|至|到|于|在|[，,])\s*$/.test(text.slice(0, start)) && /[\u4e00-\u9fff]{4}/.test(text.slice(0, start)) && !ENACTED.test(text)) return 0;
  if (/^\s?(?:出生|生于|以来|底|末|起|[之以]?前|[之以]?后)/.test(text.slice(end))) return 0;
  const alone = text.slice(0, start).trim().length + text.slice(end).trim().length;
  let score = alone === 0 ? 6 : alone < 30 ? 4 : 2;
  if (SPOKEN.test(text)) score += 4;
  if (ENACTED.test(text)) score += 3;
  if (/^\s*起?(?:实施|施行|生效)/.test(text.slice(end))) score -= 3;
  if (/施行|起实施|有效期|截至|截止|期间/.test(text)) score -= 4;
  if (/[—–至到~-]\s*$/.test(text.slice(0, start)) && start > 3) score -= 3;
  if (TIMED.test(text) || /时间[：:]/.test(text)) score -= 2;
  else if (LABELLED_DATE.test(text)) score += 1;
  if (iso.length === 10) score += 0.5;
  return Math.max(0, score);
}

/** Of an office's letter, from its number: 江医保发〔2023〕142号. */
const numberedYear = (lines: readonly Line[]): string | null => lines.slice(0, HEAD).map(({ words }) => yearOfNumber(words)).find((year) => year !== null) ?? null;

function copyrightYear(lines: readonly Line[]): string | null {
  for (const part of [lines.slice(0, HEAD), lines.slice(-HEAD)]) {
    for (const line of part) {
      const year = COPYRIGHT.exec(line.text.slice(0, 400))?.[1];
      if (year !== undefined) return year;
    }
  }
  return null;
}

/** Characters in which the most frequent year is counted. */
const COUNTED = 400_000;

function commonYear(draft: Draft): string | null {
  const counts = new Map<string, number>();
  let best: string | null = null;
  for (const found of draft.source.text.slice(0, COUNTED).matchAll(/(?<![\d到至争])20[0-4]\d(?=[ \t]?年|[./-]\d{1,2})/g)) {
    const count = (counts.get(found[0]) ?? 0) + 1;
    counts.set(found[0], count);
    if (best === null || count > (counts.get(best) ?? 0)) best = found[0];
  }
  return best !== null && (counts.get(best) ?? 0) > 1 ? best : null;
}

const ISSUE = /(?:总)?第\s?([\d一二三四五六七八九十百零〇]{1,6})\s?期/;
const PUBLISHER_LABEL = /^(?:发布单位|发布机构|编制单位|主办单位|主办|出品|出品方|发文机关|来源|出版单位)[ \t]?[：:][ \t]?(.{2,40})$/;
const PUBLISHER = /^[（(]?([\u4e00-\u9fff·（）()A-Za-z&]{2,30}?(?:研究院|研究所|研究中心|中心|委员会|办公厅|办公室|管理局|总局|人民政府|政府|公司|学会|协会|联合会|联盟|集团|证券|大学|学院|智库|出版社|事务所|银行|部|厅|局|委|社|报))[）)]?(?=$|[\s\d])/;
const AUTHOR = /^(?:作者|编制|撰稿|撰稿人|撰写|执笔|主编|编写|编辑|报告作者|研究人员|分析师|首席分析师|演讲人|汇报人|主讲人|文)[ \t]?(?:[：:／/]|[ \t])[ \t]?([\u4e00-\u9fffA-Za-z·、，, ]{2,40})/;

/** The issue of a periodical, as printed: "第六二二期". */
export function issueOf(lines: readonly Line[]): string | null {
  for (const line of lines.slice(0, HEAD)) {
    const found = line.words.length > LONGEST ? null : ISSUE.exec(line.words);
    if (found !== null) return found[0].replace(/\s/g, '');
  }
  return null;
}

/** Lines in which a label such as "来源：" names the publisher of the whole, not of one item. */
const LABELLED = 16;

function isDate(text: string): boolean {
  const [date] = readDates(text);
  return date !== undefined && date.start === 0 && date.end === text.length;
}

/** Who issued the report: an organisation alone on its line or with the date, or the one that a label names. */
export function publisherOf(lines: readonly Line[]): string | null {
  const head = lines.slice(0, HEAD).filter((line) => line.words.length <= LONGEST && line.numbering === null && line.marks.bullet === null);
  for (const line of head) {
    const named = PUBLISHER.exec(line.words);
    const rest = named === null ? '' : line.words.slice(named[0].length).trim();
    if (named !== null && (rest === '' || isDate(rest))) return named[1] as string;
  }
  for (const line of head.slice(0, LABELLED)) {
    const labelled = PUBLISHER_LABEL.exec(line.words)?.[1];
    if (labelled !== undefined) return labelled.trim();
  }
  return null;
}

export function authorsOf(lines: readonly Line[]): string[] {
  const authors: string[] = [];
  for (const line of lines.slice(0, HEAD)) {
    const found = line.words.length > LONGEST ? null : AUTHOR.exec(line.words);
    if (found === null) continue;
    for (const name of (found[1] as string).split(/[、，, ]+/)) {
      if (name.length < 2 || name.length > 20 || /编辑|记者|作者/.test(name)) break;
      if (!authors.includes(name)) authors.push(name);
    }
  }
  return authors;
}
