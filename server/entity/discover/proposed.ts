import { buildAutomaton, scan } from '../automaton';
import { fold } from '../fold';
import type { EntityType } from '../model';
import type { Segmenter } from '../segmenter';
import { isRole } from './defined';
import type { Found } from './found';
import { genericWords } from './suffixes';
import { stopWords } from './words';

/** What a sentence says of a firm: 是一家…, 为国内领先…. */
const said = /[是为系](?:一家|国内|全球|我国|中国|业内|领先)/;
const apposition = new RegExp(`(?:^|[\\n。；：”])[“*\\s]{0,3}([\\u4e00-\\u9fffA-Za-z][\\u4e00-\\u9fffA-Za-z0-9·]{1,9})[”*\\s]{0,3}(?:（[^（）\\n]{1,30}）)?${said.source}[^，。\\n]{0,30}(?:企业|公司|厂商|集团|运营商|制造商|供应商|服务商|提供商|开发商|银行|券商)`, 'g');

/** Firms that a sentence opens with and says to be firms: 豪美新材是一家…制造商. */
export function definedFirms(text: string, segmenter: Segmenter): Found[] {
  // Most texts say it of none: the words for it are looked for first.
  if (!said.test(text)) return [];
  return [...text.matchAll(apposition)].map((match) => match[1] as string).filter((name) => !isRole(name) && isCoined(name, segmenter)).map((name) => ({ name, type: 'company', strong: false }));
}

/** No function word inside, and something that is not generic. */
export function isCoined(name: string, segmenter: Segmenter): boolean {
  const words = segmenter.words(name);
  return !words.some((word) => stopWords.has(word)) && !words.every((word) => genericWords.has(word));
}

/** A coined name with a word in it that no dictionary has, or of single characters alone; no verb, and no kind of thing at its end. */
export function isUnknown(name: string, segmenter: Segmenter): boolean {
  const words = segmenter.words(name);
  if (words.some((word) => word.length > 1 && segmenter.role(word) === 'soft')) return false;
  const isSpelled = words.every((word) => word.length === 1 && segmenter.role(word) !== 'hard');
  return isCoined(name, segmenter) && (isSpelled || words.some((word) => segmenter.role(word) === 'proper' && !genericWords.has(word))) && !/(?:公司|企业|业务|产品|部门|机构|平台|板块|基金|项目|团队|医院|酒店|工厂)$/.test(name);
}

/** Uses that make a proposed name one in its own report, and the different characters that must stand on each side of it. */
const leastUses = 3;
const leastNeighbours = 2;

/**
 * Which proposed names the report's own use bears out: they are frequent, and what stands beside them varies on both
 * sides, as it does beside words and not inside them (a bound on the entropy of their boundaries). One pass over the text.
 */
export function borneOut(text: string, proposed: readonly Found[]): Found[] {
  if (proposed.length === 0) return [];
  const sides = proposed.map(() => ({ uses: 0, left: new Set<string>(), right: new Set<string>() }));
  const hits = scan(buildAutomaton(proposed.map(({ name }) => fold(name))), text);
  for (let i = 0; i < hits.length; i += 3) {
    const side = sides[hits[i + 2] as number];
    if (!side) continue;
    side.uses++;
    side.left.add(text[(hits[i] as number) - 1] ?? '');
    side.right.add(text[hits[i + 1] as number] ?? '');
  }
  return proposed.filter((_, i) => {
    const side = sides[i];
    return side !== undefined && side.uses >= leastUses && side.left.size >= leastNeighbours && side.right.size >= leastNeighbours;
  });
}

const shared: ReadonlySet<EntityType> = new Set(['company', 'hospital', 'agency', 'academic', 'organization', 'product', 'person']);

/**
 * Names as one text, "type name" a line, for `mergeDiscovered` to compare with other reports'. Names that mean something
 * else in every report (市卫健委, 第五次会议) are left out.
 */
export function hintsOf(names: Iterable<{ readonly name: string; readonly type: EntityType }>): string {
  const lines = new Set<string>();
  for (const { name, type } of names) if (shared.has(type) && !/^[第省市县区]|\n/.test(name)) lines.add(`${type} ${name}`);
  return [...lines].join('\n');
}
