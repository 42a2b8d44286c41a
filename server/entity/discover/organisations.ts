import { unitsOf } from '../../text/chars';
import { buildAutomaton, scan, type Automaton } from '../automaton';
import type { Candidate } from '../candidates';
import type { EntityType } from '../model';
import { reportedEntity } from '../reported';
import type { Segmenter } from '../segmenter';
import { abroad, accepted, isSpelled, lines, owners, spellable } from './accepted';
import { hardStop, isNextOffice, leadNouns, nameTokens, tokensBefore, type KnownEnds, type Token } from './edge';
import type { Found } from './found';
import { genericWords, suffixes, type Suffix } from './suffixes';
import { stopWords } from './words';

let automaton: Automaton | null = null;

/**
 * Names that end in a telling word (…有限公司, …医院, …条例, …水电站). The right end is the suffix, the left
 * edge is found by segmentation. `base` holds the names already known, by their ends; full names found on the way join them.
 */
export function suffixedNames(text: string, base: KnownEnds, segmenter: Segmenter): (Found & { readonly end: number })[] {
  automaton ??= buildAutomaton(suffixes.map((suffix) => suffix.text));
  const known = new Map(base);
  const found: (Found & { readonly end: number })[] = [];
  for (const [end, { start, suffix }] of longestBySpan(scan(automaton, text), text)) {
    const covering = known.get(end);
    const plain = covering && covering.start < start ? extended(text, covering, known, segmenter) : named(text, start, end, suffix, known, segmenter);
    if (plain === null) continue;
    const name = ofParty(text, end - plain.length) + plain;
    const type = covering && covering.start < start ? (covering.meanings[0]?.type ?? suffix.type) : typeOf(suffix, name);
    found.push({ name, type, strong: isStrong(suffix, name), end });
    // 唐昌街道 before 战旗村
    if (isStrong(suffix, name) || /^(?:镇|乡|街道)$/.test(suffix.text)) known.set(end, { start: end - name.length, end, form: name, meanings: [reportedEntity(type, name)], guarded: false });
  }
  return found;
}

/** A branch of the central bank is an office; so is a consulting centre where it belongs to one: 国家知识产权局专利检索咨询中心, not 江城霁川信息咨询中心. */
const typeOf = (suffix: Suffix, name: string): EntityType => (/^(?:人行|中国人民银行)/.test(name) ? 'agency' : suffix.text === '咨询中心' && !/国家|[局委部厅]/.test(name) ? 'organization' : suffix.type);

/** 中共 right before a committee of the Party, or an office of one, that is named from `start` on: 中共成都市委社会工作部. */
const ofParty = (text: string, start: number): string => (text.startsWith('中共', start - 2) && /^[\u4e00-\u9fff]{1,8}委(?!员会)/.test(text.slice(start, start + 10)) ? '中共' : '');

/** What joins the two ends of a line: 龙岩至龙川铁路. */
const spans = /^[至—-]$/;
/** Characters between a parent's name and the place in that of its subsidiary: 中石化新星内蒙古绿氢新能源有限公司. */
const between = 4;

/** How many tokens left of the first `count` are the parent's, with which the firm's name begins. */
function parentsOf(tokens: readonly Token[], count: number): number {
  const parent = tokens.length - 1;
  if (parent <= count || tokens[parent]?.type !== 'company' || tokens[count - 1]?.type !== 'place') return 0;
  const middle = tokens.slice(count, parent).map((token) => token.text).join('');
  const joins = tokens.slice(count, parent).some((token) => token.role === 'hard' || token.role === 'soft' || leadNouns.has(token.text) || /曾|关于/.test(token.text));
  return /^[\u4e00-\u9fff]*$/.test(middle) && middle.length <= between && !joins ? parent - count + 1 : 0;
}

/**
 * How many tokens left of the first `count` open the name as well: of a product the other end of a line, or the builder of a
 * plant (华能济宁电厂220kV工程), of a firm its parent.
 */
function openedBy(tokens: readonly Token[], count: number, suffix: Suffix): number {
  if (/有限公司$/.test(suffix.text)) return parentsOf(tokens, count);
  if (suffix.type !== 'product') return 0;
  const left = tokens[count];
  const from = tokens[count + 1];
  if (spans.test(left?.text ?? '') && from && (from.type === 'place' || (lines.test(suffix.text) && from.type === null && /^[\u4e00-\u9fff]{2,4}$/.test(from.text) && from.role !== 'hard' && from.role !== 'soft'))) return 2;
  if (left?.type !== 'company' || !/^(?:工程|项目)$/.test(suffix.text) || /(?:公司|集团|电网)$/.test(left.text)) return 0;
  const sited = tokens.slice(0, count).some((token) => token.type === 'place' || /[0-9A-Za-z]/.test(token.text));
  return sited ? (tokens[count + 1]?.type === 'place' ? 2 : 1) : 0;
}

