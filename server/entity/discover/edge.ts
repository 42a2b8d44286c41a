import { isDigit, isHan, isLatin } from '../../text/chars';
import type { Candidate } from '../candidates';
import type { Role, Segmenter } from '../segmenter';
import { anchorWords, genericWords } from './suffixes';
import { stopWords } from './words';

/** A word before a suffix: a known name as a whole, or one word of the segmentation. */
export interface Token {
  readonly text: string;
  readonly start: number;
  /** Type of the known name that it is; null for an ordinary word. */
  readonly type: string | null;
  readonly role: Role;
}

/** Known names of a report by the place where they end. */
export type KnownEnds = ReadonlyMap<number, Candidate>;

/** No name begins further left of its suffix than this. */
const reach = 32;

/** Leftmost offset a name that ends at `end` could begin at: brackets and quotes inside it are passed as a whole. */
export function hardStop(text: string, end: number): number {
  const lowest = Math.max(0, end - reach);
  let at = end;
  while (at > lowest) {
    const c = text[at - 1] as string;
    const code = c.charCodeAt(0);
    // “霁川租赁”指江城霁川金融租赁有限公司.
    if (c === '指' && /[”」）]/.test(text[at - 2] ?? '')) break;
    if (code >= 0xdc00 && isPictograph(text, at - 1)) break;
    if (isHan(code) || isLatin(code) || isDigit(code) || c === '·' || c === '-' || c === '&' || c === '—') at--;
    else if (c === '）' || c === ')' || c === '”') {
      const open = openingBefore(text, at - 1, c);
      if (open < 0) break;
      at = open;
    } else if (c === ' ' && isLatin(text.charCodeAt(at - 2)) !== isLatin(text.charCodeAt(at))) at--;
    else if (c === ' ' && isLatin(text.charCodeAt(at - 2)) && isLatin(text.charCodeAt(at))) at--;
    else break;
  }
  while (at < end && text[at] === ' ') at++;
  return at;
}

/** The second half of a character beyond the basic plane that is no Han character: 📰 before a name. */
function isPictograph(text: string, at: number): boolean {
  const point = text.codePointAt(at - 1) ?? 0;
  return point > 0xffff && !/\p{Script=Han}/u.test(String.fromCodePoint(point));
}

/** Offset of the bracket or quotation mark that `mark` at `close` closes, -1 where it closes none nearby. */
function openingBefore(text: string, close: number, mark: string): number {
  const open = mark === '”' ? '“' : mark === '）' ? '（' : mark === ')' ? '(' : null;
  if (open === null) return -1;
  for (let at = close - 1; at >= 0 && close - at <= 20; at--) {
    if (text[at] === open) return at;
    if (text[at] === '\n' || text[at] === '。') return -1;
  }
  return -1;
}

/** Function words that the segmentation takes for the beginning of a name it does not know: 与霁川. */
const gluedWord = /^[与及被将从由对向]/;

/** 江南 before 理工大学: a known name (南理工) that leaves a single character to its left begins within a word. */
function isCut({ start, end, meanings }: Candidate, text: string, from: number, segmenter: Segmenter): boolean {
  if (start !== from + 1 || end - start > 3 || meanings[0]?.type === 'place') return false;
  const word = text.slice(from, from + 2);
  return /^[\u4e00-\u9fff]{2}$/.test(word) && segmenter.words(word).length === 1 && segmenter.role(word) !== 'hard';
}

