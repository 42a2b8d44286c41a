import { documentKey } from '../reference/keys';
import { bracketedTitles } from '../reference/documents';
import type { Report } from '../report/model';
import { toSource } from '../text/logical';
import type { Issuance } from './model';
import { readNumeral } from './numeral';
import { readTimes } from './time';

const issuing = /(?:印发|发布|出台|公布|颁布|下发|发布实施|颁发|制定)(?:了|的|实施)?$/u;
const bodies = /(?:等)?([一二两三四五六七八九十]{1,3}|\d{1,2})[ \u3000]?(?:个)?(?:部门|部委)(?:的?办公厅)?(?:联合|共同)?$/u;
/** Sentence of a digest: its date stands in front, or in the line above it. */
const reach = 160;

/** Start of the sentence or table row that holds `at`. */
function sentenceStart(text: string, at: number): number {
  for (let i = at - 1; i >= Math.max(0, at - reach); i--) if ('。！？\n'.includes(text.charAt(i))) return i + 1;
  return Math.max(0, at - reach);
}

/**
 * Documents that a report says were issued, with the number of issuing bodies and the date where the same sentence
 * tells them ("4 月 24 日，…等七部门联合发布《…》"). Linear in the text.
 */
export function issuancesOf(report: Report): Issuance[] {
  const { text } = report.logical;
  const year = /^(\d{4})/.exec(report.meta.date ?? '')?.[1];
  return bracketedTitles(text).flatMap(({ start, end, title }): Issuance[] => {
    const open = start - 1;
    const before = text.slice(sentenceStart(text, open), open).trimEnd();
    const verb = issuing.exec(before);
    if (verb === null) return [];
    const actors = before.slice(0, verb.index).replace(/(?:联合|共同|正式|对外|近日|日前)+$/u, '');
    const printed = bodies.exec(actors);
    const count = printed === null ? null : readNumeral(printed[1] ?? '', 0)?.value ?? null;
    const times = readTimes(actors, year === undefined ? null : Number(year)).filter(t => /^\d{4}/.test(t.value) && !t.value.includes('H') && !t.value.includes('Q'));
    return [{
      span: { start: toSource(report.logical, start), end: toSource(report.logical, end - 1) + 1 },
      document: documentKey(title),
      title,
      bodies: count,
      date: times.at(-1)?.value ?? null,
    }];
  });
}
