import { canBothHold } from '../../claim/compare';
import type { Claim } from '../../claim/model';
import { claimsByKey, isIssuanceKey } from '../../corpus/statements';
import { message } from '../message';
import type { CorpusContext, CorpusRule, Indexed, Problem, Related } from '../model';

/** Reports that one claim is compared with, at most. */
const compared = 50;
/** Places shown of those that contradict. */
const shown = 8;

const plain = (claim: Claim): string => {
  const size = Math.abs(claim.value);
  const value = size >= 1e8 ? `${String(Number((claim.value / 1e8).toFixed(4)))} 亿` : size >= 1e4 ? `${String(Number((claim.value / 1e4).toFixed(4)))} 万` : String(claim.value);
  return `${value}${claim.unit}`;
};

/** Of each report the claims under keys that were shared when it was read, kept as long as its index: few of all. */
const kept = new WeakMap<Indexed, Map<string, readonly Claim[]>>();

/** A report's claims under a key that is shared. They are read again where the key was not shared before. */
function claimsUnder(context: CorpusContext, index: Indexed, key: string): { readonly claims: readonly Claim[]; readonly wasRead: boolean } {
  const known = kept.get(index)?.get(key);
  if (known) return { claims: known, wasRead: false };
  const shared = new Map([...claimsByKey(index.claims)].filter(([each]) => context.isShared(each)));
  const claims = shared.get(key) ?? [];
  kept.set(index, shared.set(key, claims));
  return { claims, wasRead: true };
}

interface Other {
  readonly path: string;
  readonly claim: Claim;
}

/** The claims under a key in this report and in others. */
function* claimsIn(context: CorpusContext, key: string): Generator<Other | null, undefined> {
  const { report } = context;
  let seen = 0;
  for (const path of context.stating(key)) {
    if (++seen > compared) return;
    const index = path === report.path ? report : context.other(path);
    if (index === undefined) continue;
    const { claims, wasRead } = claimsUnder(context, index, key);
    if (wasRead) yield null;
    yield* claims.map(claim => ({ path, claim }));
  }
}

function problem(context: CorpusContext, claim: Claim, others: readonly Other[]): Problem[] {
  const [first] = others;
  if (first === undefined) return [];
  const name = context.nameOf(claim.subject) ?? claim.subject;
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
  *check(context) {
    for (const key of context.shared) {
      if (isIssuanceKey(key)) continue;
      const { claims } = claimsUnder(context, context.report, key);
      const all: Other[] = [];
      for (const other of claimsIn(context, key)) {
        if (other) all.push(other);
        else yield null;
      }
      for (const claim of claims) {
        const others = all.filter(other => other.claim !== claim && !canBothHold(claim, other.claim)).slice(0, shown);
        yield* problem(context, claim, others);
      }
    }
  },
};
