import type { Found } from './found';

const number = '[一二三四五六七八九十]{1,3}';
const patterns: readonly (readonly [RegExp, Found['type']])[] = [
  [new RegExp(`(?:中共|党的)?${number}届(?:${number}次|[一二三四五六七八]中)全会`, 'g'), 'organization'],
  [new RegExp(`(?:省委|市委|县委|区委|自治区党委)${number}届${number}次全(?:会|委会)`, 'g'), 'organization'],
  [new RegExp('党的(?:十[五六七八九]|二十[一二]?)大', 'g'), 'organization'],
  [new RegExp(`第${number}届[\\u4e00-\\u9fff]{0,8}人民代表大会`, 'g'), 'agency'],
];

/** Congresses and plenary sessions, which are named by their number: 党的二十大, 党的二十届四中全会, 省委十四届十次全会. */
export function assemblies(text: string): Found[] {
  const found = new Map<string, Found>();
  for (const [pattern, type] of patterns) for (const match of text.matchAll(pattern)) found.set(match[0], { name: match[0], type, strong: false });
  return [...found.values()];
}
