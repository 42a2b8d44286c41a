import type { Report } from '../../report/model';
import { lookAlike } from '../../text/lookalikes';
import { toSource } from '../../text/logical';
import type { Span } from '../../text/span';
import type { ReportContext, Severity } from '../model';
import { placesOf, soundAlike, type PrintedName } from './names';
import { ownNames } from './ownNames';

/** A stretch of text that is one of the report's names but for one character. */
export interface NameSlip {
  readonly span: Span;
  readonly found: string;
  readonly name: PrintedName;
  readonly severity: Severity;
}

const personal: ReadonlySet<string> = new Set(['company', 'product', 'person']);
/** Names shorter than this are ordinary words with one character changed; institutions and titles consist of such words. */
const leastOf = (type: string): number => (type === 'person' ? 3 : type === 'company' || type === 'product' ? 4 : 5);
/** 国网公司: two characters and what it is are nearly 电网公司, which is no slip. */
const isOrdinary = (text: string): boolean => /^..(?:公司|集团|股份|银行)$/u.test(text);
/** Names of so many characters that two of them hardly differ by chance. */
const long = 8;
/** Names of which one place is enough to know them. */
const veryLong = 10;
/** Administrative levels and kinds of bodies, by which names differ that are two. */
const kinds = /[省市县区镇乡村州院园所局厅处部会馆站校系]/u;
/** A longer name that stands this often is meant where one character inside it differs a single time, whatever it looks like. */
const usual = 3;
/** A variant that stands more often is meant. */
const rare = 2;
/** Characters within which the writer tells two names apart. */
const together = 60;

/** Numerals and directions tell names apart; particles make phrases of them. */
const telling = /[的了和与及在为是一二三四五六七八九十东西南北中上下左右大小新老前后内外甲乙丙丁]/u;

const similar = (a: string, b: string): boolean => soundAlike(a, b) || lookAlike(a, b);

/** Where two strings of one length differ, if in one place only; -1 otherwise. */
function onlyDifference(a: string, b: string): number {
  let at = -1;
  for (let i = 0; i < a.length; i++) {
    if (a.charCodeAt(i) === b.charCodeAt(i)) continue;
    if (at >= 0) return -1;
    at = i;
  }
  return at;
}

/** Both stand in one enumeration or clause: the writer knows that they are two. */
function areToldApart(text: string, at: number, name: string): boolean {
  const from = Math.max(0, at - together + 1);
  const around = text.slice(from, at + together - 1 + name.length);
  const here = at - from;
  return [around.lastIndexOf(name, here - 1), around.indexOf(name, here)].some(other => other >= 0 && !/[，。；！？\n]/u.test(around.slice(Math.min(here, other), Math.max(here, other))));
}

function weigh(name: PrintedName, found: string, i: number, count: number, isName: boolean): Severity | null {
  const [mine, meant] = [found.charAt(i), name.text.charAt(i)];
  if (count > rare || (count >= name.places.length && !name.confirmed && (isName || found.length < veryLong)) || telling.test(mine + meant)) return null;
  const isPersonal = personal.has(name.type);
  // The last character tells kinds of institutions apart, 院 and 园; the first two are often a place.
  if (!isPersonal && found.length < long && (i === found.length - 1 || i < 2)) return null;
  const sound = soundAlike(mine, meant);
  if (sound || lookAlike(mine, meant)) {
    if (name.type === 'person') return 'information';
    // A name of its own is more than a slip that nobody took for one.
    if (isName && name.places.length < usual) return 'information';
    return sound || found.length > 4 ? 'warning' : 'information';
  }
  const isInside = i > 0 && i < found.length - 1;
  if (!isName && found.length >= long && i > 1 && i < found.length - 1 && count === 1 && !(kinds.test(mine) && kinds.test(meant))) return name.places.length > 1 ? 'warning' : 'information';
  if (!isName && name.type === 'company' && i < found.length - 1 && count === 1 && name.places.length >= usual) return 'information';
  return !isName && isInside && found.length > 4 && name.places.length >= usual && count === 1 ? 'information' : null;
}

const halvesOf = ({ text }: PrintedName): [string, string] => [text.slice(0, text.length >> 1), text.slice(text.length >> 1)];

