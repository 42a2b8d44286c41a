import { canBothHold } from '../../claim/compare';
import type { Claim } from '../../claim/model';
import { claimsByKey } from '../../corpus/statements';
import { message } from '../message';
import type { CorpusContext, CorpusRule, Indexed, Problem, Related } from '../model';

/** Reports that one claim is compared with, at most. */
const compared = 50;
/** Places shown of those that contradict. */
const shown = 8;

const plain = (claim: Claim): string => {
  const value = claim.value >= 1e8 ? `${String(Number((claim.value / 1e8).toFixed(4)))} 亿` : claim.value >= 1e4 ? `${String(Number((claim.value / 1e4).toFixed(4)))} 万` : String(claim.value);
  return `${value}${claim.unit}`;
};

/** The claims that can be compared are a tenth of all: they are kept as long as their report's index. */
const kept = new WeakMap<Indexed, ReadonlyMap<string, readonly Claim[]>>();

function keyed(index: Indexed): ReadonlyMap<string, readonly Claim[]> {
  let claims = kept.get(index);
  if (claims === undefined) {
    claims = claimsByKey(index.claims);
    kept.set(index, claims);
  }
  return claims;
}

function contradictions(context: CorpusContext, claim: Claim, key: string): { path: string; claim: Claim }[] {
  const found: { path: string; claim: Claim }[] = [];
  const { report } = context;
  let seen = 0;
  for (const path of context.stating(key)) {
    if (++seen > compared || found.length >= shown) break;
    const index = path === report.path ? report : context.other(path);
    for (const theirs of index === undefined ? [] : keyed(index).get(key) ?? []) {
      if (theirs !== claim && !canBothHold(claim, theirs)) found.push({ path, claim: theirs });
    }
  }
  return found;
}

function problem(context: CorpusContext, claim: Claim, key: string): Problem[] {
  const others = contradictions(context, claim, key);
  const first = others[0];
  if (first === undefined) return [];
  const name = context.entity(claim.subject)?.name ?? claim.subject;
  return [{
    span: claim.span,
    message: message('{0}, {1} {2}: {3} here, {4} in {5}.', name, claim.measure, claim.time ?? '', plain(claim), plain(first.claim), first.path),
    related: others.map((o): Related => ({ report: o.path, span: o.claim.span, message: message('{0} here', plain(o.claim)) })),
  }];
}

/** The same subject, measure and time with values that cannot both hold, in this report or in another. */
export const conflict: CorpusRule = {
  id: 'claim/conflict',
  title: message('Figures that cannot both hold'),
  severity: 'warning',
  check: context => [...keyed(context.report)].flatMap(([key, claims]) => claims.flatMap(claim => problem(context, claim, key))),
};
