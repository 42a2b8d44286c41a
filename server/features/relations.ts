import { t } from '@vscode/l10n';
import type { Snapshot } from '../corpus/corpus';
import { nameOf } from '../corpus/entities';
import { excerptAt } from '../corpus/excerpt';
import type { ReportIndex } from '../corpus/model';
import type { PassageTable } from '../corpus/passageTable';
import { citationsAt, targetsOf } from '../corpus/resolve';
import type { Reference, Target } from '../reference/model';
import { extentOf } from './at';
import type { ReadText } from './entityCard';
import { shorten, titleOf } from './names';

export type RelationKind = 'cites' | 'citedBy' | 'entities' | 'passages';

export interface RelationPlace {
  readonly text: string;
  /** In the report asked about, and in the other one. */
  readonly from: Target | null;
  readonly to: Target | null;
}
/** One other report, or a document that no report holds (`path` null), and why it is related. */
export interface Relation {
  readonly path: string | null;
  readonly title: string;
  readonly reason: string;
  readonly strength: number;
  readonly places: readonly RelationPlace[];
}

const mostRelations = 100;
const mostPlaces = 12;
/** An entity in more reports than this relates nothing to anything, and asking for them all takes long. */
const commonEntity = 1500;
/** Characters of a passage that its row shows. */
const passageLength = 60;

const byStrength = (a: Relation, b: Relation): number => b.strength - a.strength || (a.title < b.title ? -1 : 1);

function relation(snapshot: Snapshot, path: string, reason: string, strength: number, places: readonly RelationPlace[]): Relation {
  const index = snapshot.reports.get(path);
  return { path, title: index ? titleOf(index) : path, reason, strength, places: places.slice(0, mostPlaces) };
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** What the report cites: other reports that answer its references, and documents that none holds. */
function cites(snapshot: Snapshot, index: ReportIndex): Relation[] {
  const answered: RelationPlace[] = [];
  const open: { reference: Reference & { key: string }; place: RelationPlace }[] = [];
  for (const reference of index.references) {
    if (reference.key === null) continue;
    const targets = targetsOf(snapshot, index.path, reference);
    const from = { report: index.path, span: reference.span };
    const others = new Map(targets.filter(({ report }) => report !== index.path).reverse().map((target) => [target.report, target]));
    for (const to of others.values()) answered.push({ text: reference.text, from, to });
    if (targets.length === 0 && reference.kind === 'document') open.push({ reference: { ...reference, key: reference.key }, place: { text: reference.text, from, to: null } });
  }
  return [
    ...[...grouped(answered, ({ to }) => to?.report ?? '')].map(([path, own]) =>
      relation(snapshot, path, t('{0} references', own.length), own.length + 1000, own),
    ),
    ...[...grouped(open, ({ reference }) => reference.key)].map(([, own]): Relation => ({
      path: null,
      title: own[0]?.reference.text ?? '',
      reason: t('{0} references, not in this corpus', own.length),
      strength: own.length,
      places: own.slice(0, mostPlaces).map(({ place }) => place),
    })),
  ];
}

/** Other reports with references that lead here. */
function citedBy(snapshot: Snapshot, index: ReportIndex): Relation[] {
  const citations = citationsAt(snapshot, index.path, { start: 0, end: index.length }).filter(({ report }) => report !== index.path);
  return [...grouped(citations, ({ report }) => report)].map(([path, own]) => {
    const places = own.slice(0, mostPlaces).map(({ report, reference }): RelationPlace => ({
      text: reference.text,
      from: targetsOf(snapshot, report, reference).find((target) => target.report === index.path) ?? null,
      to: { report, span: reference.span },
    }));
    return relation(snapshot, path, t('{0} references', own.length), own.length, places);
  });
}

/** Reports that name the same entities; rare ones weigh more than those that everybody names, places nothing. */
function sharedEntities(snapshot: Snapshot, index: ReportIndex): Relation[] {
  const first = new Map<string, Target>();
  for (const mention of index.mentions) {
    if (mention.type !== 'place' && !first.has(mention.entity)) first.set(mention.entity, { report: index.path, span: extentOf(mention) });
  }
  const shared = new Map<string, { strength: number; ids: { id: string; weight: number }[] }>();
  for (const id of first.keys()) {
    const posting = snapshot.mentions.get(id);
    if (!posting || posting.size > commonEntity) continue;
    const weight = Math.log(1 + snapshot.reports.size / posting.size);
    for (const path of posting.keys()) {
      if (path === index.path) continue;
      const entry = shared.get(path) ?? { strength: 0, ids: [] };
      shared.set(path, entry);
      entry.strength += weight;
      entry.ids.push({ id, weight });
    }
  }
  const best = [...shared].sort(([a, m], [b, n]) => n.strength - m.strength || (a < b ? -1 : 1)).slice(0, mostRelations);
  return best.map(([path, { strength, ids }]) => {
    const documents = ids.filter(({ id }) => nameOf(snapshot, id).type === 'document').length;
    const entities = ids.length - documents;
    const reasons = [entities > 0 ? t('{0} shared entities', entities) : '', documents > 0 ? t('{0} shared policies', documents) : ''];
    const reason = reasons.filter((text) => text !== '').join(t({ message: ', ', comment: ['Between names in a list'] }));
    const chosen = ids.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1)).slice(0, mostPlaces);
    return relation(snapshot, path, reason, strength, chosen.map(({ id }) => ({
      text: nameOf(snapshot, id).name, from: first.get(id) ?? null, to: firstMention(snapshot, path, id),
    })));
  });
}

