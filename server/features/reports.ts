import type { Snapshot } from '../corpus/corpus';
import type { ReportIndex } from '../corpus/model';

export interface Counts {
  readonly characters: number;
  readonly headings: number;
  readonly captions: number;
  readonly notes: number;
  readonly mentions: number;
  readonly entities: number;
  readonly references: number;
}

/** What a report holds, in numbers. */
export function countsIn(index: ReportIndex): Counts {
  return {
    characters: index.length,
    headings: index.headings.length,
    captions: index.captions.length,
    notes: index.notes.length,
    mentions: index.mentions.length,
    entities: new Set(index.mentions.map(({ entity }) => entity)).size,
    references: index.references.length,
  };
}

/** The reports of a corpus by path. */
export function reportsByPath(snapshot: Snapshot): ReportIndex[] {
  const reports = [...snapshot.reports.entries()].map(([, index]) => index);
  return reports.sort((a, b) => (a.path < b.path ? -1 : 1));
}
