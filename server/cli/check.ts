import type { Snapshot } from '../corpus/corpus';
import { findingsOf, localised } from '../features/diagnostics';
import type { PrintedTarget } from '../features/inspect';
import { reportsByPath } from '../features/reports';
import type { Finding, Severity } from '../rules/model';
import { rangeOf } from '../text/lines';
import type { Range, Span } from '../text/span';
import { withCorpora } from './corpora';
import { print } from './output';

export const severities = ['hint', 'information', 'warning', 'error'] as const satisfies readonly Severity[];
export const formats = ['text', 'json'] as const;

/** A finding as the command line prints it; the field names are a contract. */
interface PrintedFinding extends PrintedTarget {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly (PrintedTarget & { readonly message: string })[];
}

export interface CheckOptions {
  readonly format: (typeof formats)[number];
  readonly failOn: Severity;
}

function printed(snapshot: Snapshot, { report, span, rule, severity, message, related }: Finding): PrintedFinding {
  const range = (path: string, place: Span): Range => rangeOf(snapshot.reports.get(path)?.lineStarts ?? new Uint32Array(1), place);
  return {
    report, range: range(report, span), rule, severity, message: localised(message),
    related: related.map((other) => ({ report: other.report, range: range(other.report, other.span), message: localised(other.message) })),
  };
}

const place = ({ report, range }: PrintedTarget): string => `${report}:${range.start.line + 1}:${range.start.character + 1}`;

/** One finding as compilers print theirs, so that terminals and editors can jump to it. */
function asText(finding: PrintedFinding): string {
  const related = finding.related.map((other) => `    ${place(other)}: ${other.message}\n`);
  return `${place(finding)}: ${finding.severity}: ${finding.message} [${finding.rule}]\n${related.join('')}`;
}

/** `wenmai check`: all findings; true when one is as severe as `failOn`. */
export async function runCheck(paths: readonly string[], { format, failOn }: CheckOptions, programFolder: string): Promise<boolean> {
  const found: PrintedFinding[] = [];
  await withCorpora(paths, programFolder, async (corpus) => {
    const snapshot = corpus.snapshot();
    for (const index of reportsByPath(snapshot)) {
      const findings = await findingsOf(snapshot, index, (wanted) => corpus.parsed(wanted), corpus.settings());
      for (const finding of findings) found.push(printed(snapshot, finding));
    }
  });
  await print(format === 'json' ? `${JSON.stringify(found, null, 1)}\n` : found.map(asText).join(''));
  return found.some(({ severity }) => severities.indexOf(severity) >= severities.indexOf(failOn));
}
