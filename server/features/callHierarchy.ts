import { SymbolKind } from 'vscode-languageserver-types';
import type { Snapshot } from '../corpus/corpus';
import { entityOf } from '../corpus/entities';
import type { ReportIndex } from '../corpus/model';
import { answersTo, targetsOf } from '../corpus/resolve';
import { splitKey } from '../reference/keys';
import type { Reference, Target } from '../reference/model';
import { lineAt } from '../text/lines';
import { overlaps, touches, type Span } from '../text/span';
import { extentOf as spanOfMention, mentionsIn, sectionOf } from './at';
import { fullName } from '../report/fullName';
import { shorten, titleOf, typeLabel } from './names';
import { definitionsOf, documentSubject, subjectAt, usesOf, type Subject } from './subject';

/** What cites and is cited: a whole report, or what a cursor can be about. Plain data, so that a client can hand it back. */
export type Citable = Exclude<Subject, { readonly kind: 'note' }> | { readonly kind: 'report'; readonly path: string };

/** A node of the hierarchy: `span` is the whole of it, `nameSpan` the line that names it. */
export interface CitationItem {
  readonly subject: Citable;
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly report: string;
  readonly span: Span;
  readonly nameSpan: Span;
}
/** A node on the other side with the places of the citations, which lie in the citing report. */
export interface CitationEdge {
  readonly item: CitationItem;
  readonly spans: readonly Span[];
}

const longestName = 60;
/** Nodes shown on one side. */
const mostEdges = 200;

function reportItem(index: ReportIndex): CitationItem {
  const span = { start: 0, end: index.length };
  return {
    subject: { kind: 'report', path: index.path }, name: shorten(titleOf(index), longestName), detail: index.meta.date ?? '',
    kind: SymbolKind.File, report: index.path, span, nameSpan: index.meta.titleSpan ?? { start: 0, end: 0 },
  };
}

/** The section, caption or report at a place; null where it is none of them. */
function placeItem(index: ReportIndex, span: Span): CitationItem | null {
  const same = (other: Span): boolean => other.start === span.start;
  const heading = index.headings.find((item) => same(item.span));
  const caption = heading ? undefined : index.captions.find((item) => same(item.span));
  if (!heading && !caption) return index.meta.titleSpan && same(index.meta.titleSpan) ? reportItem(index) : null;
  const nameSpan = (heading ?? caption)?.span as Span;
  const name = heading ? fullName({ label: heading.number ?? '', title: heading.title }) : fullName(caption ?? { label: '', title: '' });
  return {
    subject: { kind: 'place', path: index.path, span: nameSpan }, name: shorten(name, longestName), detail: shorten(titleOf(index), longestName),
    kind: heading ? SymbolKind.Namespace : SymbolKind.Object, report: index.path,
    span: heading ? { start: nameSpan.start, end: Math.max(heading.end, nameSpan.end) } : nameSpan, nameSpan,
  };
}

/** A document, page or entity, placed where it is defined, else where it was met. */
function namedItem(snapshot: Snapshot, subject: Extract<Citable, { kind: 'entity' | 'document' | 'key' }>, text: string, met: Target): CitationItem {
  const place = definitionsOf(snapshot, subject)[0] ?? met;
  const entity = subject.kind === 'entity' ? entityOf(snapshot, subject.id) : null;
  return {
    subject, name: shorten(entity?.name ?? text, longestName), detail: typeLabel(snapshot, entity?.type ?? 'document'),
    kind: entity ? SymbolKind.Class : SymbolKind.Interface, report: place.report, span: place.span, nameSpan: place.span,
  };
}

/** The node at a cursor: what the text there is about, else the section, else the report. */
export function citationItemAt(snapshot: Snapshot, path: string, offset: number): CitationItem | null {
  const index = snapshot.reports.get(path);
  if (!index) return null;
  if (index.meta.titleSpan && touches(index.meta.titleSpan, offset)) return reportItem(index);
  const subject = subjectAt(snapshot, index, offset);
  if (subject?.kind === 'place') {
    const item = placeItem(index, subject.span);
    if (item) return item;
  }
  if (subject?.kind === 'entity' || subject?.kind === 'document' || subject?.kind === 'key') {
    const use = usesOf(snapshot, subject).find((place) => place.report === path && touches(place.span, offset));
    const met = use ?? { report: path, span: { start: offset, end: offset } };
    return namedItem(snapshot, subject, nameOf(subject, index, met.span), met);
  }
  const section = sectionOf(index, offset);
  return (section && placeItem(index, section.span)) ?? reportItem(index);
}

function nameOf(subject: Subject, index: ReportIndex, span: Span): string {
  const printed = index.references.find((reference) => overlaps(reference.span, span))?.text;
  return printed ?? (subject.kind === 'document' ? splitKey(subject.key).whole.replace(/^document:/, '') : '');
}

