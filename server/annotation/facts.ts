/**
 * What must not differ between two passages by a single character, however alike they are otherwise: figures and
 * numerals with their units, Latin words, negations, and words of direction ("增长 12%" is not "下降 12%").
 * Works on folded text (fold.ts).
 */
const NUMERALS = '〇零一二三四五六七八九十百千万亿两廿壹贰叁肆伍陆柒捌玖拾';
const UNITS = '年月日季周天时分秒度元角人份家台套辆个件吨斤克米里升瓦伏倍成折次项户床所例号期版位名章节条款点';
const FACT = new RegExp(
  [
    `[0-9]+(?:[.,:/-][0-9]+)*(?:[%‰${NUMERALS}${UNITS}]{1,3})?`,
    `[${NUMERALS}]{1,12}[${UNITS}%]`,
    `[${NUMERALS}]{2,12}`,
    '[A-Za-zμΩ]+',
    '[+<>=~$€£¥°%‰]',
    '[不没无未非否莫勿别毋禁免]',
    '[增减升降涨跌高低盈亏超逾首末]',
  ].join('|'),
  'g',
);

/** A fact with its place in the text. */
export interface Fact {
  readonly text: string;
  readonly start: number;
}

/** The facts of folded text, in order. Linear: every repetition is bounded or over one class. */
export function factsOf(folded: string): Fact[] {
  return [...folded.matchAll(FACT)].map((match) => ({ text: match[0], start: match.index }));
}

/** True when both texts state the same facts in the same order. */
export function sameFacts(a: string, b: string): boolean {
  const facts = (text: string): string => factsOf(text).map((fact) => fact.text).join(' ');
  return facts(a) === facts(b);
}

/** True for characters of printed numbers: next to a digit, one more of them makes another number. */
export function isDigitLike(character: string): boolean {
  return /^[0-9.]$/.test(character);
}