function firstMention(snapshot: Snapshot, path: string, id: string): Target | null {
  const mention = snapshot.reports.get(path)?.mentions.find(({ entity }) => entity === id);
  return mention ? { report: path, span: extentOf(mention) } : null;
}

/** Reports that print the same passages. */
async function samePassages(snapshot: Snapshot, table: PassageTable, readText: ReadText, index: ReportIndex): Promise<Relation[]> {
  table.follow(snapshot);
  const same = table.sameAs(index.path);
  const text = same.length > 0 ? await readText(index.path) : null;
  const placed = same.flatMap(({ own, other }): RelationPlace[] => {
    const passages = snapshot.reports.get(other.path)?.passages;
    if (!passages) return [];
    const from = { start: index.passages.starts[own] as number, end: index.passages.ends[own] as number };
    const to = { start: passages.starts[other.at] as number, end: passages.ends[other.at] as number };
    const begins = text === null ? '' : excerptAt(text, index.pieces, { start: from.start, end: from.start }, passageLength).text;
    return [{ text: shorten(begins, passageLength), from: { report: index.path, span: from }, to: { report: other.path, span: to } }];
  });
  return [...grouped(placed, ({ to }) => to?.report ?? '')].map(([path, own]) =>
    relation(snapshot, path, t('{0} passages', own.length), own.length, own),
  );
}

/**
 * How a report is related to others, each kind by strength. `table` is kept between calls, so that only reports that
 * changed are entered anew. Costs the postings of what the report holds, not the corpus.
 */
export async function relationsOf(
  snapshot: Snapshot, table: PassageTable, readText: ReadText, index: ReportIndex,
): Promise<{ kind: RelationKind; items: Relation[] }[]> {
  const sorted = (items: Relation[]): Relation[] => items.sort(byStrength).slice(0, mostRelations);
  return [
    { kind: 'cites', items: sorted(cites(snapshot, index)) },
    { kind: 'citedBy', items: sorted(citedBy(snapshot, index)) },
    { kind: 'entities', items: sorted(sharedEntities(snapshot, index)) },
    { kind: 'passages', items: sorted(await samePassages(snapshot, table, readText, index)) },
  ];
}
