import { readHanNumber } from './numerals';

/** A date as written, at UTF-16 offsets of the text it was read from. `iso` is "2024", "2024-11" or "2024-11-05". */
export interface ReadDate {
  readonly start: number;
  readonly end: number;
  readonly iso: string;
}

// Spaces may stand between figures and words; every repetition is bounded.
const WORDED = /(\d{4}|[一二三四五六七八九〇零○]{4})[ \t]{0,2}年(?:[ \t]{0,2}(\d{1,2}|[一二三四五六七八九十]{1,3})[ \t]{0,2}月(?:份|(?:[ \t]{0,2}(\d{1,2}|[一二三四五六七八九十]{1,3})[ \t]{0,2}[日号])?))?/g;
const FIGURED = /(?<!\d)(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|\.(\d{2}))(?![\d-])/g;
/** By the years of the Republic, as Taiwan counts them: 中華民國114年1月2日. */
const REPUBLIC = /中[华華]民[国國][ \t]{0,2}(\d{2,3})[ \t]{0,2}年(?:[ \t]{0,2}(\d{1,2})[ \t]{0,2}月(?:[ \t]{0,2}(\d{1,2})[ \t]{0,2}日)?)?/g;
const REPUBLIC_BEGAN = 1911;
const EARLIEST = 1900;
const LATEST = 2100;

/** The calendar dates in `text`, by position. A year alone counts only with "年". Linear. */
export function readDates(text: string): ReadDate[] {
  const dates: ReadDate[] = [];
  for (const found of text.matchAll(WORDED)) add(dates, found, found[1], found[2], found[3]);
  for (const found of text.matchAll(FIGURED)) add(dates, found, found[1], found[2] ?? found[4] ?? found[6] ?? found[8], found[3] ?? found[5] ?? found[7]);
  for (const found of text.matchAll(REPUBLIC)) add(dates, found, String(Number(found[1]) + REPUBLIC_BEGAN), found[2], found[3]);
  return dates.sort((a, b) => a.start - b.start);
}

function add(dates: ReadDate[], found: RegExpExecArray, year: string | undefined, month: string | undefined, day: string | undefined): void {
  const y = numberOf(year);
  const m = numberOf(month);
  const d = numberOf(day);
  if (y === null || y < EARLIEST || y > LATEST) return;
  if (month !== undefined && (m === null || m < 1 || m > 12)) return;
  if (day !== undefined && (d === null || d < 1 || d > 31)) return;
  const iso = [String(y), ...(m === null ? [] : [pad(m)]), ...(d === null ? [] : [pad(d)])].join('-');
  dates.push({ start: found.index, end: found.index + found[0].length, iso });
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  return /^\d/.test(text) ? Number(text) : readHanNumber(text.replace(/○/g, '〇'));
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
