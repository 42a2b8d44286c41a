import type { Snapshot } from '../corpus/corpus';
import { localised } from '../features/diagnostics';
import type { PrintedTarget } from '../features/inspect';
import type { Finding, Severity } from '../rules/model';
import { rangeOf } from '../text/lines';
import type { Range, Span } from '../text/span';

export const severities = ['hint', 'information', 'warning', 'error'] as const satisfies readonly Severity[];

/** A finding as the command line prints it; the field names are a contract. */
export interface PrintedFinding extends PrintedTarget {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly (PrintedTarget & { readonly message: string })[];
}

export function printedFinding(snapshot: Snapshot, { report, span, rule, severity, message, related }: Finding): PrintedFinding {
  const range = (path: string, place: Span): Range => rangeOf(snapshot.reports.get(path)?.lineStarts ?? new Uint32Array(1), place);
  return {
    report, range: range(report, span), rule, severity, message: localised(message),
    related: related.map((other) => ({ report: other.report, range: range(other.report, other.span), message: localised(other.message) })),
  };
}

/** What stays the same of a finding when lines move: its rule, its report and what it says. */
const keyOf = ({ rule, report, message }: Pick<PrintedFinding, 'rule' | 'report' | 'message'>): string => JSON.stringify([rule, report, message]);

/** A baseline is an earlier JSON output of the same command: the findings that it has are old. Throws where it is none. */
export function readBaseline(text: string): Map<string, number> {
  const value: unknown = JSON.parse(text);
  if (!Array.isArray(value)) throw new TypeError('not a list of findings');
  const counts = new Map<string, number>();
  for (const item of value as Partial<PrintedFinding>[]) {
    if (typeof item.rule !== 'string' || typeof item.report !== 'string' || typeof item.message !== 'string') throw new TypeError('not a list of findings');
    const key = keyOf({ rule: item.rule, report: item.report, message: item.message });
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The findings that a baseline does not have; each old one stands for one finding. */
export function sinceBaseline(findings: readonly PrintedFinding[], baseline: ReadonlyMap<string, number>): PrintedFinding[] {
  const left = new Map(baseline);
  return findings.filter((finding) => {
    const count = left.get(keyOf(finding)) ?? 0;
    if (count > 0) left.set(keyOf(finding), count - 1);
    return count === 0;
  });
}