/** Words of text[from..to), known names kept whole; right to left. */
export function tokensBefore(text: string, from: number, to: number, known: KnownEnds, segmenter: Segmenter): Token[] {
  const tokens: Token[] = [];
  let at = to;
  let pending = to;
  const flush = (upTo: number): void => {
    if (pending <= upTo) return;
    let end = pending;
    const words = segmenter.words(text.slice(upTo, pending));
    for (let i = words.length - 1; i >= 0; i--) {
      const word = words[i] as string;
      const role = segmenter.role(word);
      const glued = role === 'proper' && (word.length > 2 ? gluedWord.test(word) : word.startsWith('由')) ? 1 : 0;
      tokens.push({ text: word.slice(glued), start: end - word.length + glued, type: null, role });
      end -= word.length;
      if (glued > 0) tokens.push({ text: word.slice(0, glued), start: end, type: null, role: 'hard' });
    }
  };
  while (at > from) {
    const name = known.get(at);
    const isName = name !== undefined && name.start >= from && !isCut(name, text, from, segmenter);
    const start = isName ? name.start : openingBefore(text, at - 1, text[at - 1] as string);
    if (start < from) {
      at--;
      continue;
    }
    flush(at);
    tokens.push({ text: text.slice(start, at), start, type: isName ? (name.meanings[0]?.type ?? null) : null, role: 'plain' });
    at = start;
    pending = at;
  }
  flush(from);
  return tokens;
}

/** Nouns that stand before a name and say what it is: 子公司江苏凌瑞, 保荐机构华泰联合证券. */
export const leadNouns = new Set('上诉人 被上诉人 原告 被告 申请人 被申请人 受让方 转让方 保荐人 承销商 发行人 公司 成分股 成份股 房企 车企 药企 酒企 券商 险企 民企 央企 国企 标的 个股 龙头 子公司 分公司 本公司 企业 机构 保荐机构 单位 股东 客户 供应商 厂商 品牌 券商 控股子公司 全资子公司 患者 专家 学者 记者 旗下 下属 所属 所在地 院长 董事长 总经理'.split(' '));
const joiners = new Set(['和', '与', '及', '以及', '暨']);
const inside = new Set(['附属', '直属', '驻']);
const starters = new Set(['company', 'hospital', 'agency', 'academic', 'organization', 'place']);

/**
 * How many of `tokens` (right to left) belong to the name whose last part stands right of them. It begins at a
 * place or known name, or after the last function word; a verb ends it too unless a place or known name
 * further left takes it in. `stopAt`: types of known names that own the name
 * instead of opening it. `joined`: whether 和 may stand inside it. `firm`: whether it is a firm's full name.
 */
