import { isHan } from '../../text/chars';
import type { Segmenter } from '../segmenter';
import { beginsLikePerson, isWord, looksLikeTitled } from './personName';

/** Who is there, by what a record calls them: 出席：李剑锋 邹伟, 项目协办人 熊科伊. */
const labelled =
  /(?:^|[\n；。，])[ \t\u3000]*(?:(?:参会|与会|出席|列席|请假|缺席|到会)(?:人员|委员|代表|领导)?|记录人?|主持人?|签发人?|编委[^\n：:]{0,10}|研究助理|研究支持|助理分析师|保荐代表人|项目协办人|(?:建设单位|采购|项目)?联系人|签字会计师)(?:[：:]|为|[ \t\u3000])[ \t\u3000]?([^\n。；：:]{2,160})/g;
/** Who belongs to it, each set apart by spaces: 成  员：张  伟  赵国梁. */
const listed = /^[ \t\u3000]*(?:成|组)[ \u3000]*员[：:][ \t\u3000]*([\u4e00-\u9fff \t\u3000]{4,120})$/gm;
/** Two of one family: 王建辰和高元倩夫妇. */
const related = /(?<=^|[，。；：、（\s“])([\u4e00-\u9fff]{2,3})[和与]([\u4e00-\u9fff]{2,3})(?=夫妇|夫妻|兄弟|姐妹|父子|父女|母子|二人|两人)/gm;
/** A record of a meeting names all who are there, whatever their names are made of. */
const attended = /(?:参会|与会|到会)人员/;
const notPerson = /[局委办部厅处院所司会]$|公司|代表|单位|部门|人员|等/;

/** What may stand before a row of names, and behind one: 对刘鹏程、刘同富、池冶给予警告. */
const rowBefore = /(?:^|[，。；：（(\s“|]|[对由予]|任命|指定|包括)$/;
const rowAfter = /^(?:[，。；：）)\s”]|$|等|和|及|均|都|是|为|对|将|因|的|给予|分[别列]|共同|团队|课题组|主持|领衔|出席|参加|参与|[两三四五六七八九十][位名])/;
const fewest = 3;

/** Somebody behind the institution and a space, at the line's end or before a date or another: 江城汽车学院 于洪涛, 市发展改革委：周述平. */
const behind = /(?:(?:公司|基金|资产|资本|投资|保险|银行|证券|建投|中金|国君|固收|宏观|策略|研究[所院部]|团队|大学|学院|学校|医院|教育处|办公室|中心)[ \t\u3000]|(?:[局委厅办院]|集团|公司|大学|基金|资产|资本|投资|证券|保险|银行|信托|理财)：[ \t\u3000]?)((?:[\u4e00-\u9fff]{2,3}[、，,/ \u3000]{1,2}){0,6}[\u4e00-\u9fff]{2,3})(?=[ \t\u3000]*(?:$|\n|[；。]|(?:19|20)\d\d))/gm;

/** Persons by where they stand in a row of names, with nothing said of each. Linear. */
export function rows(text: string, segmenter: Segmenter): string[] {
  const isName = (word: string): boolean => beginsLikePerson(word) && looksLikeTitled(word) && !isWord(word, 0, word, segmenter);
  const found: string[] = [];
  for (const [whole, names = ''] of text.matchAll(labelled)) {
    const parts = names.trim().split(/[ \t\u3000、，,；]+|及|和/).filter((part) => part !== '');
    if (attended.test(whole) && parts.length >= fewest && parts.every((part) => /^[\u4e00-\u9fff·]{2,8}$/.test(part) && !notPerson.test(part))) found.push(...parts);
    else for (const part of parts) if (/^[\u4e00-\u9fff]{2,3}$/.test(part) && isName(part)) found.push(part);
  }
  for (const [, names = ''] of text.matchAll(listed)) {
    // 张  伟: two characters alone are one name.
    const parts = names.trim().replace(/(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ \t\u3000]+([\u4e00-\u9fff])(?![\u4e00-\u9fff])/g, '$1$2').split(/[ \t\u3000]+/);
    if (parts.every(isName)) found.push(...parts);
  }
  for (const [, one = '', other = ''] of text.matchAll(related)) if (isName(one) && isName(other)) found.push(one, other);
  for (let comma = text.indexOf('、'); comma >= 0; ) {
    const { names, end } = rowAt(text, comma);
    const whole = names.filter((name) => name.length > 2).length;
    // Names of two characters need those of three beside them, in a long row fewer.
    if (names.length >= fewest && whole * (names.length > 4 ? 4 : 1.5) >= names.length && names.every(isName)) found.push(...names);
    comma = text.indexOf('、', end);
  }
  for (const [, names = ''] of text.matchAll(behind)) {
    const parts = names.split(/[、，,/ \u3000]+/);
    if (parts.every(isName)) found.push(...parts);
  }
  return found;
}

/** The names of the row around the “、” at `comma`, none where what stands there is no row of two or three characters each; `end` is behind it. */
function rowAt(text: string, comma: number): { readonly names: readonly string[]; readonly end: number } {
  const names: string[] = [];
  const first = [3, 2].find((length) => hanAt(text, comma - length, length) && rowBefore.test(text.slice(Math.max(0, comma - length - 2), comma - length)));
  let end = comma;
  if (first !== undefined) names.push(text.slice(comma - first, comma));
  while (text[end] === '、') {
    const length: number | undefined = [3, 2].find((count) => hanAt(text, end + 1, count) && (text[end + 1 + count] === '、' || rowAfter.test(text.slice(end + 1 + count, end + 3 + count))));
    if (length === undefined) return { names: [], end: end + 1 };
    names.push(text.slice(end + 1, end + 1 + length));
    end += length + 1;
  }
  return { names: first === undefined ? [] : names, end: Math.max(end, comma + 1) };
}

function hanAt(text: string, start: number, length: number): boolean {
  if (start < 0) return false;
  for (let at = start; at < start + length; at++) if (!isHan(text.charCodeAt(at))) return false;
  return true;
}
