import type { Snapshot } from '../corpus/corpus';
import { introductionsTo } from '../corpus/entities';
import type { ReportIndex } from '../corpus/model';
import { answersTo, targetsOf } from '../corpus/resolve';
import type { Target } from '../reference/model';
import { overlaps, touches, type Span } from '../text/span';
import { captionAt, extentOf, headingAt, mentionAt, noteMarkAt, noteTextAt, referenceAt } from './at';

/** What can be asked for its references: an entity, a document or page by key, or a place in one report. */
export type Subject =
  | { readonly kind: 'entity'; readonly id: string }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'place'; readonly path: string; readonly span: Span }
  | { readonly kind: 'note'; readonly path: string; readonly note: Span };

/** The subject at a cursor: what a reference leads to, an entity, a caption, a section, a note. */
export function subjectAt(index: ReportIndex, offset: number): Subject | null {
  const note = noteMarkAt(index, offset) ?? noteTextAt(index, offset);
  if (note?.note) return { kind: 'note', path: index.path, note: note.note };
  const reference = referenceAt(index, offset);
  if (reference?.local && reference.kind !== 'note') return { kind: 'place', path: index.path, span: reference.local };
  const mention = mentionAt(index, offset);
  if (mention) return { kind: 'entity', id: mention.entity };
  if (reference && reference.key !== null) return { kind: 'key', key: reference.key };
  const place = captionAt(index, offset) ?? headingAt(index, offset);
  return place && { kind: 'place', path: index.path, span: place.span };
}

/** All mentions of an entity, by path and position. */
export function mentionsOf(snapshot: Snapshot, id: string): Target[] {
  const paths = [...(snapshot.mentions.get(id)?.keys() ?? [])].sort();
  return paths.flatMap((path) => {
    const mentions = snapshot.reports.get(path)?.mentions ?? [];
    return mentions.filter(({ entity }) => entity === id).map((mention) => ({ report: path, span: extentOf(mention) }));
  });
}

/** All references that carry a key, by path and position. */
export function citationsOf(snapshot: Snapshot, key: string): Target[] {
  const paths = [...(snapshot.citations.get(key)?.keys() ?? [])].sort();
  return paths.flatMap((path) => {
    const references = snapshot.reports.get(path)?.references ?? [];
    return references.filter((reference) => reference.key === key).map(({ span }) => ({ report: path, span }));
  });
}

/** References to a place: those of its own report that lead there, and those that ask for a key it answers. */
function referencesTo(snapshot: Snapshot, path: string, span: Span): Target[] {
  const index = snapshot.reports.get(path);
  if (!index) return [];
  const local = index.references.filter((reference) => reference.local && overlaps(reference.local, span));
  const keys = new Set(index.answers.filter((answer) => overlaps(answer.span, span)).map(({ key }) => key));
  return [...local.map((reference) => ({ report: path, span: reference.span })), ...[...keys].flatMap((key) => citationsOf(snapshot, key))];
}

/** Where the subject is declared: what `includeDeclaration` adds. */
function declarationsOf(snapshot: Snapshot, subject: Subject): Target[] {
  switch (subject.kind) {
    case 'entity':
      return introductionsTo(snapshot, subject.id).map(({ report, span }) => ({ report, span }));
    case 'key':
      return answersTo(snapshot, subject.key);
    case 'place':
      return [{ report: subject.path, span: subject.span }];
    case 'note':
      return [{ report: subject.path, span: subject.note }];
  }
}

function usesOf(snapshot: Snapshot, subject: Subject): Target[] {
  switch (subject.kind) {
    case 'entity':
      return mentionsOf(snapshot, subject.id);
    case 'key':
      return citationsOf(snapshot, subject.key);
    case 'place':
      return referencesTo(snapshot, subject.path, subject.span);
    case 'note': {
      const notes = snapshot.reports.get(subject.path)?.notes ?? [];
      return notes
        .filter(({ note }) => note?.start === subject.note.start)
        .map(({ mark }) => ({ report: subject.path, span: mark }));
    }
  }
}

/**
 * All places that name or point to what stands at the cursor, by path and position. With `declaration`, also where it is
 * introduced, unless a place found lies there already.
 */
export function referencesAt(snapshot: Snapshot, path: string, offset: number, declaration: boolean): Target[] {
  const index = snapshot.reports.get(path);
  const subject = index && subjectAt(index, offset);
  if (!subject) return [];
  const uses = usesOf(snapshot, subject);
  const extra = declaration ? declarationsOf(snapshot, subject) : [];
  const covered = (target: Target): boolean => uses.some((use) => use.report === target.report && overlaps(use.span, target.span));
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
  if (!target) return [reference.span];
  const same = index.references.filter((other) => targetsOf(snapshot, path, other).some(({ report, span }) => report === target.report && span.start === target.span.start));
  const own = target.report === path && !touches(target.span, offset) ? [target.span] : [];
  return [...own, ...same.map(({ span }) => span)];
}
