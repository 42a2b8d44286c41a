import { isLatin } from '../text/chars';
import type { Candidate } from './candidates';
import { isOfOffice } from './discover/persons';

/**
 * Which guarded names (ordinary or ambiguous words) a report's context supports. A name counts where
 * another name of the same entity stands in the report, where it is listed beside names of its type
 * (A、B和C), where it is bracketed after or before one, or where a word follows that only its type takes.
 * `known`: forms that another part of the report supports already.
 */
export function supported(candidates: readonly Candidate[], text: string, known: ReadonlySet<string> = new Set()): Candidate[] {
  const dubious = uncleanShort(candidates, text);
  const isOpen = candidates.map(({ guarded, form }) => !guarded && !dubious.has(form));
  const open = candidates.filter((_, at) => isOpen[at]);
  if (open.length === candidates.length) return open;
  const seen = new Set<string>();
  for (const { meanings } of open) for (const entity of meanings) seen.add(entity.id);
  let edges: Edges | null = null;
  const edgesOf = (): Edges => (edges ??= { starts: new Map(open.map((each) => [each.start, each])), ends: new Map(open.map((each) => [each.end, each])) });
  const forms = new Set<string>([...known, ...rowsOf(candidates, text)]);
  for (const [at, candidate] of candidates.entries()) {
    if (isOpen[at] === true || forms.has(candidate.form)) continue;
    if (candidate.meanings.some((entity) => seen.has(entity.id)) || inPlace(candidate, text, edgesOf)) forms.add(candidate.form);
  }
  return candidates.filter(({ form }, at) => isOpen[at] === true || forms.has(form));
}

/** Ordinary or ambiguous words make names of each other where three of a type stand in a row: 工行、中行、交行. */
const leastInRow = 3;

/** The forms in such rows. */
function rowsOf(candidates: readonly Candidate[], text: string): string[] {
  const found: string[] = [];
  let first = 0;
  for (let at = 1; at <= candidates.length; at++) {
    const last = candidates[at - 1] as Candidate;
    const next = candidates[at];
    if (next && next.start === last.end + 1 && text[last.end] === '、' && next.meanings[0]?.type === last.meanings[0]?.type) continue;
    if (at - first >= leastInRow) for (let i = first; i < at; i++) found.push((candidates[i] as Candidate).form);
    first = at;
  }
  return found;
}

const particles = /[\s，。；：！？、“”‘’（）()《》*|/·\-—的和与及或等在对向由从为被把将已也是了于据以让使到除如而其]/;

/** Firms, cities and provinces whose names are part of no word. */
const plainNames = new Set('华为 腾讯 百度 谷歌 微软 辉瑞 礼来 诺华 罗氏 拜耳 迈瑞 网易 思科 戴尔 惠普 索尼 佳能 花旗 瑞银 汇丰 渣打 软银 雀巢 宝洁 北京 上海 天津 重庆 广州 深圳 武汉 杭州 南京 成都 西安 郑州 长沙 沈阳 济南 青岛 大连 合肥 福州 厦门 南昌 昆明 贵阳 南宁 太原 兰州 银川 拉萨 西宁 海口 长春 苏州 无锡 常州 南通 扬州 镇江 盐城 徐州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 芜湖 蚌埠 安庆 滁州 阜阳 宿州 六安 亳州 池州 莆田 泉州 漳州 龙岩 九江 赣州 吉安 宜春 抚州 上饶 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 临沂 德州 聊城 滨州 菏泽 洛阳 开封 安阳 焦作 许昌 漯河 南阳 商丘 信阳 宜昌 襄阳 荆州 荆门 黄石 株洲 湘潭 衡阳 邵阳 岳阳 常德 益阳 郴州 永州 怀化 娄底 东莞 佛山 珠海 韶关 汕头 湛江 茂名 肇庆 惠州 梅州 汕尾 阳江 清远 潮州 揭阳 云浮 柳州 桂林 梧州 钦州 三亚 自贡 泸州 德阳 绵阳 遂宁 乐山 南充 眉山 宜宾 达州 雅安 遵义 曲靖 玉溪 昭通 丽江 咸阳 宝鸡 渭南 延安 榆林 汉中 酒泉 张掖 唐山 邯郸 邢台 保定 承德 沧州 廊坊 长治 晋城 朔州 忻州 临汾 吕梁 包头 赤峰 通辽 鞍山 抚顺 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 甘肃 贵州 四川 浙江 江苏 安徽 福建 辽宁 吉林 新疆 西藏 宁夏 青海 香港 澳门 台湾'.split(' '));

/**
 * Names of two Han characters that stand nowhere in the report as a word of their own, between marks or
 * particles: 三星 in 三星堆, 强生 in 做强生物医药. Places need a clean side only.
 */
