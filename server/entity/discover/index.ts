import { isDeepStrictEqual } from 'node:util';
import type { Report } from '../../report/model';
import { plainText } from '../../text/plain';
import { firstPrinted } from '../../text/simplified';
import { candidatesByPart, moved, type Candidate } from '../candidates';
import { fold } from '../fold';
import type { Entity, EntityType } from '../model';
import { isOpen, type Names } from '../names';
import { reportedEntity } from '../reported';
import type { Segmenter } from '../segmenter';
import { selectLongest } from '../select';
import { supported } from '../support';
import { definitionRows } from './defined';
import type { Found } from './found';
import { finderInParts, type FoundInPart } from './inPart';
import { latinNames } from './latin';
import { borneOut, hintsOf } from './proposed';
import { stemNames } from './stems';

/** What a report says of names: `entities` hold for the whole corpus, `local` in this report only; `hints` see `hintsOf`. */
export interface Discovery {
  readonly entities: readonly Entity[];
  readonly hints: string;
  readonly local: readonly Entity[];
}

/**
 * Names that a report defines itself or that patterns find in it. `base` are the built-in names: they anchor
 * left edges and give types to lists. Depends on the report, `base` and the segmenter's dictionary only.
 */
export function discover(report: Report, base: Names, segmenter: Segmenter): Discovery {
  const { text } = report.logical;
  // The patterns are written in simplified characters with Chinese marks; names are kept as the report prints them.
  const plain = plainText(text);
  const { found, proposed } = findIn(plain, base, segmenter);
  const { entities, local } = gathered(plain === text ? found : found.map((item) => asPrinted(item, plain, text)), base);
  const discovery = { entities, hints: hintsOf([...local, ...proposed]), local };
  if (!saysTheSame(latest, discovery)) latest = discovery;
  return latest;
}

/** What the last report said: who types in one seldom changes the names in it, and what is made of them can stay. */
let latest: Discovery = { entities: [], hints: '', local: [] };

function saysTheSame(a: Discovery, b: Discovery): boolean {
  return a.hints === b.hints && sameEntities(a.local, b.local) && sameEntities(a.entities, b.entities);
}

const sameEntities = (a: readonly Entity[], b: readonly Entity[]): boolean =>
  a.length === b.length && a.every(({ id, aliases, attributes }, at) => id === b[at]?.id && isDeepStrictEqual(aliases, b[at].aliases) && isDeepStrictEqual(attributes, b[at].attributes));

/** A name that was found in `plain` as the text has it where it first stands; characters stand at the same offsets in both. */
function asPrinted(item: Found, plain: string, text: string): Found {
  const printed = (name: string): string => firstPrinted(name, plain, text);
  return { ...item, name: printed(item.name), ...(item.aliasOf === undefined ? {} : { aliasOf: printed(item.aliasOf) }) };
}

/** What the patterns find in a text, and what only lists propose. */
function findIn(text: string, base: Names, segmenter: Segmenter): { readonly found: readonly Found[]; readonly proposed: readonly Found[] } {
  const parts = candidatesByPart(text, base).map(({ part, found }) => ({ part, candidates: found, places: found.map((candidate) => moved(candidate, part.start)) }));
  const known = selectLongest(supported(parts.flatMap(({ places }) => places), text));
  const isKnown = new Set(known);
  const find = finderInParts(segmenter);
  const inParts = parts.map(({ part, candidates, places }) => find(part.text, candidates, candidates.filter((_, at) => isKnown.has(places[at] as Candidate))));
  const all = (of: (found: FoundInPart) => readonly Found[]): Found[] => inParts.flatMap((found) => [...of(found)]);
  const [placed, attached] = [all((found) => found.placed), all((found) => found.attached)];
  const listed = [...new Map(all((found) => found.proposed).map((item) => [item.name, item])).values()];
  const types = typesOf(placed);
  const companies = new Set([...known.flatMap((candidate) => (candidate.meanings[0]?.type === 'company' ? [candidate.meanings[0].name, text.slice(candidate.start, candidate.end)] : [])), ...placed.filter((item) => item.type === 'company').map((item) => item.name)]);
  for (const item of attached) if (item.type === 'company') companies.add(item.aliasOf ?? item.name);
  const companyForms = new Set(known.filter((candidate) => candidate.meanings[0]?.type === 'company').map((candidate) => candidate.form));
  const isCompany = (name: string): boolean => companyForms.has(fold(name));
  const found = [
    ...stemNames(text, companies, (form) => isOpen(base, form), segmenter),
    ...definitionRows(text, (name) => types.get(fold(name)) ?? null),
    ...attached,
    ...placed,
    ...(inParts[0]?.others ?? []).flatMap((_, at) => all(({ others }) => others[at] ?? [])),
    ...latinNames(text, isCompany),
    ...borneOut(text, listed),
  ];
  return { found, proposed: listed };
}

/** The types of the names that patterns found, by folded name. */
function typesOf(placed: readonly Found[]): Map<string, EntityType> {
  const types = new Map<string, EntityType>();
  for (const item of placed) if (!types.has(fold(item.name))) types.set(fold(item.name), item.type);
  return types;
}

/** One entity per type and folded name. Names the built-in lexicon has already are left to it. */
function gathered(found: readonly Found[], base: Names): { entities: Entity[]; local: Entity[] } {
  const byName = new Map<string, { first: Found; aliases: Set<string>; strong: boolean; attributes: Record<string, string> }>();
  for (const item of found) {
    const key = fold(item.aliasOf ?? item.name);
    if (key.length < 2) continue;
    let kept = byName.get(key);
    if (!kept) {
      if (isOpen(base, key) && item.aliasOf === undefined) continue;
      byName.set(key, (kept = { first: { ...item, name: item.aliasOf ?? item.name }, aliases: new Set(), strong: false, attributes: {} }));
    }
    kept.strong ||= item.strong;
    Object.assign(kept.attributes, item.attributes);
    if (fold(item.name) !== key) kept.aliases.add(item.name);
  }
  const entities: Entity[] = [];
  const local: Entity[] = [];
  for (const { first, aliases, strong, attributes } of byName.values()) {
    (strong ? entities : local).push(reportedEntity(first.type, first.name, [...aliases], attributes));
  }
  return { entities, local };
}
