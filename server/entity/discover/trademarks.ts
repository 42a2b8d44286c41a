import type { Found } from './found';

const marked = /([\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z0-9]{1,9})[®™]/g;
const trade = /(?:商品名|品牌名|商标)(?:为|：|:)?\s?[“"]?([\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z0-9]{1,9})(?=[®™”"）)，、；。])/g;

/** Names of goods with the mark of a trade mark (安佳因®) or called one (商品名：安佳因). */
export function trademarks(text: string): Found[] {
  const found: Found[] = [];
  if (!/[®™]|商品名|品牌名|商标/.test(text)) return found;
  for (const match of text.matchAll(trade)) found.push({ name: match[1] as string, type: 'product', strong: false });
  for (const match of text.matchAll(marked)) {
    const before = text[match.index - 1] ?? '';
    if (/[\s，。；：、（("“]|^$/.test(before)) found.push({ name: match[1] as string, type: 'product', strong: false });
  }
  return found;
}
