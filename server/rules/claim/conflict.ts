import { canBothHold } from '../../claim/compare';
import type { Claim } from '../../claim/model';
import { claimKey } from '../../corpus/statements';
import { message } from '../message';
import type { CorpusContext, CorpusRule, Problem, Related } from '../model';

/** Reports that one claim is compared with, at most. */
const compared = 50;
/** Places shown of those that contradict. */
const shown = 8;

const plain = (claim: Claim): string => {
  const value = claim.value >= 1e8 ? `${String(Number((claim.value / 1e8).toFixed(4)))} 亿` : claim.value >= 1e4 ? `${String(Number((claim.value / 1e4).toFixed(4)))} 万` : String(claim.value);
  return `${value}${claim.unit}`;
};

/** Both name the same time, to the same precision: a year's figure and a quarter's can both hold. */
const sameTime = (a: Claim, b: Claim): boolean => a.time !== null && a.time === b.time;

function contradictions(context: CorpusContext, claim: Claim, key: string): { path: string; claim: Claim }[] {
  const found: { path: string; claim: Claim }[] = [];
  const { report } = context;
  let seen = 0;
  for (const path of context.stating(key)) {
    if (++seen > compared || found.length >= shown) break;
    const claims = path === report.path ? report.claims : context.other(path)?.claims ?? [];
    for (const theirs of claims) {
      if (theirs === claim || claimKey(theirs) !== key || !sameTime(claim, theirs) || canBothHold(claim, theirs)) continue;
      found.push({ path, claim: theirs });
    }
  }
  return found;
}

/** The same subject, measure and time with values that cannot both hold, in this report or in another. */
export const conflict: CorpusRule = {
  id: 'claim/conflict',
  title: message('Figures that cannot both hold'),
  severity: 'warning',
  check(context) {
    return context.report.claims.flatMap((claim): Problem[] => {
      const key = claimKey(claim);
      if (key === null || claim.time === null) return [];
      const others = contradictions(context, claim, key);
      const first = others[0];
      if (first === undefined) return [];
      const name = context.entity(claim.subject)?.name ?? claim.subject;
      return [{
        span: claim.span,
        message: message('{0}, {1} {2}: {3} here, {4} in {5}.', name, claim.measure, claim.time, plain(claim), plain(first.claim), first.path),
        related: others.map((o): Related => ({ report: o.path, span: o.claim.span, message: message('{0} here', plain(o.claim)) })),
      }];
    });
  },
};
