import type { Entity, Introduction } from '../entity/model';
import type { Target } from '../reference/model';
import type { Snapshot } from './corpus';
import { introductionRank } from './symbols';

/** Reports asked for what they say of an entity; more of them say the same again. */
const askedReports = 20;

const originRank = { list: 0, lexicon: 1, report: 2 } as const;

/**
 * What the corpus knows of an entity: its entry in the list, else the lexicon's, else what reports define, joined in
 * order of path. An id nobody defines (a pattern's find) still tells type and name.
 */
export function entityOf(snapshot: Snapshot, id: string): Entity {
  const listed = snapshot.listed.get(id);
  if (listed) return listed;
  const paths = [...(snapshot.definitions.get(id)?.keys() ?? [])].sort().slice(0, askedReports);
  const found = paths.flatMap((path) => snapshot.reports.get(path)?.entities.find((entity) => entity.id === id) ?? []);
  const best = found.reduce<Entity | null>(
    (kept, entity) => (kept && originRank[kept.origin] <= originRank[entity.origin] ? kept : entity),
    null,
  );
  if (!best) return unknown(snapshot, id);
  return {
    ...best,
    aliases: [...new Set([...best.aliases, ...found.flatMap((entity) => entity.aliases)])].filter((alias) => alias !== best.name),
    attributes: Object.assign({}, ...found.map((entity) => entity.attributes).reverse(), best.attributes) as Entity['attributes'],
  };
}

/** Name and type of an entity, from its entry in the list or from its id, which says both; O(1). */
export function nameOf(snapshot: Snapshot, id: string): Pick<Entity, 'name' | 'type'> {
  const colon = id.indexOf(':');
  return snapshot.listed.get(id) ?? { name: id.slice(colon + 1), type: colon > 0 ? id.slice(0, colon) : 'organization' };
}

function unknown(snapshot: Snapshot, id: string): Entity {
  return {
    id,
    ...nameOf(snapshot, id),
    aliases: [],
    attributes: {},
    note: null,
    origin: 'report',
  };
}

/** Mentions of an entity in the whole corpus, and the number of reports that hold them. */
export function countsOf(snapshot: Snapshot, id: string): { readonly mentions: number; readonly reports: number } {
  const posting = snapshot.mentions.get(id);
  let mentions = 0;
  for (const count of posting?.values() ?? []) mentions += count;
  return { mentions, reports: posting?.size ?? 0 };
}

export interface IntroducedAt extends Target {
  readonly kind: Introduction['kind'];
}

/**
 * Where an entity is introduced: all places of the best kind there is, in order of path and position. Of first mentions
 * only one is given: that of the earliest dated report.
 */
export function introductionsTo(snapshot: Snapshot, id: string): IntroducedAt[] {
  const posting = snapshot.introductions.get(id);
  if (!posting) return [];
  const best = Math.min(...posting.values());
  const paths = [...posting].filter(([, rank]) => rank === best).map(([path]) => path);
  const places = paths.sort().flatMap((path) => {
    const introductions = snapshot.reports.get(path)?.introductions ?? [];
    return introductions
      .filter((introduction) => introduction.entity === id && introductionRank[introduction.kind] === best)
      .map(({ span, kind }): IntroducedAt => ({ report: path, span, kind }));
  });
  if (places[0]?.kind !== 'firstMention') return places;
  const dateOf = (place: IntroducedAt): string => snapshot.reports.get(place.report)?.meta.date ?? '9999';
  return [places.reduce((first, place) => (dateOf(place) < dateOf(first) ? place : first))];
}
