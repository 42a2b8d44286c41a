import type { Snapshot } from '../corpus/corpus';
import { targetsOf } from '../corpus/resolve';
import type { Reference, Target } from '../reference/model';
import { overlaps, touches, type Span } from '../text/span';
import { mentionAt, referenceAt } from './at';
import { definitionsOf, subjectAt, usesOf } from './subject';

/**
 * All places that name or point to what stands at the cursor, by path and position. With `declaration`, also where it is
 * introduced, unless a place found lies there already.
 */
export function referencesAt(snapshot: Snapshot, path: string, offset: number, declaration: boolean): Target[] {
  const index = snapshot.reports.get(path);
  const subject = index && subjectAt(snapshot, index, offset);
  if (!subject) return [];
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
