import { isDigit, isHan, isLatin } from '../text/chars';
import { byPart, type InPart } from '../text/parts';
import { scan } from './automaton';
import type { Entity } from './model';
import type { Names } from './names';

/** A place where a known name stands in the reading text (UTF-16 offsets), before clashes are settled. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** The folded form. */
  readonly form: string;
  /** What it can mean, most trusted first. */
  readonly meanings: readonly Entity[];
  readonly guarded: boolean;
  /** True where the report's own patterns find the name as well. */
  readonly own?: boolean;
}

/** What is found in a text with some names, in each part by itself (offsets within the part); found again in a part it is the same object. */
export type ReadByPart = (text: string, names: Names) => readonly InPart<readonly Candidate[]>[];

/** `byPart` for what depends on names as well. */
export function withNamesByPart(read: (part: string, names: Names) => readonly Candidate[]): ReadByPart {
  const readers = new WeakMap<Names, (text: string) => readonly InPart<readonly Candidate[]>[]>();
  return (text, names) => {
    let reader = readers.get(names);
    if (!reader) readers.set(names, (reader = byPart((part) => read(part, names))));
    return reader(text);
  };
}

/** What was found in the parts, as places of the whole text. */
export const inWhole = (parts: readonly InPart<readonly Candidate[]>[]): Candidate[] => parts.flatMap(({ part, found }) => found.map((candidate) => moved(candidate, part.start)));

/** All places of all names in one pass, without those that cut a Latin word or a number. */
export const candidatesByPart: ReadByPart = withNamesByPart(candidatesIn);

/** The same as places of the whole text. */
export const candidatesOf = (text: string, names: Names): Candidate[] => inWhole(candidatesByPart(text, names));

/** A candidate in the text of whose part it was found, which begins at `start`. */
export const moved = (candidate: Candidate, start: number): Candidate => (start === 0 ? candidate : { ...candidate, start: candidate.start + start, end: candidate.end + start });

function candidatesIn(text: string, names: Names): Candidate[] {
  const found: Candidate[] = [];
  const hits = hitsOf(text, names);
  for (let i = 0; i < hits.length; i += 3) {
    const form = names.forms[hits[i + 2] as number];
    if (!form || form.meanings.length === 0 || (names.ignored.size > 0 && names.ignored.has(form.text))) continue;
    const start = hits[i] as number;
    const end = hits[i + 1] as number;
    if (cutsWord(text, start, end) || (form.meanings[0]?.type === 'place' && street.test(text.slice(end, end + 4))) || (form.within && isWithin(text, start, form.text, form.within))) continue;
    const { text: folded, meanings, guarded } = form;
    if (end - start === folded.length) {
      const listed = text.charCodeAt(end) === hyphen && meanings[0]?.type === 'company' ? (shareClass.exec(text.slice(end, end + 4))?.[0].length ?? 0) : 0;
      found.push({ start, end: end + listed, form: folded, meanings, guarded });
      continue;
    }
    const place = crossesColumns(text.slice(start, end), folded.length) ? null : balanced(text, start, end);
    if (place) found.push({ start: place.start, end: place.end, form: folded, meanings, guarded });
  }
  return found;
}

/** Triples as `scan` gives them, of all automata; the third number is that of the form. */
function hitsOf(text: string, { automata }: Names): readonly number[] {
  return automata.map(({ automaton, first }) => ({ hits: scan(automaton, text), first })).reduce((all, { hits, first }) => inOrder(all, hits, first), [] as readonly number[]);
}

function inOrder(known: readonly number[], more: readonly number[], first: number): readonly number[] {
  if (known.length === 0 && first === 0) return more;
  const merged: number[] = [];
  let at = 0;
  for (let i = 0; i < more.length; i += 3) {
    const start = more[i] as number;
    const end = more[i + 1] as number;
    for (; at < known.length && ((known[at] as number) < start || (known[at] === start && (known[at + 1] as number) < end)); at += 3) {
      merged.push(known[at] as number, known[at + 1] as number, known[at + 2] as number);
    }
    merged.push(start, end, (more[i + 2] as number) + first);
  }
  for (; at < known.length; at++) merged.push(known[at] as number);
  return merged;
}

/** After a place, a street that is called after it: 上海市广东路689号, 南京东路. */
const street = /^(?:[东西南北中]?(?:路|街|道|大道|大街)(?:[ \u3000]?[0-9（(号]|$|[\s，。、；：）)和与至到附旁])|[东西南北中](?:路|街|道)(?![路径线演网段]))/;

/** True where one of `words` stands around the form at `start`: 引领智 around 领智. */
const isWithin = (text: string, start: number, form: string, words: readonly string[]): boolean =>
  words.some((word) => text.startsWith(word, start - word.indexOf(form)));

/** Words that a short name must not end in the middle of: 科技部 in 科技部门, 省委 in 省委员会; a long name stands for itself. */
const split = new Set('部门 部长 局面 局势 局部 委员 委托 委派 法律 法规 法人 法定 所有 所属 院士 网络'.split(' '));

/** Marks that exchanges put after a listed company's name: 鹰瞳科技-B, 寒武纪-U. */
const hyphen = 0x2d;
const shareClass = /^-(?:SW|[WUBSPRD])(?![A-Za-z0-9])/;

/** 湖南道县. */
const province = /(?:河北|山西|辽宁|吉林|龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海)$/;

const wordSide = (code: number): boolean => isLatin(code) || isDigit(code);