/** Who cites it: reports, and within the report itself sections; of an entity the sections that mention it, wherever they are. Costs the citations. */
export function incomingCitations(snapshot: Snapshot, { subject }: Pick<CitationItem, 'subject'>): CitationEdge[] {
  const whole = subject.kind === 'report' ? snapshot.reports.get(subject.path) : undefined;
  const uses = subject.kind === 'report'
    ? usesOf(snapshot, { kind: 'place', path: subject.path, span: { start: 0, end: whole?.length ?? 0 } }).filter(({ report }) => report !== subject.path)
    : usesOf(snapshot, subject);
  const own = 'path' in subject ? subject.path : null;
  const edges = new Map<string, { item: CitationItem; spans: Span[] }>();
  for (const { report, span } of uses) {
    const index = snapshot.reports.get(report);
    if (!index) continue;
    const section = report === own || subject.kind === 'entity' ? sectionOf(index, span.start) : null;
    const key = `${report}\n${section?.span.start ?? ''}`;
    const edge = edges.get(key) ?? { item: (section && placeItem(index, section.span)) ?? reportItem(index), spans: [] };
    edges.set(key, edge);
    edge.spans.push(span);
  }
  return [...edges.values()].slice(0, mostEdges);
}

/** What it cites, in order of position. Costs the references of its report. */
export function outgoingCitations(snapshot: Snapshot, item: Pick<CitationItem, 'subject' | 'report' | 'nameSpan'>): CitationEdge[] {
  const index = snapshot.reports.get(item.report);
  if (!index) return [];
  const extent = extentOf(index, item);
  const edges = new Map<string, { item: CitationItem; spans: Span[] }>();
  for (const reference of index.references) {
    if (reference.kind === 'toc' || reference.kind === 'note' || !overlaps(reference.span, extent)) continue;
    for (const target of citedItems(snapshot, index, reference)) {
      if (target.report === item.report && target.nameSpan.start === item.nameSpan.start) continue;
      const key = `${target.report}\n${target.nameSpan.start}\n${target.name}`;
      const edge = edges.get(key) ?? { item: target, spans: [] };
      edges.set(key, edge);
      edge.spans.push(reference.span);
    }
  }
  if (item.subject.kind === 'entity') return [...edges.values(), ...companionsIn(snapshot, index, item.subject.id, extent)].slice(0, mostEdges);
  return [...edges.values()].slice(0, mostEdges);
}

/** Source characters to each side of a mention within which another entity is a companion. */
const companionReach = 120;

/** The companions of an entity: what the text about it or the words around its mentions in a report name, the most frequent first. */
function companionsIn(snapshot: Snapshot, index: ReportIndex, id: string, extent: Span): CitationEdge[] {
  const own = index.mentions.filter(({ entity }) => entity === id).map(spanOfMention);
  const near = [extent, ...own.map(({ start, end }) => ({ start: start - companionReach, end: end + companionReach }))];
  const companions = new Set(near.flatMap((span) => mentionsIn(index, span)));
  const edges = new Map<string, { item: CitationItem; spans: Span[] }>();
  for (const mention of companions) {
    if (mention.entity === id || mention.type === 'document' || mention.type === 'place') continue;
    const span = spanOfMention(mention);
    const edge = edges.get(mention.entity) ?? { item: namedItem(snapshot, { kind: 'entity', id: mention.entity }, mention.text, { report: index.path, span }), spans: [] };
    edges.set(mention.entity, edge);
    edge.spans.push(span);
  }
  return [...edges.values()].sort((a, b) => b.spans.length - a.spans.length);
}

/** The text that speaks for a node: the report, the section, or the lines that define a name. */
function extentOf(index: ReportIndex, { subject, nameSpan }: Pick<CitationItem, 'subject' | 'nameSpan'>): Span {
  const whole = { start: 0, end: index.length };
  if (subject.kind === 'report') return whole;
  const place = placeItem(index, nameSpan);
  if (place?.subject.kind === 'report' && subject.kind === 'document') return whole;
  if (place) return place.span;
  const last = lineAt(index.lineStarts, Math.max(nameSpan.start, nameSpan.end - 1)) + 1;
  return { start: index.lineStarts[lineAt(index.lineStarts, nameSpan.start)] ?? 0, end: index.lineStarts[last] ?? index.length };
}

function citedItems(snapshot: Snapshot, index: ReportIndex, reference: Reference): CitationItem[] {
  const met = { report: index.path, span: reference.span };
  if (reference.kind === 'document' && reference.key !== null && splitKey(reference.key).part === '') {
    return [namedItem(snapshot, documentSubject(snapshot, reference.key, null), reference.text, met)];
  }
  const targets = targetsOf(snapshot, index.path, reference);
  if (targets.length > 0) {
    return targets.flatMap((target) => {
      const other = snapshot.reports.get(target.report);
      return (other && placeItem(other, target.span)) ?? [];
    });
  }
  if (reference.key === null || answersTo(snapshot, reference.key).length > 0) return [];
  return [namedItem(snapshot, { kind: 'key', key: reference.key }, reference.text, met)];
}
