import type { EntityType } from '../model';
import type { Segmenter } from '../segmenter';
import type { Found } from './found';
import { isCoined, isUnknown } from './proposed';
import { genericWords } from './suffixes';
import { stopWords } from './words';

const heads: readonly (readonly [RegExp, EntityType])[] = [
  [/^等?(?:[一多数几各]?[家些]?|[0-9]{1,3}余?家)?(?:知名|头部|龙头|大型|国内|国际|中国|本土|科技|互联网|医药|制药|AI|创新|上市|优秀|领先|主要)*(?:企业|公司|厂商|药企|巨头|集团|券商|银行|品牌|车企)/, 'company'],
  [/^等?(?:[一多数几各]?[家些]?|[0-9]{1,3}余?家)?(?:知名|头部|大型|国内|三甲|三级|公立|重点)*(?:医院|医疗机构)/, 'hospital'],
  [/^等?(?:[一多数几各]?[所些]?|[0-9]{1,3}余?所)?(?:知名|重点|国内|著名)*(?:高校|大学|院校|科研院所)/, 'academic'],
  [/^等?[0-9一二三四五六七八九十两多几]{0,3}[个]?(?:省份|省市|省|城市|市县|县市|国家和地区|国家|地市)/, 'place'],
];
/** Words before a list of firms: in research notes what is recommended, elsewhere what kind of thing the items are. */
const firmsFollow = /(?:(?:国内|国外|海外|国际)(?:主要)?(?:有|是|为)|推荐|关注|看好|标的|增持|买入|(?:企业|公司|厂商|房企|药企|车企|酒企|券商|银行|龙头|集团|股东|客户|供应商)(?:分别|主要)?(?:有|为|是|中|包括|例如|如)?)[：:]?$/;
/** A label before a list of firms. */
const firmsNamed = /(?:代表|主要|参与|相关|重点|被投|合作|入选|上榜|部分|典型)性?(?:企业|公司|厂商|品牌|玩家)(?:名单)?[：:]$/;
/** What opens a list, and where the first name begins behind it: 包括甲、乙和丙. */
const leads = '(?:(?:国内|国外|海外|国际)(?:主要)?[有是为]|包括|包含|涵盖|囊括|诸如|例如|譬如|分别[为是有]|主要[有为是]|联合|携手|与)';
const afterLead = new RegExp(`(?<=${leads})(?:(?!${leads})[^，。、]){2,10}$`);
/** What a model adds to its maker's name: letters, and no amount. */
const modelled = /^(?!.*[0-9][ ]?[张家项个款亿万元%％年月日台套只]).*[A-Za-z]/;
/** What is said of a list behind its last model. */
const behindModel = /(?:系列|等).*$/;
const lastModel = /^[A-Za-z][A-Za-z0-9 .+-]{1,20}(?:系列|等)/;
/** A model by itself: a word and what tells it from others, letters or digits. */
const model = /^[\u4e00-\u9fffA-Z][\u4e00-\u9fffA-Za-z]{0,9} ?[A-Za-z]*[0-9][A-Za-z0-9.]{0,7}(?: [A-Z][A-Za-z]{0,5})?$/;
const listable = new Set<EntityType>(['company', 'place', 'hospital', 'academic']);

/** A name with its place in the text. */
export interface Standing {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
}

/**
 * Items of a list A、B、C等企业 that has names of one type in it are names of that type too.
 * Two known names of the type are asked for, or one and a word before or after the list that says so, or of firms a label
 * (代表企业：). What the word alone says is `proposed`: other uses must bear it out.
 */
export function listedNames(text: string, known: readonly Standing[], segmenter: Segmenter): { readonly found: Found[]; readonly proposed: Found[] } {
  const byStart = new Map(known.map((name): [number, Standing] => [name.start, name]));
  const found = new Map<string, Found>();
  const proposed = new Map<string, Found>();
  for (const item of bracketedFirms(text, byStart, segmenter)) found.set(item.name, item);
  let at = text.indexOf('、');
  while (at >= 0) {
    const list = listAround(text, at);
    const { sure, items } = namesOf(text, list, byStart, segmenter);
    for (const item of items) (sure ? found : proposed).set(item.name, item);
    at = text.indexOf('、', list.end);
  }
  return { found: [...found.values()], proposed: [...proposed.values()].filter(({ name }) => !found.has(name)) };
}

/** Names in thick brackets, one behind the other, as broker's notes set those of firms: 【霁川科技】、【栎舟电气】. */
const bracketed = /(?:【[\u4e00-\u9fffA-Za-z]{2,10}】[、，,和及+]?){2,}/g;

/** The firms that nobody knows among as many that are known at least, two or more. */
function bracketedFirms(text: string, byStart: ReadonlyMap<number, Standing>, segmenter: Segmenter): Found[] {
  return [...text.matchAll(bracketed)].flatMap(({ index, 0: row }) => {
    const items = [...row.matchAll(/【([^】]+)】/g)].map((item) => ({ text: item[1] as string, start: index + item.index + 1 }));
    const unknown = items.filter(({ start, text: name }) => byStart.get(start)?.end !== start + name.length);
    const firms = items.filter(({ start, text: name }) => byStart.get(start)?.type === 'company' && byStart.get(start)?.end === start + name.length);
    return firms.length < 2 || firms.length < unknown.length ? [] : namedIn(unknown, 'company', segmenter);
  });
}

interface List {
  readonly start: number;
  readonly items: readonly { readonly start: number; readonly end: number }[];
  readonly end: number;
}

const closes = new Set([...'，。；：！？\n（）()《》“”[]']);

