import { tagsOf } from '../annotation/reading';
import type { Anchored } from '../corpus/annotated';
import type { Snapshot } from '../corpus/corpus';
import { overlaps, type Span } from '../text/span';

/** The annotations of a report with their places in it. */
export type ReadAnnotations = (path: string) => Promise<readonly Anchored[]>;

/** A tag, by the name the codebook gives it, with the number of mentions that annotations with it cover. */
export interface TagCount {
  readonly name: string;
  readonly count: number;
}

/** Tags that are named. */
const shownTags = 5;

/** The tags of annotations that cover the given places, those of most places first. */
export async function tagsOn(snapshot: Snapshot, places: readonly { readonly report: string; readonly spans: readonly Span[] }[], annotationsOf: ReadAnnotations): Promise<TagCount[]> {
  const counts = new Map<string, number>();
  for (const { report, spans } of places) {
    for (const { filed, anchor } of await annotationsOf(report)) {
      const covered = anchor.state === 'anchored' ? spans.filter((span) => anchor.spans.some((own) => overlaps(own, span))).length : 0;
      for (const tag of covered > 0 ? tagsOf(filed.annotation) : []) counts.set(tag, (counts.get(tag) ?? 0) + covered);
    }
  }
  const best = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, shownTags);
  return best.map(([id, count]) => ({ name: snapshot.codebook.byId.get(id)?.name ?? id, count }));
}
