import { isCutHeading, type Context } from './context';
import type { Line } from './draft';
import { fieldOf } from './furniture';
import { cleanTitle, isMatter, isSigned, isSpacedOut, yearOfNumber } from './titles';

/** The lines in which a report gives its own title; none where it has no title of its own. */
export interface TitleLines {
  readonly lines: ReadonlySet<number>;
  readonly title: string | null;
}

const NO_TITLE_LINES: TitleLines = { lines: new Set(), title: null };

/** Of a report whose front matter names it `named`: the lines that say the same again. */
export function titleAgain(context: Context, named: string): TitleLines {
  const bare = (title: string): string => title.normalize('NFKC').replace(/\s/g, '');
  const own = titleLinesOf(context);
  return own.title !== null && bare(own.title) === bare(named) ? own : NO_TITLE_LINES;
}

/** Lines at the front that may hold the title. */
const HEAD = 40;
/** Lines within which a template's fields stand. */
const FIELDS = 120;
const LONGEST = 70;
const MOST_LINES = 3;

/** Words that the titles of documents end with. */
const KIND =
  /(?:报告|报告书|报告全文|条例|办法|规定|规则|细则|意见|通知|公告|通告|决定|决议|命令|批复|规划|计划|方案|纲要|白皮书|蓝皮书|绿皮书|年鉴|周报|月报|季报|年报|日报|快报|简报|专报|周刊|月刊|季刊|指南|指引|手册|导则|标准|规范|公报|讲话|章程|制度|法|研究|分析|综述|展望|洞察|观察|图谱|保荐书|说明书|公告书|意见书|建议书|简讯|快讯|速递|动态|简评|观察|大会|论坛|挑战赛|解读|摘要|记录表?|纪要|答记者问|(?:起草|编制|情况)说明)(?:[（(][^（）()]{1,20}[）)])?$/;
const NO_TITLE = /^(?:Tel|E-?mail|邮箱|传真|证书|文|图|编辑|记者|撰文|来源|资料来源|数据来源|作者|编制|演讲人|汇报人|主讲人|发布|发布日期|报告日期|证券代码|股票代码|公司代码|股票简称|单位|电话|地址|时间|日期|索引号|文号|发文机关|发文日期|发文字号|施行日期|公布日期|成文日期|时效性|有效性|效力级别|公开类别|浏览量|主题分类|成文日期|队伍名称|分析师|编号|公告编号|项目编号|招标编号)[ \t\u3000]{0,2}[：:／/丨| \u3000]/;
/** A cover's line that names who made the report; its title stands below. */
const PUBLISHER = /(?:研究所|研究院|科学院|党校|研究中心|统计局|有限公司|分公司|集团|事务所|委员会|协会|学会|联合会|大学|学院|智库|证券|出版社|实验室)$/;
/** Of those the ones that no title is named after: 江城市社会科学院 over 江城经济发展报告, not 江城大学 over 2023年质量报告. */
const INSTITUTE = /(?:研究所|研究院|科学院|党校|研究中心|统计局|委员会|协会|学会|联合会|智库|出版社|实验室)$/;
/** Characters of a title that is whole by itself. */
const WHOLE = 8;
/** What a series of yearly books is called, over the title of one: 数字经济蓝皮书. */
const SERIES_OF_BOOKS = /^[\u4e00-\u9fff]{2,12}[蓝绿黄]皮书$/;
/** Lines of a cover between the two. */
const REACH = 5;
/** Lines of a research note's cover that say what it is, not what it is about: "证券研究报告 行业深度", behind an industry's name as well. */
const SERIES = /^(?:证券)?(?:(?:行业|公司|个股|策略|宏观|固收|债券|金融工程|海外|产业|专题|市场|投资)?(?:研究|深度|点评|动态|跟踪|简评|周|月|季|半?年|专题|策略|投资)*(?:报告|研究|周报|月报|季报|半?年报|日报|点评|深度|策略))$/;
/** The industry that a cover names over its title, as the exchanges' classes (申银万国) call it too. */
const INDUSTRY =
  /^(?:[\u4e00-\u9fff]{2,8}行业|(?:农林牧渔|基础化工|钢铁|有色金属|电子|汽车|家用电器|食品饮料|纺织服[饰装]|轻工制造|医药生物|公用事业|交通运输|房地产|商贸零售|社会服务|银行|非银金融|综合|建筑材料|建筑装饰|电力设备|机械设备|国防军工|计算机|传媒|通信|煤炭|石油石化|环保|美容护理)[ⅠⅡⅢ]?)$/;