const plants = /(?:电站|电厂|风电场|核电)$/;

/** Where the name of a power plant that ends at `end` begins, with the places it lies in; null where there is none: 四川大渡河大岗山水电站. */
function plantBefore(text: string, end: number, known: KnownEnds): number | null {
  const plant = known.get(end);
  return plant?.meanings[0]?.type === 'product' && plants.test(text.slice(plant.start, end)) ? withPlaces(plant.start, known) : null;
}

/** Where the places begin that stand right before `start`, one in the other. */
function withPlaces(start: number, known: KnownEnds): number {
  const place = known.get(start);
  return place?.meanings[0]?.type === 'place' ? withPlaces(place.start, known) : start;
}

/** What sends no delegation but receives it: 全国人代会 + 江苏代表团. */
const assembled: ReadonlySet<string> = new Set(['agency', 'organization']);

const committee = /^(?:[省市县区]|自治区党)委$/;

/** The name that ends with the suffix at text[start..end), or null where nothing specific stands before it. */
function named(text: string, start: number, end: number, suffix: Suffix, known: KnownEnds, segmenter: Segmenter): string | null {
  // 四川省委, 新疆维吾尔自治区党委: the province is known with what the suffix begins with.
  const seat = committee.test(suffix.text) ? known.get(start + (suffix.text.startsWith('自治区') ? 3 : 1)) : undefined;
  if (seat?.meanings[0]?.type === 'place') return text.slice(withPlaces(seat.start, known), end);
  const plant = suffix.text === '项目' ? plantBefore(text, start, known) : null;
  if (plant !== null) return text.slice(plant, end);
  // 中央财经大学会计硕士
  if (suffix.text === '学会' && text[start - 1] === '大') return null;
  if (suffix.text === '公司' && /[本该贵我各两多某此其]/.test(text[start - 1] ?? '')) return null;
  const from = hardStop(text, start);
  if (from === start || continuesRight(suffix, text, end)) return null;
  const tokens = tokensBefore(text, from, start, known, segmenter);
  const count = (suffix.kind === 'brand' || spellable.test(suffix.text)) && spelledStem(tokens) || nameTokens(tokens, suffix.type === 'product' ? owners : suffix.text === '代表团' ? assembled : undefined, joinable.has(suffix.type) || /^(?:协会|学会|商会|联合会)$/.test(suffix.text), suffix.kind === 'strong' && suffix.type === 'company');
  const used = tokens.slice(0, count + openedBy(tokens, count, suffix));
  const first = used[used.length - 1];
  if (!first) return null;
  const edition = suffix.type === 'organization' ? editionBefore(text, first.start) : '';
  const owned = suffix.type === 'product' && owners.has(tokens[count]?.type ?? '') && used.some((token) => token.role === 'proper' || token.type !== null || /[0-9A-Za-z“]/.test(token.text));
  // 药业 makes a name of a place as well: 云南药业.
  const isMade = suffix.kind === 'brand' && isBrand(used, tokens[count], text, end, suffix, segmenter);
  if (!isMade && ((suffix.kind === 'brand' && suffix.text !== '药业') || !accepted(used, suffix, edition !== '' || owned))) return null;
  if (first.type === null && /[0-9〇一二三四五六七八九十百千万多数几]$/.test(text.slice(0, first.start).slice(-1)) && edition === '') return null;
  // 江城证券-策略周报: who publishes it is no part of its title.
  if (suffix.type === 'document' && first.type === 'company' && text[first.start + first.text.length] === '-') return null;
  const years = suffix.type === 'document' ? (/^[ \u3000]?[（(][0-9]{4}[^（）()\n]{0,12}[）)]/.exec(text.slice(end, end + 20))?.[0] ?? '') : '';
  const name = text.slice(first.start - edition.length, end + years.length);
  return name.length <= 40 && !(suffix.type === 'document' && name.length < 4) && balanced(name) && !unlikely.test(name) && !(suffix.type !== 'agency' && joinedPlans.test(name)) ? name : null;
}

