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

/**
 * The key under which claims of one subject, measure, unit and time meet; null for a claim that says too little of
 * itself. A year's figure and a quarter's have two times: both can hold.
 */
export function claimKey(claim: Claim): string | null {
  if (claim.direct !== true || claim.subject === '' || claim.unit === '' || claim.time === null) return null;
  const measure = foldMeasure(claim.measure);
  return measure === '' ? null : `claim:${claim.subject}:${measure}:${canonicalUnit(claim.unit)}:${claim.time}`;
}

/** The claims of a list by their keys, those without one left out. */
export function claimsByKey(claims: readonly Claim[]): ReadonlyMap<string, readonly Claim[]> {
  const byKey = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = claimKey(claim);
    if (key === null) continue;
    const group = byKey.get(key);
    if (group === undefined) byKey.set(key, [claim]);
    else group.push(claim);
  }
  return byKey;
}

export const issuanceKey = ({ document }: Issuance): string => `issued:${document}`;
export const isIssuanceKey = (key: string): boolean => key.startsWith('issued:');

/** Everything a report states that another may contradict. */
export function statementKeys(index: Stating): string[] {
  return [...index.claims.flatMap(claim => claimKey(claim) ?? []), ...index.issuances.map(issuanceKey)];
}

/** The keys under which two indexes of one report state something else: reports that state it too are concerned. */
export function changedStatements(before: Stating | undefined, after: Stating | undefined): string[] {
  const [old, fresh] = [said(before), said(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].filter(key => old.get(key) !== fresh.get(key));
}

interface Stating {
  readonly claims: readonly Claim[];
  readonly issuances: readonly Issuance[];
}

/** What a report states by key, without the places. */
function said(index: Stating | undefined): Map<string, string> {
  const found = new Map<string, string>();
  const add = (key: string, statement: object): void => void found.set(key, (found.get(key) ?? '') + JSON.stringify({ ...statement, span: null, lead: null }));
  for (const [key, claims] of claimsByKey(index?.claims ?? [])) for (const claim of claims) add(key, claim);
  for (const issuance of index?.issuances ?? []) add(issuanceKey(issuance), issuance);
  return found;
}
