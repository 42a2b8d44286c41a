import type { Span } from '../text/span';

/** A time named in a text; `value` is "2024", "2024-11", "2024-11-05", "2024Q1", "2024H1"; offsets of the text. */
export interface TimeExpression {
  readonly span: Span;
  readonly value: string;
}

const absolute = /((?:19|20)[0-9]{2})[ \u3000]?(?:年(?:度)?[ \u3000]?(?:(1[0-2]|0?[1-9])[ \u3000]?月(?:[ \u3000]?(3[01]|[12][0-9]|0?[1-9])[ \u3000]?日)?|(?:第)?([一二三四1-4])[ \u3000]?季度|(上半年|下半年))?|(Q[1-4]|H[12]))/gu;
const relative = /(今年|本年度?|报告期内?|去年|上年度?|前年|明年)(?:[ \u3000]?(1[0-2]|0?[1-9])[ \u3000]?月|(上半年|下半年)|(?:第)?([一二三四])季度)?/gu;
const quarter: Readonly<Record<string, string>> = { 一: '1', 二: '2', 三: '3', 四: '4' };
const two = (text: string): string => text.padStart(2, '0');

function detail(year: string, month?: string, day?: string, season?: string, half?: string): string {
  if (month !== undefined) return `${year}-${two(month)}${day === undefined ? '' : `-${two(day)}`}`;
  if (season !== undefined) return `${year}Q${quarter[season] ?? season}`;
  if (half !== undefined) return `${year}${half === '上半年' ? 'H1' : 'H2'}`;
  return year;
}

/**
 * The times a text names, in order. "今年", "去年" and the like are read from `year`, the report's own; without it they
 * are left out. Linear.
 */
export function readTimes(text: string, year: number | null): TimeExpression[] {
  const found: TimeExpression[] = [];
  for (const match of text.matchAll(absolute)) {
    const [all, y, month, day, season, half, code] = match;
    const value = code === undefined ? detail(y ?? '', month, day, season, half) : `${y ?? ''}${code}`;
    found.push({ span: { start: match.index, end: match.index + all.length }, value });
  }
  if (year !== null) {
    for (const match of text.matchAll(relative)) {
      const [all, word, month, half, season] = match;
      const shift = /^(?:去|上)/.test(word ?? '') ? -1 : word === '前年' ? -2 : word === '明年' ? 1 : 0;
      found.push({ span: { start: match.index, end: match.index + all.length }, value: detail(String(year + shift), month, undefined, season, half) });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

