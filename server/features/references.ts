import type { Snapshot } from '../corpus/corpus';
import { countsOf } from '../corpus/entities';
import { targetsOf } from '../corpus/resolve';
import type { Reference, Target } from '../reference/model';
import { overlaps, touches, type Span } from '../text/span';
import { mentionAt, referenceAt } from './at';
import { definitionsOf, mentionsIn, subjectAt, usesOf, type Subject } from './subject';

export interface References {
  readonly places: readonly Target[];
  /** Of all places there are, listed or not. */
  readonly total: number;
}

/**
 * The places that name or point to what stands at the cursor, by path and position; where there are more than `most`,
 * those of the report at hand first. With `declaration`, also where it is introduced, unless a place found lies there
 * already. Costs what it lists, for an entity.
 */
export function referencesAt(snapshot: Snapshot, path: string, offset: number, declaration: boolean, most = Infinity): References {
  const index = snapshot.reports.get(path);
  const subject = index && subjectAt(snapshot, index, offset);
  if (!subject) return { places: [], total: 0 };
  if (subject.kind === 'entity') {
    const { mentions } = countsOf(snapshot, subject.id);
    if (mentions > most) return { places: mentionsFrom(snapshot, subject.id, path, most), total: mentions };
  }
  const places = withDefinitions(snapshot, subject, declaration);
  if (places.length <= most) return { places, total: places.length };
  const here = places.filter(({ report }) => report === path);
  const elsewhere = places.filter(({ report }) => report !== path);
  return { places: [...here, ...elsewhere].slice(0, most), total: places.length };
}

/** The first mentions of an entity: those in the report `first`, then by path and position. */
function mentionsFrom(snapshot: Snapshot, id: string, first: string, most: number): Target[] {
  const others = [...(snapshot.mentions.get(id)?.keys() ?? [])].filter((path) => path !== first).sort();
  const found: Target[] = [];
  for (const path of [first, ...others]) {
    found.push(...mentionsIn(snapshot, path, id));
    if (found.length >= most) break;
  }
  return found.slice(0, most);
}

function withDefinitions(snapshot: Snapshot, subject: Subject, declaration: boolean): Target[] {
  const uses = usesOf(snapshot, subject);
  const extra = declaration ? definitionsOf(snapshot, subject) : [];
  if (extra.length === 0) return uses;
  const asked = new Set(extra.map(({ report }) => report));
  const near = uses.filter(({ report }) => asked.has(report));
  const covered = (target: Target): boolean => near.some((use) => use.report === target.report && overlaps(use.span, target.span));
  return [...uses, ...extra.filter((target) => !covered(target))];
}

/** The places in the same report that `referencesAt` would find, for highlighting. */
export function highlightsAt(snapshot: Snapshot, path: string, offset: number): Span[] {
  const index = snapshot.reports.get(path);
  const mention = index && mentionAt(index, offset);
  if (mention) return index.mentions.filter(({ entity }) => entity === mention.entity).flatMap(({ spans }) => spans);
  const reference = index && referenceAt(index, offset);
  if (!index || !reference) return [];
  const [target] = targetsOf(snapshot, path, reference);
  const own = target?.report === path && !touches(target.span, offset) ? [target.span] : [];
  return [...own, ...index.references.filter((other) => isSame(reference, other)).map(({ span }) => span)];
}

/** True for references to one place of the report, or to one thing of the corpus. */
function isSame(a: Reference, b: Reference): boolean {
  return a === b || (a.local ? a.local.start === b.local?.start && a.local.end === b.local.end : a.key !== null && a.key === b.key);
}
