import type { Snapshot } from '../corpus/corpus';
import { countsOf, entityOf, introductionsTo, nameOf } from '../corpus/entities';
import { excerptAt, type Excerpt } from '../corpus/excerpt';
import type { ReportIndex } from '../corpus/model';
import { oncePerSnapshot } from '../corpus/oncePerSnapshot';
import type { Entity } from '../entity/model';
import type { Target } from '../reference/model';
import { overlaps, type Span } from '../text/span';
import { extentOf, mentionsIn } from './at';
import { around, standingIn, type Standing } from './entityStanding';
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
/** Reports looked at for contexts and companions, those with most mentions first. */
const askedReports = 6;
/** Characters of a report that is looked at only where no smaller one says anything: quoting it means reading it. */
const largeReport = 100_000;
/** Characters to each side of a name that a quote keeps. */
const quoteReach = 40;

interface Standings {
  readonly index: ReportIndex;
  readonly standing: Standing;
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

/** What a card says whatever mention it is asked at. */
interface Common {
  readonly reports: readonly Standings[];
  readonly companions: EntityCard['companions'];
}

/** A hand on the mouse asks for the same names again. */
const commonOf = oncePerSnapshot((snapshot, id): Common => {
  const reports = tellingReports(snapshot, id).map((index): Standings => ({ index, standing: standingIn(index, id) }));
  return { reports, companions: companionsOf(snapshot, reports) };
});

/** The best place of each report in turn, then the second best, until there are enough. */
function contextPlaces(reports: readonly Standings[], avoid: readonly Target[]): Target[] {
  const free = reports.map(({ index: { path }, standing }) =>
    standing.telling.filter((span) => !avoid.some((target) => target.report === path && overlaps(around(target.span, 10), span))).map((span) => ({ report: path, span })),
  );
  const chosen: Target[] = [];
  for (let round = 0; chosen.length < contextCount && round < contextCount; round++) {
    for (const own of free) {
      const place = own[round];
      if (place && chosen.length < contextCount) chosen.push(place);
    }
  }
  return chosen.sort((a, b) => (a.report === b.report ? a.span.start - b.span.start : a.report < b.report ? -1 : 1));
}

function companionsOf(snapshot: Snapshot, reports: readonly Standings[]): EntityCard['companions'] {
  const counts = new Map<string, number>();
  for (const { standing } of reports) for (const [other, count] of standing.companions) counts.set(other, (counts.get(other) ?? 0) + count);
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
  const { reports, companions } = commonOf(snapshot, id);
  const avoid = introduced ? [at, { report: introduced.report, span: introduced.span }] : [at];
  const contexts = await Promise.all(contextPlaces(reports, avoid).map((place) => quote(readText, snapshot, place, place.span)));
  const introduction = introduced && (await quote(readText, snapshot, introduced, namedIn(snapshot, introduced, id)));
  return {
    entity,
    status: entity.origin === 'list' ? 'confirmed' : 'candidate',
    ...countsOf(snapshot, id),
    introduction,
    contexts: contexts.filter((context) => context !== null),
    companions,
    tags: await tagsOn(snapshot, reports.map(({ index, standing }) => ({ report: index.path, spans: standing.spans })), annotationsOf),
    alternatives: alternatives.map((other) => entityOf(snapshot, other)),
  };
}
