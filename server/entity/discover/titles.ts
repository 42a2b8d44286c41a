import type { EntityType } from '../model';
import type { Found } from './found';
import { genericWords } from './suffixes';

const media = /(?:日报|晚报|晨报|时报|早报|商报|周刊|周报|月刊|杂志|新闻|新京报|学报|评论|观察报|经济报|Nature|Science|Cell|柳叶刀|自然|科学|细胞|放射学|快报|学刊)$|^(?:自然|科学|细胞|柳叶刀)[-—·][\u4e00-\u9fff]{2,8}$/;
const works = /(?:电影|影片|电视剧|微短剧|短剧|纪录片|动画片?|综艺|歌曲|舞剧|话剧|游戏|小说)[^。\n]{0,12}$/;
/** What is said of games and films right behind their titles, also of several. */
const shown = /^(?:《[^》\n]{1,20}》){0,4}(?:流水|公测|票房|开播|上映|定档|首播|热播|首发)/;
const generic = /^(?:通知|意见|办法|规定|条例|指南|方案|决定|报告|合同|协议|公告|目录|标准|规划|计划|纲要|细则|规范)$/;

/** What is said of a periodical: that something appeared in it, and in which issue. */
const publishedIn = /(?:发表|刊发|刊登|刊载)(?:于|在)[^，。；\n《》]{0,4}$|(?:刊于|载于)[^，。；\n《》]{0,2}$/;
const issue = /^[，,]?\s?(?:(?:19|20)\d{2}\s?年?[，,]?\s?)?第\s?\d{1,3}\s?(?:期|卷|辑)|^(?:等|上|这一)?(?:国际)?(?:期刊|杂志|刊物|报刊)/;

/** The title of an official document without brackets, before its number: 关于促进…的指导意见（国办发〔2024〕3号）. */
const numbered = /关于[^，。；：\n《》（）]{4,60}?的[^，。；：\n《》（）的]{0,8}?(?:意见|通知|决定|办法|方案|规划|纲要|批复|公告|措施)(?=[（(][\u4e00-\u9fff]{1,14}[〔[（(](?:19|20)\d\d[〕\]）)])/g;
/** The number of a standard: GB/T 7714—2015, GB 38031-2020, YY/T 0316, ISO 14064, GB/T 1.1—2020. */
const standard = /(?<![A-Za-z0-9/])(?:GB(?:\/[TZ])?|(?:YY|NB|HJ|SJ|YD|JR|GA|JT|CJJ?|DL|QC|SY|NY|WS|DB\d{2,4})(?:\/T)?|T\/[A-Z]{2,10}|ISO(?:\/IEC)?|IEC|AEC-Q)[ \u00a0]?(?:\d{3,6}(?:\.\d{1,3})?(?:[-—–:](?:19|20)\d\d)?|\d{1,2}(?:\.\d{1,3})?[-—–:](?:19|20)\d\d)(?![0-9A-Za-z])/g;

/** Documents that are named without brackets: before their number, or by the number of a standard. */
export function unbracketedTitles(text: string): Found[] {
  // Most texts have neither: the signs of both are looked for first.
  const documents = /[〕\]）)]\s?第?\d{1,5}\s?号/.test(text) ? [...text.matchAll(numbered)] : [];
  const standards = /[A-Z](?:\/[A-Z]{1,10})?[ \u00a0]?\d/.test(text) ? [...text.matchAll(standard)] : [];
  return [...documents, ...standards].map(([name]) => ({ name, type: 'document', strong: false }));
}

/** Titles between 《 and 》. Newspapers are organizations, films and shows products, everything else a document. */
export function bracketedTitles(text: string): (Found & { readonly end: number })[] {
  const found: (Found & { readonly end: number })[] = [];
  for (let open = text.indexOf('《'); open >= 0; open = text.indexOf('《', open + 1)) {
    const close = closing(text, open);
    if (close < 0) continue;
    const name = text.slice(open + 1, close).trim();
    if (name.length < 2 || name.length > 90 || generic.test(name)) continue;
    const [before, after] = [text.slice(Math.max(0, open - 16), open), text.slice(close + 1, close + 40)];
    const isJournal = name.length < (/^[A-Za-z]/.test(name) ? 40 : 12) && (publishedIn.test(before) || issue.test(after));
    if (name.length < 6 && !isJournal && !tells.test(name) && generics(name)) continue;
    const type = isJournal ? 'organization' : typeOf(name, before, after);
    found.push({ name, type, strong: name.length >= 6, end: close + 1 });
    const short = name.replace(/^中华人民共和国/, '');
    if (short !== name && short.length > 2) found.push({ name: short, type, strong: false, aliasOf: name, end: close + 1 });
  }
  return found;
}

/** Endings that make even a short title one. */
const tells = /(?:法|法典|条例|办法|规定|规划|纲要|标准|方案|药典|报|刊|公报|日报)$/;

/** A short title of ordinary words only (智慧服务) would be found in every sentence. */
function generics(name: string): boolean {
  return name.length === 4 && genericWords.has(name.slice(0, 2)) && genericWords.has(name.slice(2));
}

function closing(text: string, open: number): number {
  let depth = 1;
  for (let at = open + 1; at < text.length && at - open < 120; at++) {
    if (text[at] === '《') depth++;
    else if (text[at] === '》' && --depth === 0) return at;
    else if (text[at] === '\n') return -1;
  }
  return -1;
}

/** What a note of an institute is called that comes out like a newspaper: a weekly of an industry, with its headline. */
const note = /行业|策略|深度|点评|跟踪|[，：:—]/;

function typeOf(name: string, before: string, after: string): EntityType {
  if ((media.test(name) && !note.test(name)) || /^(?:记者|报道|杂志|周刊|月刊|刊登)/.test(after)) return 'organization';
  if (works.test(before) || shown.test(after) || /(?:工程|项目)$/.test(name)) return 'product';
  return 'document';
}
