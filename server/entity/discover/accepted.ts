import { isFull, type Token } from './edge';
import { isTerm } from './latin';
import { provinceNames } from './provinces';
import { anchorWords, genericWords, type Suffix } from './suffixes';

/** Characters that make no name where the segmentation leaves them alone. */
const loose = /[的了和与及其该此本各我他她它们这那某一二三四五六七八九十百千万亿两几每多少不为是在有持所将对向把被等以之者家份元个名年月日时上下中大小新老总分子]/;

/** A single character that may be one of a coined word. */
export const isSpelled = ({ text, type, role }: Token): boolean => type === null && role !== 'hard' && /^[\u4e00-\u9fff]$/.test(text) && !loose.test(text);

/** Types of those whose things are named after them. */
export const owners: ReadonlySet<string> = new Set(['company', 'agency', 'hospital', 'academic', 'organization']);

/** Endings of names that a coined word alone makes specific. */
const coinable = /^(?:大桥|隧道|铁路|高铁|高速|高速公路|村|镇|乡|街道|小学|中学|公司)$/;
/** Works that lead from one place to another. */
export const lines = /^(?:铁路|高铁|高速|高速公路|公路)$/;
/** Works whose stem no dictionary has: two or three characters of the places they join or lie in. */
export const spellable = /^(?:铁路|高铁|高速|高速公路|水电站|抽水蓄能电站|核电站|水库)$/;
const parks = /^(?:(?:产业|工业)园区?|(?:经济|经济技术|高新技术产业)?开发区|高新区|经开区|科技园|工业集中区|产业集聚区)$/;
/** What is named after where it lies, however ordinary that word is: 红果经济开发区. */
const zones = /^(?:经济|经济技术|高新技术产业)开发区$/;
export const abroad = /^(?:中国|美国|欧洲|日本|德国|英国|法国|印度|韩国|北美|亚洲|非洲|西部|东部|中部)$/;

/** A university of ordinary words to which a hospital belongs: 中国医药大学附属. */
const taught = /^中国[\u4e00-\u9fff]{2,6}(?:大学|学院)(?:附属)?$/;

/** Institutions that are called by where they are and what they do: 烟台汽车工程职业学院, 中国投资协会. */
const institution =
  /^(?:学院|(?:高等)?(?:专科)?学校|(?:技术|实验|职业|外国语|师范|财经|卫生|职业技术)学校|技师学院|协会|学会|联合会|商会|促进会|基金会|研究会|研究院|研究所|博览会|集团|(?:电力|产权|能源|大数据|公共资源|环境)?交易中心|(?:联合)?采购中心|超算中心|计算中心|算力中心|产业基金|引导基金|医药基金|基金|(?:影像|病理|检验)?诊断中心|(?:技术|制造业|产业)?创新中心|市场网|信息网|产业网|广播电视台)$/;
/** Words that tell what kind of institutions are meant, and name none: 北京高等职业学院, 各地行业协会. */
const kinds = /^(?:高等|高职|职业|普通|公立|民办|民营|国有|国企|大型|中小|中型|小型|知名|重点|骨干|三甲|三级|二级|基层|行业|商业|地方|地方性|民间|社会|有关|相关|主要|部分|上市|优质|多家|本地|当地|传统|新型|现代|众多|龙头|头部|外资|合资|一流|著名|双一流|市属|省属|直属|各类|同业|跨国)$/;
/** A place of its own, not a country or a province, with which works and schools begin. */
const provinces = new RegExp(`^(?:${provinceNames})省?市?$`);

/** Schools of which a place has several, by what tells them apart. */
const schools = /^(?:中学|小学|幼儿园)$/;
const schoolWords = /^(?:第[一二三四五六七八九十]{1,3}|实验|高级|初级|民族|中心)$/;

/** Institutions of which a government has one for each of its tasks. */
const ofGovernment = /^(?:研究院|规划院|促进中心)$/;

/** What a firm does of which a city has one: 恩施市自来水公司. */
const utilities = /^(?:自来水|供水|排水|水务|燃气|天然气|公交|公共交通|城投|热力|供热|供电|盐业|客运|路桥|旅游投资|城市投资)$/;

/** Whether a place and what an institution does make its name, however ordinary the words; a city alone makes that of a college, a road or a bridge. */
function isSited(used: readonly Token[], { text }: Suffix): boolean {
  const place = used[used.length - 1] as Token;
  if (place.type !== 'place') return false;
  const words = used.slice(0, -1).filter((token) => token.text.trim() !== '');
  if (words.length === 1 && schools.test(text)) return schoolWords.test((words[0] as Token).text);
  if (words.length > 0) return institution.test(text) && words.every((token) => token.type === null) && !words.every((token) => kinds.test(token.text));
  if (/^(?:产业基金|引导基金|母基金|医药基金|超算中心|计算中心|算力中心)$/.test(text)) return place.text !== '中国';
  if (text === '马拉松' && /^(?:北京|上海|天津|重庆)市?$/.test(place.text)) return true;
  return /^(?:学院|职业技术学校|技师学院|高速公路|大桥|马拉松)$/.test(text) && place.text !== '中国' && !abroad.test(place.text) && !provinces.test(place.text);
}

