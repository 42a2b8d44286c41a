import type { Anchor } from '../annotation/anchor';
import type { Filed } from '../annotation/acts';
import type { AnchorText } from '../annotation/passage';
import { targetOf } from '../annotation/reading';
import type { Anchors } from './anchors';
import type { Annotations } from './annotations';

/** An annotation of a report with where it stands in the report's present text. */
export interface Anchored {
  readonly filed: Filed;
  readonly anchor: Anchor;
}

/** What is needed of a corpus to anchor annotations in its reports. */
export interface ReportTexts {
  /** Paths of the reports there are. */
  paths(): Iterable<string>;
  has(path: string): boolean;
  text(path: string): Promise<string | null>;
  /** A report's present text made ready for anchoring. */
  prepared(path: string, text: string): AnchorText;
}

const nothing: readonly Anchored[] = [];
const gone: Anchor = { state: 'orphaned', proposals: [] };

/** Gives each report's annotations their places; the same list as long as neither text nor annotations change. */
export function createAnchoring(annotations: Annotations, anchors: Anchors, texts: ReportTexts): (report: string) => Promise<readonly Anchored[]> {
  const known = new Map<string, { readonly filed: readonly Filed[]; readonly anchors: unknown; readonly list: readonly Anchored[] }>();
  return async (report) => {
    const filed = annotationsOf(annotations, texts, report);
    if (filed.length === 0) return nothing;
    const text = await texts.text(report);
    const passages = filed.filter(({ annotation }) => !targetOf(annotation).source.startsWith('urn:'));
    const byId = text === null ? null : anchors.of(report, text, passages, () => texts.prepared(report, text));
    const before = known.get(report);
    if (before !== undefined && before.anchors === byId && sameList(before.filed, filed)) return before.list;
    // What is about another annotation stands where that one does: nowhere of its own.
    const list = filed.map((entry) => ({ filed: entry, anchor: byId?.get(entry.annotation.id) ?? (passages.includes(entry) ? gone : { state: 'anchored' as const, spans: [] }) }));
    known.set(report, { filed, anchors: byId, list });
    return list;
  };
}

function sameList(one: readonly Filed[], other: readonly Filed[]): boolean {
  return one.length === other.length && one.every((entry, i) => entry.annotation === other[i]?.annotation);
}

/** The annotations of a report, and those of one that is gone and can only have been moved here: it has the same name. */
function annotationsOf(annotations: Annotations, texts: ReportTexts, report: string): readonly Filed[] {
  const own = annotations.of(report);
  const moved = annotations.reports().filter((path) => path !== report && nameOf(path) === nameOf(report) && !texts.has(path));
  if (moved.length === 0) return own;
  const namesakes = [...texts.paths()].filter((path) => nameOf(path) === nameOf(report));
  return namesakes.length > 1 ? own : [...own, ...moved.flatMap((path) => annotations.of(path))];
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
