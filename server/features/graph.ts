import type { Snapshot } from '../corpus/corpus';
import { nameOf } from '../corpus/entities';
import type { PassageTable } from '../corpus/passageTable';
import { targetsOf } from '../corpus/resolve';
import { splitKey } from '../reference/keys';
import { titleOf } from './names';
import { reportsByPath } from './reports';

/** A report, a document that reports cite and none holds, or an entity that several reports name. */
export interface GraphNode {
  /** "report:" and its path, the document's key, or "entity:" and the entity's id; unique. */
  readonly id: string;
  readonly kind: 'report' | 'document' | 'entity';
  readonly title: string;
  /** Type of the entity; "" for others. */
  readonly type: string;
  readonly date: string | null;
}
/** How often one node cites or names another, or how many passages two reports have in common (told once, by path). */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: 'cites' | 'mentions' | 'samePassages';
  readonly count: number;
}
/** The graph of a corpus; nodes by id, edges by their ends. */
export interface CorpusGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** Separates the parts of an edge's name: no path, key or id holds it. */
const apart = '\u0000';

const reportId = (path: string): string => `report:${path}`;
const entityId = (id: string): string => `entity:${id}`;

/**
 * Who cites whom, who names what, and who prints the same. A reference that several reports answer equally well leads to
 * each of them. Linear in references, mentions and passages.
 */
export function graphOf(snapshot: Snapshot, table: PassageTable): CorpusGraph {
  const nodes = new Map<string, GraphNode>();
  const counts = new Map<string, number>();
  const count = (kind: GraphEdge['kind'], from: string, to: string, by = 1): void => {
    const edge = [from, to, kind].join(apart);
    counts.set(edge, (counts.get(edge) ?? 0) + by);
  };
  table.follow(snapshot);
  for (const index of reportsByPath(snapshot)) {
    const from = reportId(index.path);
    nodes.set(from, { id: from, kind: 'report', title: titleOf(index), type: '', date: index.meta.date });
    for (const reference of index.references) {
      if (reference.key === null) continue;
      const targets = targetsOf(snapshot, index.path, reference);
      const others = new Set(targets.map(({ report }) => report).filter((path) => path !== index.path));
      for (const path of others) count('cites', from, reportId(path));
      if (targets.length > 0 || reference.kind !== 'document') continue;
      const { whole } = splitKey(reference.key);
      const known = nodes.get(whole);
      if (!known && whole === reference.key) nodes.set(whole, { id: whole, kind: 'document', title: reference.text, type: '', date: null });
      count('cites', from, whole);
    }
    for (const { entity } of index.mentions) if ((snapshot.mentions.get(entity)?.size ?? 0) > 1) count('mentions', from, entityId(entity));
    for (const { other } of table.sameAs(index.path)) if (index.path < other.path) count('samePassages', from, reportId(other.path));
  }
  for (const [id, posting] of snapshot.mentions.entries()) {
    if (posting.size > 1) nodes.set(entityId(id), { id: entityId(id), kind: 'entity', title: nameOf(snapshot, id).name, type: nameOf(snapshot, id).type, date: null });
  }
  const edges = [...counts].map(([name, number]): GraphEdge => {
    const [from = '', to = '', kind = ''] = name.split(apart);
    return { from, to, kind: kind as GraphEdge['kind'], count: number };
  });
  for (const { to } of edges) if (!nodes.has(to)) nodes.set(to, { id: to, kind: 'document', title: to.replace(/^document:/, ''), type: '', date: null });
  const byEnds = (a: GraphEdge, b: GraphEdge): number => (a.from === b.from ? (a.to === b.to ? order(a.kind, b.kind) : order(a.to, b.to)) : order(a.from, b.from));
  return { nodes: [...nodes.values()].sort((a, b) => order(a.id, b.id)), edges: edges.sort(byEnds) };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
