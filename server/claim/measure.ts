import type { Quantity } from './model';
import { canonicalUnit } from './units';

/** What a figure counts, where the counted noun follows its unit: "55 亿份医疗记录", "16 张三类证". */
const counted = /^[ \u3000]*(?!(?:快速|迅速|大幅|显著|稳步|持续|逐步|逐年|进一步)?[增减升降至到跃攀])([\p{Script=Han}A-Za-z0-9“”《》·-]{2,14}?)(?=[，。；、：！？,;:!?（()）\s]|的|为|被|在|已|并|和|与|及|占|由|以|是|获|同时|同步|共同|一起|均|都|中(?!国|医|心)|$)/u;
/** Words between what is measured and its figure. */
const verbs = /(?:同增|同降|环增|环降|快速|迅速|大幅|显著|稳步|逐步|逐年|进一步|跃|攀|飙|以|已经?|预计|预期|有望|累计|合计|共计?|总计|仅|只|也|还|则|均|都|分别|依次|同比|环比|达到?了?|为|是|有|约为?|实现|完成|处理|新增|净增|增长|增加|提升|提高|上升|增至|升至|增|下降|减少|降低|降至|降|超过?|突破|接近|近|约|至|到|从|由|占比?|不足|不到|至少|逾|了|过|的|仅为|高达|可达|可|将)+$/u;
/** Words that tell a difference from the figure before. */
const changing = /(增加|减少|新增|净增|增长|上升|下降|提高|提升|降低|(?<!转)增|减|(?<![至不])[多少])(?:了|约|近|超|超过)?[ \u3000]?$/u;
const openers = /^(?:合计|共有|[比较](?:上年度?|去年|上期|年初)(?:同期|[底末])?|其中|实现|取得|录得|此外|另外|同时|目前|截至|全年|以及|包括|而|和|与|及|并)+/u;
const growth = /(?:同比|环比)?(?:增长率|增速|增幅|降幅|增长|增加(?!值)|提升|提高|上升|下降|减少|降低)/u;
/** A plus or minus right in front of a figure; a hyphen behind digits and Latin letters is another thing, and so is a bullet. */
const sign = /(?<![0-9０-９A-Za-z）)\]])([+＋\-−－–])$/u;
/** Such a sign, or one that bounds the figure: no word of what it measures. */
const mark = /(?:(?<![0-9０-９A-Za-z）)\]])[+＋\-−－–]|[≥≤⩾⩽<>＜＞≈~～])[ \u3000]?$/u;
/** The same in two characters: 营收同增15%. */
const grown = /[同环]([增降])[ \u3000]?$/u;
/** What a share is of, behind it, where no word before it says what it measures: 65%的锂资源加工产能. */
const shared = /^(?:左右|上下|以[上下])?[ \u3000]?的[ \u3000]?([\p{Script=Han}A-Za-z0-9]{2,12}?)(?=[，。；、：！？,;:!?（()）\s]|成为|位居|居|从事|来自|由|被|均|都|和|与|及|$)/u;
const holding = /(?:控制|占据|拥有|贡献|掌握|承担|提供)了?(?:全[球国省市])?$|^全[球国省市]$|^(?:分别|依次)以?$/u;
/** Units whose figures are printed with a sign. */
const signed = new Set(['%', '元', '美元', '港元', '欧元', '基点']);
/** Units of growth. */
const rated = new Set(['%', '倍', '基点']);
/** What measures a growth already. */
const rate = /(?:增长率|增速|增幅|降幅)$/u;
const breaks = /[，。；：！？,;:!?（()）“”"\n\t]/u;
const classifiers = new Set(['人', '家', '个', '份', '张', '例', '项', '件', '台', '座', '条', '款', '种', '篇', '起', '笔', '只', '颗', '辆', '艘', '架', '户', '次', '轮', '届', '场', '床', '股']);
/** Marks of notes between what is measured and its figure: 国内生产总值[2]134.9万亿元. */
const noteMarks = /(?:[[［]\d{1,3}[\]］])+$/u;
/** The figure is the mark of a note: [2]. */
export const isNoteMark = (text: string, { span, unit }: Quantity): boolean => unit === '' && /[[［]/.test(text.charAt(span.start - 1)) && /[\]］]/.test(text.charAt(span.end));

/**
 * The noun that a figure measures: what it counts, or the words before it back to the last break; "" where there is none.
 * `from` is the offset in the sentence that what it measures cannot stand before, `last` that of the end of the figure before.
 * Constant time.
 */
export function measureOf(sentence: string, quantity: Quantity, from: number, last: number): string {
  const unit = canonicalUnit(quantity.unit);
  const noun = classifiers.has(unit) ? counted.exec(sentence.slice(quantity.span.end, quantity.span.end + 20))?.[1] : undefined;
  if (noun !== undefined) return noun;
  // What stands behind 的 right after the figure before is what that one measures.
  const past = from === last && last > 0 ? (shared.exec(sentence.slice(last, quantity.span.start))?.[0].length ?? 0) : 0;
  const before = sentence.slice(Math.max(from + past, quantity.span.start - 24), quantity.span.start).replace(noteMarks, '');
  const marked = mark.exec(before)?.[0] ?? '';
  const clause = (before.slice(0, before.length - marked.length).split(breaks).at(-1) ?? '').replace(/^[、/\s℃°％%]+/u, '');
  const kind = unit === '%' && (past > 0 || holding.test(clause.trim())) ? shared.exec(sentence.slice(quantity.span.end, quantity.span.end + 20))?.[1] : undefined;
  if (kind !== undefined) return kind;
  const grows = rated.has(unit) ? growthIn(clause, marked) : '';
  const stripped = clause.trim().replace(verbs, '').trim().replace(openers, '').replace(/^的/u, '').trim();
  return grows !== '' && !rate.test(stripped) && !stripped.endsWith(grows) ? stripped + grows.replace(/^[同环]比/u, '') : stripped;
}

/** The word for growth in what stands before a rate; where only 同比 and a sign do, growth. */
function growthIn(clause: string, marked: string): string {
  const short = grown.exec(clause)?.[1];
  if (short !== undefined) return short === '增' ? '增长' : '下降';
  return growth.exec(clause)?.[0] ?? (marked !== '' && /[同环]比\s?$/u.test(clause) ? '增长' : '');
}

/** "1000 人，增加 200 人": the word that says the figure is by how much, not how much; rates have it in their measure. */
export function changeBefore(words: string, { unit }: Quantity): string {
  return rated.has(canonicalUnit(unit)) ? '' : (changing.exec(words)?.[1] ?? '');
}

/** The value with the minus that stands before it. */
export function signedValue(text: string, { value, unit, span }: Quantity): number {
  if (!signed.has(canonicalUnit(unit))) return value;
  const before = sign.exec(text.slice(Math.max(0, span.start - 3), span.start))?.[1] ?? '+';
  return before === '+' || before === '＋' ? value : -value;
}
