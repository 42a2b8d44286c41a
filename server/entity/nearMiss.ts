import type { Report } from '../report/model';
import type { Span } from '../text/span';
import { distanceWithin } from './distance';
import { fold } from './fold';
import type { EntityType, Mention } from './model';
import { formIn, isOpen, ownForms, type Names } from './names';

/** A name that nobody knows and that differs from a known one by very little. */
export interface NearMiss {
  readonly spans: readonly Span[];
  readonly text: string;
  /** The part of `text` that was compared: without place, legal form and the like. */
  readonly core: string;
  /** The known name, and the entity it names. */
  readonly name: string;
  readonly entity: string;
  readonly type: EntityType;
}

interface Known {
  readonly text: string;
  readonly name: string;
  readonly entity: string;
  readonly type: EntityType;
  /** Of the entity list, or named in this report: shorter names count, too. */
  readonly close: boolean;
}

/** Institutions are named by ordinary words, which differ by one where the institutions do. */
const compared: ReadonlySet<EntityType> = new Set(['company', 'product']);
const institution = /[院校所局部委会行社厅馆站园店队处]$|中心$|大学$/u;
const legal = /(?:股份|控股)?(?:有限|责任)*公司$|集团$/u;
const generic = ['理财', '养老', '租赁', '寿险', '财险', '人寿', '期货', '信托', '单抗', '双抗', '替尼', '鲁肽', '列净', '沙坦', '他汀', '医疗科技', '信息技术', '信息科技', '网络科技', '智能科技', '生物科技', '生物医药', '科技', '技术', '医疗', '医药', '生物', '健康', '软件', '网络', '信息', '数据', '智能', '制药', '药业', '集团', '资本', '证券', '基金', '汽车', '电子', '能源', '电力', '食品', '地产', '保险', '传媒', '文化', '教育', '股份', '控股', '新材', '材料', '电气', '机械', '重工', '光电', '通信', '化工', '化学', '矿业', '钢铁', '水泥', '环保', '航空', '物流', '国际', '实业', '投资', '工业', '银行', '农业', '种业', '乳业', '酒业', '家居', '半导体', '高铁', '铁路', '高速', '大桥', '水库', '机场', '工程', '项目', '水电站'];
/** What a name's own part must have at least, in characters. */
const shortestHan = 3;
const shortestLatin = 7;
/** A name that stands here more often is meant. */
const rare = 2;

const keptIndex = new WeakMap<Names, ReadonlyMap<string, readonly Known[]>>();

/** Names of the list and the lexicon by length and first, and by length and last character. */
function indexOf(names: Names): ReadonlyMap<string, readonly Known[]> {
  const kept = keptIndex.get(names);
  if (kept !== undefined) return kept;
  const own = new Map<string, Known[]>();
  const fresh = ownForms(names);
  for (const { text, meanings: [entity], guarded } of fresh) {
    if (entity === undefined || guarded || !compared.has(entity.type) || text.length < shortestHan) continue;
    add(own, { text, name: entity.name, entity: entity.id, type: entity.type, close: entity.origin === 'list' });
  }
  const index = new Map(names.base && indexOf(names.base));
  const meant = new Set(fresh.map(form => form.text));
  // What the list says of a form goes before what it meant without it.
  for (const key of new Set(fresh.flatMap(form => keysOf(form.text, form.text.length)))) {
    index.set(key, [...(own.get(key) ?? []), ...(index.get(key) ?? []).filter(known => !meant.has(known.text))]);
  }
  keptIndex.set(names, index);
  return index;
}

function add(index: Map<string, Known[]>, known: Known): void {
  for (const key of keysOf(known.text, known.text.length)) {
    const list = index.get(key);
    if (list === undefined) index.set(key, [known]);
    else list.push(known);
  }
}

const keysOf = (text: string, length: number): string[] => [`${String(length)}<${text.charAt(0)}`, `${String(length)}>${text.charAt(text.length - 1)}`];