/** A place where one character keeps a stretch of text from being a name. */
interface Near {
  readonly name: PrintedName;
  readonly at: number;
  readonly found: string;
  /** Which of its characters differs. */
  readonly differs: number;
}

function nearTo(text: string, name: PrintedName, places: ReadonlyMap<string, readonly number[]>): Near[] {
  const [first, second] = halvesOf(name);
  const starts = new Set([...places.get(first) ?? [], ...(places.get(second) ?? []).map(at => at - first.length)]);
  return [...starts].flatMap((at): Near[] => {
    const found = at < 0 ? '' : text.slice(at, at + name.text.length);
    const differs = found.length < name.text.length ? -1 : onlyDifference(found, name.text);
    return differs < 0 || !/^[\u3400-\u9fff]+$/u.test(found) ? [] : [{ name, at, found, differs }];
  });
}

/** Slips in names one at a time. One pass over the text for their halves, and one for what is nearly a name. */
function slipsIn(context: ReportContext, names: readonly PrintedName[], known: ReadonlyMap<string, PrintedName>): NameSlip[] {
  const { report } = context;
  const { text } = report.logical;
  const halves = placesOf(text, names.flatMap(halvesOf));
  const near = names.flatMap(name => nearTo(text, name, halves));
  const counts = placesOf(text, near.map(({ found }) => found), rare + 2);
  return near.flatMap(({ name, at, found, differs }): NameSlip[] => {
    const other = known.get(found);
    if (other !== undefined && (other.confirmed || (context.entity(other.entity)?.origin ?? 'report') !== 'report' || areToldApart(text, at, name.text))) return [];
    const severity = weigh(name, found, differs, counts.get(found)?.length ?? 0, other !== undefined);
    return severity === null ? [] : [{ span: spanAt(report, at, at + found.length), found, name, severity }];
  });
}

/** Long names that differ by one character alike in sound or shape, whichever of them stands first: the rarer is told of. */
function pairs(context: ReportContext, names: readonly PrintedName[]): NameSlip[] {
  const masked = new Map<string, PrintedName>();
  const found = new Map<string, NameSlip>();
  for (const name of names) {
    if (name.text.length < long || name.text.length > 60) continue;
    for (let i = 0; i < name.text.length; i++) {
      if (!/[\u3400-\u9fff]/u.test(name.text.charAt(i))) continue;
      const key = `${name.text.slice(0, i)}*${name.text.slice(i + 1)}`;
      const other = masked.get(key);
      if (other === undefined) masked.set(key, name);
      else if (other.type === name.type && similar(other.text.charAt(i), name.text.charAt(i)) && !telling.test(other.text.charAt(i) + name.text.charAt(i))) {
        const [meant, slip] = name.places.length > other.places.length ? [name, other] : [other, name];
        const isReal = slip.confirmed || (context.entity(slip.entity)?.origin ?? 'report') !== 'report';
        const span = slip.places[0];
        if (!isReal && slip.places.length <= rare && span !== undefined && (i > 1 || personal.has(name.type))) found.set(slip.text, { span, found: slip.text, name: meant, severity: 'warning' });
      }
    }
  }
  return [...found.values()];
}

function spanAt(report: Report, start: number, end: number): Span {
  return { start: toSource(report.logical, start), end: toSource(report.logical, end - 1) + 1 };
}

/**
 * Slips in the report's own names, "澜袖智影" beside "澜岫智影": characters that sound or look alike, and single
 * characters misread. Both halves of each name are looked up in the text.
 */
export function nameSlips(context: ReportContext): NameSlip[] {
  const names = ownNames(context);
  const known = new Map(names.map(n => [n.text, n]));
  const looked = names.filter(n => /^[\u3400-\u9fff]{3,16}$/u.test(n.text) && n.text.length >= leastOf(n.type) && !isOrdinary(n.text) && (n.type !== 'place' || n.text.length > 5) && (n.places.length > 1 || n.confirmed || n.text.length >= veryLong));
  const slips = [...slipsIn(context, looked, known), ...pairs(context, names)];
  const starts = new Set<number>();
  return slips.filter(({ span }) => {
    const isNew = !starts.has(span.start);
    starts.add(span.start);
    return isNew;
  });
}
