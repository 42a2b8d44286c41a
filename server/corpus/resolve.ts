import { articlesOf } from '../reference/articles';
import { citedKeys, splitKey } from '../reference/keys';
import { answerRanks, type Answer, type Reference, type Target } from '../reference/model';
import { headingOf } from '../reference/urls';
import type { Heading } from '../report/model';
import { overlaps, type Span } from '../text/span';
import type { Snapshot } from './corpus';
import type { ReportIndex } from './model';

/** A reference with the report it stands in. */
export interface Citation {
  readonly report: string;
  readonly reference: Reference;
}

/** Makes what is derived from a list once for each list: an index keeps its lists as long as the report does not change. */
function derived<L extends object, D>(make: (list: L) => D): (list: L) => D {
  const known = new WeakMap<L, D>();
  return (list) => {
    const found = known.get(list);
    if (found !== undefined) return found;
    const made = make(list);
    known.set(list, made);
    return made;
  };
}

function grouped<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

const answersByKey = derived((answers: readonly Answer[]) => grouped(answers, ({ key }) => [key]));
const referencesByKey = derived((references: readonly Reference[]) => grouped(references, ({ key }) => (key === null ? [] : citedKeys(key))));
const articles = derived((headings: readonly Heading[]) => articlesOf(headings));

interface Best {
  readonly rank: (typeof answerRanks)[number];
  readonly places: readonly Target[];
}

/** The places that answer one key best, by path and position; null where nothing does. */
function best(snapshot: Snapshot, key: string): Best | null {
  const posting = snapshot.answers.get(key);
  if (!posting) return null;
  let lowest: number = answerRanks.length;
  for (const rank of posting.values()) if (rank < lowest) lowest = rank;
  const rank = answerRanks[lowest];
  if (rank === undefined) return null;
  const paths = [...posting].flatMap(([path, own]) => (own === lowest ? [path] : [])).sort();
  const places = paths.flatMap((path) => {
    const answers = answersByKey(snapshot.reports.get(path)?.answers ?? []).get(key) ?? [];
    return answers.filter((answer) => answer.rank === rank).map(({ span }) => ({ report: path, span }));
  });
  return { rank, places };
}

/** A file of the corpus, or the section of it that an anchor names. */
function inFile(index: ReportIndex | undefined, anchor: string): Target[] {
  if (!index) return [];
  const start = index.meta.titleSpan ?? { start: 0, end: 0 };
  const span = anchor === '' ? start : headingOf(index.headings, anchor)?.span;
  return span ? [{ report: index.path, span }] : [];
}

/**
 * The places that answer a key best, in order of path and position; several where several are equally good. A document
 * nobody answers by its full title is looked for without the bracket at its end. An article is looked for in the act
 * itself; where the corpus only describes the act, that is the answer.
 */
export function answersTo(snapshot: Snapshot, key: string): readonly Target[] {
  const { whole, part } = splitKey(key);
  if (whole.startsWith('file:')) return inFile(snapshot.reports.get(whole.slice('file:'.length)), part);
  for (const form of citedKeys(key)) {
    const found = best(snapshot, form);
    if (!found) continue;
    if (part === '' || found.rank !== 'itself') return found.places;
    return found.places.flatMap(({ report }) => {
      const heading = articles(snapshot.reports.get(report)?.headings ?? []).get(part);
      return heading ? [{ report, span: heading.span }] : [];
    });
  }
  return [];
}

/** Where a reference in the report at `path` leads: one place, several equal ones, or none. A page's own address leads nowhere. */
export function targetsOf(snapshot: Snapshot, path: string, { local, key, kind }: Reference): readonly Target[] {
  if (local) return [{ report: path, span: local }];
  if (key === null) return [];
  const places = answersTo(snapshot, key);
  return kind === 'url' ? places.filter(({ report }) => report !== path) : places;
}

/** All references under a key, articles of the document included, by path and position. Costs what it returns. */
export function citationsOf(snapshot: Snapshot, key: string): Citation[] {
  const paths = [...(snapshot.citations.get(key)?.keys() ?? [])].sort();
  return paths.flatMap((report) => {
    const references = referencesByKey(snapshot.reports.get(report)?.references ?? []).get(key) ?? [];
    return references.map((reference) => ({ report, reference }));
  });
}

/** What a place in a report can be asked for by: the keys it answers, and the whole report's for one of its articles. */
function keysAt(index: ReportIndex, span: Span): Set<string> {
  const inArticle = [...articles(index.headings).values()].some((heading) => overlaps(heading.span, span));
  const answers = index.answers.filter((answer) => overlaps(answer.span, span) || (inArticle && answer.rank === 'itself'));
  const keys = new Set(answers.map(({ key }) => key));
  keys.add(`file:${index.path}`);
  return keys;
}

/** The references of all reports that lead to what `span` covers, by path and position: the reverse of `targetsOf`. */
export function citationsAt(snapshot: Snapshot, path: string, span: Span): Citation[] {
  const index = snapshot.reports.get(path);
  if (!index) return [];
  const here = (target: Target): boolean => target.report === path && (overlaps(target.span, span) || target.span.start === span.start);
  const leads = new Map<string, boolean>();
  const leadsHere = ({ report, reference }: Citation): boolean => {
    const key = `${reference.key ?? ''}\n${reference.kind === 'url' ? report : ''}`;
    const known = leads.get(key) ?? targetsOf(snapshot, report, reference).some(here);
    leads.set(key, known);
    return known;
  };
  const local = index.references.filter((reference) => reference.local && here({ report: path, span: reference.local }));
  const found = new Map<Reference, Citation>(local.map((reference) => [reference, { report: path, reference }]));
  for (const key of keysAt(index, span)) {
    for (const citation of citationsOf(snapshot, key)) if (leadsHere(citation)) found.set(citation.reference, citation);
  }
  return [...found.values()].sort((a, b) => (a.report === b.report ? a.reference.span.start - b.reference.span.start : a.report < b.report ? -1 : 1));
}