/** The parts of a name that may be the name proper: without brackets, legal form, place in front and generic words behind. */
function coresOf(text: string, names: Names): string[] {
  let core = fold(text).replace(/[（(][^（）()]*[）)]/gu, '').replace(legal, '');
  const place = core.slice(0, 2);
  if (legal.test(text) && isOpen(names, place)) core = core.slice(2).replace(/^[省市]/u, '');
  const shorter = generic.filter(word => core.endsWith(word) && core.length - word.length >= 3).map(word => core.slice(0, -word.length));
  return [core, ...shorter];
}

/** How many characters two names may differ by: none more than one in three, and one in names that are short. */
function allowed(length: number): number {
  return length >= 6 ? 2 : 1;
}

const isNumeral = (character: string): boolean => '一二三四五六七八九十东西南北中上下大小新老'.includes(character);

const isLatin = (text: string): boolean => /^[\u0020-\u007e]+$/.test(text);
const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** False for names that nothing is near to, whatever is known. */
function canBeNear(core: string): boolean {
  return isLatin(core) ? core.length >= shortestLatin : core.length >= shortestHan && !/[\u0020-\u007e]/.test(core) && !institution.test(core);
}

/** Whether a name for which `canBeNear` holds, and of which the first `place` characters are a place, differs from a known one by a slip. */
function isNear(core: string, known: Known, place: number): boolean {
  if (core === known.text) return false;
  if (isLatin(core)) {
    // Numbers tell products apart: only the words around them can be mistaken.
    return distanceWithin(core, known.text, 1) === 1 && digitsOf(core) === digitsOf(known.text) && !core.startsWith(known.text) && !known.text.startsWith(core);
  }
  if (core.length !== known.text.length) return false;
  const differing = differences(core, known.text, allowed(core.length));
  if (differing === null || differing.length === 0) return false;
  // Two differences only inside; a difference in the last word is another branch, not a slip.
  const ends = generic.find(word => core.endsWith(word) || known.text.endsWith(word))?.length ?? 0;
  if (differing.some(i => i >= core.length - ends || isNumeral(core.charAt(i)))) return false;
  if (place > 0 && core.length - ends - place < 3) return false;
  // Of two or three characters that make a name, one says little: the known name must be at hand.
  if (core.length - ends < 4 && !known.close) return false;
  // "三一重工" and "三一重能": the last of few characters tells companies of one house apart.
  if (!known.close && core.length <= 4 && differing[0] === core.length - 1) return false;
  return differing.length === 1 || !differing.includes(0) && !differing.includes(core.length - 1);
}

/** Where two strings of one length differ; null for more than `most` places. */
function differences(a: string, b: string, most: number): number[] | null {
  const places: number[] = [];
  for (let i = 0; i < a.length; i++) {
    if (a.charCodeAt(i) === b.charCodeAt(i)) continue;
    if (places.length === most) return null;
    places.push(i);
  }
  return places;
}

interface Unknown {
  readonly text: string;
  readonly places: { readonly spans: readonly Span[] }[];
}

