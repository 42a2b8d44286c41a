import type { Entity, Introduction } from '../entity/model';
import type { Target } from '../reference/model';
import { overlaps } from '../text/span';
import type { Snapshot } from './corpus';
import type { ReportIndex } from './model';
import { digestIn } from './digest';
import { oncePerSnapshot } from './oncePerSnapshot';
import { introductionRank } from './symbols';

/** Reports asked for what they say of an entity; more of them say the same again. */
const askedReports = 20;

const originRank = { list: 0, lexicon: 1, report: 2 } as const;

/**
 * What the corpus knows of an entity: its entry in the list, else the lexicon's, else what reports define, joined in
 * order of path. An id nobody defines (a pattern's find) still tells type and name. Gathered once per snapshot.
 */
export function entityOf(snapshot: Snapshot, id: string): Entity {
  return snapshot.listed.get(id) ?? gathered(snapshot, id);
}

const gathered = oncePerSnapshot(gather);

function gather(snapshot: Snapshot, id: string): Entity {
  const said = (path: string, origin: Entity['origin']): Entity[] => snapshot.reports.get(path)?.entities.filter((entity) => entity.id === id && entity.origin === origin) ?? [];
  const defining = [...(snapshot.definitions.get(id)?.keys() ?? [])].sort().slice(0, askedReports);
  // Every report that names a built-in entity has the lexicon's entry.
  const [naming = ''] = snapshot.mentions.get(id)?.keys() ?? [];
  const found = [...defining.flatMap((path) => said(path, 'report')), ...said(naming, 'lexicon')];
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
  posting?.forEach((count) => { mentions += count; });
  return { mentions, reports: posting?.size ?? 0 };
}

export interface IntroducedAt extends Target {
  readonly kind: Introduction['kind'] | 'firstMention';
}

/** Reports that are asked where they introduce an entity, in order of path. */
const askedIntroductions = 50;
const kinds = Object.entries(introductionRank) as [Introduction['kind'], number][];

/**
 * Where an entity is introduced: the places of the best kind there is, in order of path and position, of the first 50
 * reports; else its first mention in the earliest dated report. Costs a pass over the reports that introduce it or, where
 * none does, that name it, once per snapshot.
 */
export const introductionsTo = oncePerSnapshot((snapshot, id): readonly IntroducedAt[] => tellingPlaces(snapshot, id) ?? mentionedFirst(snapshot, id));

function tellingPlaces(snapshot: Snapshot, id: string): IntroducedAt[] | null {
  const posting = snapshot.introductions.get(id);
  if (!posting) return null;
  let best = Infinity;
  for (const rank of posting.values()) if (rank < best) best = rank;
  const [kind = 'tableRow'] = kinds.find(([, rank]) => rank === best) ?? [];
  const paths: string[] = [];
  for (const [path, rank] of posting) if (rank === best) paths.push(path);
  return paths.sort().slice(0, askedIntroductions).flatMap((path) => {
    const index = snapshot.reports.get(path);
    return index ? digestIn(index).introductionsOf(id).map((span): IntroducedAt => ({ report: path, span, kind })) : [];
  });
}

/** The first of `introductionsTo`; null where the entity is only mentioned. One pass over the reports that introduce it. */
export function introductionTo(snapshot: Snapshot, id: string): Target | null {
  let [best, first] = [Infinity, ''];
  for (const [path, rank] of snapshot.introductions.get(id) ?? []) if (rank < best || (rank === best && path < first)) [best, first] = [rank, path];
  const index = snapshot.reports.get(first);
  const [span] = index ? digestIn(index).introductionsOf(id) : [];
  return span ? { report: first, span } : null;
}

/**
 * The first mention in the report with the earliest date, of several the first by path: in running text where there is
 * one, rather than in contents, headings or captions.
 */
function mentionedFirst(snapshot: Snapshot, id: string): IntroducedAt[] {
  let first: ReportIndex | null = null;
  let date = '';
  for (const path of snapshot.mentions.get(id)?.keys() ?? []) {
    const index = snapshot.reports.get(path);
    const own = index?.meta.date ?? '9999';
    if (!index || (first !== null && (own > date || (own === date && path > first.path)))) continue;
    first = index;
    date = own;
  }
  if (!first) return [];
  const { path, toc, headings, captions } = first;
  const labels = [...toc, ...headings, ...captions];
  const spans = digestIn(first).mentionsOf(id);
  const span = spans.find((mention) => !labels.some((label) => overlaps(label.span, mention))) ?? spans[0];
  return span ? [{ report: path, span, kind: 'firstMention' }] : [];
}