/** The newspaper or page that printed it: 江城日报·江城网. */
const MEDIUM = /^[\u4e00-\u9fff]{2,8}(?:报|网|社)(?:·[\u4e00-\u9fff]{2,8}(?:报|网|社))?$/;
const isSeries = (title: string): boolean => {
  const [industry = '', ...rest] = title.split(/[ \t]?[/|丨｜·][ \t]?/);
  const parts = [industry, ...rest].flatMap((part) => part.split(/[ \t\u3000]+/));
  const named = parts.filter((part) => !SERIES.test(part));
  return INDUSTRY.test(title) || (rest.length > 0 && [industry, ...rest].every((part) => /^[\u4e00-\u9fff]{2,6}$/.test(part))) || named.length < parts.length && (named.length === 0 || (rest.length > 0 && named.every((part) => /^[\u4e00-\u9fff]{2,8}$/.test(part))));
};
/** What the cover of a standard, a thesis or an office's letter says over its title: its classes, its number, of what kind it is and where it was written. */
const CLASSED = /^(?:ICS|CCS|UDC)[ \t]|^(?:分类号|中图分类号|密级|学校代码|学号|备案号)[ \t]?[：:]|^(?:中华人民共和国)?[\u4e00-\u9fff]{2,12}(?<!国际|主要|技术)标准$|^(?:GB|[A-Z]{2}|T\/[A-Z]+|DB\d+)(?:\/[A-Z]+)?[ \t]?\d{2,6}(?:\.\d+)?[—–-]\d{4}$|(?:硕士|博士|学士)(?:研究生)?(?:学位)?论文$|^(?:代替|替代)[ \t]?[A-Z]|^[\u4e00-\u9fff]{2,24}(?:政府|办公厅|办公室|委员会|委|局|部|厅|银行|院|署)文件$/;
/** A listed company with its code, over what a research note says of it. */
const LISTED = /^[\u4e00-\u9fffA-Za-z*·-]{2,16}[ \t]?[（([]\s?\d{4,6}(?:\.[A-Z]{1,2})?(?:[/、][A-Z0-9.]{4,10})?\s?[）)\]]$/;
const RATED = /评级[ \t]?[：:]|^投资评级|^(?:强于|弱于|领先|落后|跟随|同步)大市|^(?:买入|增持|中性|减持|(?:强烈)?推荐|强推|看好|持有|优于大势|审慎增持|谨慎推荐)[ \t]?[（(\-—/]?(?:维持|首次|上调|下调|调高|调低)/;
const WARNING = /^\d{1,3}版[ \t]|查看版面|^(?:本期)?责任编辑|^查看其他日期$|(?:^|[ \u3000])(?:请|敬请|请您)(?:务必|仔细|认真|注意)?(?:阅读|参阅|参见|查阅).{0,30}(?:声明|条款|披露|说明|提示|页)|仅(?:通过邮件|供).{0,20}(?:提供|使用)|不构成.{0,8}建议|^(?:行业及产业|仅供参考)$/;
const ASIDE = /^(?:相关研究(?:报告)?|相关报告|近期研究报告|(?:行业|行情|市场|股价|指数)?(?:相对)?(?:走势图?|表现)|市场数据|基本数据|公司基本数据)$/;
const MASTHEAD = /^《[^》]{1,30}》\s*(?:总)?第|第\s?[\d一二三四五六七八九十百零〇]{1,6}\s?期\s*[）)]?$/;

