import type { Heading, Report } from '../report/model';
import { readOrdinal } from './ordinal';
import { foldTitle } from './keys';
import type { Reference } from './model';
import { sectionAt } from '../report/sections';
import { hitsInProse, opensLine, sourceSpan } from './reading';

const numeral = '[一二三四五六七八九十百0-9０-９]{1,4}';
const chapters = new RegExp(`(本[书报文]?告?)?第[ \u3000]?(${numeral})[ \u3000]?(章|节|部分|分编|编|篇)(?:[ \u3000]?第[ \u3000]?(${numeral})[ \u3000]?(节))?`, 'gu');
const dotted = /(?:(见|参见|详见|参阅|参照|如)[ \u3000]?(?:本报告|本文|上文|下文|前文|后文)?[ \u3000]?)?(第?[ \u3000]?([0-9]{1,2}(?:\.[0-9]{1,2}){1,3})[ \u3000]?(小节|节|章|部分|条)?)/gu;
const quoted = /[“"「]((第[一二三四五六七八九十百]{1,4}[章节部分]{1,2}|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|[0-9]{1,2}(?:\.[0-9]{1,2})*[、. ．]?)[^”"」“「\n]{1,48})[”"」]/gu;
const cue = /(?:见|参见|详见|参阅|参照|本报告|本文|中的|中|之|、|“|和|及)$/u;

const unitOf = (number: string): string | null => /^第.*?(章|节|部分|分编|编|篇)/u.exec(number)?.[1] ?? null;
const ordinalOf = (number: string): number | null => readOrdinal(number.replace(/[第章节部分编篇\s]/gu, ''));

/** What a heading counts and its place in the count: 章 and 2 of 第二章. */
interface Count {
  readonly unit: string | null;
  readonly ordinal: number | null;
}

function countOf({ number }: Heading): Count {
  const unit = number === null ? null : unitOf(number);
  return { unit, ordinal: unit === null ? null : ordinalOf(number as string) };
}

/** The heading with this unit and ordinal: below `within` where given, else in the reader's own chapter, else the first. `counts` are those of the headings. */
function numbered(headings: readonly Heading[], counts: readonly Count[], wanted: Count, within: number, from: number): number {
  const fits = counts.flatMap(({ unit, ordinal }, i) => (unit === wanted.unit && ordinal === wanted.ordinal ? [i] : []));
  if (fits.length < 2 && within < 0) return fits[0] ?? -1;
  const isBelow = (index: number, ancestor: number): boolean => {
    for (let at = index; at >= 0; at = headings[at]?.parent ?? -1) if (at === ancestor) return true;
    return false;
  };
  if (within >= 0) return fits.find(i => isBelow(i, within)) ?? -1;
  const ancestors = new Set<number>();
  for (let at = from; at >= 0; at = headings[at]?.parent ?? -1) ancestors.add(at);
  return fits.find(i => ancestors.has(headings[i]?.parent ?? -1)) ?? fits[0] ?? -1;
}

/** "第二章", "第三部分", "第二章第一节": chapters, sections and parts of the same report by number. */
function chapterReferences(report: Report): Reference[] {
  const references: Reference[] = [];
  const counts = report.headings.map(countOf);
  for (const { match, start, span } of hitsInProse(report, chapters)) {
    if (opensLine(report, span)) continue;
    const before = report.logical.text.slice(Math.max(0, start - 4), start);
    if (/》$/u.test(before)) continue;
    const from = sectionAt(report.headings, span.start);
    const first = readOrdinal(match[2] ?? '');
    if (first === null) continue;
    const outer = numbered(report.headings, counts, { unit: match[3] ?? '', ordinal: first }, -1, from);
    const second = match[4] === undefined ? null : readOrdinal(match[4]);
    const inner = second === null || outer < 0 ? outer : numbered(report.headings, counts, { unit: '节', ordinal: second }, outer, from);
    const hasUnit = counts.some(({ unit }) => unit === match[3]);
    // 见第 6 章, where the chapters are numbered 6.
    const target = inner >= 0 || hasUnit || second !== null ? inner : report.headings.findIndex((h) => h.parent === -1 && h.number === String(first));
    const pointed = /(?:见|参见|详见|本办法|本法|本条例|本规定|本报告)$/u.test(before) || match[1] !== undefined;
    if (target < 0 ? !(hasUnit && pointed) : inner < 0 && !pointed) continue;
    references.push({
      span, kind: match[3] === '章' ? 'chapter' : 'section', text: match[0],
      local: report.headings[target]?.span ?? null, key: null,
    });
  }
  return references;
}

/** "见 2.1.3", "第 3.2 节": sections with dotted numbers. */
function dottedReferences(report: Report): Reference[] {
  const byNumber = new Map(report.headings.flatMap(h => (h.number === null ? [] : [[h.number.normalize('NFKC').replace(/\s/g, ''), h] as const])));
  const references: Reference[] = [];
  const points = (match: RegExpExecArray): boolean => (match[1] ?? match[4]) !== undefined && byNumber.has(match[3] ?? '');
  for (const { match, start } of hitsInProse(report, dotted, points)) {
    const target = byNumber.get(match[3] ?? '') as Heading;
    const from = start + match[0].length - (match[2] ?? '').length;
    const span = sourceSpan(report, from, start + match[0].length);
    if (opensLine(report, span)) continue;
    references.push({ span, kind: 'section', text: (match[2] ?? '').trim(), local: target.span, key: null });
  }
  return references;
}

/** “一、概述”: a section quoted with its number and title. */
function quotedReferences(report: Report): Reference[] {
  const byTitle = new Map<string, Heading[]>();
  for (const heading of report.headings) {
    const key = foldTitle(heading.title);
    byTitle.set(key, [...(byTitle.get(key) ?? []), heading]);
  }
  const references: Reference[] = [];
  for (const { match, start } of hitsInProse(report, quoted)) {
    const printed = match[1] ?? '';
    const number = match[2] ?? '';
    const title = foldTitle(printed.slice(number.length));
    const candidates = byTitle.get(title) ?? [];
    if (candidates.length === 0) continue;
    const fold = (text: string): string => text.normalize('NFKC').replace(/[\s、.()]/g, '');
    const target = candidates.find(h => h.number !== null && fold(h.number) === fold(number)) ?? candidates[0];
    if (target === undefined) continue;
    const before = report.logical.text.slice(Math.max(0, start - 6), start);
    if (target.number === null || (fold(target.number) !== fold(number) && !cue.test(before))) continue;
    references.push({ span: sourceSpan(report, start + 1, start + 1 + printed.length), kind: 'section', text: printed, local: target.span, key: null });
  }
  return references;
}

/** References to chapters, sections and parts of the same report. */
export function sectionReferences(report: Report): Reference[] {
  return [...chapterReferences(report), ...dottedReferences(report), ...quotedReferences(report)];
}

/** The label of an appendix or box: its kind, and its number where it has one. */
const label = '(附录|附件|附表|专栏|案例|专题)[ \\u3000]?([A-Z](?![A-Za-z])|[0-9０-９]{1,2}(?:-[0-9]{1,2})?|[一二三四五六七八九十]{1,3})?';
const opening = new RegExp(`^${label}`, 'u');
const appendix = new RegExp(`(?:(见|参见|详见|参阅|如)[ \\u3000]?(?:本报告|本文)?)?${label}`, 'gu');

/** "见附录一", "附件 2", "专栏1": appendices and boxes of the same report that a heading opens. */
export function appendixReferences(report: Report): Reference[] {
  const opened = new Map<string, Reference['local']>();
  for (const heading of report.headings) {
    const match = opening.exec(`${heading.number ?? ''}${heading.title}`);
    const key = match === null ? null : (match[1] ?? '') + String(readOrdinal(match[2] ?? '') ?? match[2] ?? '');
    if (key !== null && !opened.has(key)) opened.set(key, heading.span);
  }
  if (opened.size === 0) return [];
  const references: Reference[] = [];
  for (const { match, start } of hitsInProse(report, appendix)) {
    const label = (match[2] ?? '') + (match[3] ?? '');
    const target = opened.get((match[2] ?? '') + String(readOrdinal(match[3] ?? '') ?? match[3] ?? ''));
    if (target === undefined || target === null) continue;
    if (match[3] === undefined && match[1] === undefined) continue;
    const end = start + match[0].trimEnd().length;
    const from = start + match[0].indexOf(match[2] ?? '');
    const span = sourceSpan(report, from, end);
    if (opensLine(report, span)) continue;
    references.push({ span, kind: 'appendix', text: label, local: target, key: null });
  }
  return references;
}
