import type { Approximation, Quantity } from './model';
import { readNumeral, type Numeral } from './numeral';
import { readUnit } from './units';

const start = /[0-9０-９一二两三四五六七八九十百千]|万分之/g;
const before: readonly (readonly [RegExp, Approximation])[] = [
  [/(?:不超过|不高于|不多于|至多|最多|最高|不大于)[ \u3000]?$/u, '<='],
  [/(?:不少于|不低于|至少|最少|最低|起码|不小于)[ \u3000]?$/u, '>='],
  [/(?:不到|不足|低于|少于|小于|未达|尚不足)[ \u3000]?$/u, '<'],
  [/(?:超过|超出|超|逾|突破|高于|多于|大于|高达)[ \u3000]?$/u, '>'],
  [/(?:大约|约为|约合|(?<![签预节合条公违特履邀])约|将近|接近|近|大概|上下|左右)[ \u3000]?$/u, '~'],
];
const after: readonly (readonly [RegExp, Approximation])[] = [
  [/^[ \u3000]?(?:以上|及以上|起)(?!来|诉|步)/u, '>='],
  [/^[ \u3000]?(?:以内|及以下|以下)/u, '<='],
  [/^[ \u3000]?(?:左右|上下)/u, '~'],
];
const dash = /^[ \u3000]?(?:-|—{1,2}|–|~|～|至|到)[ \u3000]?/u;
/** Chinese numerals that are words: 一些, 一定, 统一, 第一, 一方面 … count nothing without a unit that counts. */
const ordinalBefore = /[第统唯之万数]$/u;
const wordAfter = /^(?:些|定|般|样|直|旦|致|体|同|律|概|向|切|并|方面|系列|批|步|下|时|带|如|再|味|度|部分|级市|线|点|起|流|手|路|家万户)/u;

const spaces = (text: string, at: number): number => (/^[ \u00a0\u3000]$/.test(text.charAt(at)) ? at + 1 : at);

/** Latin letters, hyphens and dots around digits make them part of a name: GPT-4, COVID-19, 3D, v1.2, 2024-05. */
function isInsideName(text: string, from: number, to: number): boolean {
  const left = text.charAt(from - 1);
  if (/[A-Za-z0-9０-９_.]/.test(left)) return true;
  if (/[-–/:：]/.test(left) && /[A-Za-z0-9]/.test(text.charAt(from - 2))) return true;
  const right = text.charAt(to);
  if (/[A-Za-z]/.test(right) && readUnit(text, to) === null) return true;
  if (right === '.' && /[A-Za-z]/.test(text.charAt(to + 1))) return true;
  // "3-5" is a range, "2025-03-14", "10:30" and "1/2" are not.
  return /[-/:：]/.test(right) && /[0-9A-Za-z]/.test(text.charAt(to + 1)) && !/^-[0-9][0-9,.]{0,12}(?![-0-9A-Za-z])/.test(text.slice(to, to + 16));
}

/** 年, 月, 日 and 时 after a number of that size name a date, not a duration. */
function isDate(text: string, numeral: Numeral, at: number): boolean {
  const next = text.charAt(spaces(text, numeral.end));
  const digits = numeral.end - at;
  if (next === '年' && numeral.scale === 1 && (digits === 4 || (digits === 2 && numeral.value > 49)) && numeral.value < 2200) return true;
  if (digits === 4 && numeral.value > 1900 && numeral.value < 2100 && /^[ \u3000]?(?:-|—{1,2}|–|~|～|至|到)[ \u3000]?(?:19|20)[0-9]{2}(?![0-9,.])/u.test(text.slice(numeral.end, numeral.end + 10))) return true;
  if (next === '月' && numeral.value <= 12) return true;
  return (next === '日' || next === '号') && numeral.value <= 31 && text.charAt(at - 1) !== '近';
}

function percent(text: string, at: number): { numeral: Numeral; factor: number } | null {
  const match = /^(?:百分之|千分之|万分之)/u.exec(text.slice(at, at + 3));
  if (match === null) return null;
  const numeral = readNumeral(text, at + 3);
  return numeral === null ? null : { numeral, factor: match[0] === '百分之' ? 1 : match[0] === '千分之' ? 0.1 : 0.01 };
}

const round = (value: number): number => Number(value.toPrecision(12));

function approximation(text: string, from: number, to: number, numeral: Numeral): Approximation | null {
  const left = text.slice(Math.max(0, from - 5), from);
  for (const [pattern, approx] of before) if (pattern.test(left)) return approx;
  const right = text.slice(to, to + 4);
  for (const [pattern, approx] of after) if (pattern.test(right)) return approx;
  return numeral.more ? '>' : null;
}

/** Reads the figure at `at`, or null where the characters there count nothing. */
function quantityAt(text: string, at: number): Quantity | null {
  const part = percent(text, at);
  if (part !== null) {
    const { numeral, factor } = part;
    return {
      span: { start: at, end: numeral.end }, value: round(numeral.value * factor), unit: '%',
      approx: approximation(text, at, numeral.end, numeral), decimals: numeral.decimals, scale: factor,
    };
  }
  const numeral = readNumeral(text, at);
  if (numeral === null || isInsideName(text, at, numeral.end) || isDate(text, numeral, at)) return null;
  const isHan = !/[0-9０-９]/.test(text.charAt(at));
  const left = text.slice(Math.max(0, at - 2), at);
  if (/第[ \u3000]?$/u.test(left) || (isHan && (ordinalBefore.test(left) || wordAfter.test(text.slice(numeral.end, numeral.end + 3))))) return null;
  return isHan && /^分之/u.test(text.slice(numeral.end)) ? fraction(text, at, numeral) : withUnit(text, at, numeral, isHan);
}

