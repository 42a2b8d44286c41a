/** A date as a table prints it: year, month, day, as far as it goes; compared piece by piece. */
export type PrintedDate = readonly number[];

const patterns: readonly RegExp[] = [
  /^((?:19|20)\d{2})[ \u3000]?年(?:[ \u3000]?(1[0-2]|0?[1-9])[ \u3000]?月(?:[ \u3000]?(3[01]|[12]\d|0?[1-9])[ \u3000]?日)?)?$/u,
  /^((?:19|20)\d{2})(?:[-./](1[0-2]|0?[1-9])(?:[-./](3[01]|[12]\d|0?[1-9]))?)?$/u,
];
/** Without a year, which is 0 then. */
const monthAndDay = /^(1[0-2]|0?[1-9])[ \u3000]?月[ \u3000]?(3[01]|[12]\d|0?[1-9])[ \u3000]?日$/u;
const american = /^(1[0-2]|0?[1-9])\/(3[01]|[12]\d|0?[1-9])\/((?:19|20)\d{2})$/u;

/** Reads a cell that is a date and nothing else. */
export function readDate(cell: string): PrintedDate | null {
  const text = cell.trim();
  const us = american.exec(text);
  if (us !== null) return [Number(us[3]), Number(us[1]), Number(us[2])];
  const short = monthAndDay.exec(text);
  if (short !== null) return [0, Number(short[1]), Number(short[2])];
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match !== null) return match.slice(1).flatMap((part: string | undefined) => (part === undefined ? [] : [Number(part)]));
  }
  return null;
}

/** Negative where `a` is earlier; 0 where one is the other, or says less of it. */
export function compareDates(a: PrintedDate, b: PrintedDate): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

export const printDate = (date: PrintedDate): string => (date[0] === 0 ? date.slice(1) : date).map((n, i) => (i === 0 && n > 12 ? String(n) : String(n).padStart(2, '0'))).join('-');

/** A period as a title names it: "2023 年—2024 年 8 月", "2016—2025 年", "2024 年". */
export interface Period {
  readonly from: PrintedDate;
  readonly to: PrintedDate;
  readonly text: string;
}

const range = /((?:19|20)\d{2})[ \u3000]?(?:年[ \u3000]?(?:(1[0-2]|[1-9])[ \u3000]?月(?:[ \u3000]?\d{1,2}[ \u3000]?日)?)?)?[ \u3000]?(?:-|—{1,2}|–|~|～|至)[ \u3000]?((?:19|20)\d{2})[ \u3000]?年?[ \u3000]?(?:(1[0-2]|[1-9])[ \u3000]?月)?/u;
const single = /(?<![\d—–~～至-])((?:19|20)\d{2})[ \u3000]?年(?![ \u3000]?\d|[—–~～至-]|以来|之前|以前|后|前)/u;

/** The period a table's title names, or null. Titles with two periods name none. */
export function periodOf(title: string): Period | null {
  const match = range.exec(title);
  if (match !== null) {
    const end = (year: string | undefined, month: string | undefined): PrintedDate => (month === undefined ? [Number(year)] : [Number(year), Number(month)]);
    return { from: end(match[1], match[2]), to: end(match[3], match[4]), text: match[0].trim() };
  }
  const year = single.exec(title);
  return year === null ? null : { from: [Number(year[1])], to: [Number(year[1])], text: year[0].trim() };
}
