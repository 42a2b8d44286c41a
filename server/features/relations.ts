import { t } from '@vscode/l10n';
import type { Snapshot } from '../corpus/corpus';
import { nameOf } from '../corpus/entities';
import type { ReportIndex } from '../corpus/model';
import { targetsOf } from '../corpus/resolve';
import type { Reference, Target } from '../reference/model';
import { similarity } from '../reference/passages';
import { extentOf } from './at';
import { citationsOf } from './references';
import { titleOf } from './names';

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
/** Share of equal shingles from which two passages count as the same. */
const sameFrom = 0.5;

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
  const keyed = index.references.filter((reference): reference is Reference & { key: string } => reference.key !== null);
  const placed = keyed.map((reference) => {
    const target = targetsOf(snapshot, index.path, reference).find(({ report }) => report !== index.path) ?? null;
    return { reference, place: { text: reference.text, from: { report: index.path, span: reference.span }, to: target } };
  });
  const answered = placed.filter(({ place }) => place.to);
  const open = placed.filter(({ reference }) => reference.kind === 'document' && !snapshot.answers.has(reference.key));
  return [
    ...[...grouped(answered, ({ place }) => place.to?.report ?? '')].map(([path, own]) =>
      relation(snapshot, path, t('{0} references', own.length), own.length + 1000, own.map(({ place }) => place)),
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

/** Other reports with references that this one answers. */
function citedBy(snapshot: Snapshot, index: ReportIndex): Relation[] {
  const places = index.answers.flatMap((answer) =>
    citationsOf(snapshot, answer.key)
      .filter(({ report }) => report !== index.path)
      .map((to): RelationPlace => ({ text: answer.key.slice(answer.key.indexOf(':') + 1), from: { report: index.path, span: answer.span }, to })),
  );
  return [...grouped(places, ({ to }) => to?.report ?? '')].map(([path, own]) =>
    relation(snapshot, path, t('{0} references', own.length), own.length, own),
  );
}

/** Reports that name the same entities; rare ones weigh more than those that everybody names. */
function sharedEntities(snapshot: Snapshot, index: ReportIndex): Relation[] {
  const first = new Map<string, Target>();
  for (const mention of index.mentions) {
    if (!first.has(mention.entity)) first.set(mention.entity, { report: index.path, span: extentOf(mention) });
  }
  const shared = new Map<string, { strength: number; ids: { id: string; weight: number }[] }>();
  for (const id of first.keys()) {
    const posting = snapshot.mentions.get(id);
    const weight = Math.log(1 + snapshot.reports.size / (posting?.size ?? 1));
    for (const path of posting?.keys() ?? []) {
      if (path === index.path) continue;
      const entry = shared.get(path) ?? { strength: 0, ids: [] };
      shared.set(path, entry);
      entry.strength += weight;
      entry.ids.push({ id, weight });
    }
  }
  const best = [...shared].sort(([, a], [, b]) => b.strength - a.strength).slice(0, mostRelations);
  return best.map(([path, { strength, ids }]) => {
    const documents = ids.filter(({ id }) => nameOf(snapshot, id).type === 'document').length;
    const reason = documents > 0
      ? t('{0} shared entities, {1} shared documents', ids.length - documents, documents)
      : t('{0} shared entities', ids.length);
    const chosen = ids.sort((a, b) => b.weight - a.weight).slice(0, mostPlaces);
    return relation(snapshot, path, reason, strength, chosen.map(({ id }) => ({
      text: nameOf(snapshot, id).name, from: first.get(id) ?? null, to: firstMention(snapshot, path, id),
    })));
  });
}

function firstMention(snapshot: Snapshot, path: string, id: string): Target | null {
  const mention = snapshot.reports.get(path)?.mentions.find(({ entity }) => entity === id);
  return mention ? { report: path, span: extentOf(mention) } : null;
}

/** Reports that print the same passages. Compares only passages whose smallest hashes meet. */
function samePassages(snapshot: Snapshot, index: ReportIndex): Relation[] {
  const own = new Map<number, ReportIndex['passages'][number]>();
  for (const passage of index.passages) for (const hash of passage.sketch.subarray(0, 3)) own.set(hash, passage);
  const relations: Relation[] = [];
  for (const [path, other] of snapshot.reports.entries()) {
    if (path === index.path) continue;
    const places = other.passages.flatMap((passage): RelationPlace[] => {
      const [hit] = [...passage.sketch.subarray(0, 3)].flatMap((hash) => own.get(hash) ?? []);
      if (!hit || similarity(hit.sketch, passage.sketch) < sameFrom) return [];
      return [{ text: '', from: { report: index.path, span: hit.span }, to: { report: path, span: passage.span } }];
    });
    if (places.length > 0) relations.push(relation(snapshot, path, t('{0} passages', places.length), places.length, places));
  }
  return relations;
}

/** How a report is related to others, each kind by strength. */
export function relationsOf(snapshot: Snapshot, index: ReportIndex): { kind: RelationKind; items: Relation[] }[] {
  const sorted = (items: Relation[]): Relation[] => items.sort(byStrength).slice(0, mostRelations);
  return [
    { kind: 'cites', items: sorted(cites(snapshot, index)) },
    { kind: 'citedBy', items: sorted(citedBy(snapshot, index)) },
    { kind: 'entities', items: sorted(sharedEntities(snapshot, index)) },
    { kind: 'passages', items: sorted(samePassages(snapshot, index)) },
  ];
}
