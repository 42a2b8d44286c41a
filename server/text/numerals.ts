const DIGITS = '零一二三四五六七八九';
const OTHER_DIGITS: Readonly<Record<string, number>> = { 〇: 0, '○': 0, 两: 2, 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9 };
const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** Value of a Chinese numeral below ten thousand ("二十三", "一百零五", "二〇二四", "廿"), null when it is none. */
export function readHanNumber(text: string): number | null {
  if (text === '') return null;
  let total = 0;
  let digits = 0;
  let seen = false;
  let positional = 0;
  for (const c of text) {
    const digit = DIGITS.indexOf(c) >= 0 ? DIGITS.indexOf(c) : OTHER_DIGITS[c];
    if (digit !== undefined) {
      digits = positional > 0 && !seen ? digits * 10 + digit : digit;
      positional++;
      continue;
    }
    if (c === '廿') {
      total += 20;
      positional = 0;
      seen = true;
      continue;
    }
    const unit = UNITS[c];
    if (unit === undefined) return null;
    total += (digits === 0 ? 1 : digits) * unit;
    digits = 0;
    positional = 0;
    seen = true;
  }
  return total + digits;
}

/** Value of a Roman numeral up to 399, in letters of either case or as one of the characters Ⅰ to Ⅻ; null when it is none. */
export function readRoman(text: string): number | null {
  const code = text.charCodeAt(0);
  if (text.length === 1 && code >= 0x2160 && code <= 0x216b) return code - 0x215f;
  if (text.length === 1 && code >= 0x2170 && code <= 0x217b) return code - 0x216f;
  let total = 0;
  let before = Infinity;
  for (const c of text.toUpperCase()) {
    const value = ROMAN[c];
    if (value === undefined) return null;
    total += value > before ? value - 2 * before : value;
    before = value;
  }
  return total > 0 && toRoman(total) === text.toUpperCase() ? total : null;
}

function toRoman(value: number): string {
  const steps: readonly [number, string][] = [[100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']];
  let rest = value;
  let out = '';
  for (const [size, letters] of steps) {
    while (rest >= size) {
      out += letters;
      rest -= size;
    }
  }
  return out;
}

/** Value of a circled or bracketed number sign (①, ⑴, ❶, ➀, ㈠), null when the character is none. */
export function readCircled(code: number): number | null {
  if (code >= 0x2460 && code <= 0x2473) return code - 0x245f;
  if (code >= 0x2474 && code <= 0x2487) return code - 0x2473;
  if (code >= 0x2776 && code <= 0x277f) return code - 0x2775;
  if (code >= 0x2780 && code <= 0x2789) return code - 0x277f;
  if (code >= 0x278a && code <= 0x2793) return code - 0x2789;
  if (code >= 0x3220 && code <= 0x3229) return code - 0x321f;
  return null;
}