function cutsWord(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  const before = text.charCodeAt(start - 1);
  if (isLatin(first) && isLatin(before)) return true;
  if (isDigit(first) && wordSide(before)) return true;
  // 1688万吨: a number that counts.
  if (isDigit(first) && isDigit(text.charCodeAt(end - 1)) && /^ ?[万亿千百吨元人家个号年月日次件例台%％倍米]/.test(text.slice(end, end + 2))) return true;
  const last = text.charCodeAt(end - 1);
  // 中国医药 in 中国医药产业 is not the firm.
  if (text.startsWith('中国', start) && end - start > 2 && /^(?:产业|行业|市场|企业|领域)/.test(text.slice(end, end + 2))) return true;
  // 范县 in 示范县, 和县 in 市政府和县委: a county named by one character begins a word.
  if (last === 0x53bf && end - start === 2 && !province.test(text.slice(Math.max(0, start - 3), start)) && ((isHan(before) && !'在于从至到赴往自由对向与省市州盟'.includes(text[start - 1] as string)) || (text[start] === '和' && '委政级域人'.includes(text[end] ?? ' ')))) return true;
  // 中华为, 中国新能源: the end of a word before it.
  if ('华国'.includes(text[start] as string) && text[start - 1] === '中') return true;
  // “十三五”时期: the years, not their plan.
  if (last === 0x4e94 && text[start] === '十' && /^”?(?:时期|期间|以来|开局|收官|初|末)/.test(text.slice(end, end + 3))) return true;
  // 国办发〔2024〕3号: the number of a document.
  if ('发函令办字规'.includes(text[end] ?? ' ') && /^.[\u4e00-\u9fff]?[〔[（(]\s?(?:19|20)\d\d/.test(text.slice(end, end + 8))) return true;
  // 天津市政府采购网: what governments buy.
  if (text.startsWith('政府采购', end - 2)) return true;
  // 开发区党工委, 高新区管委会: a zone's own, not the district's.
  if (text[start] === '区' && /[发开新园景]/.test(text[start - 1] ?? '')) return true;
  // 其中美洲: the rest of a word before it.
  if (text[start] === '中' && text[start - 1] === '其') return true;
  // 各省、自治区、直辖市人民政府 and 各县（市）、区人民政府 are no one's government.
  if ('省市县区'.includes(text[start] as string) && /(?:各|直辖|自治|单列|省辖|各[县市区](?:（[市区县、]{1,3}）)?、?)$/.test(text.slice(Math.max(0, start - 8), start))) return true;
  // 北京北方微电子 is not 京北方.
  if (text[start] === '京' && /[北南东]/.test(text[start - 1] ?? '')) return true;
  if (isHan(last) && end - start <= 5 && split.has(text.slice(end - 1, end + 1))) return true;
  if (isHan(first) && isHan(last)) return false;
  // Llama-3.1: another version than Llama-3.
  if (isDigit(last) && text[end] === '.' && isDigit(text.charCodeAt(end + 1))) return true;
  const after = text.charCodeAt(end);
  if (isLatin(last) && isLatin(after)) return true;
  if (isDigit(last) && wordSide(after)) return true;
  if (isHan(first) || isHan(last)) return false;
  if (inAddress(text, start, end)) return true;
  if (end - start > 5) return false;
  return joins(text, end, 1) || joins(text, start - 1, -1);
}

/** Lower-case words with a slash, dot, at or equals sign beside them are parts of addresses and file names. */
function inAddress(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? '';
  const after = text[end] ?? '';
  const joinsBefore = '/.@=_%?&'.includes(before) && before !== '';
  const joinsAfter = '/.@=_%?&'.includes(after) && after !== '' && (wordSide(text.charCodeAt(end + 1)) || after === '/');
  return (joinsBefore || joinsAfter) && !/[A-Z]/.test(text.slice(start, end));
}

/** A short Latin name beside "-", "&", "_" or "." and another word is a part of something longer. */
function joins(text: string, at: number, step: number): boolean {
  const mark = text[at];
  return (mark === '-' || mark === '&' || mark === '_' || mark === '.') && wordSide(text.charCodeAt(at + step));
}

/** Characters of names that columns side by side may hold together by chance. */
const chance = 5;

/** A wide gap within a short name parts two columns, unless its characters are all set apart: 陈晓鸣  股份限售承诺. */
function crossesColumns(printed: string, characters: number): boolean {
  if (characters > chance) return false;
  const gaps = printed.match(/[ \t\u3000]{2,}/g)?.length ?? 0;
  return gaps > 0 && gaps < characters - 1;
}

/** What may follow a quoted name without being a part of it. */
const kindAfter = /^(?:工程|建设|政策|倡议|战略|项目|平台|系统|品牌)$/;

/**
 * Takes in the quotation mark before a name that closes one inside it (“十四五”规划), leaves out a kind after it
 * (“东数西算”工程) and a maker before one (东软“领智”). Null for a name that quotation marks only cross: 中“国.
 */
function balanced(text: string, start: number, end: number): { start: number; end: number } | null {
  if ((text.slice(start, end).split('"').length & 1) === 0 && text[start - 1] === '"') return { start: start - 1, end };
  let open = 0;
  for (let at = start; at < end; at++) {
    if (text[at] === '“') open++;
    if (text[at] === '”' && --open < 0) {
      if (text[start - 1] !== '“') return null;
      return kindAfter.test(text.slice(at + 1, end)) ? { start, end: at } : { start: start - 1, end };
    }
  }
  if (open === 1 && text[end] === '”') return { start: text.lastIndexOf('“', end) + 1, end };
  return open === 0 ? { start, end } : null;
}
