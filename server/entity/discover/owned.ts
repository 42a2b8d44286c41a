import type { Segmenter } from '../segmenter';
import type { KnownEnds } from './edge';
import type { Found } from './found';
import { isUnknown } from './proposed';

const item = '(?:[\\u4e00-\\u9fff]{2,5}|[A-Z][A-Za-z0-9&.]{2,15}(?: [A-Z][A-Za-z0-9&.]{1,15}){0,2})';
/** What stands under a firm's roof: 旗下可芙、丽瑶. */
const under = new RegExp(`旗下(?:的|拥有|主|子|核心|高端|知名)?(?:品牌)?[“"]?(${item}(?:[”"]?[、和与及][“"]?${item}){0,9})[”"]?(?=[，。；、：（“]|\\s(?![A-Za-z])|等|品牌|$)`, 'g');
/** Whose shares are bought: 收购霁而康生物51%股权. */
const bought = /(?:收购|并购|入股|受让|转让|增资)(?:[\u4e00-\u9fff]{0,8}的)?([\u4e00-\u9fff]{2,8}?)(?=(?:公司)?\s?[0-9.]{1,6}\s?[%％]的?(?:股权|股份)|的?(?:控股权|控制权|全部股权))/g;
/** A subsidiary, before what is said of it: 子公司霁勤时代负责. */
const subsidiary = /(?:子公司|孙公司|参股公司|关联公司|母公司)([\u4e00-\u9fff]{4,6}?)(?=[，。；、（0-9]|实现|主要|完成|获|与|拟|为|已|从事|负责|在|于|的|收到|签订|持有|增资|出资|投资|营收|净利)/g;
/** What a firm right before buys: 欧莱雅投资闻栎. */
const buys = /(?:战略投资|领投|投资|收购|并购|入股)(?:了)?[“"]?([\u4e00-\u9fff]{2,5})(?=[”"]?[，。；、（])/g;

/** What a name is before the verb that the pattern took with it: 丽瑶 of 丽瑶热销. */
function upToVerb(name: string, segmenter: Segmenter): string {
  const words = segmenter.words(name);
  const verb = words.findIndex((word, at) => at > 0 && word.length > 1 && /^(?:soft|hard)$/.test(segmenter.role(word)));
  return verb < 0 ? name : words.slice(0, verb).join('');
}

/**
 * Brands under a firm's roof, and firms that are bought or belong to another. `known` are names by their ends, `isFirm` tells whether a firm's name
 * ends at an offset. Linear.
 */
export function ownedNames(text: string, known: KnownEnds, isFirm: (end: number) => boolean, segmenter: Segmenter): Found[] {
  const found: Found[] = [];
  for (const { index, 1: names = '' } of text.matchAll(under)) {
    if (!isFirm(index)) continue;
    for (const item of names.split(/[、和与及“”"]/)) {
      const name = upToVerb(item, segmenter);
      if (/^[A-Z]/.test(name) || (name.length > 1 && isUnknown(name, segmenter))) found.push({ name, type: 'product', strong: false });
    }
  }
  for (const { 1: name = '' } of [...text.matchAll(bought), ...text.matchAll(subsidiary)]) if (isUnknown(name, segmenter)) found.push({ name, type: 'company', strong: false });
  for (const { index, 0: match, 1: name = '' } of text.matchAll(buys)) {
    const end = index + match.length;
    const holdsName = Array.from(name, (_, at) => end - at).some((at) => known.has(at));
    if (isFirm(index) && !holdsName && segmenter.words(name).every((word) => segmenter.role(word) === 'proper' || word.length === 1) && isUnknown(name, segmenter)) found.push({ name, type: 'company', strong: false });
  }
  return found;
}