/** A periodical's name with its number, over what this one is about; a title that its number only ends, 行业一周观察（第37期）, is none. */
const isMasthead = (words: string): boolean => MASTHEAD.test(words) && (words.startsWith('《') || words.replace(/[（(]?(?:20\d\d ?年)?(?:总)?第\s?[\d一二三四五六七八九十百零〇]{1,6}\s?期.*$/, '').trim().length < SHORTEST);
/** Characters of a title that says what it is about. */
const SHORTEST = 6;

/** Finds the report's own title among its first lines: a Markdown heading, or the cover's lines. Constant time. */
export function titleLinesOf(context: Context): TitleLines {
  const marked = markedTitle(context);
  if (marked !== null) return marked;
  const { kinds } = context.draft;
  const field = fieldTitle(context);
  if (field !== null) return field;
  const plain = coverTitle(context, (i) => kinds[i] === null);
  const enacted = /(?:公告|令)$/.test(plain?.title ?? '') ? enactedTitle(context) : null;
  if (enacted !== null) return enacted;
  if (plain !== null && KIND.test(squeezeKind(plain.title))) return plain;
  const running = coverTitle(context, (i) => kinds[i] === 'furniture');
  return running !== null && KIND.test(squeezeKind(running.title)) ? running : (plain ?? running ?? { lines: new Set(), title: null });
}

/** The title of the act that a notice of its passing stands over: 《数据条例》已…通过，现予公布. */
function enactedTitle({ draft: { lines, kinds } }: Context): TitleLines | null {
  const acts = lines.slice(0, HEAD).flatMap(({ words }) => /^《([^》]{4,60})》.*(?:通过|批准|发布).*予以?公布/.exec(words)?.[1] ?? []);
  const at = lines.findIndex(({ words }, i) => i < HEAD && kinds[i] === null && acts.includes(words.replace(/\s/g, '')));
  return at < 0 ? null : { lines: new Set([at]), title: cleanTitle((lines[at] as Line).words, null) };
}

function squeezeKind(title: string | null): string {
  return (title ?? '').replace(/[\s》”"*]|[[［]\d{1,3}[\]］]/g, '').replace(/(?<=\D)(?:20\d{2})年?$/, '');
}

function markedTitle(context: Context): TitleLines | null {
  const { lines, kinds } = context.draft;
  const marked: number[] = [];
  for (let i = 0; i < Math.min(lines.length, HEAD) && marked.length < 3; i++) {
    const line = lines[i] as Line;
    if (kinds[i] === null && line.marks.hashes > 0 && line.marks.hashes < 3 && !NO_TITLE.test(line.words) && !isOfCover(line)) marked.push(i);
    else if (line.words.length > 120) break;
  }
  const first = marked[0];
  if (first === undefined) return null;
  const line = lines[first] as Line;
  if (line.numbering !== null || isMatter(line.stem)) return null;
  const second = marked[1];
  const title = second === undefined ? null : titleOfTwo(context, line, lines[second] as Line, second === first + 1, lines.slice(first + 1, second).some(isOfCover));
  if (second !== undefined && title !== null) return { lines: new Set([first, second]), title };
  return { lines: new Set([first]), title: cleanTitle(line.words, null) };
}

/** A year alone in brackets: the edition of a report that comes every year. */
const EDITION = /^[（(]\s?20\d{2}\s?(?:[-—–~～/][ ]?20\d{2})?\s?年?(?:度|版)?\s?[）)]$/;

/**
 * The title that two marked lines hold, the second `below` the first at once or further down, `rated` where a research note's
 * cover lies between; null where the first has it alone.
 */
function titleOfTwo(context: Context, line: Line, next: Line, below: boolean, rated: boolean): string | null {
  if (below && (isCutHeading(context, line, next) || /^[—–―]{1,2}[^—]/.test(next.words))) return cleanTitle(line.words + next.words, null);
  if (below && EDITION.test(next.words)) return cleanTitle(line.words, null) + next.words;
  if (next.numbering !== null || isMatter(next.stem)) return null;
  if (rated && /^[\u4e00-\u9fff]{2,6}$/.test(line.words)) return cleanTitle(next.words, null);
  if (below && line.words.length <= 6 && next.words.length > line.words.length + 4 && next.words.includes(line.words)) return cleanTitle(next.words, null);
  if (below && LISTED.test(line.words)) return `${cleanTitle(line.words, null)}：${cleanTitle(next.words, null)}`;
  return isMasthead(line.words) ? cleanTitle(next.words, null) : null;
}

/** The title in its field of the template of a research note. */
function fieldTitle(context: Context): TitleLines | null {
  const { lines, kinds } = context.draft;
  const from = lines.findIndex(({ text }, i) => i < FIELDS && /^(?:Main)?Title1?$/i.test(fieldOf(text) ?? '')) + 1;
  if (from === 0) return null;
  const to = lines.findIndex(({ text }, i) => i >= from && fieldOf(text) !== null);
  return coverTitle(context, (i) => kinds[i] === null, from, to < 0 ? from + MOST_LINES : to);
}

/** The title among the lines from `from` to before `to` that may hold it. */
function coverTitle(context: Context, eligible: (i: number) => boolean, from = 0, to = HEAD): TitleLines | null {
  const { lines } = context.draft;
  let publisher: TitleLines | null = null;
  let series: TitleLines | null = null;
  for (let i = from; i < Math.min(lines.length, to); i++) {
    const line = lines[i] as Line;
    if (eligible(i) && !isOfCover(line) && (line.text.length > 100 || (line.text.length > 24 && /。$/.test(line.text)) || isMatter(line.stem) || (line.numbering !== null && !line.numbering.bare))) return publisher ?? series;
    const opens = opensTitle(line, lines[i + 1]);
    if (!eligible(i) || !(opens || isTitleLike(line))) continue;
    const taken = [i];
    let title = `${cleanTitle(line.words, null)}${opens ? '：' : ''}`;
    if (isSeries(title) || MEDIUM.test(line.words) || isSeriesOfBooks(title, lines.slice(i + 1, i + 1 + REACH))) {
      series ??= { lines: new Set(taken), title };
      continue;
    }
    let most = MOST_LINES;
    while (!KIND.test(squeezeKind(title))) {
      const n = (taken[taken.length - 1] as number) + 1;
      const next = lines[n];
      // 关于甲公司上市 / 之 / 保荐书: the word between what it is about and what it is.
      if (next?.words === '之' && eligible(n)) {
        taken.push(n);
        title += '之';
        most = taken.length + 2;
        continue;
      }
      if (taken.length >= most || next === undefined || !eligible(n) || next.gap > 2 || !isTitleLike(next) || !goesOn(line, next) || isInstituteOver(title, next) || isByline(next, lines[n + 1], title)) break;
      taken.push(n);
      title = `${title}${/[A-Za-z0-9]$/.test(title) && /^[A-Za-z0-9]/.test(next.words) ? ' ' : ''}${next.gap > 0 && title.length > 4 ? ' ' : ''}${cleanTitle(next.words, null)}`;
    }
    const below = (taken[taken.length - 1] as number) + 1;
    const edition = lines[below];
    if (edition !== undefined && edition.gap < 2 && EDITION.test(edition.words) && KIND.test(squeezeKind(title))) {
      taken.push(below);
      title += edition.words;
    }
    const found: TitleLines = { lines: new Set(taken), title };
    if (publisher === null ? !PUBLISHER.test(title) : KIND.test(squeezeKind(title)) || (INSTITUTE.test(publisher.title ?? '') && title.length >= WHOLE && !PUBLISHER.test(title))) return found;
    publisher ??= found;
  }
  return publisher ?? series;
}

/** Who made the report, over its whole title. */
const isInstituteOver = (title: string, { words }: Line): boolean => INSTITUTE.test(title) && words.length >= WHOLE && KIND.test(squeezeKind(words)) && !/^(?:20|19|二[〇○零]|关于|第)/.test(words);

/** The name of a series of yearly books, in Chinese or then in English, where the title of this one stands below. */
const isSeriesOfBooks = (title: string, below: readonly Line[]): boolean =>
  (SERIES_OF_BOOKS.test(title) || /^(?:Blue|Green|Yellow) ?Book of/i.test(title)) && below.some((line) => isTitleLike(line) && /[\u4e00-\u9fff]/.test(line.words) && KIND.test(squeezeKind(line.words)) && !PUBLISHER.test(line.words));

/** Of a research note: its rating, its warning, and what stands beside its text; of a letter, its number. */
function isOfCover({ words: printed, stem }: Line): boolean {
  const words = isSpacedOut(printed) ? printed.replace(/\s/g, '') : printed;
  return yearOfNumber(words) !== null || RATED.test(words) || WARNING.test(words) || CLASSED.test(words) || ASIDE.test(stem);
}

function isTitleLike(line: Line): boolean {
  const { words } = line;
  if (words.length < 3 || words.length > LONGEST || line.marks.bullet !== null || line.numbering !== null) return false;
  if (/[。；，、：:]$/.test(words) || (line.width > 90 && words.includes('，')) || /^[（([<—]|^【[^】]*】?$|^·.*·$/.test(words) || NO_TITLE.test(words) || isMasthead(words) || isOfCover(line)) return false;
  if (/https?:|www\.|@|[□√]/.test(words) || isMatter(line.stem) || isSigned(words)) return false;
  // A publisher with its date, or a date alone.
  if (/\d{4}\s?[年./-]\s?\d{1,2}\s?(?:[月./-]\s?(?:\d{1,2}\s?日?)?)?(?:\s*\d{1,2}[:：]\d{2})?\s*$/.test(words)) return false;
  // Or a cover's date in numerals of its own, the place behind it.
  if (/^[二〇零○][〇零○一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月/.test(words)) return false;
  // Or the day and what else a page says of itself: 2024年11月28日 来源：….
  if (/^(?:19|20)\d\d年\d{1,2}月\d{1,2}日[ \t\u3000]/.test(words)) return false;
  // Where and when the speech was given.
  if (/^(?:19|20)\d\d年\d{1,2}月\d{1,2}日在.{2,50}[上日]$/.test(words)) return false;
  return /[\u4e00-\u9fff]{2}|[A-Za-z]{3}/.test(words) || (words.length > 6 && isSpacedOut(words));
}

/** "零件行业 2024 年策略：" over what it says: the colon joins them. */
function opensTitle({ words }: Line, next: Line | undefined): boolean {
  return /[\u4e00-\u9fff]{2}.{0,24}(?:策略|报告|研究|系列|专题|点评|深度|跟踪|周报|月报|展望)(?:之[一二三四五六七八九十]{1,3})?[：:]$/.test(words) && words.length < 40 && next !== undefined && next.gap < 2 && next.width < 80 && isTitleLike(next);
}

/** Where authors work, with the postcode: 江城大学公共管理学院，江城，400044. */
const EMPLOYED = /(?:大学|学院|研究[院所]|医院|中心).{0,24}[，, ]\s?[1-9]\d{5}[）)]?$/;

/** Authors between a paper's title and its summary, 任衡 沈怀瑜, or whoever else signs below a title that is whole. */
function isByline({ words }: Line, next: Line | undefined, title: string): boolean {
  if (isSigned(words) || /[ \t\u3000](?:编|著|编著|主编|编制|编写|组编)$/.test(words)) return true;
  if (words.length <= 16 && PUBLISHER.test(words) && title.length > 7 && !/[的与和及对在向、]$|^关于/.test(title) && !PUBLISHER.test(title)) return true;
  return /^[\u4e00-\u9fff]{2,3}(?:[ \t\u3000、，,]+[\u4e00-\u9fff]{2,4}){0,7}$/.test(words) && (/^[〔【[［]?\s?摘\s?要/.test(next?.words ?? '') || EMPLOYED.test(next?.words ?? ''));
}

/** The title goes on in the next line: in Chinese if it is, and not in a paragraph that begins below. */
function goesOn(first: Line, next: Line): boolean {
  if (INDUSTRY.test(next.words) || /[|｜丨]/.test(next.words)) return false;
  if (next.gap > 0 && next.width > 60 && next.words.includes('，')) return false;
  // A date, or a field of what the cover says besides.
  if (/20\d{2}[-./]\d{1,2}[-./]\d{1,2}|^[\u4e00-\u9fff]{2,6}[：:]/.test(next.words)) return false;
  return /[\u4e00-\u9fff]/.test(next.words) || !/[\u4e00-\u9fff]/.test(first.words);
}
