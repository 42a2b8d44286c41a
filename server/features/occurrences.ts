import { occurrencesIn, type Wanted } from '../annotation/occurrences';
import type { ReportIndex } from '../corpus/model';
import type { Report } from '../report/model';
import type { Span } from '../text/span';
import { extentOf } from './at';

/** What "tag all occurrences" looks for: words, a pattern, or all that names an entity. */
export type WantedOccurrences = Wanted | { readonly kind: 'entity'; readonly entity: string };

/** Its places in one report, in order. Throws a `RangeError` for a pattern that is none. */
export function occurrencesOf(report: Report, index: ReportIndex, wanted: WantedOccurrences): Span[] {
  if (wanted.kind !== 'entity') return occurrencesIn(report.logical, wanted);
  return index.mentions.filter(({ entity }) => entity === wanted.entity).map(extentOf);
}

/** Characters shown on either side of an occurrence. */
const REACH = 24;

/** The line around a place, for a list to tick, and where in it the place is. */
export function occurrenceLine(text: string, span: Span): { readonly text: string; readonly emphasis: readonly [number, number] } {
  const flat = (part: string): string => part.replace(/\s+/g, ' ');
  const before = flat(text.slice(Math.max(0, span.start - REACH), span.start)).trimStart();
  const within = flat(text.slice(span.start, span.end));
  const after = flat(text.slice(span.end, span.end + REACH)).trimEnd();
  return { text: before + within + after, emphasis: [before.length, before.length + within.length] };
}
