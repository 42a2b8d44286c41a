import type { Segmenter } from '../segmenter';
import type { Found } from './found';
import { stopWords } from './words';

const township = '[\\u4e00-\\u9fff]{1,5}(?:镇|乡|街道|苏木)';
/** Towns in a row: 官庄镇、凉水井镇、五强溪镇. */
const row = new RegExp(`(?<=^|[，。；：（(\\s“]|[在和与及]|包括|涉及|[县市区旗])(?:${township}、){1,20}${township}`, 'gm');
/** A town that somebody goes to: 到西合营镇调研. */
const visited = new RegExp(`(?:到|来|赴|走进|深入)([\\u4e00-\\u9fff]{2,4}(?:镇|乡|街道))(?=调研|考察|走访|视察|检查|慰问|参加|开展|督导)`, 'g');
/** Kinds of towns, and words that only end so. */
const kinds = /(?:乡镇|城镇|村镇|集镇|重镇|小镇|各镇|名镇|强镇|城乡|家乡|返乡|[个多全各]镇)$|^(?:街道|[全各多数几]|\\d)/;

/** Towns that stand in a row, each called so, or that somebody visits. Linear. */
export function townships(text: string, segmenter: Segmenter): Found[] {
  // Most texts have no such row: its sign is looked for first.
  if (!/[镇乡道木](?:、|调研|考察|走访|视察|检查|慰问|参加|开展|督导)/.test(text)) return [];
  const alone = [...text.matchAll(visited)].flatMap(([, name = '']): Found[] => (kinds.test(name) ? [] : [{ name, type: 'place', strong: false }]));
  return [...alone, ...[...text.matchAll(row)].flatMap(([names]) => {
    const parts = names.split('、');
    parts[0] = withoutVerb(parts[0] as string, segmenter);
    return parts.some((part) => part.length < 3 || kinds.test(part)) ? [] : parts.map((name): Found => ({ name, type: 'place', strong: false }));
  })];
}

/** Without the words that lead to the first: 到官山镇. */
function withoutVerb(name: string, segmenter: Segmenter): string {
  const words = segmenter.words(name);
  const from = words.findIndex((word) => !stopWords.has(word));
  return words.slice(Math.max(0, from)).join('');
}