/** Names that only this report has, and cells of columns that hold companies. */
function unknownNames(report: Report, mentions: readonly Mention[], names: Names): Unknown[] {
  const found = new Map<string, Unknown>();
  const put = (text: string, spans: readonly Span[]): void => {
    const key = fold(text);
    const known = found.get(key);
    if (known === undefined) found.set(key, { text, places: [{ spans }] });
    else known.places.push({ spans });
  };
  const trusted = (text: string): boolean => formIn(trustedOf(names), fold(text)) !== undefined;
  for (const mention of mentions) if (compared.has(mention.type) && !trusted(mention.text)) put(mention.text, mention.spans);
  const companies = new Set(mentions.filter(m => m.type === 'company').map(m => m.spans[0]?.start ?? -1));
  for (const table of report.tables) {
    const width = table.rows[0]?.length ?? 0;
    for (let column = 0; column < width; column++) {
      const cells = table.rows.flatMap((row) => {
        const cell = row[column];
        return cell === undefined || cell.end <= cell.start ? [] : [cell];
      });
      if (cells.filter(cell => companies.has(cell.start)).length < cells.length * 0.4) continue;
      for (const cell of cells) {
        const text = /^[\u3400-\u9fff]{3,12}(?=$|[\s（(A-Za-z])/u.exec(report.source.text.slice(cell.start, cell.end))?.[0];
        if (text !== undefined && !companies.has(cell.start) && !trusted(text)) put(text, [{ start: cell.start, end: cell.start + text.length }]);
      }
    }
  }
  return [...found.values()].filter(unknown => unknown.places.length <= rare || /^[\u0020-\u007e]+$/.test(unknown.text));
}

/** The names of list and lexicon, without what reports define. */
const trustedOf = (names: Names): Names => names.base ?? names;

/** The names that this report mentions, as targets of near misses: shorter ones count among them. */
function mentioned(mentions: readonly Mention[], unknown: ReadonlySet<string>): Map<string, Known[]> {
  const index = new Map<string, Known[]>();
  const seen = new Set<string>();
  for (const mention of mentions) {
    const text = fold(mention.text);
    if (!compared.has(mention.type) || text.length < shortestHan || seen.has(text) || unknown.has(text)) continue;
    seen.add(text);
    add(index, { text, name: mention.text, entity: mention.entity, type: mention.type, close: true });
  }
  return index;
}

/**
 * Names in a report that nobody knows and that differ from a known name by a slip of the pen: one character, or two in
 * longer names. Known are the entity list, the lexicon, and names that the report itself uses more often; `names` are those
 * with what reports define. Linear in the
 * unknown names, each compared with the known names of its length and first or last character.
 */
export function nearMissesOf(report: Report, mentions: readonly Mention[], names: Names): NearMiss[] {
  const unknown = unknownNames(report, mentions, names);
  if (unknown.length === 0) return [];
  const indexes = [mentioned(mentions, new Set(unknown.map(u => fold(u.text)))), indexOf(trustedOf(names))];
  return unknown.flatMap(({ text, places }): NearMiss[] => {
    const cores = coresOf(text, names);
    // 霁川集团 of 霁川: what it is called without its form is known.
    if (cores.some(core => core !== fold(text) && formIn(trustedOf(names), core) !== undefined)) return [];
    for (const core of cores) {
      const known = nearest(core, indexes, placeBefore(core, names));
      if (known !== null && !standTogether(places, mentions, known.text, report.source.text)) return places.map(({ spans }) => ({ spans, text, core, name: known.name, entity: known.entity, type: known.type }));
    }
    return [];
  });
}

/** Characters within which two names are told apart by the writer, unless one clause ends between them: members of one enumeration. */
const together = 60;

function standTogether(places: readonly { readonly spans: readonly Span[] }[], mentions: readonly Mention[], known: string, text: string): boolean {
  const starts = places.map(place => place.spans[0]?.start ?? 0);
  return mentions.some((m) => {
    const at = m.spans[0]?.start ?? 0;
    return starts.some(start => Math.abs(at - start) < together && !/[，。；！？]/u.test(text.slice(Math.min(at, start), Math.max(at, start)))) && fold(m.text).includes(known);
  });
}

/** Characters of the place that a name begins with: 上海新昇 and 上海新阳 are two firms of one place. */
const placeBefore = (core: string, names: Names): number => (isOpen(names, core.slice(0, 2)) && formIn(trustedOf(names), core.slice(0, 2))?.meanings[0]?.type === 'place' ? 2 : 0);

function nearest(core: string, indexes: readonly ReadonlyMap<string, readonly Known[]>[], place: number): Known | null {
  if (!canBeNear(core)) return null;
  const lengths = isLatin(core) ? [core.length, core.length - 1, core.length + 1] : [core.length];
  for (const index of indexes) {
    for (const length of lengths) {
      for (const key of keysOf(core, length)) {
        const found = index.get(key)?.find(known => isNear(core, known, place));
        if (found !== undefined) return found;
      }
    }
  }
  return null;
}
