import type { Report } from '../report/model';
import { readOrdinal } from './ordinal';
import { issueKey } from './keys';
import type { Reference } from './model';
import { hitsInProse } from './reading';

const issues = /(?:总)?第[ \u3000]?([0-9０-９]{1,4}|[〇零一二三四五六七八九十百]{1,7})[ \u3000]?期|[上下][一]?期(?!货|限|间|末|初|权)|前一期/gu;

/** The series a report belongs to: its title without its issue and date. */
export function seriesOf(title: string): string {
  return title.replace(/[（(]?(?:总)?第[ \u3000]?[0-9０-９〇零一二三四五六七八九十百]{1,7}[ \u3000]?期[）)]?/gu, '').trim();
}

/** "上期", "第六二二期": other issues of the series this report is an issue of; none where it is not one. */
export function issueReferences(report: Report): Reference[] {
  const own = report.meta.issue === null ? null : readOrdinal(report.meta.issue.replace(/[^0-9０-９〇零一二三四五六七八九十百]/gu, ''));
  if (own === null) return [];
  const series = seriesOf(report.meta.title);
  const references: Reference[] = [];
  for (const { match, span } of hitsInProse(report, issues)) {
    const printed = match[1];
    const number: number | null = printed === undefined ? own + (match[0].startsWith('下') ? 1 : -1) : readOrdinal(printed);
    if (number === null || number === own) continue;
    const key = issueKey(series, String(number));
    if (key !== null) references.push({ span, kind: 'report', text: match[0], local: null, key });
  }
  return references;
}
