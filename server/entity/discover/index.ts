import type { Report } from '../../report/model';
import { plainText } from '../../text/plain';
import { firstPrinted } from '../../text/simplified';
import { candidatesOf, type Candidate } from '../candidates';
import { fold } from '../fold';
import type { Entity, EntityType } from '../model';
import { isOpen, type Names } from '../names';
import { reportedEntity } from '../reported';
import type { Segmenter } from '../segmenter';
import { selectLongest } from '../select';
import { supported } from '../support';
import { assemblies } from './assemblies';
import { attachedNames, type Ending } from './attach';
import { definitionRows } from './defined';
import { departments } from './departments';
import type { Found } from './found';
import { latinNames } from './latin';
import { listedNames } from './lists';
import { longerNames } from './longer';
import { suffixedNames } from './organisations';
import { persons } from './persons';
import { borneOut, definedFirms, hintsOf } from './proposed';
import { quotedNames } from './quoted';
import { scholars } from './scholars';
import { stemNames } from './stems';
import { bracketedTitles, unbracketedTitles } from './titles';
import { townships } from './townships';
import { trademarks } from './trademarks';

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
  return { entities, hints: hintsOf([...local, ...proposed]), local };
}

/** A name that was found in `plain` as the text has it where it first stands; characters stand at the same offsets in both. */
function asPrinted(item: Found, plain: string, text: string): Found {
  const printed = (name: string): string => firstPrinted(name, plain, text);
  return { ...item, name: printed(item.name), ...(item.aliasOf === undefined ? {} : { aliasOf: printed(item.aliasOf) }) };
}

/** What the patterns find in a text, and what only lists propose. */
function findIn(text: string, base: Names, segmenter: Segmenter): { readonly found: readonly Found[]; readonly proposed: readonly Found[] } {
  const candidates = candidatesOf(text, base);
  const known = selectLongest(supported(candidates, text));
  const ends = endsOf(known, candidates);
  const placed = [...bracketedTitles(text), ...suffixedNames(text, ends, segmenter)];
  const types = typesOf(placed);
  const endings = new Map(placed.map((item): [number, Ending] => [item.end, item]));
  const companies = new Set([...known.flatMap((candidate) => (candidate.meanings[0]?.type === 'company' ? [candidate.meanings[0].name, text.slice(candidate.start, candidate.end)] : [])), ...placed.filter((item) => item.type === 'company').map((item) => item.name)]);
  const attached = attachedNames(text, ends, endings, segmenter);
  for (const item of attached) if (item.type === 'company') companies.add(item.aliasOf ?? item.name);
  const companyForms = new Set(known.filter((candidate) => candidate.meanings[0]?.type === 'company').map((candidate) => candidate.form));
  const isCompany = (name: string): boolean => companyForms.has(fold(name));
  const listed = listedNames(text, [...known.map(({ start, end, meanings }) => ({ start, end, type: meanings[0]?.type ?? '' })), ...placed.map(({ name, end, type }) => ({ start: end - name.length, end, type }))], segmenter);
  const found = [
    ...stemNames(text, companies, (form) => isOpen(base, form), segmenter),
    ...assemblies(text, ends),
    ...definitionRows(text, (name) => types.get(fold(name)) ?? null),
    ...attached,
    ...placed,
    ...quotedNames(text),
    ...unbracketedTitles(text),
    ...townships(text, segmenter),
    ...trademarks(text),
    ...persons(text, ends, segmenter),
    ...scholars(text, segmenter),
    ...departments(text),
    ...longerNames(text, known, segmenter),
    ...definedFirms(text, segmenter),
    ...listed.found,
    ...latinNames(text, isCompany),
    ...borneOut(text, listed.proposed),
  ];
  return { found, proposed: listed.proposed };
}

/** Known names by their ends, with places too ambiguous to be mentions where an institution's name follows directly. */
function endsOf(known: readonly Candidate[], candidates: readonly Candidate[]): Map<number, Candidate> {
  const ends = new Map<number, Candidate>();
  const starts = new Set(known.filter((candidate) => candidate.meanings[0]?.type !== 'place').map((candidate) => candidate.start));
  for (const candidate of candidates) if (candidate.meanings[0]?.type === 'place' && starts.has(candidate.end)) ends.set(candidate.end, candidate);
  for (const candidate of known) ends.set(candidate.end, candidate);
  return ends;
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