/** How many single characters right before a suffix make a stem that no dictionary has (钧 + 达 + 股份): two or three, else 0. */
function spelledStem(tokens: readonly Token[]): number {
  let count = 0;
  while (count < tokens.length && isSpelled(tokens[count] as Token)) count++;
  return count === 2 || count === 3 ? count : 0;
}

/** Countries in one character each: 中美科技博弈 is no firm's. */
const countries = /^[中美欧日韩俄英法德印]+$/;

/**
 * A coined word alone in its clause, or behind the place where its firm sits (江城霁川科技): nothing, a function word, a verb
 * or a word for a firm before it, no noun after it. A county may be the stem of 股份 (民和股份).
 */
function isBrand(used: readonly Token[], before: Token | undefined, text: string, end: number, suffix: Suffix, segmenter: Segmenter): boolean {
  const first = used[used.length - 1] as Token;
  const opens = opensBrand(first, before, text);
  const closes = closesBrand(text, end, segmenter);
  if (used.length === 1 && first.type === 'place' && !abroad.test(first.text) && cityFirms.test(suffix.text)) return opens && closes;
  const coined = used.length > 1 && first.type === 'place' && !abroad.test(first.text) && suffix.text !== '股份' ? used.slice(0, -1) : used;
  const stem = coined.map((token) => token.text).join('');
  if (suffix.text === '新材' && text[end] === '料') return false;
  if (stem.length < 2 || stem.length > 4 || /^[省市县区]/.test(stem) || countries.test(stem) || coined.some((token) => (token.type !== null && !(suffix.text === '股份' && token.type === 'place')) || genericWords.has(token.text) || !/^[\u4e00-\u9fff]+$/.test(token.text))) return false;
  const spelled = coined.every((token) => token.text.length === 1);
  if (!spelled && (!coined.some((token) => token.role === 'proper' || token.type !== null) || coined.length > 2)) return false;
  return opens && closes;
}

/** Firms of which a city or province has one: 西藏航空, 遵义道桥. */
const cityFirms = /^(?:创投|资本|国投|金控|高新投|航空|农商行|农商银行|城投|建投|交投|道桥|路桥|燃气|水务|热电)$/;

