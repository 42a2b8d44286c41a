import { unitsOf } from '../../text/chars';
import type { Segmenter } from '../segmenter';
import { owners } from './accepted';
import { appointments } from './appointments';
import type { KnownEnds } from './edge';
import { foreigners } from './foreigners';
import type { Found } from './found';
import { boundary, byline, officeAfter, officeBefore, offices, says } from './offices';
import { isWord, looksLikeName, looksLikePerson, looksLikeTitled } from './personName';
import { rows } from './rows';
import { surnames } from './surnames';
import { stopWords } from './words';

/** First characters of family names. */
const beginsName = unitsOf(surnames);
/** Marks, and the last characters of offices and by-line words: what can stand before a person's name. */
const goesBefore = unitsOf([...'，。；：！？、 \t\u3000”"\n（(）)】■●◆▪*/|｜:', ...offices.split('|').map((office) => office.slice(-1)), ...'文图辑编者稿源对人究习员师家官为是系民主导学院所心']);

/**
 * Persons beside an office or title (董事长孙飘扬, 张伯礼院士), before a verb of saying, in bylines (文/王力)
 * and in lists that go on from one of them. Foreign names are those with a middle dot.
 */
export function persons(text: string, known: KnownEnds, segmenter: Segmenter): Found[] {
  const found = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    if (beginsName[text.charCodeAt(at)] === 0) continue;
    if (at > 0 && goesBefore[text.charCodeAt(at - 1)] === 0 && !known.has(at) && !'教院博主研书'.includes(text[at + 3] ?? ' ') && !'教院主研'.includes(text[at + 2] ?? ' ')) continue;
    if (!surnames.has(text[at] as string) && !surnames.has(text.slice(at, at + 2))) continue;
    const name = personAt(text, at, known);
    if (name === null || found.has(name) || isWord(text, at, name, segmenter)) continue;
    found.add(name);
    for (const next of [...listedAfter(text, at + name.length, listing.test(text.slice(Math.max(0, at - 20), at))), ...listedBefore(text, at)]) found.add(next);
  }
  for (const name of headsOfFirms(text, known, segmenter)) found.add(name);
  for (const more of [foreigners(text), appointments(text, segmenter), rows(text, segmenter)]) for (const name of more) found.add(name);
  for (const name of signatures(text)) found.add(name);
  for (const name of speakers(text)) found.add(name);
  return [...found].map((name) => ({ name, type: 'person', strong: false }));
}

/** Who leads a firm, in brackets behind it: 江城教育（李永明）. */
function headsOfFirms(text: string, known: KnownEnds, segmenter: Segmenter): string[] {
  return [...text.matchAll(/（([\u4e00-\u9fff]{2,3})）/g)].flatMap(({ index, 1: name = '' }) => (known.get(index)?.meanings[0]?.type === 'company' && looksLikePerson(name) && !isWord(name, 0, name, segmenter) ? [name] : []));
}

/** A by-line, or an office with names set behind it. */
const listing = new RegExp(`${byline.source}|(?:记者|编辑|摄影|主编|副主编|顾问|组长|副组长|成员|主任|副主任|委员)[：:\\s]{1,2}$`);

/** Reporters in brackets at a paragraph's end or after 电: （葛雪峰）, 3月10日电(赵方园 王庆凯). */
function signatures(text: string): string[] {
  const signed = /(电\s?)?[（(](?:记者|通讯员|责编|责任编辑|编辑|文)?[\s：:/]{0,2}([\u4e00-\u9fff]{2,3}(?:[ 、，][\u4e00-\u9fff]{2,3}){0,3})[）)]/g;
  return [...text.matchAll(signed)].flatMap((match) => {
    const end = match.index + match[0].length;
    if (match[1] === undefined && !/^\s{0,2}(?:\n|$)/.test(text.slice(end, end + 4))) return [];
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
const ends = /^(?:[，。；、）)\s]|$|博士|教授|院士|先生|女士|主任|同志)/;

const institution = /(?:大学|学院|研究院|研究所|科学院|实验室|医院|中心)$/;
const learnedTitle = /^(?:院长|副院长|主任|副主任|所长|校长|教授|院士|博士|主任医师|研究员|书记)/;
/** In a list of scholars, each behind the name of an institution. */
const listed = /^(?:[、，。；：）]|等)/;

/** A name without a mark before it: 中国科学院张伯礼院士, 首都经济贸易大学冯喜良、, 江城证券唐旭明表示. */
function learnedAt(text: string, at: number, known: KnownEnds): string | null {
  const employed = owners.has(known.get(at)?.meanings[0]?.type ?? '');
  const isOfInstitution = institution.test(text.slice(Math.max(0, at - 3), at));
  for (const length of [3, 2]) {
    const [name, after] = [text.slice(at, at + length), text.slice(at + length, at + length + 4)];
    if (!looksLikeName(name)) continue;
    if (learnedTitle.test(after) && (length === 3 || /[院学所校心系科]/.test(text[at - 1] ?? ''))) return name;
    if ((isOfInstitution && listed.test(after)) || (employed && says.test(after))) return name;
  }
  return null;
}

function personAt(text: string, at: number, known: KnownEnds): string | null {
  // 会计机构负责人（会计主管人员）田俊峰: a bracket after the office explains it.
  const before = text.slice(Math.max(0, at - 20), at).replace(/[（(][^（）()\n]{1,10}[）)]\s?$/, '');
  const titled = officeBefore.test(before);
  const by = byline.test(before);
  const opens = at === 0 || /[，。；：！？、\s”"\n（()）*]/.test(text[at - 1] as string);
  if (!titled && !by && !opens) return learnedAt(text, at, known);
  // 有关负责同志和专家: the word that joins two kinds of people.
  if (text[at] === '和' && !opens) return null;
  for (const length of givenLengths(text, at)) {
    const name = text.slice(at, at + length);
    if (!(titled || by ? looksLikeTitled : looksLikeName)(name)) continue;
    const after = text.slice(at + length, at + length + 12);
    if ((stopWords.has(name.slice(1)) && !(givenToo.test(name.slice(1)) && ends.test(after))) || officeAfter.test(name.slice(1)) || stopWords.has(name.slice(-1) + after.slice(0, 1))) continue;
    // 王毅同外长会谈: with whom he talks; 李进任董事长: what he is.
    if (officeAfter.test(after) && /.{2}[同任曾]$/.test(name)) continue;
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

const listEnd = /^(?:[、，。；）)\n ]|等|$|[及和与对亦均（(]|回避|同意|弃权|[两三四五六七八九十]位|兄弟|姐妹|夫妇|夫妻|父子|父女|二人|三人|出席|参加|参会|陪同|分别|一同|共同|表示|先后)/;

/** Names that follow in the same list: 王光锁、丁万夫、程立新; in a by-line commas list them as well. */
function listedAfter(text: string, end: number, inByline: boolean): string[] {
  const names: string[] = [];
  // A bracket may tell more of the one before: 王莺（执业证书号…）、万定宇.
  let at = end + (/^[（(][^（）()\n]{1,40}[）)](?=、)/.exec(text.slice(end, end + 44))?.[0].length ?? 0);
  while (text[at] === '、' || text[at] === '，' || text[at] === ' ') {
    const start = at + 1;
    // 计虹 between others: not a name that is known for one, yet one of the list.
    const skipped = text[at] === '、' && names.length > 0 && !surnames.has(text[start] ?? '') ? [3, 2].find((n) => text[start + n] === '、') : undefined;
    if (skipped !== undefined) at = start + skipped;
    if (skipped !== undefined) continue;
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
