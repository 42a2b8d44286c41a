import { buildAutomaton, scan } from '../automaton';
import type { Segmenter } from '../segmenter';
import type { Found } from './found';
import { genericWords } from './suffixes';

const trade =
  /(?:医药|医疗|医学|科技|药业|制药|生物|智能|集团|股份|健康|控股|技术|电子|软件|信息|数据|汽车|能源|新材|机器人|半导体|微电子|网络|通信|通讯|光电|电气|重工|食品|传媒|教育|资本|物流|地产|置业|实业)$/;
const legal = /(?:股份)?(?:有限公司|有限责任公司|集团有限公司)$|集团$/;

/**
 * Short forms that a report uses without introducing them: the name of a company without its trade
 * (埃格林医药 → 埃格林), where the report writes the stem on its own. `companies`: the names of the companies
 * that it mentions; `known`: whether a folded name means something already. One pass over the text.
 */
export function stemNames(text: string, companies: Iterable<string>, known: (form: string) => boolean, segmenter: Segmenter): Found[] {
  const stems = new Map<string, string>();
  for (const name of companies) {
    const stem = name.replace(legal, '').replace(trade, '');
    if (stem !== name && !stems.has(stem) && !known(stem) && coined(stem, segmenter)) stems.set(stem, name);
  }
  if (stems.size === 0) return [];
  const patterns = [...stems.keys()];
  const uses = new Map<string, number>();
  const hits = scan(buildAutomaton(patterns), text);
  for (let i = 0; i < hits.length; i += 3) {
    const stem = patterns[hits[i + 2] as number] as string;
    if (standsAlone(text, hits[i] as number, hits[i + 1] as number, stems.get(stem) as string)) uses.set(stem, (uses.get(stem) ?? 0) + 1);
  }
  return patterns
    .filter((stem) => (uses.get(stem) ?? 0) >= (stem.length > 2 ? 1 : 2))
    .map((stem) => ({ name: stem, type: 'company', strong: false, aliasOf: stems.get(stem) as string }));
}

/** Two to five Han characters that the segmentation does not read as ordinary words. */
function coined(stem: string, segmenter: Segmenter): boolean {
  if (!/^[\u4e00-\u9fff]{2,5}$/.test(stem) || genericWords.has(stem)) return false;
  return segmenter.words(stem).every((word) => segmenter.role(word) === 'proper' || (stem.length > 2 && segmenter.role(word) === 'plain' && !genericWords.has(word)));
}

/** Not the beginning of the whole name, and before a mark, a particle, a trade or a verb. */
function standsAlone(text: string, start: number, end: number, name: string): boolean {
  if (text.startsWith(name, start)) return false;
  return /^(?:[\s，。；：、！？“”（）()《》和与及或等在对向的是将已也为从由以还]|医药|医疗|科技|宣布|表示|拟|发布|推出|内部|方面|计划|要求|调查|调研|研究|数据|统计|显示|认为|预测|预计|$)/.test(text.slice(end, end + 2));
}
