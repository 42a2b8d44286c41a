import { matchAt } from '../text/sticky';

/** A number without unit, read from its start; offsets in the text it was read from. */
export interface Numeral {
  readonly end: number;
  readonly value: number;
  readonly decimals: number;
  readonly scale: number;
  /** "多", "余", "几" inside the number: it is a lower bound. */
  readonly more: boolean;
}

const hanDigits = new Map([...'零〇一二两三四五六七八九'].map((c, i) => [c.charCodeAt(0), [0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9][i] ?? 0]));
const smallUnits = new Map([[0x5341, 10], [0x767e, 100], [0x5343, 1000]]); // 十 百 千
const thousand = 0x5343;
const point = 0x70b9; // 点

/** The digit that an ASCII or full-width character is, -1 for any other. */
function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  return code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1;
}

/** 千克, 千瓦, 千米, 千卡 and 千伏 are units. */
function isUnitOfThousand(text: string, at: number): boolean {
  return text.charCodeAt(at) === thousand && '克瓦米卡伏'.includes(text.charAt(at + 1)) && at + 1 < text.length;
}

function skipSpace(text: string, at: number): number {
  let i = at;
  for (let code = text.charCodeAt(i); code === 0x20 || code === 0xa0 || code === 0x3000; code = text.charCodeAt(++i));
  return i;
}

/** Three digits and no fourth follow the separator at `at`. */
function groupsThousands(text: string, at: number): boolean {
  return digitAt(text, at + 1) >= 0 && digitAt(text, at + 2) >= 0 && digitAt(text, at + 3) >= 0 && digitAt(text, at + 4) < 0;
}

/** Groups of three behind a space, as journals set them, with what is counted behind them: " 408 000万人". */
const spacedGroups = /(?:[ \u00a0\u2009\u202f][0-9]{3})+(?=[ \u3000]?[万亿千百多余元人个家吨户名例件台辆公平亩%％])/y;

const spaces: ReadonlySet<number> = new Set([0x20, 0xa0, 0x2009, 0x202f]);

/** Where the spaced groups end that go on with the digits text[at..end), `end` where there are none: "5 408万人", but not "表1 408人". */
function spacedEnd(text: string, at: number, end: number): number {
  if (end - at > 3 || !spaces.has(text.charCodeAt(end)) || text.charAt(at) === '0') return end;
  const before = text.slice(Math.max(0, at - 2), at).trimEnd();
  if (!/[\u4e00-\u9fff（(，、：]$/.test(before) || /[图表第章节页条款号]$/.test(before)) return end;
  return end + (matchAt(spacedGroups, text, end)?.[0].length ?? 0);
}

/** Digits with thousands separators and a decimal point: "1,234.50", "１２", "0.3". */
function readDigits(text: string, at: number): { end: number; value: number; decimals: number } | null {
  let i = at;
  let value = 0;
  let digits = 0;
  for (;;) {
    const digit = digitAt(text, i);
    const code = text.charCodeAt(i);
    if (digit >= 0) {
      value = value * 10 + digit;
      digits++;
    } else if (!((code === 0x2c && digits > 0) || (code === 0xff0c && digits > 3)) || !groupsThousands(text, i)) {
      break;
    }
    i++;
  }
  if (digits === 0) return null;
  const grouped = spacedEnd(text, at, i);
  if (grouped > i) return { end: grouped, value: Number(text.slice(at, grouped).replace(/\D/g, '')), decimals: 0 };
  const code = text.charCodeAt(i);
  if ((code !== 0x2e && code !== 0xff0e) || digitAt(text, i + 1) < 0) return { end: i, value, decimals: 0 };
  let end = i + 1;
  while (digitAt(text, end) >= 0) end++;
  // "1.2.3" is a section or a version, not a number.
  if (text.charCodeAt(end) === 0x2e && digitAt(text, end + 1) >= 0) return null;
  const fraction = text.slice(i + 1, end).normalize('NFKC');
  return { end, value: Number(`${String(value)}.${fraction}`), decimals: end - i - 1 };
}

/** Chinese numerals below ten thousand, "三点五", and digits in a row ("二〇二四"). */
function readHan(text: string, at: number): { end: number; value: number; decimals: number } | null {
  let i = at;
  let total = 0;
  let pending = -1;
  let positional = 0;
  let digits = 0;
  let usedUnit = false;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const digit = hanDigits.get(code);
    const unit = digit === undefined ? smallUnits.get(code) : undefined;
    if (digit !== undefined) {
      positional = positional * 10 + digit;
      digits++;
      pending = pending > 0 && !usedUnit ? pending * 10 + digit : digit;
    } else if (unit !== undefined && !isUnitOfThousand(text, i)) {
      // "二三十" is twenty to thirty, no number.
      if (pending > 9) return null;
      total += (pending < 0 ? 1 : pending) * unit;
      pending = -1;
      usedUnit = true;
    } else {
      break;
    }
  }
  if (i === at) return null;
  const value = !usedUnit && digits > 1 ? positional : total + Math.max(0, pending);
  if (text.charCodeAt(i) !== point || !hanDigits.has(text.charCodeAt(i + 1))) return { end: i, value, decimals: 0 };
  let fraction = '';
  let end = i + 1;
  for (let digit = hanDigits.get(text.charCodeAt(end)); digit !== undefined; digit = hanDigits.get(text.charCodeAt(++end))) fraction += String(digit);
  return { end, value: Number(`${String(value)}.${fraction}`), decimals: fraction.length };
}

