import type { Snapshot } from '../corpus/corpus';
import { digestIn } from '../corpus/digest';
import { countsOf, entityOf, introductionsTo, nameOf } from '../corpus/entities';
import { excerptAt, type Excerpt } from '../corpus/excerpt';
import type { ReportIndex } from '../corpus/model';
import type { Entity } from '../entity/model';
import type { Target } from '../reference/model';
import { overlaps, type Span } from '../text/span';
import { extentOf, mentionsIn } from './at';
import { tagsOn, type ReadAnnotations, type TagCount } from './entityTags';

/** Reads a report's text as it was indexed; null where it is gone. */
export type ReadText = (path: string) => Promise<string | null>;

export interface Quote {
  readonly place: Target;
  readonly excerpt: Excerpt;
}
/** All that a card says of an entity. */
export interface EntityCard {
  readonly entity: Entity;
  readonly status: 'confirmed' | 'candidate';
  readonly mentions: number;
  readonly reports: number;
  readonly introduction: Quote | null;
  /** Up to three other places, of different reports where there are. */
  readonly contexts: readonly Quote[];
  readonly companions: readonly { readonly id: string; readonly name: string; readonly count: number }[];
  /** Tags of annotations that cover mentions. */
  readonly tags: readonly TagCount[];
  /** Other entities the name could mean. */
  readonly alternatives: readonly Entity[];
}

const contextCount = 3;
const companionCount = 4;
/** Reports looked at for contexts and companions, those with most mentions first, and mentions in each. */
const askedReports = 6;
const askedMentions = 40;
/** Characters of a report that is looked at only where no smaller one says anything: quoting it means reading it. */
const largeReport = 100_000;
/** Source characters to each side within which another entity is a companion. */
const companionReach = 120;
/** Characters to each side of a name that a quote keeps. */
const quoteReach = 40;

interface Place {
  readonly index: ReportIndex;
  readonly span: Span;
}

/** The reports that name an entity most, small ones before large ones; of equal ones the first by path. One pass over all. */
function tellingReports(snapshot: Snapshot, id: string): ReportIndex[] {
  const best: { readonly index: ReportIndex; readonly count: number }[] = [];
  for (const [path, mentions] of snapshot.mentions.get(id) ?? []) {
    const least = best[askedReports - 1];
    if (least && least.count > mentions) continue;
    const index = snapshot.reports.get(path);
    if (!index) continue;
    const count = index.length > largeReport ? mentions / 1e6 : mentions;
    let at = best.length;
    for (let before = best[at - 1]; before && (before.count < count || (before.count === count && before.index.path > path)); before = best[at - 1]) at--;
    best.splice(at, 0, { index, count });
    best.length = Math.min(best.length, askedReports);
  }
  return best.map(({ index }) => index);
}

/** Places of an entity, from the reports that name it most. */
function placesOf(snapshot: Snapshot, id: string): Place[] {
  return tellingReports(snapshot, id).flatMap((index) => digestIn(index).mentionsOf(id).slice(0, askedMentions).map((span) => ({ index, span })));
}

const around = ({ start, end }: Span, reach: number): Span => ({ start: start - reach, end: end + reach });

/** The more figures and other names stand beside a mention, the more it tells. */
function weight({ index, span }: Place): number {
  const near = around(span, quoteReach);
  const figures = index.claims.filter((claim) => overlaps(claim.span, near)).length;
  const heading = index.headings.some((heading) => overlaps(heading.span, span));
  const listed = index.toc.some((entry) => overlaps(entry.span, span));
  return Math.min(figures, 2) * 3 + Math.min(mentionsIn(index, near).length, 4) - (heading || listed ? 10 : 0);
}

/** The best place of each report in turn, then the second best, until there are enough. */
function contextPlaces(places: readonly Place[], avoid: readonly Target[]): Place[] {
  const free = places.filter(({ index, span }) => !avoid.some((target) => target.report === index.path && overlaps(around(target.span, 10), span)));
  const byReport = new Map<string, Place[]>();
  for (const place of free) byReport.set(place.index.path, [...(byReport.get(place.index.path) ?? []), place]);
  for (const [path, own] of byReport) {
    const weighed = own.map((place) => ({ place, weight: weight(place) })).sort((a, b) => b.weight - a.weight || a.place.span.start - b.place.span.start);
    byReport.set(path, weighed.map(({ place }) => place));
  }
  const chosen: Place[] = [];
  for (let round = 0; chosen.length < contextCount && round < contextCount; round++) {
    for (const own of byReport.values()) {
      const place = own[round];
      if (place && chosen.length < contextCount) chosen.push(place);
    }
  }
  return chosen.sort((a, b) => (a.index.path === b.index.path ? a.span.start - b.span.start : a.index.path < b.index.path ? -1 : 1));
}

function companionsOf(snapshot: Snapshot, id: string, places: readonly Place[]): EntityCard['companions'] {
  const counts = new Map<string, number>();
  for (const { index, span } of places) {
    const near = new Set(mentionsIn(index, around(span, companionReach)).map(({ entity }) => entity));
    near.delete(id);
    for (const other of near) counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  const best = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, companionCount);
  return best.filter(([, count]) => count > 1).map(([other, count]) => ({ id: other, count, name: nameOf(snapshot, other).name }));
}

async function quote(readText: ReadText, snapshot: Snapshot, { report, span }: Target, emphasis: Span): Promise<Quote | null> {
  const index = snapshot.reports.get(report);
  if (!index) return null;
  const text = await readText(report);
  if (text === null) return null;
  return { place: { report, span }, excerpt: excerptAt(text, index.pieces, emphasis, quoteReach) };
}

/** The first mention inside an introduction, so that the quote is the sentence that names the entity. */
function namedIn(snapshot: Snapshot, { report, span }: Target, id: string): Span {
  const index = snapshot.reports.get(report);
  const mention = index && mentionsIn(index, span).find(({ entity }) => entity === id);
  return mention ? extentOf(mention) : { start: span.start, end: span.start };
}

/**
 * The card of an entity, asked for at `at`. Costs a pass over the reports that name it, and the reading of four of them.
 */
export async function entityCard(
  snapshot: Snapshot,
  readText: ReadText,
  id: string,
  at: Target,
  alternatives: readonly string[],
  annotationsOf: ReadAnnotations = () => Promise.resolve([]),
): Promise<EntityCard> {
  const entity = entityOf(snapshot, id);
  const introduced = introductionsTo(snapshot, id)[0] ?? null;
  const places = placesOf(snapshot, id);
  const avoid = introduced ? [at, { report: introduced.report, span: introduced.span }] : [at];
  const contexts = await Promise.all(
    contextPlaces(places, avoid).map(({ index, span }) => quote(readText, snapshot, { report: index.path, span }, span)),
  );
  const introduction = introduced && (await quote(readText, snapshot, introduced, namedIn(snapshot, introduced, id)));
  return {
    entity,
    status: entity.origin === 'list' ? 'confirmed' : 'candidate',
    ...countsOf(snapshot, id),
    introduction,
    contexts: contexts.filter((context) => context !== null),
    companions: companionsOf(snapshot, id, places),
    tags: await tagsOn(snapshot, places.map(({ index, span }) => ({ report: index.path, span })), annotationsOf),
    alternatives: alternatives.map((other) => entityOf(snapshot, other)),
  };
}