/** "三分之一": a share in percent. */
function fraction(text: string, at: number, numeral: Numeral): Quantity | null {
  const top = readNumeral(text, numeral.end + 2);
  if (top === null || numeral.value === 0) return null;
  return {
    span: { start: at, end: top.end }, value: round((top.value / numeral.value) * 100), unit: '%',
    approx: approximation(text, at, top.end, top), decimals: 0, scale: 1,
  };
}

function withUnit(text: string, at: number, numeral: Numeral, isHan: boolean): Quantity | null {
  let end = numeral.end;
  let high: number | undefined;
  let last = numeral;
  const link = dash.exec(text.slice(end, end + 4));
  const lowUnit = readUnit(text, spaces(text, end));
  const linkAfterUnit = lowUnit === null ? null : dash.exec(text.slice(lowUnit.end, lowUnit.end + 4));
  // "从 155 万到 923 万元" names two figures, not a range.
  const isStart = /[从由自][ \u3000]?$/u.test(text.slice(Math.max(0, at - 2), at));
  if (link !== null && !(isStart && /[至到]/.test(link[0]))) {
    const upper = readNumeral(text, end + link[0].length);
    if (upper !== null && upper.value > numeral.value && !isDate(text, upper, end + link[0].length)) {
      high = upper.value;
      end = upper.end;
      last = upper;
    }
  } else if (lowUnit !== null && linkAfterUnit !== null && !isStart) {
    const upper = readNumeral(text, lowUnit.end + linkAfterUnit[0].length);
    const upperUnit = upper === null ? null : readUnit(text, spaces(text, upper.end));
    if (upper !== null && upperUnit?.unit === lowUnit.unit && upper.value * upper.scale >= numeral.value && upper.value > numeral.value) {
      high = upper.value;
      end = upper.end;
      last = upper;
    }
  }
  // "3—5 亿元": the scale stands once, behind both ends.
  const shared = high !== undefined && numeral.scale === 1 && last.scale > 1 && numeral.value < last.value / last.scale;
  const value = shared ? numeral.value * last.scale : numeral.value;
  const gap = spaces(text, end);
  const more = /^[多余几]/u.test(text.slice(gap)) && readUnit(text, spaces(text, gap + 1)) !== null;
  const unitAt = spaces(text, more ? gap + 1 : end);
  const found = readUnit(text, unitAt);
  if (isHan && (found === null || (numeral.value < 2 && numeral.scale === 1)) && !(found?.unit === '倍' || found?.unit === '成')) return null;
  const base = { decimals: numeral.decimals, scale: shared ? last.scale : numeral.scale };
  const reached = found?.end ?? (more ? gap + 1 : end);
  const approx = approximation(text, at, reached, { ...numeral, more: numeral.more || more });
  const range = high === undefined ? {} : { high };
  if (found?.unit === '成') {
    if (!isHan || /[为员立分都]/.test(text.charAt(found.end))) return null;
    return { span: { start: at, end: found.end }, value: numeral.value * 10, ...(high === undefined ? {} : { high: high * 10 }), unit: '%', approx, decimals: 0, scale: 10 };
  }
  if (found?.unit === '‰') return { span: { start: at, end: found.end }, value: round(value / 10), unit: '%', approx, decimals: numeral.decimals + 1, scale: 0.1 };
  return { span: { start: at, end: reached }, value: round(value), ...range, unit: found?.unit === '％' ? '%' : (found?.unit ?? ''), approx, ...base };
}

const half = /(?:(超过|超|逾|近|不到|不足|约)?)(一半|半数|过半)(?!径|年|天|月|夜)/gu;
const doubled = /(?:(接近|将近|近|约|超过|超)?)(翻了?([一二两三四五])番|翻了?([一二两三四五])倍|翻倍|翻了?一番)/gu;
const words: Readonly<Record<string, Approximation>> = { 超过: '>', 超: '>', 逾: '>', 近: '~', 接近: '~', 将近: '~', 约: '~', 不到: '<', 不足: '<' };
const han: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5 };

/** Figures that stand in words alone: "一半", "翻了一倍" (growth of 100 %), "翻两番" (four times). */
function wordQuantities(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(half)) {
    const approx = match[2] === '过半' ? '>' : words[match[1] ?? ''] ?? null;
    found.push({ span: { start: match.index, end: match.index + match[0].length }, value: 50, unit: '%', approx, decimals: 0, scale: 1 });
  }
  for (const match of text.matchAll(doubled)) {
    const folds = match[4] !== undefined ? 1 + (han[match[4]] ?? 1) : 2 ** (han[match[3] ?? '一'] ?? 1);
    found.push({ span: { start: match.index, end: match.index + match[0].length }, value: folds, unit: '倍', approx: words[match[1] ?? ''] ?? null, decimals: 0, scale: 1 });
  }
  return found;
}

/**
 * All figures of a text in order: Arabic and Chinese numerals with 万/亿, ranges, percentages, fractions, 成, and
 * "翻了一倍". Dates, ordinals, versions and names with digits are left out. Spans are offsets of `text`. Linear.
 */
export function readQuantities(text: string): Quantity[] {
  const found = wordQuantities(text);
  const inWords = new Set(found.flatMap(q => Array.from({ length: q.span.end - q.span.start }, (_, i) => q.span.start + i)));
  start.lastIndex = 0;
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    if (inWords.has(match.index)) continue;
    const quantity = quantityAt(text, match.index);
    const numeral = quantity === null ? readNumeral(text, match.index) : null;
    if (quantity !== null) found.push(quantity);
    start.lastIndex = Math.max(match.index + 1, quantity?.span.end ?? numeral?.end ?? 0);
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}
