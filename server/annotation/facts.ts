/**
 * The characters of a passage that must not differ by a single one, however alike two passages are otherwise:
 * digits and numerals, units, signs of money and share, negations, and words of direction ("增长 12%" is not "下降 12%").
 * Works on folded text (fold.ts).
 */
const FACTS = new Set(
  [
    '0123456789.%‰+<>=~$€£¥°',
    '〇零一二三四五六七八九十百千万亿兆两廿半首末双壹贰叁肆伍陆柒捌玖拾',
    'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZμΩ',
    '年月日季周天时分秒度元角人份家台套辆个件吨斤克米里升瓦伏倍成折次项户床所例号期版',
    '不没无未非否莫勿别毋禁免',
    '增减升降涨跌高低多少盈亏超逾',
  ].join(''),
);

/** The facts of folded text, in order: two passages may only be taken for one if these are equal. */
export function factsOf(folded: string): string {
  let facts = '';
  for (let i = 0; i < folded.length; i++) {
    const c = folded.charAt(i);
    if (FACTS.has(c) && !(c === '.' && !isInsideNumber(folded, i))) facts += c;
  }
  return facts;
}

/** True when the character is one that may not change. */
export function isFact(character: string): boolean {
  return FACTS.has(character) && character !== '.';
}

/** True for digits and what can stand inside a printed number: next to one of them, an inserted digit makes another number. */
export function isDigitLike(character: string): boolean {
  return /^[0-9.]$/.test(character);
}

function isInsideNumber(text: string, i: number): boolean {
  return /[0-9]/.test(text.charAt(i - 1)) && /[0-9]/.test(text.charAt(i + 1));
}
