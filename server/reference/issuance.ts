import { readNumeral } from '../claim/numeral';
import { readTimes } from '../claim/time';
import type { Report } from '../report/model';
import { bracketedTitles } from './documents';
import { documentKey } from './keys';
import type { Issuance } from './model';
import { sourceSpan } from './reading';

const issuing = /(?:印发|发布|出台|公布|颁布|下发|发布实施|颁发|制定)(?:了|的|实施)?$/u;
const manner = /(?:联合|共同|正式|对外|近日|日前|今日)+$/u;
const counted = /(?:等|的)?([一二两三四五六七八九十]{1,3}|\d{1,2})[ \u3000]?个?(?:部门|部委|单位)(?:的?办公[厅室])?$/u;
/** Longest sentence that is looked at in front of a title. */
const reach = 160;

/** Start of the sentence or line that holds `at`. */
function sentenceStart(text: string, at: number): number {
  for (let i = at - 1; i >= Math.max(0, at - reach); i--) if ('。！？\n'.includes(text.charAt(i))) return i + 1;
  return Math.max(0, at - reach);
}

/** Offset and length of the body named first in "4 月 24 日，工业和信息化部、商务部等七部门". */
function firstBody(actors: string): { at: number; length: number } | null {
  const clause = Math.max(actors.lastIndexOf('，'), actors.lastIndexOf(','), actors.lastIndexOf('月'), actors.lastIndexOf('日'), actors.lastIndexOf('年'), actors.lastIndexOf('由')) + 1;
  const match = /^\s*([\u3400-\u9fff（）()]{2,20}?)(?:、|和|与|等|会同|联合|$)/u.exec(actors.slice(clause));
  const name = match?.[1];
  return name === undefined ? null : { at: clause + actors.slice(clause).indexOf(name), length: name.length };
}

/**
 * Documents that a report says were issued, with the number of issuing bodies, the first of them and the date where
 * the same sentence tells them ("4 月 24 日，…等七部门联合发布《…》"). Linear in the text.
 */
export function issuancesOf(report: Report): Issuance[] {
  const { text } = report.logical;
  const year = /^(\d{4})/.exec(report.meta.date ?? '')?.[1];
  return bracketedTitles(text).flatMap(({ start, end, title }): Issuance[] => {
    const open = start - 1;
    const from = sentenceStart(text, open);
    const before = text.slice(from, open).trimEnd();
    const verb = issuing.exec(before);
    if (verb === null) return [];
    const actors = before.slice(0, verb.index).trimEnd().replace(manner, '').trimEnd();
    const printed = counted.exec(actors);
    const bodies = printed === null ? null : readNumeral(printed[1] ?? '', 0)?.value ?? null;
    const lead = firstBody(printed === null ? actors : `${actors.slice(0, printed.index)}等`);
    const times = readTimes(actors, year === undefined ? null : Number(year)).filter(time => /^\d{4}(?:-|$)/.test(time.value));
    return [{
      span: sourceSpan(report, start, end),
      document: documentKey(title),
      title,
      bodies,
      lead: lead === null ? null : sourceSpan(report, from + lead.at, from + lead.at + lead.length),
      date: times.at(-1)?.value ?? monthAndDay(actors, year),
    }];
  });
}

/** "4 月 24 日" without a year, in the report's own. */
function monthAndDay(actors: string, year: string | undefined): string | null {
  const match = /(1[0-2]|0?[1-9])[ \u3000]?月(?:[ \u3000]?(3[01]|[12]\d|0?[1-9])[ \u3000]?日)?/u.exec(actors);
  if (match === null || year === undefined) return null;
  const two = (part: string): string => part.padStart(2, '0');
  return `${year}-${two(match[1] ?? '')}${match[2] === undefined ? '' : `-${two(match[2])}`}`;
}
