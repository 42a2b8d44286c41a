import { matchAt } from '../text/sticky';
import type { Approximation, Quantity } from './model';
import { readNumeral, type Numeral } from './numeral';
import { isApproximateAfter, isApproximateBefore, isHanNumeral, isLink, kindOf, mayFollowHan, opensFigure } from './signs';
import { readUnit } from './units';

const before: readonly (readonly [RegExp, Approximation])[] = [
  [/(?:不超过|不高于|不多于|至多|最多|最高|不大于|≤|⩽)[ \u3000]?$/u, '<='],
  [/(?:不少于|不低于|至少|最少|最低|起码|不小于|≥|⩾)[ \u3000]?$/u, '>='],
  [/(?:不到|不足|低于|少于|小于|未达|尚不足|＜|(?<![<-])<)[ \u3000]?$/u, '<'],
  [/(?:超过|超出|超|逾|突破|高于|多于|大于|高达|＞|(?<![a-z/"'=>-])>)[ \u3000]?$/u, '>'],
  [/(?:大约|约为|约合|(?<![签预节合条公违特履邀])约|将近|接近|近|大概|上下|左右|≈|(?<![0-9０-９%％])[~～])[ \u3000]?$/u, '~'],
];
const after: readonly (readonly [RegExp, Approximation])[] = [
  [/^[ \u3000]?(?:以上|及以上|起)(?!来|诉|步)/u, '>='],
  [/^[ \u3000]?(?:以内|及以下|以下)/u, '<='],
  [/^[ \u3000]?(?:左右|上下)/u, '~'],
];
const dash = /^[ \u3000]?(?:-|—{1,2}|–|－|−|~|～|至|到)[ \u3000]?/u;
/** Chinese numerals that are words: 一些, 一定, 统一, 第一, 一方面 … count nothing without a unit that counts. */
const ordinalBefore = new Set('第统唯之万数几');
const wordAfter = /(?:些|定|般|样|直|旦|致|体|同|律|概|向|切|并|方面|系列|批|步|下|时|带|如|再|味|度|部分|级市|线|点|起|流|手|路|家万户)/uy;

const wordAfterAt = (text: string, at: number): boolean => matchAt(wordAfter, text, at) !== null;

function spaces(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0xa0 || code === 0x3000 ? at + 1 : at;
}

const isLatinLetter = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
const isAsciiDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
/** - – / : ： */
const isJoint = (code: number): boolean => code === 0x2d || code === 0x2013 || code === 0x2f || code === 0x3a || code === 0xff1a;

/** Latin letters, hyphens and dots around digits make them part of a name, a percent sign before them of an address: GPT-4, COVID-19, 3D, v1.2, 2024-05, %E8%87. */
function isInsideName(text: string, from: number, to: number): boolean {
  const left = text.charCodeAt(from - 1);
  if (isLatinLetter(left) || isAsciiDigit(left) || left === 0x5f || left === 0x2e || left === 0x25 || (left >= 0xff10 && left <= 0xff19)) return true;
  if (isJoint(left)) {
    const further = text.charCodeAt(from - 2);
    if (isLatinLetter(further) || isAsciiDigit(further)) return true;
  }
  const right = text.charCodeAt(to);
  if (isLatinLetter(right)) return readUnit(text, to) === null;
  const beyond = text.charCodeAt(to + 1);
  if (right === 0x2e && isLatinLetter(beyond)) return true;
  // "3-5" is a range, "2025-03-14", "10:30" and "1/2" are not.
  if (right === 0x2013 || !isJoint(right) || !(isAsciiDigit(beyond) || isLatinLetter(beyond))) return false;
  return !/^-[0-9][0-9,.]{0,12}(?![-0-9A-Za-z])/.test(text.slice(to, to + 16));
}

const years = /^[ \u3000]?(?:-|—{1,2}|–|~|～|至|到)[ \u3000]?(?:19|20)[0-9]{2}(?![0-9,.])/u;

/** 年, 月, 日 and 时 after a number of that size name a date, not a duration. */
function isDate(text: string, numeral: Numeral, at: number): boolean {
  const next = text.charAt(spaces(text, numeral.end));
  const digits = numeral.end - at;
  if (next === '年' && numeral.scale === 1 && (digits === 4 || (digits === 2 && numeral.value > 49)) && numeral.value < 2200) return true;
  if (digits === 4 && numeral.value > 1900 && numeral.value < 2100 && linkAt(text, numeral.end) && years.test(text.slice(numeral.end, numeral.end + 10))) return true;
  if (next === '月' && numeral.value <= 12) return true;
  return (next === '日' || next === '号') && numeral.value <= 31 && text.charAt(at - 1) !== '近';
}

const linkAt = (text: string, at: number): boolean => isLink(text.charCodeAt(spaces(text, at)));

function percent(text: string, at: number): { numeral: Numeral; factor: number } | null {
  if (text.charAt(at + 1) !== '分' || text.charAt(at + 2) !== '之') return null;
  const factor = { 百: 1, 千: 0.1, 万: 0.01 }[text.charAt(at)];
  const numeral = factor === undefined ? null : readNumeral(text, at + 3);
  return numeral === null || factor === undefined ? null : { numeral, factor };
}

/** Twelve significant digits: what arithmetic on printed digits leaves behind them is no part of the figure. */
function round(value: number): number {
  if (Number.isInteger(value) && value < 1e12) return value;
  const millionths = Math.round(value * 1e6);
  if (value >= 1 && value < 1e6 && Math.abs(millionths - value * 1e6) < 1e-3) return millionths / 1e6;
  return Number(value.toPrecision(12));
}

function approximation(text: string, from: number, to: number, more: boolean): Approximation | null {
  const close = from > 0 && spaces(text, from - 1) === from ? from - 1 : from;
  if (isApproximateBefore(text.charCodeAt(close - 1))) {
    const left = text.slice(Math.max(0, close - 5), close);
    for (const [pattern, approx] of before) if (pattern.test(left)) return approx;
  }
  if (isApproximateAfter(text.charCodeAt(spaces(text, to)))) {
    const right = text.slice(to, to + 4);
    for (const [pattern, approx] of after) if (pattern.test(right)) return approx;
  }
  return more ? '>' : null;
}

/** A conversion from PDF has put a space behind the point, "6. 68 亿": neither half is the figure. */
function isTorn(text: string, from: number, to: number): boolean {
  const next = text.charCodeAt(to + 2);
  if (text.charCodeAt(to) === 0x2e && text.charCodeAt(to + 1) === 0x20 && isAsciiDigit(next)) return true;
  return text.charCodeAt(from - 1) === 0x20 && text.charCodeAt(from - 2) === 0x2e && isAsciiDigit(text.charCodeAt(from - 3));
}

const slashed = /([1-9][0-9]?)\/([1-9][0-9]?)(?![0-9/]|[ \u3000]?[月日])/y;

/** "占全国的 1/4": a share, where words in front say so. */
function slashedShare(text: string, at: number): Quantity | null {
  const left = text.charAt(at > 0 && spaces(text, at - 1) === at ? at - 2 : at - 1);
  if (!'占的约近超达'.includes(left) || left === '') return null;
  const match = matchAt(slashed, text, at);
  const [top, bottom] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || top >= bottom) return null;
  const end = at + match[0].length;
  return { span: { start: at, end }, value: round((top / bottom) * 100), unit: '%', approx: approximation(text, at, end, false), decimals: 0, scale: 1 };
}

/** "三五家", "七八个": two numerals in a row are the ends of a range. */
function neighbours(text: string, at: number, { end, value }: Numeral): { low: number; high: number } | null {
  const [low, high] = [Math.floor(value / 10), value % 10];
  return end === at + 2 && /^[一二两三四五六七八九]{2}$/u.test(text.slice(at, end)) && low < high ? { low, high } : null;
}

/** Reads the figure at `at`, or null where the characters there count nothing. */
function quantityAt(text: string, at: number): Quantity | null {
  const part = percent(text, at);
  if (part !== null) {
    const { numeral, factor } = part;
    return {
      span: { start: at, end: numeral.end }, value: round(numeral.value * factor), unit: '%',
      approx: approximation(text, at, numeral.end, numeral.more), decimals: numeral.decimals, scale: factor,
    };
  }
  const share = slashedShare(text, at);
  if (share !== null) return share;
  const numeral = readNumeral(text, at);
  if (numeral === null || isTorn(text, at, numeral.end) || isInsideName(text, at, numeral.end) || isDate(text, numeral, at)) return null;
  const isHan = isHanNumeral(text.charCodeAt(at));
  if (text.charAt(at - 1) === '第' || (text.charAt(at - 2) === '第' && spaces(text, at - 1) === at)) return null;
  if (isHan && (ordinalBefore.has(text.charAt(at - 1)) || (at > 0 && isHanNumeral(text.charCodeAt(at - 1))) || (text.charAt(at - 1) === '上' && text.charAt(at - 2) !== '以' && numeral.value >= 100) || wordAfterAt(text, numeral.end))) return null;
  return isHan && text.startsWith('分之', numeral.end) ? fraction(text, at, numeral) : withUnit(text, at, numeral, isHan);
}

/** "三分之一": a share in percent. */
function fraction(text: string, at: number, numeral: Numeral): Quantity | null {
  const top = readNumeral(text, numeral.end + 2);
  if (top === null || numeral.value === 0) return null;
  return {
    span: { start: at, end: top.end }, value: round((top.value / numeral.value) * 100), unit: '%',
    approx: approximation(text, at, top.end, top.more), decimals: 0, scale: 1,
  };
}

function withUnit(text: string, at: number, numeral: Numeral, isHan: boolean): Quantity | null {
  let end = numeral.end;
  let high: number | undefined;
  let last = numeral;
  const link = linkAt(text, end) ? dash.exec(text.slice(end, end + 4)) : null;
  const lowUnit = readUnit(text, spaces(text, end));
  const linkAfterUnit = lowUnit !== null && linkAt(text, lowUnit.end) ? dash.exec(text.slice(lowUnit.end, lowUnit.end + 4)) : null;
  // "从 155 万到 923 万元" names two figures, not a range.
  const isStart = '从由自'.includes(text.charAt(at > 0 && spaces(text, at - 1) === at ? at - 2 : at - 1)) && at > 0;
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
  const range = isHan && high === undefined ? neighbours(text, at, numeral) : null;
  if (range !== null) high = range.high;
  // "3—5 亿元": the scale stands once, behind both ends.
  const shared = high !== undefined && numeral.scale === 1 && last.scale > 1 && numeral.value < last.value / last.scale;
  const value = range !== null ? range.low : shared ? numeral.value * last.scale : numeral.value;
  const gap = spaces(text, end);
  const sign = text.charAt(gap);
  const more = (sign === '多' || sign === '余' || sign === '几') && readUnit(text, spaces(text, gap + 1)) !== null;
  const unitAt = spaces(text, more ? gap + 1 : end);
  const found = readUnit(text, unitAt);
  if (isHan && (found === null || (numeral.value < 2 && numeral.scale === 1)) && !(found?.unit === '倍' || found?.unit === '成')) return null;
  if (isHan && isUnitLabel(text, at, found?.end)) return null;
  // "两倍多"
  const beyond = found?.unit === '倍' && text.charAt(found.end) === '多';
  const reached = found === null ? (more ? gap + 1 : end) : found.end + (beyond ? 1 : 0);
  const approx = approximation(text, at, reached, numeral.more || more || beyond);
  if (found?.unit === '成') {
    if (numeral.scale > 1 || value >= 10 || tenths.test(text.slice(found.end, found.end + 1))) return null;
    return { span: { start: at, end: found.end }, value: value * 10, ...(high === undefined ? {} : { high: high * 10 }), unit: '%', approx, decimals: 0, scale: 10 };
  }
  if (found?.unit === '‰') return { span: { start: at, end: found.end }, value: round(value / 10), unit: '%', approx, decimals: numeral.decimals + 1, scale: 0.1 };
  const quantity: Quantity = { span: { start: at, end: reached }, value: round(value), unit: found?.unit === '％' ? '%' : (found?.unit ?? ''), approx, decimals: numeral.decimals, scale: shared ? last.scale : numeral.scale };
  return high === undefined ? quantity : { ...quantity, high };
}

/** "（百万元）", "单位：百万股": in which unit figures are told, not one of them. */
function isUnitLabel(text: string, at: number, end: number | undefined): boolean {
  return end !== undefined && /^[十百千万亿]/.test(text.charAt(at)) && '（(：:'.includes(text.charAt(at - 1)) && at > 0 && /^(?:[）)，,；;、/]|$)/.test(text.slice(end, end + 1));
}

/** What 成 begins where it is no tenth: 成本, 成员, 成果 … */
const tenths = /[为员立分都效本功长交就果品熟因绩人像型一二三四五六七八九]/u;

const half = /(?:一半|半数|过半)(?!径|年|天|月|夜)/uy;
const doubled = /翻了?([一二两三四五])番|翻了?([一二两三四五])倍|翻倍|翻了?一番/uy;
const softened = /(?:超过|超|逾|近|接近|将近|不到|不足|约)$/u;
const words: Readonly<Record<string, Approximation>> = { 超过: '>', 超: '>', 逾: '>', 近: '~', 接近: '~', 将近: '~', 约: '~', 不到: '<', 不足: '<' };
const han: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5 };

/** A figure that stands in words alone at `at`: "一半", "翻了一倍" (growth of 100 %), "翻两番" (four times). */
function wordQuantity(text: string, at: number, isHalf: boolean): Quantity | null {
  const match = matchAt(isHalf ? half : doubled, text, at);
  if (match === null) return null;
  const prefix = softened.exec(text.slice(Math.max(0, at - 2), at))?.[0] ?? '';
  const span = { start: at - prefix.length, end: at + match[0].length };
  const approx = words[prefix] ?? null;
  if (isHalf) return { span, value: 50, unit: '%', approx: match[0] === '过半' ? '>' : approx ?? (text.startsWith('以上', span.end) ? '>=' : null), decimals: 0, scale: 1 };
  const folds = match[2] !== undefined ? 1 + (han[match[2]] ?? 1) : 2 ** (han[match[1] ?? '一'] ?? 1);
  return { span, value: folds, unit: '倍', approx, decimals: 0, scale: 1 };
}

/** Where the words for one half begin around the 半 at `at`. */
function halfAt(text: string, at: number): number {
  const before = text.charAt(at - 1);
  return before === '一' || before === '过' ? at - 1 : at;
}

/**
 * All figures of a text in order: Arabic and Chinese numerals with 万/亿, ranges, percentages, fractions, 成, and
 * "翻了一倍". Dates, ordinals, versions and names with digits are left out. Spans are offsets of `text`. Linear: characters
 * that can open no figure are passed by their code alone.
 */
export function readQuantities(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!opensFigure(code)) continue;
    const kind = kindOf(code);
    if ((kind === 'han' && !mayFollowHan(text.charCodeAt(i + 1)))) continue;
    if (kind === 'wan' && text.charAt(i + 1) !== '分') continue;
    const isWord = kind === 'half' || kind === 'double';
    const quantity = isWord ? wordQuantity(text, kind === 'half' ? halfAt(text, i) : i, kind === 'half') : quantityAt(text, i);
    if (quantity !== null) {
      found.push(quantity);
      i = quantity.span.end - 1;
    } else if (!isWord) {
      i = Math.max(i, (readNumeral(text, i)?.end ?? 0) - 1);
    }
  }
  return found;
}
