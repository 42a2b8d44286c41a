import type { Snapshot } from '../corpus/corpus';
import { countsOf, entityOf, nameOf } from '../corpus/entities';
import { excerptAt } from '../corpus/excerpt';
import { fold } from '../entity/fold';
import { builtInEntityTypes } from '../entity/model';
import type { Span } from '../text/span';
import type { ReadText } from './entityCard';
import { extentOf, mentionAt } from './at';
import { queryOf, scoreOf } from './match';
import { typeLabel } from './names';

export interface EntityRow {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly status: 'confirmed' | 'candidate';
  readonly aliases: readonly string[];
  readonly mentions: number;
  readonly reports: number;
}
export interface TypeRow {
  readonly type: string;
  readonly label: string;
  readonly confirmed: readonly EntityRow[];
  readonly candidates: readonly EntityRow[];
  readonly omitted: { readonly confirmed: number; readonly candidates: number };
}

/** Entities of one type and status that a tree shows; what is left out is counted. */
const longestList = 1_000;

/** The types of a corpus: the built-in ones, then those of the entity list. */
export function entityTypes(snapshot: Snapshot): { type: string; label: string }[] {
  const added = snapshot.entityList.types.map(({ id }) => id).filter((id) => !(builtInEntityTypes as readonly string[]).includes(id));
  return [...builtInEntityTypes, ...added].map((type) => ({ type, label: typeLabel(snapshot, type) }));
}

/** One entity as lists show it. */
export function entityRow(snapshot: Snapshot, id: string): EntityRow {
  const { name, type, origin, aliases } = entityOf(snapshot, id);
  return { id, name, type, aliases, status: origin === 'list' ? 'confirmed' : 'candidate', ...countsOf(snapshot, id) };
}

interface Counted {
  readonly id: string;
  readonly type: string;
  readonly mentions: number;
}

function countedIn(snapshot: Snapshot, path: string | undefined): Counted[] {
  const count = (id: string): number => (path === undefined ? countsOf(snapshot, id).mentions : (snapshot.mentions.get(id)?.get(path) ?? 0));
  const ids = new Set(path === undefined ? [...snapshot.mentions.entries()].map(([id]) => id) : snapshot.reports.get(path)?.mentions.map(({ entity }) => entity));
  // What the list holds is shown even where no report mentions it.
  if (path === undefined) for (const id of snapshot.listed.keys()) ids.add(id);
  return [...ids].map((id) => ({ id, type: nameOf(snapshot, id).type, mentions: count(id) }));
}

/**
 * Entities by type, most mentioned first: of the corpus, or of one report and counted there. `filter` is matched as text,
 * pinyin or initials.
 */
export function entityTree(snapshot: Snapshot, path: string | undefined, filter: string): TypeRow[] {
  const query = queryOf(filter);
  const matches = (id: string): boolean => {
    const folded = fold(nameOf(snapshot, id).name);
    return query.typed === '' || scoreOf(folded, query) > 0;
  };
  const byType = new Map<string, { confirmed: Counted[]; candidates: Counted[] }>();
  for (const entity of countedIn(snapshot, path)) {
    if (!matches(entity.id)) continue;
    const group = byType.get(entity.type) ?? { confirmed: [], candidates: [] };
    byType.set(entity.type, group);
    (snapshot.listed.has(entity.id) ? group.confirmed : group.candidates).push(entity);
  }
  const rows = (list: Counted[]): EntityRow[] =>
    list
      .sort((a, b) => b.mentions - a.mentions || (a.id < b.id ? -1 : 1))
      .slice(0, longestList)
      .map(({ id, mentions }) => ({ ...entityRow(snapshot, id), mentions }));
  const order = [...new Set([...entityTypes(snapshot).map(({ type }) => type), ...byType.keys()])];
  return order.flatMap((type) => {
    const group = byType.get(type);
    if (!group) return [];
    const omitted = {
      confirmed: Math.max(0, group.confirmed.length - longestList),
      candidates: Math.max(0, group.candidates.length - longestList),
    };
    return [{ type, label: typeLabel(snapshot, type), confirmed: rows(group.confirmed), candidates: rows(group.candidates), omitted }];
  });
}

/** The entity whose name is at a cursor. */
export function entityAt(snapshot: Snapshot, path: string, offset: number): EntityRow | null {
  const index = snapshot.reports.get(path);
  const mention = index && mentionAt(index, offset);
  return mention ? entityRow(snapshot, mention.entity) : null;
}

/** Reports that mention an entity, most mentions first. */
export function reportsNaming(snapshot: Snapshot, id: string): { path: string; mentions: number }[] {
  const posting = [...(snapshot.mentions.get(id) ?? [])].map(([path, mentions]) => ({ path, mentions }));
  return posting.sort((a, b) => b.mentions - a.mentions || (a.path < b.path ? -1 : 1));
}

export interface MentionRow {
  readonly spans: readonly Span[];
  readonly text: string;
  readonly emphasis: readonly [number, number];
}

/** Characters to each side of a mention that its row shows. */
const rowReach = 24;

/** The mentions of an entity in a report, each with the words around it. */
export async function mentionRows(snapshot: Snapshot, readText: ReadText, id: string, path: string): Promise<MentionRow[]> {
  const index = snapshot.reports.get(path);
  const text = index ? await readText(path) : null;
  if (!index || text === null) return [];
  const mentions = index.mentions.filter(({ entity }) => entity === id);
  return mentions.map((mention) => {
    const excerpt = excerptAt(text, index.pieces, extentOf(mention), rowReach);
    return { spans: mention.spans, text: excerpt.text, emphasis: [excerpt.start, excerpt.end] };
  });
}
