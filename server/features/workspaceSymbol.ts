import { SymbolKind } from 'vscode-languageserver-types';
import type { Snapshot } from '../corpus/corpus';
import { introductionsTo, nameOf } from '../corpus/entities';
import type { ReportIndex } from '../corpus/model';
import type { Target } from '../reference/model';
import { extentOf } from './at';
import { fold } from '../entity/fold';
import { fullName } from './documentSymbol';
import { initialsOf, queryOf, scattered, scoreOf, type Query } from './match';
import { shortName, titleOf, typeLabel } from './names';

export interface Found {
  readonly name: string;
  readonly container: string;
  readonly kind: SymbolKind;
  readonly place: Target;
  readonly score: number;
}
export interface SearchResult {
  /** Best first. */
  readonly found: readonly Found[];
  /** Matches that were left out. */
  readonly omitted: number;
}

/** Symbols given to a client at once. */
const mostSymbols = 200;

interface Entry {
  readonly name: string;
  readonly folded: string;
  readonly initials: number;
}
interface ReportEntry extends Entry {
  readonly kind: SymbolKind;
  readonly start: number;
  readonly end: number;
}

function entryOf(name: string): Entry {
  const folded = fold(name);
  return { name, folded, initials: initialsOf(folded) };
}

const reportEntries = new WeakMap<ReportIndex, readonly ReportEntry[]>();
const entityEntries = new Map<string, Entry>();
const mostEntityEntries = 500_000;

/** What can be searched in a report; made once per index. */
function entriesOf(index: ReportIndex): readonly ReportEntry[] {
  const known = reportEntries.get(index);
  if (known) return known;
  const make = (name: string, kind: SymbolKind, start: number, end: number): ReportEntry => ({ ...entryOf(name), kind, start, end });
  const entries = [
    make(titleOf(index), SymbolKind.File, index.meta.titleSpan?.start ?? 0, index.meta.titleSpan?.end ?? 0),
    ...index.headings.map(({ number, title, span }) => make(fullName({ label: number ?? '', title }), SymbolKind.Namespace, span.start, span.end)),
    ...index.captions.map((caption) => make(fullName(caption), caption.kind === 'table' ? SymbolKind.Array : SymbolKind.Object, caption.span.start, caption.span.end)),
  ];
  reportEntries.set(index, entries);
  return entries;
}

function entityEntry(name: string): Entry {
  const known = entityEntries.get(name);
  if (known) return known;
  if (entityEntries.size >= mostEntityEntries) entityEntries.clear();
  const entry = entryOf(name);
  entityEntries.set(name, entry);
  return entry;
}

const entityKinds: Readonly<Record<string, SymbolKind>> = {
  company: SymbolKind.Class,
  hospital: SymbolKind.Class,
  agency: SymbolKind.Interface,
  academic: SymbolKind.Class,
  organization: SymbolKind.Class,
  product: SymbolKind.Property,
  document: SymbolKind.File,
  person: SymbolKind.Variable,
  place: SymbolKind.Constant,
};

/** Where an entity is introduced, or first mentioned by path. */
function placeOf(snapshot: Snapshot, id: string): Target | null {
  const [introduced] = introductionsTo(snapshot, id);
  if (introduced) return introduced;
  const path = [...(snapshot.mentions.get(id)?.keys() ?? [])].sort()[0];
  const mention = path === undefined ? undefined : snapshot.reports.get(path)?.mentions.find(({ entity }) => entity === id);
  return mention && path !== undefined ? { report: path, span: extentOf(mention) } : null;
}

type Hit = { readonly score: number } & ({ readonly id: string } | { readonly index: ReportIndex; readonly entry: ReportEntry });

function symbolOf(snapshot: Snapshot, hit: Hit): Found | null {
  if ('index' in hit) {
    const { index, entry, score } = hit;
    return { name: entry.name, container: shortName(index.path), kind: entry.kind, score, place: { report: index.path, span: { start: entry.start, end: entry.end } } };
  }
  const { name, type } = nameOf(snapshot, hit.id);
  const place = placeOf(snapshot, hit.id);
  return place && { name, container: typeLabel(snapshot, type), kind: entityKinds[type] ?? SymbolKind.Class, score: hit.score, place };
}

/**
 * The name to hand to a client. Clients filter what they get once more, by letters only, so a name that was found by
 * pinyin carries what was typed.
 */
function shownName(found: Found, query: Query): Found {
  return scattered(fold(found.name), query.typed) ? found : { ...found, name: `${found.name} ${query.typed}` };
}

/**
 * Entities, sections, captions and reports that match what was typed (as text, pinyin, initials or letters in order),
 * entities first among equals, then those that are mentioned more. One pass over all names; keys are made once.
 */
export function findSymbols(snapshot: Snapshot, typed: string): SearchResult {
  const query = queryOf(typed);
  const hits: Hit[] = [];
  for (const [id, posting] of snapshot.mentions.entries()) {
    const { folded, initials } = entityEntry(nameOf(snapshot, id).name);
    const score = scoreOf(folded, initials, query);
    if (score > 0) hits.push({ id, score: score + 5 + Math.min(posting.size, 100) / 50 });
  }
  for (const [, index] of snapshot.reports.entries()) {
    for (const entry of entriesOf(index)) {
      const score = scoreOf(entry.folded, entry.initials, query);
      if (score > 0) hits.push({ index, entry, score });
    }
  }
  const best = hits.sort((a, b) => b.score - a.score).slice(0, mostSymbols);
  return { found: best.flatMap((hit) => symbolOf(snapshot, hit) ?? []).map((found) => shownName(found, query)), omitted: Math.max(0, hits.length - mostSymbols) };
}
