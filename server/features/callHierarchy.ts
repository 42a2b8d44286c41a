import type { Snapshot } from '../corpus/corpus';
import { introductionsTo, nameOf } from '../corpus/entities';
import type { ReportIndex } from '../corpus/model';
import { citationsAt, targetsOf } from '../corpus/resolve';
import type { Heading } from '../report/model';
import type { Target } from '../reference/model';
import { overlaps, type Span } from '../text/span';
import { captionAt, extentOf, headingAt, mentionAt, mentionsIn, sectionOf } from './at';
import { fullName } from './documentSymbol';
import { shortName, titleOf, typeLabel } from './names';

/** What has callers and callees here: an entity; or a section, caption or whole report as the stretch it takes. */
export type Subject =
  | { readonly kind: 'entity'; readonly id: string }
  | { readonly kind: 'stretch'; readonly path: string; readonly start: number; readonly end: number };

export interface HierarchyItem {
  readonly subject: Subject;
  readonly name: string;
  readonly detail: string;
  /** The whole thing, and its name. */
  readonly place: Target;
  readonly nameSpan: Span;
}
/** Another item with the places that link the two: of incoming calls in that item, of outgoing ones in the item asked. */
export interface Call {
  readonly item: HierarchyItem;
  readonly places: readonly Span[];
}

const mostCalls = 200;
const companionReach = 120;

function entityItem(snapshot: Snapshot, id: string): HierarchyItem | null {
  const { name, type } = nameOf(snapshot, id);
  const place = introductionsTo(snapshot, id)[0] ?? firstPlace(snapshot, id);
  return place && { subject: { kind: 'entity', id }, name, detail: typeLabel(snapshot, type), place, nameSpan: place.span };
}

function firstPlace(snapshot: Snapshot, id: string): Target | null {
  for (const path of snapshot.mentions.get(id)?.keys() ?? []) {
    const mention = snapshot.reports.get(path)?.mentions.find(({ entity }) => entity === id);
    if (mention) return { report: path, span: extentOf(mention) };
  }
  return null;
}

function reportItem(index: ReportIndex): HierarchyItem {
  const span = { start: 0, end: index.length };
  return {
    subject: { kind: 'stretch', path: index.path, ...span }, name: titleOf(index), detail: shortName(index.path),
    place: { report: index.path, span }, nameSpan: index.meta.titleSpan ?? { start: 0, end: 0 },
  };
}

function sectionItem(index: ReportIndex, heading: Heading): HierarchyItem {
  const span = { start: heading.span.start, end: Math.max(heading.end, heading.span.end) };
  return {
    subject: { kind: 'stretch', path: index.path, ...span }, name: fullName({ label: heading.number ?? '', title: heading.title }),
    detail: titleOf(index), place: { report: index.path, span }, nameSpan: heading.span,
  };
}

/** The innermost section around a place, else its report. */
function holderOf(index: ReportIndex, offset: number): HierarchyItem {
  const section = sectionOf(index, offset);
  return section ? sectionItem(index, section) : reportItem(index);
}

/** What the cursor is on: an entity, a caption, a section's heading; in a title, the report. */
export function hierarchyAt(snapshot: Snapshot, path: string, offset: number): HierarchyItem | null {
  const index = snapshot.reports.get(path);
  if (!index) return null;
  const title = index.meta.titleSpan;
  if (title && title.start <= offset && offset <= title.end) return reportItem(index);
  const mention = mentionAt(index, offset);
  if (mention) return entityItem(snapshot, mention.entity);
  const caption = captionAt(index, offset);
  if (caption) {
    const { span } = caption;
    return { subject: { kind: 'stretch', path, ...span }, name: fullName(caption), detail: titleOf(index), place: { report: path, span }, nameSpan: span };
  }
  const heading = headingAt(index, offset);
  return heading ? sectionItem(index, heading) : null;
}

/** Gathers places by the section that holds them. */
function bySection(snapshot: Snapshot, places: readonly Target[]): Call[] {
  const calls = new Map<string, { item: HierarchyItem; places: Span[] }>();
  for (const { report, span } of places) {
    const index = snapshot.reports.get(report);
    if (!index) continue;
    const item = holderOf(index, span.start);
    const key = `${report}\n${item.place.span.start}`;
    const call = calls.get(key) ?? { item, places: [] };
    calls.set(key, call);
    call.places.push(span);
  }
  return [...calls.values()].slice(0, mostCalls);
}

/** Who names an entity, or refers to a stretch: the sections that do. */
export function incomingCalls(snapshot: Snapshot, subject: Subject): Call[] {
  if (subject.kind === 'entity') {
    const paths = [...(snapshot.mentions.get(subject.id)?.keys() ?? [])].sort();
    const places = paths.flatMap((path) => {
      const mentions = snapshot.reports.get(path)?.mentions ?? [];
      return mentions.filter(({ entity }) => entity === subject.id).map((mention) => ({ report: path, span: extentOf(mention) }));
    });
    return bySection(snapshot, places);
  }
  const citing = citationsAt(snapshot, subject.path, { start: subject.start, end: subject.end });
  return bySection(snapshot, citing.map(({ report, reference }) => ({ report, span: reference.span })));
}

/** Whom an entity stands beside in the report that introduces it; what a stretch refers to. */
export function outgoingCalls(snapshot: Snapshot, subject: Subject): Call[] {
  const calls = new Map<string, { item: HierarchyItem; places: Span[] }>();
  const add = (item: HierarchyItem | null, place: Span): void => {
    if (!item) return;
    const key = JSON.stringify(item.subject);
    const call = calls.get(key) ?? { item, places: [] };
    calls.set(key, call);
    call.places.push(place);
  };
  if (subject.kind === 'entity') {
    const home = entityItem(snapshot, subject.id);
    const index = home && snapshot.reports.get(home.place.report);
    for (const mention of index?.mentions.filter(({ entity }) => entity === subject.id) ?? []) {
      const { start, end } = extentOf(mention);
      for (const near of index ? mentionsIn(index, { start: start - companionReach, end: end + companionReach }) : []) {
        if (near.entity !== subject.id) add(entityItem(snapshot, near.entity), extentOf(near));
      }
    }
  } else {
    const index = snapshot.reports.get(subject.path);
    for (const reference of index?.references.filter(({ span }) => overlaps(span, subject)) ?? []) {
      for (const target of targetsOf(snapshot, subject.path, reference)) {
        const other = snapshot.reports.get(target.report);
        if (other) add(holderOf(other, target.span.start), reference.span);
      }
    }
  }
  return [...calls.values()].sort((a, b) => b.places.length - a.places.length).slice(0, mostCalls);
}
