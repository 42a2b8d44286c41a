import { firstCharactersOfUnits } from './units';

/** What a character can open: a figure in digits or Chinese numerals, "万分之", "一半", "翻倍", or nothing. */
export type Sign = 'none' | 'digit' | 'han' | 'wan' | 'half' | 'double';

const signs: readonly Sign[] = ['none', 'digit', 'han', 'wan', 'half', 'double'];

function table(mark: (set: (characters: string, value: number) => void) => void): Uint8Array {
  const codes = new Uint8Array(0x10000);
  mark((characters, value) => {
    for (let i = 0; i < characters.length; i++) codes[characters.charCodeAt(i)] = value;
  });
  return codes;
}

const opening = table(set => {
  set('0123456789０１２３４５６７８９', signs.indexOf('digit'));
  set('一二两三四五六七八九十百千', signs.indexOf('han'));
  set('万', signs.indexOf('wan'));
  set('半', signs.indexOf('half'));
  set('翻', signs.indexOf('double'));
});
const flags = { followsHan: 1, link: 2, before: 4, after: 8, han: 16 };
const properties = table(set => {
  const all = new Map<string, number>();
  const add = (characters: string, flag: number): void => {
    for (let i = 0; i < characters.length; i++) all.set(characters.charAt(i), (all.get(characters.charAt(i)) ?? 0) | flag);
  };
  add(`零〇一二两三四五六七八九十百千万亿点多余几分至到-—–－−~～ \u00a0\u3000${firstCharactersOfUnits}`, flags.followsHan);
  add('-—–－−~～至到', flags.link);
  // The last characters of words in front of a figure, the first of words behind it.
  add('过高多大于少低到足达出超逾破约为合近概下右≥≤⩾⩽>＞<＜≈~～', flags.before);
  add('以及起左上', flags.after);
  add('一二两三四五六七八九十百千', flags.han);
  for (const [character, value] of all) set(character, value);
});

const has = (code: number, flag: number): boolean => ((properties[code] ?? 0) & flag) !== 0;

/** False for nearly every character of a text. */
export const opensFigure = (code: number): boolean => opening[code] !== 0;
export const kindOf = (code: number): Sign => signs[opening[code] ?? 0] ?? 'none';
/** False where a single Chinese numeral in front of this character counts nothing. */
export const mayFollowHan = (code: number): boolean => has(code, flags.followsHan);
/** True for what stands between the ends of a range. */
export const isLink = (code: number): boolean => has(code, flags.link);
export const isApproximateBefore = (code: number): boolean => has(code, flags.before);
export const isApproximateAfter = (code: number): boolean => has(code, flags.after);
export const isHanNumeral = (code: number): boolean => has(code, flags.han);
