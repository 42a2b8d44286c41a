/** A number without unit, read from its start; offsets in the text it was read from. */
export interface Numeral {
  readonly end: number;
  readonly value: number;
  readonly decimals: number;
  readonly scale: number;
  /** "多", "余", "几" inside the number: it is a lower bound. */
  readonly more: boolean;
}

const hanDigits: Readonly<Record<string, number>> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const smallUnits: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

const isDigit = (c: string): boolean => (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
const digitValue = (c: string): string => (c >= '０' ? String(c.charCodeAt(0) - 0xff10) : c);
const skipSpace = (text: string, at: number): number => {
  let i = at;
  while (text[i] === ' ' || text[i] === '\u00a0' || text[i] === '\u3000') i++;
  return i;
};

/** Digits with thousands separators and a decimal point: "1,234.50", "１２", "0.3". */
function readDigits(text: string, at: number): { end: number; value: number; decimals: number } | null {
  let i = at;
  let whole = '';
  while (i < text.length) {
    const c = text.charAt(i);
    if (isDigit(c)) {
      whole += digitValue(c);
      i++;
    } else if ((c === ',' || c === '，') && whole.length > 0 && /^[0-9０-９]{3}(?![0-9０-９])/.test(text.slice(i + 1, i + 5)) && (c === ',' || whole.length > 3)) {
      i++;
    } else {
      break;
    }
  }
  if (whole === '') return null;
  let fraction = '';
  if ((text[i] === '.' || text[i] === '．') && isDigit(text.charAt(i + 1))) {
    let j = i + 1;
    while (isDigit(text.charAt(j))) fraction += digitValue(text.charAt(j++));
    // "1.2.3" is a section or a version, not a number.
    if (text[j] === '.' && isDigit(text.charAt(j + 1))) return null;
    i = j;
  }
  return { end: i, value: Number(fraction === '' ? whole : `${whole}.${fraction}`), decimals: fraction.length };
}

/** Chinese numerals below ten thousand, "三点五", and digits in a row ("二〇二四"). */
function readHan(text: string, at: number): { end: number; value: number; decimals: number } | null {
  let i = at;
  let total = 0;
  let pending: number | null = null;
  let positional = '';
  let usedUnit = false;
  for (; i < text.length; i++) {
    const c = text.charAt(i);
    const digit = hanDigits[c];
    const unit = smallUnits[c];
    if (digit !== undefined) {
      positional += String(digit);
      if (pending !== null && !usedUnit && pending !== 0) pending = pending * 10 + digit;
      else pending = digit;
    } else if (unit !== undefined && !(c === '千' && /[克瓦米卡]/.test(text.charAt(i + 1)))) {
      total += (pending ?? 1) * unit;
      pending = null;
      usedUnit = true;
    } else {
      break;
    }
  }
  if (i === at) return null;
  let value = total + (pending ?? 0);
  if (!usedUnit && positional.length > 1) value = Number(positional);
  let decimals = 0;
  if (text[i] === '点' && hanDigits[text.charAt(i + 1)] !== undefined) {
    let fraction = '';
    let j = i + 1;
    while (hanDigits[text.charAt(j)] !== undefined) fraction += String(hanDigits[text.charAt(j++)]);
    value = Number(`${String(value)}.${fraction}`);
    decimals = fraction.length;
    i = j;
  }
  return { end: i, value, decimals };
}

const scales: readonly (readonly [string, number])[] = [
  ['万亿', 1e12], ['千亿', 1e11], ['百亿', 1e10], ['十亿', 1e9], ['亿', 1e8],
  ['千万', 1e7], ['百万', 1e6], ['十万', 1e5], ['万', 1e4], ['千', 1e3], ['百', 1e2],
];

function readScale(text: string, at: number): { end: number; scale: number } {
  const start = skipSpace(text, at);
  for (const [word, scale] of scales) {
    if (!text.startsWith(word, start)) continue;
    if (word === '千' && /[克瓦米卡]/.test(text.charAt(start + 1))) continue;
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
    const hasMore = (text[mark] === '多' || text[mark] === '余' || text[mark] === '几') && readScale(text, mark + 1).scale > 1;
    if (hasMore) after = mark + 1;
    const unit = readScale(text, after);
    // "3000 万" goes on after "1 亿", only at a smaller scale.
    if (part > 0 && (unit.scale >= scale || (unit.scale === 1 && !/[0-9０-９]/.test(text.charAt(next)) && number.value < 1))) break;
    total += Math.round(number.value * unit.scale * 10 ** 6) / 10 ** 6;
    end = unit.end;
    more ||= hasMore;
    if (part === 0) decimals = number.decimals;
    scale = unit.scale;
    if (unit.scale < 1e4) break;
    next = skipSpace(text, end);
    if (next > end && !isDigit(text.charAt(next))) break;
  }
  if (end === at) return null;
  return { end, value: total, decimals, scale, more };
}