function uncleanShort(candidates: readonly Candidate[], text: string): Set<string> {
  const clean = new Set<string>();
  const short = new Set<string>();
  const starts = new Uint8Array(text.length + 1);
  const ends = new Uint8Array(text.length + 1);
  for (const { start, end } of candidates) {
    starts[start] = 1;
    ends[end] = 1;
  }
  for (const { start, end, form, meanings, own } of candidates) {
    if (form.length > 2 || own === true || clean.has(form) || form.charCodeAt(0) < 0x3400 || meanings[0]?.origin !== 'lexicon' || plainNames.has(form)) continue;
    short.add(form);
    const left = start === 0 || particles.test(text[start - 1] as string) || ends[start] === 1;
    const right = end === text.length || share.test(text.slice(end, end + 8)) || particles.test(text[end] as string) || isLatin(text.charCodeAt(end)) || starts[end] === 1 || verbsAfter.test(text.slice(end, end + 2));
    const type = meanings[0].type;
    if (type === 'person' && isOfOffice(text, start, end)) clean.add(form);
    if (type === 'place' || type === 'agency' ? left || right : left && right) clean.add(form);
  }
  return new Set([...short].filter((form) => !clean.has(form)));
}

/** What a firm has of something, right behind it: 吉利20%. */
const share = /^[0-9]{1,3}(?:\.[0-9]{1,2})?[%％]/;

const verbsAfter = /^(?:宣布|表示|发布|推出|旗下|集团|公司|股份|上线|接入|认为|指出|自研|开源|联合|团队|研发|开发|入局|官方|科技|医疗|云|系统|平台|模型|大模|有限|预测|预计|统计|数据|研报|公告|披露|回应|回购|增持|减持|中标|签约|上调|下调|完成|计划|就|向|对|给|交付|创立|成立|收购|合作|入股|持股|位居|排名|销量|营收|获|宣称|也|仍|则|均|还|称|说)/;

const followers: Readonly<Record<string, RegExp>> = {
  company: /^(?:公司|集团|股份|收购|入股|宣布|预计|财报|发布公告|旗下|董事长|创始人|CEO|首席|总裁|推出的|[0-9]{1,3}(?:\.[0-9]{1,2})?[%％]|[（(]\s*(?:股票代码|证券代码)?[:：]?\s*(?:[0-9]{4,6}\b|[+＋\-－−]?[0-9]{1,3}(?:\.[0-9]{1,2})?\s?[%％]))/,
  agency: /^(?:印发|发布|出台|联合印发|联合发布|批准|公布的|有关负责人|主任|局长|部长|新闻发言人)/,
  hospital: /^(?:院长|医生|主任医师|副院长|医院)/,
  academic: /^(?:教授|博士|硕士|毕业|校长|实验室|课题组|团队)/,
  organization: /^(?:记者|报道|消息|讯|秘书长|会长)/,
  product: /^(?:大模型|模型|平台|系统|智能体|助手|APP|App|版本|机器人|注射液|胶囊|片\b|单抗)/,
  place: /^(?:等地|两地|三地|当地|机场|高新区|经开区|境内)/,
};
const leaders: Readonly<Record<string, RegExp>> = {
  company: /来源[：:]\s?$/,
  place: /(?:[位地]于|落户|总部[位设]?[于在]|前往|赴|注册于)$/,
  organization: /(?:接受|据)$/,
};

/** Names by where they begin and end. */
interface Edges {
  readonly starts: ReadonlyMap<number, Candidate>;
  readonly ends: ReadonlyMap<number, Candidate>;
}

function inPlace(candidate: Candidate, text: string, edges: () => Edges): boolean {
  const type = candidate.meanings[0]?.type ?? '';
  const after = text.slice(candidate.end, candidate.end + 12);
  const before = text.slice(Math.max(0, candidate.start - 6), candidate.start);
  if (followers[type]?.test(after) || leaders[type]?.test(before)) return true;
  const types = new Set(candidate.meanings.map((entity) => entity.type));
  const same = (other: Candidate | undefined): boolean => other?.meanings.some((entity) => types.has(entity.type)) ?? false;
  const listed = /^[”》]?[、/]/.test(after) || /[、/][“《]?$/.test(before);
  if (!listed) return false;
  const { starts, ends } = edges();
  const nextStart = candidate.end + (/^[”》]/.test(after) ? 2 : 1);
  const previousEnd = candidate.start - (/[“《]$/.test(before) ? 2 : 1);
  return same(starts.get(nextStart)) || same(starts.get(nextStart + 1)) || same(ends.get(previousEnd)) || same(ends.get(previousEnd - 1));
}
