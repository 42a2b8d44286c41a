/** Units by what they measure; the printed word is kept, its canonical form compared. */
const printed: Readonly<Record<string, readonly string[]>> = {
  '%': ['%', '％', '个百分点', '百分点', '个pct', 'pct', '‰'],
  元: ['元人民币', '人民币元', '人民币', '元', '块钱', 'RMB', 'CNY'],
  美元: ['美元', '美金', 'USD'],
  港元: ['港元', '港币', 'HKD'],
  欧元: ['欧元', 'EUR'], 日元: ['日元'], 英镑: ['英镑'], 澳元: ['澳元'], 韩元: ['韩元'], 新台币: ['新台币'],
  基点: ['个基点', '基点', 'BP', 'bp'], 倍: ['倍'], 成: ['成'], 折: ['折'],
  人: ['人次', '人', '名', '位'],
  家: ['家', '所', '间'],
  个: ['个'], 份: ['份'], 张: ['张'], 例: ['例'], 项: ['项'], 件: ['件'], 台: ['台', '套', '部'], 座: ['座'], 条: ['条'], 款: ['款'],
  种: ['种', '类'], 篇: ['篇'], 起: ['起'], 笔: ['笔'], 只: ['只', '支'], 颗: ['颗'], 辆: ['辆'], 艘: ['艘'], 架: ['架'], 户: ['户'], 次: ['次'],
  轮: ['轮'], 届: ['届'], 场: ['场'], 床: ['张床位', '床位', '床'], 股: ['股'], 部门: ['部门', '部委'], 亩: ['亩'], 公顷: ['公顷'],
  吨: ['吨'], 吨标准煤: ['吨标准煤', '吨标煤'], 吨二氧化碳: ['吨二氧化碳当量', '吨二氧化碳'], 载重吨: ['载重吨'], 千克: ['千克', '公斤', 'kg'], 克: ['克'], 毫克: ['毫克', 'mg'], 微克: ['微克', 'μg'], 公里: ['公里', '千米', 'km'], 米: ['米'], 平方米: ['平方米', '㎡', 'm²'],
  平方公里: ['平方公里', '平方千米'], 立方米: ['立方米'], 千瓦时: ['千瓦时', '度', 'kWh'], 千瓦: ['千瓦', 'kW'], 兆瓦: ['兆瓦', 'MW'], 吉瓦: ['吉瓦', 'GW'], 兆瓦时: ['兆瓦时', 'MWh'], 吉瓦时: ['吉瓦时', 'GWh'],
  千伏: ['千伏', 'kV'], 年: ['年'], 岁: ['岁'], 个月: ['个月'], 天: ['天', '日'], 小时: ['小时', '个小时'], 分钟: ['分钟'], 秒: ['秒'], 毫秒: ['毫秒', 'ms'], 周: ['周'],
  GB: ['GB'], TB: ['TB'], PB: ['PB'], MB: ['MB'], 版: ['版'], 字: ['字'], 页: ['页'], 级: ['级'], 国家: ['个国家', '国家'],
};

const canonical = new Map<string, string>();
for (const [unit, words] of Object.entries(printed)) for (const word of words) canonical.set(word, unit);
const words = [...canonical.keys()].sort((a, b) => b.length - a.length);
const byFirst = new Map<string, string[]>();
for (const word of words) byFirst.set(word.charAt(0), [...(byFirst.get(word.charAt(0)) ?? []), word]);

/** The characters that units begin with. */
export const firstCharactersOfUnits = [...byFirst.keys()].join('');

/** The longest unit printed at `at`, with what it is divided by, or null; O(units with that first character). */
export function readUnit(text: string, at: number): { readonly end: number; readonly unit: string } | null {
  const units = byFirst.get(text.charAt(at));
  if (units === undefined) return null;
  // "如图 1 所示" counts nothing.
  if (text.charAt(at) === '所' && /[示列述见指]/.test(text.charAt(at + 1))) return null;
  for (const word of units) if (text.startsWith(word, at)) return perUnit(text, { end: at + word.length, unit: word });
  return null;
}

/** "元/吨", "微克/立方米": one unit by another; "台/套" counts the same thing twice. */
function perUnit(text: string, unit: { readonly end: number; readonly unit: string }): { readonly end: number; readonly unit: string } {
  if (text.charCodeAt(unit.end) !== 0x2f || isCounting(unit.unit)) return unit;
  const below = readUnit(text, unit.end + 1);
  return below === null ? unit : { end: below.end, unit: `${unit.unit}/${below.unit}` };
}

/** One name for units that measure the same: 名 and 位 are 人, 套 is 台; itself where it has no other. */
export function canonicalUnit(unit: string): string {
  return canonical.get(unit) ?? unit;
}

const counting = new Set(['人', '家', '个', '份', '张', '例', '项', '件', '台', '座', '条', '款', '种', '篇', '起', '笔', '只', '颗', '辆', '艘', '架', '户', '次', '轮', '届', '场', '床', '部门', '国家']);

/** True for units of things that come whole: their figures are exact where they are printed in full. */
export function isCounting(unit: string): boolean {
  return counting.has(canonicalUnit(unit));
}