/** The items around a “、”: the first reaches back and the last forward to the next other mark. */
function listAround(text: string, comma: number): List {
  let start = comma;
  while (start > 0 && comma - start < 16 && !closes.has(text[start - 1] as string)) start--;
  const items: { start: number; end: number }[] = [];
  let from = start;
  let at = comma;
  for (; at < text.length && at - from <= 24; at++) {
    const c = text[at] as string;
    if (c === '、') {
      items.push({ start: from, end: at });
      from = at + 1;
    } else if (closes.has(c)) break;
  }
  items.push({ start: from, end: at });
  return { start, items, end: Math.max(at, comma + 1) };
}

function namesOf(text: string, list: List, byStart: ReadonlyMap<number, Standing>, segmenter: Segmenter): { readonly sure: boolean; readonly items: Found[] } {
  const counts = new Map<EntityType, number>();
  const unknown: { text: string; last: boolean }[] = [];
  const made: Found[] = [];
  const isLabelled = firmsNamed.test(text.slice(Math.max(0, list.start - 10), list.start));
  let head = '';
  let lead = '';
  list.items.forEach((item, index) => {
    const last = index === list.items.length - 1;
    const first = index === 0;
    let matched = false;
    for (let at = item.start; at < item.end; at++) {
      const name = byStart.get(at);
      if (!name || name.end > item.end) continue;
      const rest = text.slice(name.end, item.end);
      // 华为乾崑ADS 4: a maker's name and a model's is what it makes.
      if (at === item.start && (name.type === 'company' || name.type === 'product') && (last ? lastModel : modelled).test(rest)) {
        made.push({ name: text.slice(item.start, item.end).replace(behindModel, '').trim(), type: 'product', strong: false });
        matched = true;
      } else if ((at === item.start || first) && (name.end === item.end || last)) {
        counts.set(name.type, (counts.get(name.type) ?? 0) + 1);
        matched = true;
        if (last) {
          head = text.slice(name.end, name.end + 20);
          const other = byStart.get(name.end + (/^(?:和|与|及|以及)/.exec(head)?.[0].length ?? 0));
          if (other && other.start > name.end) counts.set(other.type, (counts.get(other.type) ?? 0) + 1);
        }
        if (first) lead = text.slice(Math.max(0, at - 8), at);
      }
      // 霁川能源磷酸铁锂: a firm's name and what it makes is no firm's name.
      else if (at === item.start && name.type === 'company' && item.end - name.end > 2 && !byStart.has(name.end) && !/(?:公司|集团|银行)$/.test(rest)) matched = true;
      break;
    }
    if (matched) return;
    const introduced = first ? text.slice(item.start, item.end).search(afterLead) : -1;
    // What stands before the first name of a list belongs to it only at the head of a clause, or behind a word that opens lists.
    if (first && introduced < 0 && item.start > 0 && !closes.has(text[item.start - 1] as string)) return;
    // 海南琼海、文昌: the province is named by itself.
    const within = byStart.get(item.start);
    const from = introduced >= 0 ? item.start + introduced : within?.type === 'place' && within.end < item.end ? within.end : item.start;
    const full = text.slice(from, item.end).trim();
    const cut = last ? full.search(/等|和|与|及/) : -1;
    if (last && cut <= 0 && !isLabelled) return;
    if (last) head = text.slice(item.start + cut, item.start + cut + 20);
    unknown.push({ text: cut > 0 ? full.slice(0, cut) : full, last });
  });
  const [[type, count], [, second]] = [...counts, ['', 0] as const, ['', 0] as const].sort((a, b) => b[1] - a[1]) as [[EntityType, number], [EntityType, number]];
  const none = { sure: false, items: [] };
  if (made.length > 0 && made.length + (counts.get('product') ?? 0) > 1) {
    const models = unknown.filter((item) => !item.last && modelled.test(item.text) && model.test(item.text)).map((item): Found => ({ name: item.text, type: 'product', strong: false }));
    return { sure: true, items: [...made, ...models] };
  }
  if (unknown.length === 0) return none;
  if (count === 0 && isLabelled) return { sure: true, items: namedIn(unknown, 'company', segmenter).filter((item) => isUnknown(item.name, segmenter)) };
  if (count === 0) {
    const kind = heads.find(([pattern]) => pattern.test(head))?.[1] ?? (firmsFollow.test(lead) ? 'company' : null);
    return kind === null || kind === 'place' ? none : { sure: false, items: namedIn(unknown, kind, segmenter).filter((item) => isCoined(item.name, segmenter)) };
  }
  if (!listable.has(type) || count < second * 3) return none;
  const said = heads.some(([pattern, kind]) => kind === type && pattern.test(head)) || (type === 'company' && firmsFollow.test(lead));
  return count < 2 && !said ? none : { sure: true, items: namedIn(unknown, type, segmenter) };
}

const namedIn = (items: readonly { readonly text: string }[], type: EntityType, segmenter: Segmenter): Found[] =>
  items.filter((item) => nameLike(item.text, type, segmenter)).map((item) => ({ name: item.text, type, strong: false }));

function nameLike(item: string, type: EntityType, segmenter: Segmenter): boolean {
  const longest = type === 'place' ? 4 : 10;
  if (item.length < 2 || item.length > longest || /^[0-9%.第]|[+＋#*]|^[本我贵该][校院所司行]$/.test(item)) return false;
  if (type === 'place' && !/^[\u4e00-\u9fff]+(?<![局院厅办部所委会处站司校])$/.test(item)) return false;
  const words = segmenter.words(item);
  if (words.some((word) => stopWords.has(word))) return false;
  return !words.every((word) => genericWords.has(word));
}