export function nameTokens(tokens: readonly Token[], stopAt: ReadonlySet<string> = none, joined = true, firm = false): number {
  let count = 0;
  let verb = -1;
  let anchor = -1;
  while (count < tokens.length) {
    const token = tokens[count] as Token;
    if (token.type !== null && (!starters.has(token.type) || stopAt.has(token.type))) break;
    if (token.type === null && (ends(tokens, count, firm) || (!joined && joiners.has(token.text)))) break;
    if (token.role === 'soft' && verb < 0 && !(firm && /^[（(]/.test(tokens[0]?.text ?? ''))) verb = count;
    count++;
    // 江城霁川合伙企业（有限合伙）控制公司: a firm's full name ends there.
    if ((token.type !== null && !(verb >= 0 && isFull(token))) || anchorWords.has(token.text)) anchor = count;
    // 特邀首都医科大学: nothing stands before the capital.
    if (token.text === '首都') break;
    if (token.type !== null && (!continuesLeft(tokens, count) || isNextOffice(token, tokens[count]))) break;
  }
  if (verb >= 0) count = anchor > verb && anchor - verb <= 8 ? anchor : firm ? coinedUpTo(tokens, verb, count) : verb;
  while (count > 0 && begins(tokens[count - 1] as Token)) count--;
  return count;
}

/** A firm's coined word takes in the verb of its trade: 励展 + 展览. How many tokens then belong to the name. */
function coinedUpTo(tokens: readonly Token[], verb: number, count: number): number {
  const coined = tokens.slice(0, count).findLastIndex((token) => token.role === 'proper');
  return coined > verb ? coined + 1 : verb;
}

const none: ReadonlySet<string> = new Set();

const ordinal = /^第[一二三四五六七八九十]{1,3}$/;

function ends(tokens: readonly Token[], at: number, firm: boolean): boolean {
  const token = tokens[at] as Token;
  // 湖北和远气体股份有限公司: what stands between a place and no other place is one firm's name.
  if (token.text === '和' && firm && tokens[at + 1]?.type === 'place' && tokens[at - 1]?.type === null) return false;
  // 中软与技术服务股份有限公司: ordinary words alone are no firm's name, so that what joins them belongs to it.
  if (firm && at > 0 && joiners.has(token.text) && tokens.slice(0, at).every((each) => each.type === null && genericWords.has(each.text)) && typeof tokens[at + 1]?.type === 'string') return false;
  if (joiners.has(token.text)) return at === 0 || !staysTogether(tokens, at);
  // 检验所有限公司: the end of what it does, not 所有.
  if (at === 0 && firm && token.text === '所') return false;
  // 入驻京口大学: 驻 is of a name where an office stands before it.
  if (token.text === '驻' && typeof tokens[at + 1]?.type !== 'string') return true;
  // 第一 right before 人民医院; 专家 of 专家咨询委员会; 企业 of 企业管理合伙企业（有限合伙）.
  if ((at === 0 || firm) && ordinal.test(token.text)) return false;
  // 反垄断一司, 电建三公司: one of several.
  if (at === 0 && /^[一二三四五六七八九十]{1,2}$/.test(token.text)) return false;
  if (/曾|关于|会同|^(?:现任|辖区|先生|女士|代表)$/.test(token.text)) return true;
  const right = tokens[at - 1]?.text ?? '';
  if (token.text === '专家' && /^(?:咨询|评审|指导|顾问)/.test(right)) return false;
  if (token.text === '企业' && (firm && at === 0 ? tokens[1]?.text === '合伙' : /^(?:管理|合伙|咨询|服务|资产)/.test(right))) return false;
  // What only the dictionary takes for an adverb or a numeral may be a firm's word: 星汉, 一级.
  if (firm && token.role === 'hard' && token.text.length > 1 && !stopWords.has(token.text) && !joiners.has(token.text)) return false;
  if (leadNouns.has(token.text)) return true;
  if (token.role === 'hard' && token.text.length === 1 && tokens[at + 1]?.type === 'place' && tokens[at - 1]?.text.length === 1) return false;
  return token.role === 'hard' || /等$|^[年月日]$/.test(token.text);
}

const begins = (token: Token): boolean =>
  token.type === null && ((stopWords.has(token.text) && !/^[上下中大]$/.test(token.text)) || joiners.has(token.text) || token.role === 'hard' || token.role === 'soft' || /^[（(]/.test(token.text) || /^[0-9.%—\-·&年月日大内一二三四五六七八九十]+$/.test(token.text));

/** Two offices of one government follow each other without a mark: 河南省委办公厅河南省人民政府办公厅. */
export const isNextOffice = ({ type }: Token, left: Token | undefined): boolean =>
  (type === 'place' || type === 'agency') && left?.type === 'agency' && /(?:办公[厅室]|人民政府|[省市县区]委)$/.test(left.text);

/** A firm's full name. */
export const isFull = ({ type, text }: Token): boolean => type === 'company' && /(?:有限公司|合伙[）)])$/.test(text);

/** Whether the name goes on left of its first `count` tokens; what is 附属 or 驻 needs an owner further left. */
function continuesLeft(tokens: readonly Token[], count: number): boolean {
  const left = tokens[count];
  if (left === undefined) return false;
  if (inside.has(left.text)) return typeof tokens[count + 1]?.type === 'string';
  return (left.type !== null && starters.has(left.type)) || left.text === '国家' || left.text === '中国';
}

/** “和” inside a name: a place or agency opens it further left with no other stop between. */
function staysTogether(tokens: readonly Token[], joiner: number): boolean {
  // 中国社会科学院亚太与全球战略研究院
  if (tokens[joiner + 1]?.type === 'place' && tokens[joiner + 2]?.type === 'academic') return true;
  if (typeof tokens[joiner + 1]?.type === 'string') return false;
  for (let i = joiner + 1; i < Math.min(tokens.length, joiner + 7); i++) {
    const token = tokens[i] as Token;
    if (token.type === 'place' || token.type === 'agency' || token.type === 'academic') return true;
    if (token.type !== null || joiners.has(token.text) || /[院校局会司]$/.test(token.text)) return false;
    if (token.text === '国家' || token.text === '中国') return true;
    if (token.role === 'hard') return false;
  }
  return false;
}
