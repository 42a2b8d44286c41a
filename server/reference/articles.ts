import type { Heading, Report } from '../report/model';
import { readOrdinal } from './ordinal';
import { articleKey, documentKey } from './keys';
import type { Reference } from './model';
import { hitsInProse, opensLine, type Hit } from './reading';

const numeral = '[〇零一二三四五六七八九十百千0-9０-９]{1,7}';
const article = `第${numeral}条(?:之[一二三四五六七八九十]{1,2})?`;
const pattern = new RegExp(`${article}(?:[ \u3000]?第${numeral}款)?(?:[ \u3000]?第[（(]?${numeral}[）)]?项)?`, 'gu');
const own = /本(?:法|条例|办法|规定|规则|细则|决定|章程|准则|制度|规范|标准|公约|合同|协议|指引|通知|意见|方案)$/u;
const named = /》(?:[（(][^（）()\n]{1,40}[）)])?$/u;
/** The short name of another act, without brackets: "药品管理法第四十条". */
const otherAct = /([一-鿿]{2,24}(?:法典|法|条例|办法|规定|规则|细则|宪法))$/u;
const anaphor = /(?:该|此|前述|上述)(?:法|条例|办法|规定|规则|细则|决定|章程)$/u;
const listed = /(?:[、,，和与及或至到]|以及|或者)$/u;

/** "第三十四条之一" → "34-1", so that Chinese and Arabic numbering of one article compare equal. */
export function articleNumber(text: string): string | null {
  const match = new RegExp(`^第(${numeral})条(?:之([一二三四五六七八九十]{1,2}))?`, 'u').exec(text);
  const main = readOrdinal(match?.[1] ?? '');
  if (main === null) return null;
  const after = match?.[2] === undefined ? null : readOrdinal(match[2]);
  return after === null ? String(main) : `${String(main)}-${String(after)}`;
}

/** The articles of a report that is a law or by-law, by their number. */
export function articlesOf(headings: readonly Heading[]): Map<string, Heading> {
  const found = new Map<string, Heading>();
  for (const heading of headings) {
    const number = heading.number === null ? null : articleNumber(heading.number.replace(/\s/g, ''));
    if (number !== null && !found.has(number)) found.set(number, heading);
  }
  return found;
}

interface Owner { readonly kind: 'own' | 'other'; readonly key: string | null }

/** The act whose article a hit names, by the words in front of it. */
function ownerOf(report: Report, hit: Hit, last: { hit: Hit; owner: Owner } | null): Owner {
  const text = report.logical.text;
  const before = text.slice(Math.max(0, hit.start - 80), hit.start).trimEnd();
  if (own.test(before)) return { kind: 'own', key: null };
  if (named.test(before)) {
    const open = before.lastIndexOf('《');
    return { kind: 'other', key: open < 0 ? null : documentKey(before.slice(open + 1, before.lastIndexOf('》'))) };
  }
  if (anaphor.test(before)) {
    const open = before.lastIndexOf('《');
    const close = before.indexOf('》', open);
    return { kind: 'other', key: open < 0 || close < 0 ? null : documentKey(before.slice(open + 1, close)) };
  }
  const act = otherAct.exec(before)?.[1];
  if (act !== undefined) return { kind: 'other', key: documentKey(act.replace(/^.*(?:根据|依照|按照|违反|依据|符合|适用|遵守|遵照|参照|执行|触犯|属于|和|与|及|或者|应当|不得)/u, '')) };
  // "本办法第十条、第十二条": a list goes on with the act of its first member.
  if (last !== null && listed.test(before) && hit.start - (last.hit.start + last.hit.match[0].length) <= 2) return last.owner;
  return { kind: 'own', key: null };
}

/** References to articles of this act or of another one; a number that opens an article is no reference. */
export function articleReferences(report: Report): Reference[] {
  const articles = articlesOf(report.headings);
  const references: Reference[] = [];
  let last: { hit: Hit; owner: Owner } | null = null;
  for (const hit of hitsInProse(report, pattern)) {
    if (opensLine(report, hit.span)) continue;
    const owner = ownerOf(report, hit, last);
    last = { hit, owner };
    const number = articleNumber(hit.match[0].replace(/[\s\u3000]/g, ''));
    if (number === null) continue;
    if (owner.kind === 'other') {
      if (owner.key !== null) references.push({ span: hit.span, kind: 'document', text: hit.match[0], local: null, key: articleKey(owner.key, number) });
      continue;
    }
    const explicit = own.test(report.logical.text.slice(Math.max(0, hit.start - 5), hit.start));
    if (articles.size === 0 && !explicit) continue;
    references.push({ span: hit.span, kind: 'article', text: hit.match[0], local: articles.get(number)?.span ?? null, key: null });
  }
  return references;
}
