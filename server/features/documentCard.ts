import type { Snapshot } from '../corpus/corpus';
import { nameOf } from '../corpus/entities';
import { excerptAt, readingBefore, type Excerpt } from '../corpus/excerpt';
import { readIssued, type Issued } from '../reference/issued';
import type { Target } from '../reference/model';
import { overlaps } from '../text/span';
import type { ReadText } from './entityCard';
import { definitionsOf, usesOf, type Subject } from './subject';

export interface DocumentPlace {
  readonly place: Target;
  readonly excerpt: Excerpt;
}
/** What the corpus says of a document: who issued it and when, as printed, where it is defined and who cites it. */
export interface DocumentCard extends Issued {
  /** An entity that is the document, for commands; null where no name was recognised. */
  readonly id: string | null;
  /** What its dossier is asked for by: the entity, else the document's key. */
  readonly dossier: string;
  readonly title: string;
  readonly places: number;
  readonly reports: number;
  readonly definitions: readonly Target[];
  readonly definition: DocumentPlace | null;
  /** Up to three other places, one a report. */
  readonly citations: readonly DocumentPlace[];
}

/** Places that are read for issuer and date: the definition first. */
const askedPlaces = 6;
const shownCitations = 3;
const reach = 60;
/** Characters before a title in which its issuing is told. */
const sentenceReach = 200;

async function issuedAt(snapshot: Snapshot, readText: ReadText, { report, span }: Target): Promise<Issued> {
  const index = snapshot.reports.get(report);
  const text = index ? await readText(report) : null;
  if (!index || text === null) return { issuer: null, date: null };
  const lines = readingBefore(text, index.pieces, span.start, sentenceReach).split('\n');
  return readIssued(lines.filter((line) => line.trim() !== '').join('\n'));
}

async function quoted(snapshot: Snapshot, readText: ReadText, place: Target): Promise<DocumentPlace | null> {
  const index = snapshot.reports.get(place.report);
  const text = index && (await readText(place.report));
  return index && typeof text === 'string' ? { place, excerpt: excerptAt(text, index.pieces, place.span, reach) } : null;
}

/** The card of a document, printed as `text` at `at`. Reads at most six places, whatever the size of the corpus. */
export async function documentCard(
  snapshot: Snapshot, readText: ReadText, subject: Subject & { readonly kind: 'document' }, text: string, at: Target,
): Promise<DocumentCard> {
  const definitions = definitionsOf(snapshot, subject);
  const uses = usesOf(snapshot, subject);
  const isHere = (place: Target): boolean => place.report === at.report && overlaps(place.span, at.span);
  const byReport = new Map<string, Target>();
  for (const use of uses) if (!isHere(use) && !byReport.has(use.report)) byReport.set(use.report, use);
  const isDefinition = (place: Target): boolean => definitions.some(({ report, span }) => report === place.report && overlaps(span, place.span));
  const others = [...byReport.values()].filter((place) => !isDefinition(place));
  let issuer: string | null = null;
  let date: string | null = null;
  for (const place of [...definitions, at, ...others].slice(0, askedPlaces)) {
    const issued = await issuedAt(snapshot, readText, place);
    issuer ??= issued.issuer;
    date ??= issued.date;
    if (issuer !== null && date !== null) break;
  }
  const [first] = definitions;
  const definition = first && !isHere(first) ? await quoted(snapshot, readText, first) : null;
  const citations = await Promise.all(others.slice(0, shownCitations).map((place) => quoted(snapshot, readText, place)));
  const id = subject.ids[0] ?? null;
  return {
    issuer, date, id, dossier: id ?? subject.key, title: id === null ? text : nameOf(snapshot, id).name, places: uses.length, reports: new Set(uses.map(({ report }) => report)).size,
    definitions, definition, citations: citations.filter((citation) => citation !== null),
  };
}
