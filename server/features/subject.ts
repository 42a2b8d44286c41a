import type { Snapshot } from '../corpus/corpus';
import { digestIn } from '../corpus/digest';
import { entityOf, introductionsTo } from '../corpus/entities';
import { hashNumber } from '../corpus/hashNumber';
import type { ReportIndex } from '../corpus/model';
import { answersTo, citationsAt, citationsOf, type Citation } from '../corpus/resolve';
import type { Mention } from '../entity/model';
import { citedKeys, documentKey, splitKey } from '../reference/keys';
import type { Reference, Target } from '../reference/model';
import { overlaps, type Span } from '../text/span';
import { captionAt, headingAt, mentionAt, mentionsIn as mentionsWithin, noteMarkAt, noteTextAt, referenceAt } from './at';

/**
 * What the text at a cursor is about: an entity; a document by title, with the entities that are it; another thing that
 * the corpus is asked for by key (a page, a file, an article of another act); a place in one report; a note.
 */
export type Subject =
  | { readonly kind: 'entity'; readonly id: string }
  | { readonly kind: 'document'; readonly key: string; readonly ids: readonly string[] }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'place'; readonly path: string; readonly span: Span }
  | { readonly kind: 'note'; readonly path: string; readonly note: Span };

const toTarget = ({ report, reference }: Citation): Target => ({ report, span: reference.span });

function isWholeDocument(reference: Reference | null): reference is Reference & { readonly key: string } {
  return reference?.kind === 'document' && reference.key !== null && splitKey(reference.key).part === '';
}

/** The subject at a cursor; null where the text is about nothing the index knows. */
export function subjectAt(snapshot: Snapshot, index: ReportIndex, offset: number): Subject | null {
  const note = noteMarkAt(index, offset) ?? noteTextAt(index, offset);
  if (note?.note) return { kind: 'note', path: index.path, note: note.note };
  const reference = referenceAt(index, offset);
  if (reference?.local && reference.kind !== 'note') return { kind: 'place', path: index.path, span: reference.local };
  // What reads like a name inside an address is part of the address.
  const mention = reference?.kind === 'url' ? null : mentionAt(index, offset);
  if (isWholeDocument(reference) && (!mention || mention.type === 'document')) return documentSubject(snapshot, reference.key, mention);
  if (mention?.type === 'document') return documentSubject(snapshot, documentKey(entityOf(snapshot, mention.entity).name), mention);
  if (mention) return { kind: 'entity', id: mention.entity };
  if (reference && reference.key !== null) return { kind: 'key', key: reference.key };
  const place = captionAt(index, offset) ?? headingAt(index, offset);
  return place && { kind: 'place', path: index.path, span: place.span };
}

/** Citing reports that are asked which entities their references name: more of them name the same again. */
const askedCiting = 30;

/** A document by key with the entities that references to it name. */
export function documentSubject(snapshot: Snapshot, key: string, mention: Mention | null): Subject & { readonly kind: 'document' } {
  const ids = new Set<string>();
  if (mention?.type === 'document') ids.add(mention.entity);
  const asked = new Set<string>();
  for (const { report, span } of documentCitations(snapshot, key)) {
    const index = snapshot.reports.get(report);
    if (!index || (!asked.has(report) && asked.size === askedCiting)) continue;
    asked.add(report);
    const printed = documentKey(index.references.find((reference) => reference.span.start === span.start && reference.span.end === span.end)?.text ?? '');
    for (const { type, text, entity } of mentionsWithin(index, span)) if (type === 'document' && documentKey(text) === printed) ids.add(entity);
  }
  return { kind: 'document', key, ids: [...ids].sort() };
}

/**
 * References to a document, by path and position: under its title, and under its title with or without a bracket where
 * both lead to one place. Costs what it returns.
 */
export function documentCitations(snapshot: Snapshot, key: string): Target[] {
  const targets = placeNames(answersTo(snapshot, key));
  const listed = citedKeys(key).at(-1) as string;
  const known = new Map([[hashNumber(key), true]]);
  const isSame = (index: ReportIndex, own: number): boolean => {
    const other = index.references.find((reference) => reference.key !== null && hashNumber(reference.key) === own)?.key ?? null;
    return other !== null && targets !== '' && placeNames(answersTo(snapshot, other)) === targets;
  };
  return [...(snapshot.citations.get(listed)?.keys() ?? [])].sort().flatMap((report) => {
    const index = snapshot.reports.get(report);
    return (index ? digestIn(index).citationsOf(listed) : []).flatMap(({ start, end, own }) => {
      if (!known.has(own)) known.set(own, isSame(index as ReportIndex, own));
      return known.get(own) === true ? [{ report, span: { start, end } }] : [];
    });
  });
}

const placeNames = (targets: readonly Target[]): string => targets.map(({ report, span }) => `${report}:${span.start}`).join('\n');

/** All mentions of an entity, by path and position. Costs what it returns. */
export function mentionsOf(snapshot: Snapshot, id: string): Target[] {
  return [...(snapshot.mentions.get(id)?.keys() ?? [])].sort().flatMap((path) => mentionsIn(snapshot, path, id));
}

/** The mentions of an entity in one report, in order. */
export function mentionsIn(snapshot: Snapshot, path: string, id: string): Target[] {
  const index = snapshot.reports.get(path);
  return index ? digestIn(index).mentionsOf(id).map((span) => ({ report: path, span })) : [];
}

/** Where a subject is defined: several places where several are equally good. */
export function definitionsOf(snapshot: Snapshot, subject: Subject): readonly Target[] {
  switch (subject.kind) {
    case 'entity':
      return introductionsTo(snapshot, subject.id).map(({ report, span }) => ({ report, span }));
    case 'document': {
      const answers = answersTo(snapshot, subject.key);
      if (answers.length > 0) return answers;
      return subject.ids.flatMap((id) => introductionsTo(snapshot, id)).map(({ report, span }) => ({ report, span }));
    }
    case 'key':
      return answersTo(snapshot, subject.key);
    case 'place':
      return [{ report: subject.path, span: subject.span }];
    case 'note':
      return [{ report: subject.path, span: subject.note }];
  }
}

/** All places that name or point to a subject, by path and position; none twice. */
export function usesOf(snapshot: Snapshot, subject: Subject): Target[] {
  switch (subject.kind) {
    case 'entity':
      return mentionsOf(snapshot, subject.id);
    case 'document':
      return distinct([...documentCitations(snapshot, subject.key), ...subject.ids.flatMap((id) => mentionsOf(snapshot, id))]);
    case 'key':
      return citationsOf(snapshot, splitKey(subject.key).whole).filter(({ reference }) => reference.key === subject.key).map(toTarget);
    case 'place':
      return citationsAt(snapshot, subject.path, subject.span).map(toTarget);
    case 'note': {
      const notes = snapshot.reports.get(subject.path)?.notes ?? [];
      return notes.filter(({ note }) => note?.start === subject.note.start).map(({ mark }) => ({ report: subject.path, span: mark }));
    }
  }
}

/** In order; of places that overlap only the first. */
function distinct(targets: readonly Target[]): Target[] {
  const sorted = [...targets].sort((a, b) => (a.report === b.report ? a.span.start - b.span.start : a.report < b.report ? -1 : 1));
  const kept: Target[] = [];
  for (const target of sorted) {
    const last = kept.at(-1);
    if (last?.report !== target.report || !overlaps(last.span, target.span)) kept.push(target);
  }
  return kept;
}
