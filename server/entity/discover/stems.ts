import type { Segmenter } from '../segmenter';
import type { Found } from './found';
import { genericWords } from './suffixes';

const trade =
  /(?:医药|医疗|医学|科技|药业|制药|生物|智能|集团|股份|健康|控股|技术|电子|软件|信息|数据|汽车|能源|新材|机器人|半导体|微电子|网络|通信|通讯|光电|电气|重工|食品|传媒|教育|资本|物流|地产|置业|实业)$/;
const legal = /(?:股份)?(?:有限公司|有限责任公司|集团有限公司)$|集团$/;

/**
 * Short forms that a report uses without introducing them: the name of a company without its trade
 * (埃格林医药 → 埃格林), where the report writes the stem at least twice on its own. `companies`: the names
 * of the companies that it mentions; `known`: folded names that mean something already. Linear in the text for each company.
 */
export function stemNames(text: string, companies: Iterable<string>, known: ReadonlySet<string>, segmenter: Segmenter): Found[] {
  const found: Found[] = [];
  for (const name of companies) {
    const stem = name.replace(legal, '').replace(trade, '');
    if (stem.length < 2 || stem.length > 5 || stem === name || !/^[\u4e00-\u9fff]+$/.test(stem) || genericWords.has(stem) || known.has(stem)) continue;
    const words = segmenter.words(stem);
    if (!words.every((word) => segmenter.role(word) === 'proper' || (stem.length > 2 && segmenter.role(word) === 'plain' && !genericWords.has(word)))) continue;
    if (uses(text, stem, name) >= (stem.length > 2 ? 1 : 2)) found.push({ name: stem, type: 'company', strong: false, aliasOf: name });
  }
  return found;
}

/** How often the stem stands where the whole name does not, beside a mark, a particle or a verb. */
function uses(text: string, stem: string, name: string): number {
  let count = 0;
  for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + stem.length)) {
    if (text.startsWith(name, at)) continue;
    const after = text.slice(at + stem.length, at + stem.length + 2);
    if (/^(?:[\s，。；：、！？“”（）()《》和与及或等在对向的是将已也为从由以还]|医药|医疗|科技|宣布|表示|拟|发布|推出|内部|方面|计划|要求|$)/.test(after)) count++;
  }
  return count;
}
