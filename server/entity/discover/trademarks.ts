import type { Segmenter } from '../segmenter';
import type { Found } from './found';

const marked = /([\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z0-9]{1,9})[®™]/g;
const trade = /(?:商品名|品牌名|商标)(?:为|：|:)?\s?[“"]?([\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z0-9]{1,9})(?=[®™”"）)，、；。])/g;
/** A medicine's trade name in the bracket behind it: 依库珠单抗（舒立瑞）. */
const bracketed = /(?:单抗|双抗|替尼|鲁肽|列净|西汀|沙坦|他汀|注射液|胶囊|片|颗粒|口服液|疫苗)[（(](?:商品名[：:]?)?([\u4e00-\u9fff]{2,5})(?=[，、,）)®])/g;

/** Names of goods with the mark of a trade mark (安佳因®) or called one (商品名：安佳因), and medicines' in brackets. */
export function trademarks(text: string, segmenter: Segmenter): Found[] {
  const found: Found[] = [];
  for (const { 1: name = '' } of text.matchAll(bracketed)) if (segmenter.words(name).every((word) => word.length === 1 || segmenter.role(word) === 'proper')) found.push({ name, type: 'product', strong: false });
  if (!/[®™]|商品名|品牌名|商标/.test(text)) return found;
  for (const match of text.matchAll(trade)) found.push({ name: match[1] as string, type: 'product', strong: false });
  for (const match of text.matchAll(marked)) {
    const before = text[match.index - 1] ?? '';
    if (/[\s，。；：、（("“]|^$/.test(before)) found.push({ name: match[1] as string, type: 'product', strong: false });
  }
  return found;
}
