import type { Report } from '../report/model';
import { toLogical, toSource } from '../text/logical';
import type { Span } from '../text/span';
import type { Introduction } from './model';

/** A mention in the reading text. */
export interface Placed {
  readonly start: number;
  readonly end: number;
  readonly entity: string;
}

const endsSentence = (unit: number): boolean => unit === 0x3002 || unit === 0xff01 || unit === 0xff1f || unit === 0x0a;

/** The longest sentence shown as an introduction, in UTF-16 units. */
const longest = 400;

/** The sentence around a stretch of the reading text, without the white space at its ends. */
export function sentenceAround(text: string, start: number, end: number): Span {
  let from = start;
  while (from > 0 && start - from < longest && !endsSentence(text.charCodeAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < longest && !endsSentence(text.charCodeAt(to))) to++;
  if (to < text.length && text[to] !== '\n') to++;
  while (from < start && /\s/.test(text[from] as string)) from++;
  return { start: from, end: to };
}

const code = /^\s{0,2}[（(]\s{0,2}(?:股票代码|证券代码|代码|A股|H股)?\s{0,2}[:：]?\s{0,2}(?:[0-9]{4,6}\s{0,2}\.?\s{0,2}(?:HK|SH|SZ|BJ|hk|sh|sz|bj)?|(?:HK|SH|SZ|HKEX|NASDAQ|NYSE|纳斯达克|纽交所|港交所)\s{0,2}[:：.]?\s{0,2}[A-Z0-9]{1,6})/;
const definition = /^\s{0,2}(?:[（(][^（）()\n]{1,40}[）)])?\s{0,2}(?:是[^否不]|为[一中国全专]|成立于|创立于|创建于|始建于|系[一指由]|[（(](?:以下|下)?[简下]?称|，?(?:以下|下称|简称)|指的?是|由[^，。\n]{2,30}(?:创立|创办|研发|开发|推出|发布)|作为[一中国全国内专])/;

/**
 * Where entities are introduced: the heading of a profile, a stock code, a sentence that defines them, a table row headed
 * by them. Mentions in text order; one introduction of a kind for each entity.
 */
export function introductionsOf(report: Report, mentions: readonly Placed[]): Introduction[] {
  const { logical } = report;
  const text = logical.text;
  const found: Introduction[] = [];
  const done = new Set<string>();
  const add = (entity: string, kind: Introduction['kind'], span: Span): void => {
    const key = `${kind} ${entity}`;
    if (done.has(key)) return;
    done.add(key);
    const last = toSource(logical, Math.max(span.start, span.end - 1)) + 1;
    found.push({ entity, kind, span: { start: toSource(logical, span.start), end: last } });
  };
  const headings = report.headings.map((heading) => ({ start: toLogical(logical, heading.span.start), end: toLogical(logical, heading.span.end) }));
  const cells = report.tables.flatMap((table) => table.rows.map((row) => rowOf(report, row)));
  let heading = 0;
  let row = 0;
  for (const mention of mentions) {
    while (heading < headings.length && (headings[heading] as Span).end <= mention.start) heading++;
    while (row < cells.length && (cells[row] as Row).end <= mention.start) row++;
    const title = headings[heading];
    if (title && title.start <= mention.start && headsProfile(text, title, mention)) add(mention.entity, 'profile', title);
    const cell = cells[row];
    if (cell && cell.start <= mention.start && mention.end <= cell.firstEnd) add(mention.entity, 'tableRow', { start: cell.start, end: cell.end });
    const kind = kindAt(text, mention);
    if (kind !== null) add(mention.entity, kind, sentenceAround(text, mention.start, mention.end));
  }
  return found;
}

/** Whether a stock code or a definition follows the mention. */
function kindAt(text: string, mention: Placed): 'code' | 'definition' | null {
  const at = text[mention.end] === '”' || text[mention.end] === '》' ? mention.end + 1 : mention.end;
  if (!/[（( 是为成创始系指作由，]/.test(text[at] ?? '')) return null;
  const after = text.slice(at, at + 60);
  if (code.test(after)) return 'code';
  return opensClause(text, mention.start) && definition.test(after) ? 'definition' : null;
}

/** True where a heading is the name alone, or the name and then a mark, a number or a few words of explanation. */
function headsProfile(text: string, title: Span, mention: Placed): boolean {
  const before = text.slice(title.start, mention.start);
  if (!/^[\s#*●•◆■▪\-“《（(]*(?:[0-9一二三四五六七八九十.]{1,6}[、.．）)]?\s?)?[“《]?$/.test(before)) return false;
  const after = text.slice(mention.end, title.end).trim();
  return after === '' || /^[：:（(—\-–，,”》*|｜]/.test(after);
}

const opensClause = (text: string, start: number): boolean => start === 0 || /[。！？；：，,\n●•（(“《*\s]/.test(text[start - 1] as string);

interface Row {
  readonly start: number;
  readonly end: number;
  readonly firstEnd: number;
}

function rowOf(report: Report, row: readonly Span[]): Row {
  const cells = row.filter((cell) => cell.end > cell.start);
  const first = cells[0] ?? { start: 0, end: 0 };
  const second = cells[1] ?? first;
  const last = cells[cells.length - 1] ?? first;
  return {
    start: toLogical(report.logical, first.start),
    end: toLogical(report.logical, last.end),
    firstEnd: toLogical(report.logical, second.end),
  };
}
