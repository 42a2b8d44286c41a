import { SymbolKind } from 'vscode-languageserver-types';
import type { Snapshot } from '../corpus/corpus';
import { digestIn, digestNames, type NameKind } from '../corpus/digest';
import { introductionTo, nameOf } from '../corpus/entities';
import type { ReportIndex } from '../corpus/model';
import { oncePerSnapshot } from '../corpus/oncePerSnapshot';
import { fold } from '../entity/fold';
import type { Target } from '../reference/model';
import { bestOf } from './bestOf';
import { matchLines, queryOf, scattered, type Lines, type Query } from './match';
import { linesOfEntities, matchEntities } from './matchEntities';
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

const namesOfReports = new WeakMap<ReportIndex, Lines>();

/** What can be searched in a report, folded once per index. */
function namesIn(index: ReportIndex): Lines {
  const known = namesOfReports.get(index);
  if (known !== undefined) return known;
  const all = digestNames(index);
  const names: Lines = { names: fold(all === '' || all.startsWith('\n') ? titleOf(index) + all : all), letters: null };
  namesOfReports.set(index, names);
  return names;
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
const nameKinds: Readonly<Record<NameKind, SymbolKind>> = {
  report: SymbolKind.File,
  section: SymbolKind.Namespace,
  figure: SymbolKind.Object,
  chart: SymbolKind.Object,
  table: SymbolKind.Array,
};

/** Where an entity is introduced, or first mentioned by path: the next letter that is typed asks again. */
const placeOf = oncePerSnapshot((snapshot, id): Target | null => {
  const introduced = introductionTo(snapshot, id);
  if (introduced) return introduced;
  let first: string | null = null;
  for (const path of snapshot.mentions.get(id)?.keys() ?? []) if (first === null || path < first) first = path;
  const index = first === null ? undefined : snapshot.reports.get(first);
  const [span] = index ? digestIn(index).mentionsOf(id) : [];
  return index && span ? { report: index.path, span } : null;
});

type Hit = { readonly score: number } & ({ readonly id: string } | { readonly index: ReportIndex; readonly at: number });

function symbolOf(snapshot: Snapshot, hit: Hit): Found | null {
  if ('index' in hit) {
    const { index, at, score } = hit;
    const digest = digestIn(index);
    const { kind, span } = digest.nameAt(at);
    return { name: digest.names.split('\n')[at] || titleOf(index), container: shortName(index.path), kind: nameKinds[kind], score, place: { report: index.path, span } };
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

/** A reading, initials and a character that many names hold. */
const rehearsed = ['zhege', 'zg', '中'].map(queryOf);

/**
 * Makes ready what the first searches would make, by searches in many steps whose results nobody sees; `turn` lets other
 * work come between.
 */
export async function rehearseSearch(snapshot: Snapshot, turn: () => Promise<void>): Promise<void> {
  const match = (lines: Lines): void => {
    for (const query of rehearsed) matchLines(lines, query, () => undefined);
  };
  for (const lines of linesOfEntities(snapshot)) {
    match(lines);
    await turn();
  }
  let shown = 0;
  for (const [, index] of snapshot.reports.entries()) {
    match(namesIn(index));
    if (shown++ < mostSymbols) symbolOf(snapshot, { index, at: 0, score: 0 });
    await turn();
  }
  shown = 0;
  for (const [id] of snapshot.mentions.entries()) {
    if (shown++ === mostSymbols) break;
    symbolOf(snapshot, { id, score: 0 });
    await turn();
  }
}

/**
 * Entities, sections, captions and reports that match what was typed (as text, pinyin, initials or letters in order),
 * entities first among equals, then those that are mentioned more. One pass over the text of all names, which is kept.
 */
export function findSymbols(snapshot: Snapshot, typed: string): SearchResult {
  const query = queryOf(typed);
  const hits = bestOf<Hit>(mostSymbols, (hit) => hit.score);
  matchEntities(snapshot, query, (id, score, reports) => {
    const own = score + 5 + Math.min(reports, 100) / 50;
    if (hits.meets(own)) hits.add({ id, score: own });
  });
  for (const [, index] of snapshot.reports.entries()) {
    matchLines(namesIn(index), query, (at, score) => {
      if (hits.meets(score)) hits.add({ index, at, score });
    });
  }
  const found = hits.best().flatMap((hit) => symbolOf(snapshot, hit) ?? []);
  return { found: found.map((symbol) => shownName(symbol, query)), omitted: Math.max(0, hits.count() - mostSymbols) };
}