/** Whether what stands before the suffix makes it a name; see `Suffix` for what each kind asks. */
export function accepted(used: readonly Token[], suffix: Suffix, anchored: boolean): boolean {
  const first = used[used.length - 1] as Token;
  if (suffix.type === 'hospital' && used.length === 1 && abroad.test(first.text)) return false;
  if (suffix.type === 'hospital' && taught.test(used.map((token) => token.text).reverse().join(''))) return true;
  const specific = used.filter((token) => token.text.trim() !== '' && (token.type !== null ? token.text !== '中国' && (suffix.type !== 'company' || token.type !== 'place') : !genericWords.has(token.text) && !anchorWords.has(token.text) && !isTerm(token.text)));
  const proper = used.some((token) => (token.type !== null && token.text !== '中国') || (token.role === 'proper' && !genericWords.has(token.text)) || /^(?:“|[A-Z](?!股))/.test(token.text));
  const coined = used.length === 1 && first.type === null && first.role === 'proper' && /^[\u4e00-\u9fff]{2,4}$/.test(first.text) && specific.length === 1;
  if (coined && coinable.test(suffix.text)) return suffix.text !== '公司' || first.text.length > 2;
  if (spellable.test(suffix.text) && used.length > 1 && used.every(isSpelled)) return true;
  // 华星计划扩产: a maker alone before these plans, it does not name.
  if (/^(?:计划|规划|目录|宣言|指南|指引)$/.test(suffix.text) && used.length === 1 && owners.has(first.type ?? '')) return false;
  if (suffix.type === 'product' && suffix.text === '项目' && /^[省市县区]$/.test(first.text)) return false;
  // 成都市重点实验室: of its kind, not one.
  if (suffix.text === '重点实验室' && used.length === 1 && first.type === 'place') return false;
  if (suffix.text === '代表团' && first.type === 'place') return true;
  // 陕西省国资委控股: an office holds shares.
  if (suffix.text === '控股' && first.type === 'agency') return false;
  // 汉江集团: called by its river.
  if (suffix.text === '集团' && used.length === 1 && first.type === 'place' && /[江河湖]$/.test(first.text)) return true;
  if (isSited(used, suffix)) return true;
  // 省产业技术研究院, 省民营经济发展促进中心: a government's own, by what it does.
  if (/^[省市]$/.test(first.text) && ofGovernment.test(suffix.text) && used.length > 2) return true;
  if (/^交易(?:市场|中心)$/.test(suffix.text) && /^(?:全国|国家)$/.test(first.text)) return specific.length > 0;
  // 弥勒至蒙自铁路: between two places that need not be known.
  if (lines.test(suffix.text) && used.length > 2 && /^[至—-]$/.test(used[used.length - 2]?.text ?? '')) return true;
  if (suffix.kind === 'bare') return specific.length > 0 && (proper || ((/^(?:中国|首都)$/.test(first.text) || (suffix.type === 'organization' && /^(?:世界|国际|全国|中华)$/.test(first.text))) && suffix.type !== 'company' && suffix.type !== 'hospital'));
  // 中国通信服务股份有限公司: the legal form makes a name of ordinary words as well, where a place opens them.
  if (/有限公司$/.test(suffix.text) && used.length > 1 && (first.text === '中国' || (first.type === 'place' && !abroad.test(first.text)))) return true;
  if (suffix.kind === 'strong') return specific.length > 0 || (suffix.type === 'hospital' && used.length === 1 && /^[省市县区]$/.test(first.text));
  if (/^(?:大数据|数智)中心$/.test(suffix.text) && first.type !== 'place' && !anchorWords.has(first.text)) return false;
  if (suffix.kind === 'made') return /^(?:平台|大模型)$/.test(suffix.text) && specific.length > 1 && !(suffix.text === '大模型' && abroad.test(first.text)) && (first.type === 'place' || (suffix.text === '平台' && (first.type === 'hospital' || /^(?:省|全国|国家)$/.test(first.text))));
  if (anchored) return used.length > 0 && specific.length > 0;
  if (first.text.startsWith('“')) return suffix.type === 'document' ? /规划|纲要|计划|法$/.test(suffix.text) : suffix.type === 'organization';
  if (suffix.type === 'place' && parks.test(suffix.text) && used.length === 1 && first.type === null && (first.role === 'proper' || (zones.test(suffix.text) && specific.length === 1))) return true;
  if (suffix.type === 'place' && used.some((token) => token.type === 'academic')) return false;
  if (suffix.type === 'place') return first.type === 'place' && (suffix.text.length > 1 || (used.length > 1 && used.length < 5 && specific.length > 1));
  if (suffix.text === '公司' && first.type === 'place' && utilities.test((used[0] as Token).text)) return true;
  // 东海县西湖污水处理厂: named after where they are.
  if (/^(?:污水处理厂|自来水厂)$/.test(suffix.text)) return first.type === 'place';
  // 科创板医疗公司: a market has firms.
  if (suffix.text === '公司' && (genericWords.has((used[0] as Token).text) || first.type === 'organization' || isFull(first))) return false;
  if (suffix.text === '政府') return used.every((token) => token.type === 'place');
  if (/^(?:[省市县区]委|自治区党委)$/.test(suffix.text)) return used.length === 1 && first.type === 'place';
  if (suffix.text.endsWith('部门')) return first.type === 'agency' && used.length > 1;
  if (suffix.text.length === 1 && suffix.type === 'agency') return first.type === 'agency' || (first.type === 'place' && used.length > 1);
  if (suffix.type === 'agency') return first.type === 'agency' || ((first.type === 'place' || anchorWords.has(first.text)) && ((first.type === 'place' && suffix.text.length > 1) || used.length > 1));
  if (first.type === null) return anchorWords.has(first.text) && specific.length > 1 && /^(?:[省市县]|中国|国家|全国)$/.test(first.text);
  // 湖北农村发展研究中心: of a province, and of what it studies.
  if (/^研究(?:中心|基地|会)$/.test(suffix.text) && first.type === 'place' && used.length > 2) return true;
  return specific.length > 1 || (first.type !== 'place' && !used.some((token) => anchorWords.has(token.text)));
}
