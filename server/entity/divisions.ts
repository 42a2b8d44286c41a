import { areaList } from '@vant/area-data';
import type { LexiconEntry } from './lexicon';

/**
 * China's provinces, prefectures and counties with their short forms (江苏省/江苏, 阿坝藏族羌族自治州/阿坝).
 * Short forms that are words or names of other things, and the two-character ones of counties, need a context;
 * a short form that two divisions share is the higher one's.
 */

const peoples =
  '蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|塔吉克|怒|鄂温克|独龙|裕固|各';
const autonomous = new RegExp(`(?:(?:${peoples})族|蒙古|哈萨克|维吾尔|柯尔克孜)*自治[区州县旗]$`);
const suffix = /(?:特别行政区|新区|林区|特区|省|市|县|区|旗|盟|地区)$/;
const invented = /开发|园区|其他|直辖|管理|高新|工业|示范|产业|化工|保税|合作|^.{0,2}[城郊矿]区$/;
const wordsToo = new Set(
  ('来宾 阿里 山南 长治 东方 中卫 安康 大同 大理 白银 开封 和田 朝阳 普洱 三明 海东 海北 海西 黄山 兴安 红河 文山 凉山 通化 清远 ' +
    '平安 中山 安顺 宁德 吉安 永州 河源 阳江 北海 百色 白山 大庆 黑河 天水 定西 海南 城口 神农架 仙桃 天门 五指山 延边 怒江').split(' '),
);

function shortForm(name: string): string {
  const region = /^内蒙古/.exec(name)?.[0];
  const short = region ?? (autonomous.test(name) ? name.replace(autonomous, '') : name.replace(suffix, ''));
  return short.length >= 2 ? short : '';
}

/** Names of administrative divisions as lexicon entries of type place. Data: @vant/area-data. */
export function divisionEntries(): LexiconEntry[] {
  const entries = new Map<string, LexiconEntry>();
  const taken = new Set<string>();
  const add = (name: string, guarded: (short: string) => boolean): void => {
    if (name.length < 2 || invented.test(name) || entries.has(name)) return;
    const short = shortForm(name);
    const forms = short === '' || taken.has(short) ? [] : [{ text: short, guarded: guarded(short) }];
    taken.add(short);
    if (/自治州$/.test(name) && short !== '') forms.push({ text: `${short}州`, guarded: false });
    entries.set(name, { name, type: 'place', guarded: false, forms, attributes: {} });
  };
  for (const name of Object.values(areaList.province_list)) add(name, () => false);
  for (const name of Object.values(areaList.city_list)) add(name, (short) => wordsToo.has(short));
  for (const name of Object.values(areaList.county_list)) add(name, (short) => short.length < 3 || wordsToo.has(short));
  return [...entries.values()];
}