const scales: readonly (readonly [string, number])[] = [
  ['万亿', 1e12], ['千亿', 1e11], ['百亿', 1e10], ['十亿', 1e9], ['亿', 1e8],
  ['千万', 1e7], ['百万', 1e6], ['十万', 1e5], ['万', 1e4], ['千', 1e3], ['百', 1e2],
];

const opensScale = new Set(scales.map(([word]) => word.charCodeAt(0)));

function readScale(text: string, at: number): { end: number; scale: number } {
  const start = skipSpace(text, at);
  if (!opensScale.has(text.charCodeAt(start))) return { end: at, scale: 1 };
  for (const [word, scale] of scales) {
    if (!text.startsWith(word, start)) continue;
    if (word === '千' && isUnitOfThousand(text, start)) continue;
    if (word === '百' && text.startsWith('百分', start)) continue;
    return { end: start + word.length, scale };
  }
  return { end: at, scale: 1 };
}

/**
 * Reads one number from `at`: Arabic or Chinese digits, decimals, 万/亿 and their mixtures ("1 亿 3000 万", "三千五百万",
 * "50 多亿"). Costs its own length.
 * @returns null where no number starts.
 */
export function readNumeral(text: string, at: number): Numeral | null {
  let total = 0;
  let end = at;
  let decimals = 0;
  let scale = 0;
  let more = false;
  let next = at;
  for (let part = 0; part < 3; part++) {
    const number = readDigits(text, next) ?? readHan(text, next);
    if (number === null) break;
    let after = number.end;
    const mark = skipSpace(text, after);
    const sign = text.charCodeAt(mark);
    const hasMore = (sign === 0x591a || sign === 0x4f59 || sign === 0x51e0) && readScale(text, mark + 1).scale > 1;
    if (hasMore) after = mark + 1;
    const unit = readScale(text, after);
    // "3000 万" goes on after "1 亿", only at a smaller scale.
    if (part > 0 && (unit.scale >= scale || (unit.scale === 1 && digitAt(text, next) < 0 && number.value < 1))) break;
    total += Math.round(number.value * unit.scale * 10 ** 6) / 10 ** 6;
    end = unit.end;
    more ||= hasMore;
    if (part === 0) decimals = number.decimals;
    scale = unit.scale;
    if (unit.scale < 1e4) break;
    next = skipSpace(text, end);
    if (next > end && digitAt(text, next) < 0) break;
  }
  if (end === at) return null;
  return { end, value: total, decimals, scale, more };
}
