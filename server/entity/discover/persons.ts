import { isHan } from '../../text/chars';
import type { Segmenter } from '../segmenter';
import type { Found } from './found';
import { surnames } from './surnames';
import { stopWords } from './words';

const offices =
  '董事长|副董事长|总经理|副总经理|总裁|副总裁|首席[\\u4e00-\\u9fff]{1,6}[官家]|CEO|CTO|CFO|COO|CIO|CMO|CSO|创始人|联合创始人|合伙人|院长|副院长|主任|副主任|主任医师|副主任医师|医师|医生|护士长|局长|副局长|署长|部长|副部长|司长|副司长|处长|厅长|副厅长|' +
  '书记|副书记|总书记|组长|副组长|主席|副主席|总理|副总理|省长|副省长|市长|副市长|县长|副县长|区长|镇长|乡长|院士|教授|副教授|研究员|副研究员|博士|专家|学者|记者|通讯员|作者|编辑|主编|总编辑|分析师|首席分析师|秘书长|副秘书长|会长|副会长|理事长|所长|副所长|校长|副校长|独立董事|执行董事|非执行董事|职工代表监事|财务总监|财务负责人|董事会秘书|监事会主席|董事|监事|监事长|董秘|负责人|' +
  '代表|全国人大代表|全国政协委员|委员|同志|先生|女士|顾问|总监|经理|主管|工程师|总工程师|架构师|总架构师|主委|律师|发言人|带头人|主持人|队长|主持|讲师|导师|站长|理事|常委|参赞|大使|调研员|巡视员|受访者|行长|副行长|厂长|副厂长|店长|台长|社长|馆长|团长|支书|法官|审判长|教练|选手|导演|经济学家|科学家|设计师|负责同志|总指挥|指挥长|创办人|掌门人|传承人|志愿者|消费者|市民|村民|居民|业主|家长';
