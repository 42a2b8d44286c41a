import type { Span } from '../text/span';

/**
 * A time named in a text; offsets of the text. `value` is "2024", "2024-11", "2024-11-05", "2024Q1", "2024H1", of several
 * quarters, months or years "2024Q1-Q3", "2024-01/09" and "2021/2024", and of a fiscal year the one in which it ends, "FY2024".
 */
export interface TimeExpression {
  readonly span: Span;
  readonly value: string;
}

const gap = '[ \\u3000]?';
const to = `${gap}(?:-|—{1,2}|–|~|～|－|至|到)${gap}`;
const month = '1[0-2]|0?[1-9]';
/** Behind a year: months, a month or day, quarters, a half. */
const within = `(?:(${month})${gap}月?${to}(${month})${gap}月(?!${gap}\\d)|(${month})${gap}月(?:${gap}(3[01]|[12][0-9]|0?[1-9])${gap}日)?|(前|第)?([一二两三四1-4])个?${gap}季度|(上半年|下半年))`;
const absolute = new RegExp(`((?:19|20)[0-9]{2})${gap}(?:年(?:度|[底末初间])?${gap}${within}?|(Q[1-4]|H[12]))`, 'gu');
/** The year before one that is the last of several: "2021—" of "2021—2024年". */
const earlier = new RegExp(`(?<!\\d)((?:19|20)[0-9]{2})${gap}年?${to}$`, 'u');
const relative = new RegExp(`(今年|本年度?|报告期内?|去年|上年度?|前年|明年)(?:[底末初](?!步|期)|${gap}${within})?`, 'gu');
const fiscal = /(?<![0-9A-Za-z])(?:FY[ \u3000]?((?:19|20)[0-9]{2})|((?:19|20)[0-9]{2})(?:[ \u3000]?[-—–~～/][ \u3000]?((?:19|20)?[0-9]{2}))?[ \u3000]?年?(?:财年|财政年度))/gu;
/** "24H1", "24Q3", and "24 年底" where only a date can stand. */
const short = /(?<![0-9A-Za-z.])([0-4][0-9])(?:(Q[1-4]|H[12])(?![0-9A-Za-z])|(?<=(?:截至|截止|到)[ \u3000]?[0-9]{2})[ \u3000]?年[ \u3000]?[底末])/gu;
/** "24年营收", "25年第一季度": a year in two digits, where nothing lasts so long. */
const brief = new RegExp(`(?<![0-9A-Za-z.年近])([12][0-9])[ \\u3000]?年(?:${within}|(?=全年|营[业收]|实现|归母|净利|收入|销量|产量|毛利))`, 'gu');
const quarter: Readonly<Record<string, string>> = { 一: '1', 二: '2', 两: '2', 三: '3', 四: '4' };
const two = (text: string): string => text.padStart(2, '0');

/** A year with the groups of `within`. */
function detail(year: string, [first, last, only, day, sign, count, half]: readonly (string | undefined)[]): string {
  if (first !== undefined && last !== undefined) return `${year}-${two(first)}/${two(last)}`;
  if (only !== undefined) return `${year}-${two(only)}${day === undefined ? '' : `-${two(day)}`}`;
  if (count !== undefined) return `${year}${sign === '前' ? 'Q1-' : ''}Q${quarter[count] ?? count}`.replace(/Q1-Q1$/, 'Q1');
  if (half !== undefined) return `${year}${half === '上半年' ? 'H1' : 'H2'}`;
  return year;
}

/**
 * The times a text names, in order. "今年", "去年" and the like are read from `year`, the report's own; without it they
 * are left out. Linear.
 */
export function readTimes(text: string, year: number | null): TimeExpression[] {
  const found: TimeExpression[] = [];
  // Most sentences with figures name no time: the signs of one are looked for first.
  const hasYear = text.includes('年');
  if (!hasYear && !/[QHF]|报告期/.test(text)) return found;
  const put = (match: RegExpExecArray, value: string): void => {
    const span = { start: match.index, end: match.index + match[0].length };
    // A fiscal year is read first: its first year is no year of its own.
    if (!found.some(f => f.span.start < span.end && span.start < f.span.end)) found.push({ span, value });
  };
  for (const match of /财|FY/.test(text) ? text.matchAll(fiscal) : []) {
    const [, code, begins, ends] = match;
    const last = code ?? (ends === undefined ? begins : ends.length === 2 ? `${(begins ?? '').slice(0, 2)}${ends}` : ends);
    put(match, `FY${last ?? ''}`);
  }
  for (const match of text.matchAll(absolute)) {
    const value = match[9] === undefined ? detail(match[1] ?? '', match.slice(2, 9)) : `${match[1] ?? ''}${match[9]}`;
    const first = value.length === 4 ? earlier.exec(text.slice(Math.max(0, match.index - 10), match.index)) : null;
    if (first === null) {
      put(match, value);
      continue;
    }
    const start = match.index - first[0].length;
    if (found.at(-1)?.span.start === start) found.pop();
    found.push({ span: { start, end: match.index + match[0].length }, value: `${first[1] ?? ''}/${value}` });
  }
  for (const match of text.matchAll(short)) put(match, `20${match[1] ?? ''}${match[2] ?? ''}`);
  for (const match of hasYear ? text.matchAll(brief) : []) put(match, detail(`20${match[1] ?? ''}`, match.slice(2, 9)));
  if (year !== null) {
    for (const match of text.matchAll(relative)) {
      const word = match[1] ?? '';
      const shift = /^(?:去|上)/.test(word) ? -1 : word === '前年' ? -2 : word === '明年' ? 1 : 0;
      put(match, detail(String(year + shift), match.slice(2, 9)));
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}
