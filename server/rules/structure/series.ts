import { readOrdinal } from '../../reference/ordinal';
import type { Caption, Heading, Report } from '../../report/model';
import { numberingAt } from '../../report/numbering';
import type { Span } from '../../text/span';

/** A numbered thing of one series: figures with one label, or headings of one kind below one heading. */
export interface Numbered {
  readonly span: Span;
  /** As printed: "图表 3", "2.1.3", "（二）". */
  readonly printed: string;
  readonly value: number;
  readonly title: string;
  /** How another value of this series is printed. */
  readonly as: (value: number) => string;
}

/** Things of one series in document order, cut where the numbers begin again at 1. */
export interface Series {
  readonly kind: 'caption' | 'heading';
  readonly members: readonly Numbered[];
}

const lastNumber = /(\d{1,3}|[一二三四五六七八九十]{1,3})$/;

function cutAtRestarts(kind: Series['kind'], members: readonly Numbered[]): Series[] {
  const runs: Numbered[][] = [];
  for (const member of members) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const begins = run === undefined || (member.value === 1 && last !== undefined && last.value > 1);
    if (begins) runs.push([member]);
    else run.push(member);
  }
  return runs.map(run => ({ kind, members: run }));
}

function captionMember(caption: Caption): { key: string; member: Numbered } | null {
  const number = caption.number?.normalize('NFKC').replace(/\s/g, '') ?? '';
  const last = lastNumber.exec(number)?.[1];
  const value = last === undefined ? null : readOrdinal(last);
  if (last === undefined || value === null) return null;
  const word = caption.label.replace(/[\s\d\-–—.．]+.*$/u, '');
  const prefix = number.slice(0, number.length - last.length);
  const as = (n: number): string => `${word} ${prefix}${String(n)}`;
  return { key: `${word.toLowerCase()} ${prefix}`, member: { span: caption.span, printed: caption.label, value, title: caption.title, as } };
}

const isLatin = (caption: Caption): boolean => /^[A-Za-z]/.test(caption.label);

/** The numbered captions of a report, by label and by the part of the number before its last. */
export function captionSeries(report: Report): Series[] {
  const groups = new Map<string, Numbered[]>();
  // "Figure 1" below 图 8 is printed in the picture, whose numbers are those of the work that it is from.
  const foreign = report.captions.filter(isLatin).length * 2 < report.captions.length;
  for (const caption of report.captions) {
    if (foreign && isLatin(caption)) continue;
    const found = captionMember(caption);
    if (found === null) continue;
    const group = groups.get(found.key);
    if (group === undefined) groups.set(found.key, [found.member]);
    else group.push(found.member);
  }
  return [...groups.values()].flatMap(group => cutAtRestarts('caption', group));
}

const han = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
function inHan(value: number): string {
  if (value <= 10) return han[value] ?? '';
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? han[tens] ?? '' : ''}十${value % 10 === 0 ? '' : han[value % 10] ?? ''}`;
}

/** How a heading's number reads with another value: "第三章" and 4 give "第四章". */
function printedAs(number: string, value: number): string {
  const path = /^(\d+(?:\.\d+)+)$/.exec(number);
  if (path !== null) return number.replace(/\d+$/, String(value));
  return number.replace(/\d+|[一二三四五六七八九十百]+/u, old => (/\d/.test(old) ? String(value) : inHan(value)));
}

/** The numbered headings of a report, by parent and kind of number. */
export function headingSeries(report: Report): Series[] {
  const groups = new Map<string, Numbered[]>();
  for (const heading of report.headings) {
    if (heading.number === null) continue;
    // "四" counts with the mark that its line has behind it.
    const numbering = numberingAt(`${heading.number} `, 0) ?? numberingAt(`${heading.number}、`, 0);
    if (numbering === null) continue;
    const prefix = numbering.path === null ? '' : numbering.path.slice(0, -1).join('.');
    // Dotted numbers name their series themselves; others belong to the heading above.
    const key = prefix === '' ? `${String(heading.parent)} ${numbering.style}` : prefix;
    const number = heading.number;
    const member: Numbered = { span: heading.span, printed: number, value: numbering.value, title: heading.title, as: n => printedAs(number, n) };
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [member]);
    else group.push(member);
  }
  return [...groups.values()].flatMap(group => cutAtRestarts('heading', group));
}

/** The dotted number of a heading as numbers, null for any other. */
export function pathOf(heading: Heading): readonly number[] | null {
  if (heading.number === null || !/^\d+([.．]\d+)+$/.test(heading.number)) return null;
  return heading.number.split(/[.．]/).map(Number);
}
