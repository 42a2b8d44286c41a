import type { Claim } from '../claim/model';
import { canonicalUnit } from '../claim/units';
import type { Issuance } from '../reference/model';

const synonyms: readonly (readonly [RegExp, string])[] = [
  [/^(?:全年|年度|总|整体|公司|集团)?(?:营业总?收入|营收|总?收入|销售收入|营业额)$/u, '营业收入'],
  [/^(?:归母|归属于?母公司)?(?:股东)?的?净利润?$/u, '净利润'],
  [/^(?:员工|职工|雇员)(?:总?数|人数|规模)?$/u, '员工'],
  [/^研发(?:投入|费用|开支|支出)$/u, '研发投入'],
];

/** One name for what two reports measure in other words; "" where it is too short to mean one thing. */
export function foldMeasure(measure: string): string {
  const plain = measure.normalize('NFKC').replace(/[\s的“”"'·]/gu, '');
  if (plain.length < 2) return '';
  return synonyms.find(([pattern]) => pattern.test(plain))?.[1] ?? plain;
}

/** The key under which claims of one subject, measure and unit meet; null for a claim that says too little of itself. */
export function claimKey(claim: Claim): string | null {
  const measure = foldMeasure(claim.measure);
  if (claim.direct !== true || claim.subject === '' || measure === '' || claim.unit === '') return null;
  return `claim:${claim.subject}:${measure}:${canonicalUnit(claim.unit)}`;
}

export const issuanceKey = ({ document }: Issuance): string => `issued:${document}`;

/** Everything a report states that another may contradict. */
export function statementKeys(index: { readonly claims: readonly Claim[]; readonly issuances: readonly Issuance[] }): string[] {
  return [...index.claims.flatMap(claim => claimKey(claim) ?? []), ...index.issuances.map(issuanceKey)];
}
