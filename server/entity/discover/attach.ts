import type { Segmenter } from '../segmenter';
import { quotedForms, shortForms, stockCodes } from './defined';
import { hardStop, nameTokens, tokensBefore, type KnownEnds } from './edge';
import type { Found } from './found';
import { isTerm } from './latin';
import { genericWords } from './suffixes';

/** A name with the place where it ends, as `attached` needs it. */
export interface Ending {
  readonly name: string;
  readonly type: string;
}

/**
 * Names that a bracket explains: X（02158.HK） is a company, X（以下简称“Y”） and X（「Y」） have the other name Y.
 * `endings` holds names found by other patterns by the offset where they end (after 》 for titles).
 */
export function attachedNames(text: string, known: KnownEnds, endings: ReadonlyMap<number, Ending>, segmenter: Segmenter): Found[] {
  const found: Found[] = [];
  for (const { open, code } of stockCodes(text)) {
    const before = nameBefore(text, open, known, endings, segmenter);
    if (before) found.push({ name: before.name, type: 'company', strong: true, aliasOf: before.name, attributes: { stock: code } });
  }
  for (const match of text.matchAll(shareClass)) {
    const before = nameBefore(text, match.index, known, endings, segmenter);
    if (before) found.push({ name: before.name, type: 'company', strong: true, aliasOf: before.name });
  }
  for (const match of text.matchAll(listedAs)) found.push({ name: (match[1] as string).replace(/\s/g, ''), type: 'company', strong: true });
  for (const { open, abbreviation } of abbreviations(text)) {
    const before = known.get(open)?.meanings[0] ?? endings.get(open);
    if (before && before.type !== 'place' && !isTerm(abbreviation)) found.push({ name: abbreviation, type: before.type, strong: false, aliasOf: before.name });
  }
  for (const { open, forms } of shortForms(text)) {
    const before = nameBefore(text, open, known, endings, segmenter);
    if (!before) continue;
    // What is only taken for a name is one where the short form is made of it: 发行股票（以下简称“新股”） is none.
    for (const form of forms) if (before.sure || isShortened(form, before.name)) found.push({ name: form, type: before.type, strong: false, aliasOf: before.name });
  }
  for (const { open, forms } of quotedForms(text)) {
    const before = known.get(open)?.meanings[0] ?? endings.get(open);
    if (!before) continue;
    for (const form of forms) if (isShortened(form, before.name)) found.push({ name: form, type: before.type, strong: false, aliasOf: before.name });
  }
  return found;
}

/** The characters of a short form stand in the name, in their order: 联交所 of 香港联合交易所. */
function isShortened(form: string, name: string): boolean {
  let at = 0;
  for (const character of form) {
    at = name.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return form.length < name.length;
}

/** The mark after a listed company's name: 康诺亚-B. */
const shareClass = /(?<=[\u4e00-\u9fff])-(?:SW|[WUBSPRD])(?![A-Za-z0-9-])/g;

/** The name an exchange lists a firm under: 证券简称：和邦生物. */
const listedAs = /(?:证券|股票|公司|A股|H股)简称\s?[：:]\s?([\u4e00-\u9fffA-Z]{2,8}(?:-[A-Z]{1,2})?)(?=[\s，。；、）)]|$)/g;

const bracketed = /[（(]\s?(?:简称\s?|英文(?:简称|名)?\s?[：:]?\s?)?([A-Z][A-Za-z0-9&'’.-]{1,20}(?: (?:[A-Z&][A-Za-z0-9&'’.-]*|of|and|for|the|in|on)){0,8})(?:\s?[,，]\s?(?:简称\s?)?([A-Z][A-Za-z0-9&-]{1,9}))?\s?[）)]/g;

/** A stock code, not a name: LRCX.O. */
const listedCode = /^[A-Z]{1,5}\.[A-Z]{1,2}$/;

/** Latin names and abbreviations in brackets: 国家药品监督管理局（NMPA）, 芯片法案（CHIPS Act）, 处方药法案（Prescription Drug User Fee Act，PDUFA）. */
function abbreviations(text: string): { open: number; abbreviation: string }[] {
  return [...text.matchAll(bracketed)].flatMap((match) => [match[1], match[2]].flatMap((abbreviation) => (abbreviation === undefined || listedCode.test(abbreviation) ? [] : [{ open: match.index, abbreviation }])));
}

/** Characters of a listed firm's short name. */
const shortest = 6;

/** The name that ends before a bracket; one that nothing else says to be a name is not `sure`. */
function nameBefore(text: string, open: number, known: KnownEnds, endings: ReadonlyMap<number, Ending>, segmenter: Segmenter): (Ending & { readonly sure: boolean }) | null {
  let end = open;
  while (/[\s”"]/.test(text[end - 1] ?? '')) end--;
  const candidate = known.get(end);
  if (candidate?.meanings[0]) return { name: candidate.meanings[0].name, type: candidate.meanings[0].type, sure: true };
  const ending = endings.get(end);
  if (ending) return { ...ending, sure: true };
  const from = hardStop(text, end);
  if (from === end) return null;
  const tokens = tokensBefore(text, from, end, known, segmenter);
  const used = tokens.slice(0, nameTokens(tokens));
  const first = used[used.length - 1];
  // 兴化股份, 应用材料: a word alone that names none, where all before it is short.
  if (first && used.length === 1 && first.type === null && (genericWords.has(first.text) || (first.role === 'plain' && first.start > from))) return end - from <= shortest ? { name: text.slice(from, end), type: 'company', sure: false } : null;
  if (!first || end - first.start < 2 || end - first.start > 24) return null;
  return { name: text.slice(first.start, end), type: 'company', sure: false };
}