/** What stands behind the name of a securities analyst: the number of a licence. */
const licence = '(?:SAC|执业(?:证书|资格|登记)?|登记)[^\\u4e00-\\u9fff]{0,3}(?:编号|编码|证书|：|:)|S[0-9]{9}';
const officeBefore = new RegExp(`(?:${offices}|[省市区县州镇乡]领导|控制人|法定代表人|会计师)(?:为|是|系)?[：:\\s]{0,2}$`);
const officeAfter = new RegExp(`^(?:[\\s|]{0,3}|\\s?[（(])(?:${offices}|研究助理|${licence}|[男女][\\s|])|^\\s?[（(](?:联系人|研究助理)[）)]`);
const says = /^\s?[亦又也还则]?(?:表示|认为|指出|介绍|说|称|强调|透露|坦言|告诉|谈到|建议|提出|补充|解释|回忆|直言|呼吁|在接受|在会上|在致辞|在讲话|在发言|在座谈|出席|主持|致辞|宣布|担任|带领|率队|深知|回应|分析|总结|展望|总结道|团队|课题组)/;
const boundary = /^(?:[，。；、：:！？）)（(\s”"·/|*—\-\n]|$|等|和|与|及|在|对|向|为|是|从|出席|主持|带队|介绍|表示|认为|指出|说|称|强调|透露|坦言|告诉|谈到|建议|提出|院士|教授|博士|先生|女士|同志|团队|作|就|还|也|曾|将|率|任|的|致辞|宣布|发|深知|带领|解读|部署|会见|率领|受邀|发表|分享|致欢迎|回忆|解释|补充|直言|今[日天]|昨[日天]|近日|日前|亦|指|一边|一行|正|赴|前往|来到|走访|参加|汇报|推介)/;
const byline = /(?:^|[\s（(、，\n/|*【])(?:文字|美术|执行|见习|特约|本报|作者|证券|首席|行业|项目|采购|业务|技术|研报|报告|论文|通讯|第一)?(?:文|图|姓名|作者简介|编辑|责编|责任编辑|作者|记者|撰文|撰稿|校对|来源记者|联系人|经办人|访谈者|访谈员|采访者|受访者|访谈对象|记录人|整理人|(?:课题组|项目组|工作组|编写组|团队)?(?:成员|组员)(?=[：:])|撰稿人|执笔人|审稿人|评审人|委托诉讼代理人|诉讼代理人|委托代理人|书记员|审判员|人民陪审员|分析师|研究助理|主编|监制|出品人|实习生|通讯员|报告人|主讲人|汇报人|演讲人|主讲|讲者|答辩人|指导老师|授课教师|首席记者)\s?[/：:|｜】]?\s?[■●◆▪]?$|作者\s?[：:][^，。\n]{2,12}[，,]\s?$/;
/** Two-character words that begin with a family name's character and are no person. */
const notNames = new Set(
  (
    '高级 高端 高度 高效 高新 高质 高校 高层 高管 高速 全国 全球 全面 全体 全省 全市 安全 安排 成为 成立 成功 成都 成果 时间 时代 时任 方面 方案 方式 方向 方法 方便 方可 方能 明确 明显 ' +
    '关于 关注 关键 关系 应当 应用 应对 应该 施工 项目 单位 单独 连续 连接 任何 任务 任命 任职 万人 万元 于是 从事 文件 文审 文化 文章 文明 文字 武汉 江苏 江西 金融 金额 石油 石化 马上 马来 ' +
    '林业 田间 路径 管理 管委 解决 解释 解读 包括 包含 安徽 党委 党组 党员 卫生 卫健 农业 农村 农民 商业 商务 商品 温度 党建 左右 顾客 顾问 华为 华东 华南 华北 华中 康复 尚未 游客 游戏 ' +
    '严格 严重 严肃 沈阳 苏州 黄金 黄河 宁夏 宁波 齐全 齐鲁 银行 明年 查询 章程 简单 简称 时候 司法 司机 程序 程度 古代 费用 郑州 吴江 徐州 许多 许可 毛利 秦皇 夏季 陆续 申请 申报 符合 ' +
    '阳光 季度 雷达 荣获 荣誉 宗旨 边缘 房屋 房地 甘肃 向上 路线 蓝色 龙头 强调 支持 麻醉 柏林 景区 党的 周期 周边 周年 周报 周一 周二 周三 周四 周五 周六 周日 范围 石墨 余额 余家 余人 ' +
    '常务 常委 常州 常规 常年 常见 常态 常德 常熟 常用 常驻 常住 常设 常备 洪水 洪涝 洪灾 洪都 洪湖 洪峰 赖以 谈话 谈判 谈及 谈到 储能 储备 储存 储蓄 储量 储运 封闭 封面 封装 封控 荆州 荆门 祖国 祖籍 皮肤 皮革 宣布 宣传 宣讲 宣告 宣城 宣言 闻泰 闻名 贡献 燕京 燕山 燕赵 燕郊 浦东 浦发 浦口 浦江 习惯 习题 习俗 幸福 莘县 莘庄 卓越 雍和 匡算 濮阳 漆包 文科 文创 文艺 文学 文献 文书 文旅 文博 文体 文员 ' +
    '余名 余项 余种 余个 成员 成本 成效 成长 金属 金山 金奖 江门 代表 万家 万份 张家 罗氏 安心 安防 纪委 纪检 舒适'
  ).split(' '),
);

/** One byte per UTF-16 unit, so that most places are turned away by two reads. */
function unitsOf(characters: Iterable<string>): Uint8Array {
  const units = new Uint8Array(0x10000);
  for (const character of characters) units[character.charCodeAt(0)] = 1;
  return units;
}

/** First characters of family names. */
const beginsName = unitsOf(surnames);
/** Marks, and the last characters of offices and by-line words: what can stand before a person's name. */
const goesBefore = unitsOf([...'，。；：！？、 \t\u3000”"\n（(）)】■●◆▪*/|｜:', ...offices.split('|').map((office) => office.slice(-1)), ...'文图辑编者稿源对人究习员师家官为是系民主导学院所心']);

/** Han characters that hardly ever stand in a given name and often right after one. */
const notGiven = /[次元份台套吨亩的了是在和与及或等为对向将被把从由于也都就还又而且但并其该此这那各每第说称者们个位]|[人摄名家院所司部局会长委员副兼]$|大[姐哥妈爷叔娘]|阿姨|师傅/;

/**
 * Persons beside an office or title (董事长孙飘扬, 张伯礼院士), before a verb of saying, in bylines (文/王力)
 * and in lists that go on from one of them. Foreign names are those with a middle dot.
 */
export function persons(text: string, segmenter: Segmenter): Found[] {
  const found = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    if (beginsName[text.charCodeAt(at)] === 0) continue;
    if (at > 0 && goesBefore[text.charCodeAt(at - 1)] === 0 && !'教院博主研书'.includes(text[at + 3] ?? ' ') && !'教院主研'.includes(text[at + 2] ?? ' ')) continue;
    if (!surnames.has(text[at] as string) && !surnames.has(text.slice(at, at + 2))) continue;
    const name = personAt(text, at);
    if (name === null || found.has(name) || isWord(text, at, name, segmenter)) continue;
    found.add(name);
    for (const next of [...listedAfter(text, at + name.length, byline.test(text.slice(Math.max(0, at - 20), at))), ...listedBefore(text, at)]) found.add(next);
  }
  for (const name of foreign(text)) found.add(name);
  for (const name of signatures(text)) found.add(name);
  for (const name of speakers(text)) found.add(name);
  return [...found].map((name) => ({ name, type: 'person', strong: false }));
}

/** True where the segmentation reads an ordinary word: 卓越, 高技 of 高技能. */
export function isWord(text: string, at: number, name: string, segmenter: Segmenter): boolean {
  const first = segmenter.words(text.slice(at, at + name.length + 2))[0] ?? '';
  if (first.length > name.length) return segmenter.role(first) !== 'proper';
  return first === name && segmenter.role(first) !== 'proper';
}

/** Reporters in brackets at a paragraph's end or after 电: （葛雪峰）, 3月10日电(赵方园 王庆凯). */
function signatures(text: string): string[] {
  const signed = /(电\s?)?[（(](?:记者|通讯员|责编|责任编辑|编辑|文)?[\s：:/]{0,2}([\u4e00-\u9fff]{2,3}(?:[ 、，][\u4e00-\u9fff]{2,3}){0,3})[）)](\s{0,2}(?:\n|$))?/g;
  return [...text.matchAll(signed)].flatMap((match) => {
    if (match[1] === undefined && match[3] === undefined) return [];
    const names = (match[2] as string).split(/[ 、，]/);
    return names.every(looksLikePerson) ? names : [];
  });
}

/** Those whose words a transcript gives, each behind the name and a colon, more than once. */
function speakers(text: string): string[] {
  const turns = new Map<string, number>();
  for (const [, name = ''] of text.matchAll(/^[ \t]*([\u4e00-\u9fff]{2,4})[：:]/gm)) turns.set(name, (turns.get(name) ?? 0) + 1);
  return [...turns].filter(([name, count]) => count > 1 && name.length <= (surnames.has(name.slice(0, 2)) ? 4 : 3) && looksLikePerson(name)).map(([name]) => name);
}

/** Function words that are given names as well, where nothing follows. */
const givenToo = /^[超达建全可]$/;
const ends = /^(?:[，。；、）)\s]|$)/;

const institution = /(?:大学|学院|研究院|研究所|科学院|实验室|医院|中心)$/;
const learnedTitle = /^(?:教授|院士|博士|主任医师|研究员|书记)/;
/** In a list of scholars, each behind the name of an institution. */
const listed = /^(?:[、，。；：）]|等)/;

/** A name without a mark before it: 中国科学院张伯礼院士, 首都经济贸易大学冯喜良、. */
function learnedAt(text: string, at: number): string | null {
  const isOfInstitution = institution.test(text.slice(Math.max(0, at - 3), at));
  for (const length of [3, 2]) {
    const [name, after] = [text.slice(at, at + length), text.slice(at + length, at + length + 4)];
    if (!looksLikeName(name)) continue;
    if (learnedTitle.test(after) && (length === 3 || /[院学所校心系科]/.test(text[at - 1] ?? ''))) return name;
    if (isOfInstitution && listed.test(after)) return name;
  }
  return null;
}

function personAt(text: string, at: number): string | null {
  // 会计机构负责人（会计主管人员）田俊峰: a bracket after the office explains it.
  const before = text.slice(Math.max(0, at - 20), at).replace(/[（(][^（）()\n]{1,10}[）)]\s?$/, '');
  const titled = officeBefore.test(before);
  const by = byline.test(before);
  const opens = at === 0 || /[，。；：！？、\s”"\n（(*]/.test(text[at - 1] as string);
  if (!titled && !by && !opens) return learnedAt(text, at);
  // 有关负责同志和专家: the word that joins two kinds of people.
  if (text[at] === '和' && !opens) return null;
  for (const length of givenLengths(text, at)) {
    const name = text.slice(at, at + length);
    if (!(titled || by ? looksLikeTitled : looksLikeName)(name)) continue;
    const after = text.slice(at + length, at + length + 12);
    if ((stopWords.has(name.slice(1)) && !(givenToo.test(name.slice(1)) && ends.test(after))) || officeAfter.test(name.slice(1)) || stopWords.has(name.slice(-1) + after.slice(0, 1))) continue;
    if (officeAfter.test(after) && opens && !/^.{2}(?:专家|代表|委员|经理|主管|记者|负责人|作者|总监|顾问|学者)/.test(name + after.trim())) return name;
    if (says.test(after) && (opens || titled)) return name;
    if ((titled || by) && (boundary.test(after) || stopWords.has(after.slice(0, 2)) || (stopWords.has(after[0] ?? '') && after[0] !== '家'))) return name;
  }
  return null;
}

/** True where what stands at text[start..end) is a person: an office is before it and behind it what may follow a name, or the office is behind it. Constant time. */
export function isOfOffice(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 12);
  if (officeBefore.test(text.slice(Math.max(0, start - 12), start))) return boundary.test(after) || says.test(after);
  return (start === 0 || /[，。；：！？、\s”"（(]/.test(text[start - 1] as string)) && officeAfter.test(after);
}

/** Three characters before two; four only with a compound family name. */
function givenLengths(text: string, at: number): number[] {
  return surnames.has(text.slice(at, at + 2)) ? [4, 3, 2] : [3, 2];
}

/** The same, with a character of given names that counts money as well: 王仁元 behind an office. */
const looksLikeTitled = (name: string): boolean => looksLikeName(name.length === 3 && !/^.[0-9一二三四五六七八九十百千万亿多余几]/.test(name) ? name.replace(/元$/, '源') : name);

function looksLikeName(name: string): boolean {
  for (let i = 0; i < name.length; i++) if (!isHan(name.charCodeAt(i))) return false;
  return !notNames.has(name.slice(0, 2)) && !notGiven.test(name.slice(1));
}

/** Whether a word is made as names of persons are: a family name, and characters of given names. */
export const looksLikePerson = (word: string): boolean => (surnames.has(word[0] as string) || surnames.has(word.slice(0, 2))) && looksLikeName(word) && !stopWords.has(word);

const listEnd = /^(?:[、，。；）)\n ]|等|$|出席|参加|参会|陪同|分别|一同|共同|表示|先后)/;

/** Names that follow in the same list: 王光锁、丁万夫、程立新; in a by-line commas list them as well. */
function listedAfter(text: string, end: number, inByline: boolean): string[] {
  const names: string[] = [];
  let at = end;
  while (text[at] === '、' || text[at] === '，' || text[at] === ' ') {
    const start = at + 1;
    if (!surnames.has(text[start] ?? '')) break;
    const length = [3, 2].find((n) => looksLikeName(text.slice(start, start + n)) && listEnd.test(text.slice(start + n, start + n + 2)));
    if (length === undefined || (text[at] !== '、' && !inByline && names.length === 0)) break;
    names.push(text.slice(start, start + length));
    at = start + length;
  }
  return names;
}

/** Names that stand before in the same list: 于清明、蒋海洪、李强 before 卢忠副主编. */
export function listedBefore(text: string, start: number): string[] {
  const names: string[] = [];
  let at = start;
  while (text[at - 1] === '、') {
    const length = [3, 2].find((n) => surnames.has(text[at - 1 - n] ?? '') && looksLikeName(text.slice(at - 1 - n, at - 1)) && (at - 1 - n === 0 || /[，。；：！？、\s（(】]/.test(text[at - 2 - n] as string) || /(?:指定|委派|聘任|任命|选举|推荐|同意)$/.test(text.slice(Math.max(0, at - 3 - n), at - 1 - n))));
    if (length === undefined) break;
    at -= length + 1;
    names.push(text.slice(at, at + length));
  }
  return names;
}

/** 尼尔·库马尔: parts of one to seven Han characters joined by middle dots, with an office or a verb beside it. */
function foreign(text: string): string[] {
  const names: string[] = [];
  for (let dot = text.indexOf('·'); dot > 0; dot = text.indexOf('·', dot + 1)) {
    let end = dot + 1;
    while (end < text.length && end - dot <= 8 && isHan(text.charCodeAt(end)) && !says.test(text.slice(end, end + 4)) && !stopWords.has(text.slice(end, end + 2)) && !/^[在和与及的是等]/.test(text[end] as string)) end++;
    let start = dot;
    while (start > 0 && dot - start < 7 && isHan(text.charCodeAt(start - 1))) {
      if (officeBefore.test(text.slice(Math.max(0, start - 12), start))) break;
      start--;
    }
    if (dot - start < 1 || end - dot < 2 || end - dot > 8) continue;
    const titled = officeBefore.test(text.slice(Math.max(0, start - 12), start));
    if (titled || says.test(text.slice(end, end + 6))) names.push(text.slice(start, end));
  }
  return names;
}