const opensBrand = (first: Token, before: Token | undefined, text: string): boolean =>
  before === undefined ? first.start === 0 || /[，。；：、！？\n“（(\s|]/.test(text[first.start - 1] as string) : before.role === 'hard' || before.role === 'soft' || leadNouns.has(before.text);

function closesBrand(text: string, end: number, segmenter: Segmenter): boolean {
  if (/^(?:[，。；：、！？…\n”（()）\s|]|$|旗下|董事|创始|集团|公司|自研|首席|副总|总裁|领投|跟投)/.test(text.slice(end, end + 4))) return true;
  const next = segmenter.words(text.slice(end, end + 6))[0] ?? '';
  return stopWords.has(next) || segmenter.role(next) === 'hard' || segmenter.role(next) === 'soft';
}

/** No name: it counts (五大…集团), points (该…, 某…), denies, says what a name is (甲公司系…公司), heads another line with a dash or grades (国家级…). */
const unlikely = /^各|^(?:已|拟|我?向|受)(?=[省市县区报])|本(?:基金|公司|集团|行|院|次)|[两二三四五六七八九十]大(?:集团|银行|运营商|电网|交易所|分?论坛)|^第[0-9一二三四五六七八九十]{1,3}[周期]|^20[0-9]{2}年|(?:骨干|大型|中型|小型|主要)(?:水库|机场|港口)|[一二三]级(?:甲等)?医院$|退出|设(?:立)?(?:办事处|代表处|分公司|子公司)$|^[一二三四五六七八九十两]大|^直辖|^[A-H]股|[0-9]家|[的了是其该此这某]|不(?!锈|动产)|公司[系为]|主义思想|^对[华美欧日韩]|[「『]|——|(?:国家|世界|省|市)级/;

/** Two names joined: 实施方案和管理办法. An office may have both in its own: 规划和国土资源管理局. */
const joinedPlans = /(?:计划|规划|方案|办法|条例|工程|项目|行动)[和与及]/;

const balanced = (name: string): boolean => (name.match(/[（(]/g)?.length ?? 0) === (name.match(/[）)]/g)?.length ?? 0);

/** Types whose names often hold 和 or 与. */
const joinable: ReadonlySet<string> = new Set(['agency', 'academic', 'document', 'company']);

/** “第十四届” or a year right before an event's name, else nothing. */
const editionBefore = (text: string, start: number): string => /(?:第[0-9一二三四五六七八九十百]{1,4}[届次]|(?<![0-9])20[0-9]{2})$/.exec(text.slice(Math.max(0, start - 7), start))?.[0] ?? '';

/** A known name with the places and institutions written right before it: 深圳 + 市卫健委, 首都医科大学附属 + 北京天坛医院. */
function extended(text: string, name: Candidate, known: KnownEnds, segmenter: Segmenter): string | null {
  const type = name.meanings[0]?.type ?? '';
  const edition = type === 'organization' ? editionBefore(text, name.start) : '';
  if (edition !== '') return edition + text.slice(name.start, name.end);
  const extensible = type === 'hospital' || (type === 'academic' && /中心$/.test(name.form)) || (type === 'organization' && /^[省市县区]/.test(name.form)) || (type === 'product' && plants.test(name.form)) || (type === 'company' && /(?:有限公司|事务所)$/.test(name.form)) || (type === 'agency' && /^[省市县区州]/.test(name.form));
  if (!extensible) return null;
  const tokens = tokensBefore(text, hardStop(text, name.start), name.start, known, segmenter);
  let count = 0;
  while (count < tokens.length && ((tokens[count] as Token).type !== null || (tokens[count] as Token).text === '附属') && !(count > 0 && isNextOffice(tokens[count - 1] as Token, tokens[count]))) count++;
  const first = tokens[count - 1];
  if (!first || first.type === null || !['place', 'academic', 'hospital'].includes(first.type) || /^(?:中国|美国|我国)$/.test(first.text)) return null;
  return text.slice(first.start, name.end);
}

const isStrong = (suffix: Suffix, name: string): boolean => (suffix.kind === 'strong' || suffix.kind === 'bare') && name.length >= 6 && suffix.type !== 'document';

/** Endings of one character, which the automaton does not hold. */
const single = new Map(suffixes.filter((suffix) => suffix.text.length === 1).map((suffix) => [suffix.text, suffix]));
const isSingle = unitsOf(single.keys());

/** Per end offset the longest suffix; suffixes inside a longer one are left out. */
function longestBySpan(hits: readonly number[], text: string): Map<number, { start: number; suffix: Suffix }> {
  const byEnd = new Map<number, { start: number; suffix: Suffix }>();
  for (let i = 0; i < hits.length; i += 3) {
    const start = hits[i] as number;
    const end = hits[i + 1] as number;
    if (!byEnd.has(end)) byEnd.set(end, { start, suffix: suffixes[hits[i + 2] as number] as Suffix });
  }
  for (let at = 1; at < text.length; at++) {
    if (isSingle[text.charCodeAt(at)] === 0) continue;
    const suffix = single.get(text[at] as string);
    if (suffix && !byEnd.has(at + 1) && !/[大布格结当全时政战残僵]局|[公上官阴]司|[好用处到之长短害益深远近别何相共独判查惩出坏难妙]处|乡村|城乡|农村|[该本全各这那进出回驻每老]村|[故家老同异他返下回还]乡/.test(text.slice(at - 1, at + 1))) byEnd.set(at + 1, { start: at, suffix });
  }
  return byEnd;
}

/** The suffix is only the beginning of a longer word: 法 in 法律, 局 in 局面. */
function continuesRight(suffix: Suffix, text: string, end: number): boolean {
  const next = text[end] ?? '';
  if (/^.中$/.test(suffix.text)) return /[\u4e00-\u9fff]/.test(next) && !/[的和与及等在]/.test(next);
  if (/^(?:计划|规划)$/.test(suffix.text)) return /[于在到]/.test(next);
  if (suffix.text === '医院') return /^(?:管理[局所]|协会)/.test(text.slice(end, end + 3));
  if (suffix.text === '工程' && text[end] === '师') return true;
  if (suffix.text === '基金') return text.startsWith('年会', end);
  if (suffix.type === 'product') return /^(?:有限|公司|总局|技术|学院|集团)/.test(text.slice(end, end + 2));
  if (/^(?:证券|银行|保险)$/.test(suffix.text)) return /[部业卡间类系化账存贷报交时法从监市上]/.test(next);
  if (suffix.text === '控股') return /[子股权比]/.test(next);
  if (suffix.text.length > 1) return false;
  if (suffix.text === '乡') return next === '村';
  if (suffix.type === 'place') return /[民委级长庄落镇域容史志口屯干企办医政]/.test(next);
  return /[徒院律规人定制官庭案理于罚置方境分面部势长限地区网站线上下中内外的化级型类工业理事会品子市民政府港口海湖西东南北]/.test(next);
}
