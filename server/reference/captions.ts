import type { Caption, Report } from '../report/model';
import type { Reference } from './model';
import { blockIndexAt, hitsInProse, sourceSpan, wordsBefore } from './reading';

const number = '(?:[A-ZⅠ-Ⅻ][-–—.．]?)?[0-9０-９]{1,3}(?:[-–—.．·][0-9０-９]{1,3}){0,3}';
const pattern = new RegExp(
  `(附图|附表|图表|图|表|(?<![A-Za-z])(?:Figure|Fig\\.|Table|Exhibit|Chart))[ \\t\u3000]?(${number}|[一二三四五六七八九十]{1,3})`
  + `((?:[ \\t\u3000]?(?:[、和及与至到~～]|以及)[ \\t\u3000]?(?:附图|附表|图表|图|表)?[ \\t\u3000]?${number}(?![0-9０-９]{0,3}[ \\t\u3000]?[%％年月日个家项万亿]))*)`,
  'gu',
);
const item = new RegExp(`(附图|附表|图表|图|表)?[ \\t\u3000]?(${number})`, 'gu');
/** What makes a bare "图 3" or "表 3" a reference although no caption answers it. */
const cue = /(?:见|如|参见|参照|参阅|根据|按照|依据|由|从|据|以|下|上|述|附)[（(“"]?$/u;
/** Words that end in 图 or 表 without naming a figure. */
const otherWord = /[一-鿿]$/u;
const joint = /(?:见|如|照|阅|据|由|从|以|下|上|述|在|和|与|及|或|至|到|看|的|而|对|将|用|因|即|是|按|了|于|附|合)$/u;

const fold = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').replace(/[–—]/g, '-');

/** Captions by folded kind and number, in document order. */
function captionsByNumber(captions: readonly Caption[]): Map<string, Caption[]> {
  const found = new Map<string, Caption[]>();
  for (const caption of captions) {
    if (caption.number === null) continue;
    const key = fold(caption.number);
    found.set(key, [...(found.get(key) ?? []), caption]);
  }
  return found;
}

/** The caption that a label names literally: same word first, then any figure with that number; the nearest of equals. */
function answer(candidates: readonly Caption[], word: string, offset: number): Caption | null {
  const same = candidates.filter(c => fold(c.label).startsWith(word) && (word !== '图' || !/^图表/.test(c.label)));
  const pool = same.length > 0 ? same : candidates.filter(c => /图表/.test(c.label) || word === '图表');
  let best: Caption | null = null;
  for (const caption of pool) {
    if (best === null || Math.abs(caption.span.start - offset) < Math.abs(best.span.start - offset)) best = caption;
  }
  return best;
}

function isCaptionItself(report: Report, start: number): boolean {
  const block = report.blocks[blockIndexAt(report, start)];
  if (block?.kind === 'caption' && wordsBefore(report, block, start).length < 4) return true;
  return report.captions.some(c => c.span.start <= start && start < c.span.start + c.label.length + 4);
}

/** References to numbered figures and tables of the same report, with lists ("图表 5、6") and ranges ("图 3-5") taken apart. */
export function captionReferences(report: Report): Reference[] {
  const byNumber = captionsByNumber(report.captions);
  const references: Reference[] = [];
  for (const { match, start, span } of hitsInProse(report, pattern)) {
    if (isCaptionItself(report, span.start)) continue;
    const opening = match[1] ?? '';
    const before = report.logical.text.slice(Math.max(0, start - 3), start);
    if (opening.length === 1 && otherWord.test(before) && !joint.test(before)) continue;
    const add = (from: number, to: number, printed: string, word = opening): void => {
      const target = answer(byNumber.get(fold(printed)) ?? [], word, span.start);
      if (target === null && !cue.test(before)) return;
      const place = sourceSpan(report, from, to);
      references.push({ span: place, kind: 'caption', text: report.logical.text.slice(from, to), local: target?.span ?? null, key: null });
    };
    const first = match[2] ?? '';
    const firstEnd = start + match[0].length - (match[3] ?? '').length;
    const range = /^(\d{1,3})-(\d{1,3})$/.exec(fold(first));
    if (range !== null && !byNumber.has(fold(first)) && byNumber.has(range[1] ?? '') && byNumber.has(range[2] ?? '')) {
      const cut = firstEnd - (range[2] ?? '').length;
      add(start, cut - 1, range[1] ?? '');
      add(cut, firstEnd, range[2] ?? '');
    } else {
      add(start, firstEnd, first);
    }
    for (const more of (match[3] ?? '').matchAll(item)) {
      const from = firstEnd + more.index + more[0].search(/\S/u);
      add(from, firstEnd + more.index + more[0].length, more[2] ?? '', more[1]);
    }
  }
  return references;
}

const nearby = /(?:如|见|参见)?(下|上)(图表|图|表)(?![0-9０-９ \u3000一二三四五六七八九十])/gu;

/** "下表", "上图": the next or the last figure or table from there; only where the words stand for one ("如下表所示"). */
export function nearbyCaptionReferences(report: Report): Reference[] {
  const references: Reference[] = [];
  for (const { match, start, span } of hitsInProse(report, nearby)) {
    const before = report.logical.text.charAt(start - 1);
    const after = report.logical.text.charAt(start + match[0].length);
    if (match[2] === '表' && /[现明示达面述]/u.test(after) && match[0].length === 2 && match[1] === '上') continue;
    if (match[0].length === 2 && match[1] === '上' && /[一-鿿]/u.test(before)) continue;
    const wanted = report.captions.filter(c => match[2] === '图表' || /图表/.test(c.label) || c.label.includes(match[2] ?? ''));
    const target = match[1] === '下'
      ? wanted.find(c => c.span.start > span.end)
      : wanted.findLast(c => c.span.end <= span.start);
    if (target === undefined) continue;
    references.push({ span, kind: 'link', text: match[0], local: target.span, key: null });
  }
  return references;
}
