import type { Line } from './draft';
import type { Numbering } from './numbering';

export const FIELD = /^(?:标题|题目|题名)[ \t]?[：:][ \t]?/;
/** The number of an official document before its title: 国发〔2023〕16号. */
const DOCUMENT_NUMBER = /^[\u4e00-\u9fff]{1,14}[〔[（(【]\s?(?:19|20)\d{2}\s?[〕\]）)】]\s?第?\s?\d{1,5}\s?号/;
const MARKS_AT_END = /[¹²³⁰⁴⁵⁶⁷⁸⁹]{1,3}$|\[\^[\w-]{1,20}\]$|<sup>[^<]{1,8}<\/sup>$|(?:\\?[[［]\d{1,3}\\?[\]］])+$/;

/** The year in such a number, where the words are nothing else; null where they are. Constant time. */
export const yearOfNumber = (words: string): string | null => (DOCUMENT_NUMBER.exec(words)?.[0] === words ? (/(?:19|20)\d{2}/.exec(words)?.[0] ?? null) : null);

/** A title as a reader would cite it: no number, no markup, no label such as "标题：", no note mark, no closing colon. */
export function cleanTitle(words: string, numbering: Numbering | null): string {
  let title = words.slice(numbering?.length ?? 0).replace(/\*\*|<\/?[a-z]{1,6}>|`/g, '').trim();
  title = title.replace(/^[|｜丨▍▎▏▌]\s*|\s*[◆◇●■★]$/g, '').replace(FIELD, '').replace(MARKS_AT_END, '').trim();
  const named = title.replace(DOCUMENT_NUMBER, '').trim();
  if (named !== title && /^《[^《》]{4,}》$/.test(named)) title = named.slice(1, -1);
  while (title.length > 1 && /[：:\\ \u3000]$/.test(title)) title = title.slice(0, -1);
  return isSpacedOut(title) ? title.replace(/\s/g, '') : title.replace(/[ \t\u3000]{2,}/g, ' ');
}

/** "总 则": the characters of a short title set apart. */
export function isSpacedOut(title: string): boolean {
  const parts = title.split(/\s+/);
  return parts.length > 1 && parts.length < 9 && parts.every((part) => /^[\u4e00-\u9fff]$/.test(part));
}

/** The first sentence behind the number, when more of the paragraph follows it; else null. At most `longest` characters. */
export function runInTitle(words: string, numbering: Numbering, longest: number): string | null {
  const from = numbering.length;
  const stop = words.slice(from, from + longest + 1).search(/[。]/);
  if (stop < 2) return null;
  const title = words.slice(from, from + stop);
  return words.length > from + stop + 4 && !/[；：]/.test(title) ? title : null;
}

/** The words end like a heading's: with no mark, a colon, a question or exclamation mark, a bracket or a quote. */
export function endsLikeTitle(words: string): boolean {
  return words !== '' && !/[。；;，,、．.…]$/.test(words.replace(/\*\*$/, ''));
}

/** Sentences inside, so a paragraph rather than a title. */
export function hasSentence(words: string): boolean {
  return /。|；|;/.test(words);
}

const MATTER =
  /^(?:本期|本周|本报告|本刊|执行|研究|内容|报告|核心|主要|全文|英文|中文)?(?:摘要|前言|引言|序言|序|自序|导言|导语|导读|绪论|概要|提要|编者按|编辑按|结语|结束语|结论|总结|小结|后记|跋|致谢|鸣谢|参考文献|参考资料|引用文献|引用的著作|附录|附则|名词解释|术语表|术语解释|缩略语|缩写|释义|注释|尾注|免责声明|法律声明|重要声明|版权声明|重要提示|特别提示|风险提示|投资要点|投资建议|核心观点|主要观点|核心结论|主要结论|核心发现|主要发现|关键发现|联系我们|联系人|联系方式|关于我们|关于作者|关于本报告|作者简介|报告说明|研究方法|研究团队|编委会|备查文件目录)$/;
const ENGLISH_MATTER = /^(?:abstract|executivesummary|summary|introduction|preface|foreword|conclusions?|references|bibliography|acknowledge?ments?|appendix|disclaimer|glossary|keyfindings|keytakeaways|contacts?|aboutus)$/;
/** Those that stand beside the chapters, not within one. */
const OUTER = /^(?:本期|本周|本报告|本刊|执行|研究|内容|报告|全文|英文|中文)?(?:摘要|概要|前言|引言|序言|序|自序|导言|导语|导读|绪论|编者按|结语|结束语|结论|后记|跋|致谢|鸣谢|参考文献|参考资料|引用文献|附录|名词解释|术语表|缩略语|联系我们|联系人|联系方式|免责声明|法律声明|关于我们|关于本报告|附则)$/;

/** Titles that open a part of nearly any report: a summary, a preface, references. `stem` is a squeezed title. */
export function isMatter(stem: string): boolean {
  return MATTER.test(stem) || ENGLISH_MATTER.test(stem);
}

export function isOuterMatter(stem: string): boolean {
  return OUTER.test(stem) || ENGLISH_MATTER.test(stem);
}

/** Who wrote it, on a line of its own: 江城证券研究所, 江城证券 林子剑, 樊春良¹ 李哲², 记者 金梁, 本报上海11月7日电. */
const SIGNED_BY =
  /^本报讯|^(?:文|图|撰文|采写|口述|编辑|作者|头图|题图|摄影|整理)\s?[|｜丨]|^(?:本报|本刊|全媒体|首席|特约)?(?:记者|通讯员)[ \t\u3000：:]|^(?:本报|新华社)[\u4e00-\u9fff]{0,6}\d{1,2}月\d{1,2}日电|^[\u4e00-\u9fff]{2,6}(?:日报|晚报|时报|网)(?:记者|通讯员)|^[\u4e00-\u9fff]{2,14}(?:证券|建投|中金|国君|固收|宏观|策略|研究[所院部]|团队|大学|学院)[ \t\u3000]*(?:[\u4e00-\u9fff]{2,3}团队|(?:[\u4e00-\u9fff]{2,3}[、，,/ \u3000]{1,2}){0,6}[\u4e00-\u9fff]{2,3})(?:[ \t\u3000]+20\d\d[-./年].*)?$|^[\u4e00-\u9fff]{2,3}[¹²³⁴⁵*](?:[ \t\u3000、，,]|$)/;

/** Whether a line says who wrote the report, and nothing else. */
export const isSigned = (words: string): boolean => SIGNED_BY.test(words);

/** Lines of a form that look like titles and are none: check boxes, units, names of fields with their value. */
export function isField(line: Line): boolean {
  const words = line.words.replace(/\*\*/g, '');
  if (/[□√☑☐]/.test(words) || yearOfNumber(words) !== null) return true;
  if (/^(?:保荐机构|保荐人|主承销商|承销商|联系人|分析师|单位|币种|来源|资料来源|数据来源|注|备注|说明|时间|日期|作者|编制|编辑|责编|责任编辑|记者|电话|传真|邮箱|地址|网址|链接|原标题|原文|主要内容|编号|分类号|密级)[ \t]?[：:]/.test(words)) return true;
  if (/^[\u4e00-\u9fff]{2,8}[（(][^（）()]{2,10}[）)][：:]./.test(words)) return true;
  const colon = words.search(/[：:]/);
  return colon > 0 && colon <= 6 && colon < words.length - 1;
}
