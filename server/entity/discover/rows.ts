import type { Segmenter } from '../segmenter';
import { beginsLikePerson, isWord, looksLikeTitled } from './personName';

/** Who is there, by what a record calls them: 出席：李剑锋 邹伟, 项目协办人 熊科伊. */
const labelled =
  /(?:^|[\n；。，])[ \t\u3000]*(?:(?:参会|与会|出席|列席|请假|缺席|到会)(?:人员|委员|代表|领导)?|记录人?|主持人?|签发人?|编委[^\n：:]{0,10}|研究助理|研究支持|助理分析师|保荐代表人|项目协办人|联系人|签字会计师)(?:[：:]|为|[ \t\u3000])[ \t\u3000]?([^\n。；：:]{2,160})/g;
/** A record of a meeting names all who are there, whatever their names are made of. */
const attended = /(?:参会|与会|到会)人员/;
const notPerson = /[局委办部厅处院所司会]$|公司|代表|单位|部门|人员|等/;

/** Names in a row, where nothing else stands: 刘鹏程、刘同富、池冶是直接责任人. */
const row = /(?<=^|[，。；：（(\s“|]|对|由|予|任命|指定|包括)((?:[\u4e00-\u9fff]{2,3}、){2,40}[\u4e00-\u9fff]{2,3})(?=[，。；：）)\s”]|$|等|和|及|均|都|是|为|对|将|因|的|给予|出席|参加|参与|[两三四五六七八九十]位)/gm;
const fewest = 3;

/** Somebody behind the institution and a space, at the line's end or before a date or another: 江城汽车学院 于洪涛. */
const behind = /(?:证券|建投|中金|国君|固收|宏观|策略|研究[所院部]|团队|大学|学院|学校|医院|教育处|办公室|中心)[ \t\u3000]((?:[\u4e00-\u9fff]{2,3}[、，,/ \u3000]{1,2}){0,6}[\u4e00-\u9fff]{2,3})(?=[ \t\u3000]*(?:$|\n|(?:19|20)\d\d))/gm;

/** Persons by where they stand in a row of names, with nothing said of each. Linear. */
export function rows(text: string, segmenter: Segmenter): string[] {
  const isName = (word: string): boolean => beginsLikePerson(word) && looksLikeTitled(word) && !isWord(word, 0, word, segmenter);
  const found: string[] = [];
  for (const [whole, names = ''] of text.matchAll(labelled)) {
    const parts = names.trim().split(/[ \t\u3000、，,；]+|及|和/).filter((part) => part !== '');
    if (attended.test(whole) && parts.length >= fewest && parts.every((part) => /^[\u4e00-\u9fff·]{2,8}$/.test(part) && !notPerson.test(part))) found.push(...parts);
    else for (const part of parts) if (/^[\u4e00-\u9fff]{2,3}$/.test(part) && isName(part)) found.push(part);
  }
  for (const [, names = ''] of text.matchAll(row)) {
    const parts = names.split('、');
    const whole = parts.filter((part) => part.length > 2).length;
    if (whole * 3 >= parts.length * 2 && parts.every(isName)) found.push(...parts);
  }
  for (const [, names = ''] of text.matchAll(behind)) {
    const parts = names.split(/[、，,/ \u3000]+/);
    if (parts.every(isName)) found.push(...parts);
  }
  return found;
}
