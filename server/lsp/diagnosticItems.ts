import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { t } from '@vscode/l10n';
import { DiagnosticSeverity, DocumentDiagnosticReportKind, type Diagnostic, type FullDocumentDiagnosticReport } from 'vscode-languageserver/node';
import type { Snapshot } from '../corpus/corpus';
import type { ReportIndex } from '../corpus/model';
import { localised } from '../features/diagnostics';
import { limited } from '../rules/check';
import type { Finding, Severity } from '../rules/model';
import { rangeOf } from '../text/lines';
import { locationOf } from './convert';
import type { Workspace } from './workspaces';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Places named of hints that go together. */
const namedOthers = 50;

/** Turns the findings of a report into the client's diagnostics. */
export type Items = (workspace: Workspace, snapshot: Snapshot, index: ReportIndex, findings: readonly Finding[]) => Diagnostic[];

/** `pages` is the folder of the rules' pages; a rule whose page is not installed is explained nowhere. */
export function createItems(pages: string): Items {
  const known = new Map<string, { codeDescription?: { href: string } }>();
  const pageOf = (rule: string): { codeDescription?: { href: string } } => {
    let found = known.get(rule);
    if (!found) {
      const page = path.join(pages, `${rule.replace('/', '-')}.md`);
      found = existsSync(page) ? { codeDescription: { href: pathToFileURL(page).href } } : {};
      known.set(rule, found);
    }
    return found;
  };
  return (workspace, snapshot, index, findings) => {
    const shown = limited(findings);
    const diagnostics = shown.groups.map(({ finding, others }): Diagnostic => ({
      range: rangeOf(index.lineStarts, finding.span),
      severity: severities[finding.severity],
      source: 'wenmai',
      code: finding.rule,
      message: others.length === 0 ? localised(finding.message) : t('{0} {1} more like this in the report.', localised(finding.message), others.length),
      ...pageOf(finding.rule),
      relatedInformation: [...finding.related, ...others.slice(0, namedOthers)].flatMap(({ report, span, message }) => {
        const location = locationOf(workspace, snapshot, { report, span });
        return location ? [{ location, message: localised(message) }] : [];
      }),
    }));
    const more = Object.values(shown.hidden).reduce((sum, count) => sum + count, 0);
    return more === 0 ? diagnostics : [...diagnostics, {
      range: rangeOf(index.lineStarts, { start: 0, end: 0 }),
      severity: DiagnosticSeverity.Information,
      source: 'wenmai',
      message: t('{0} more findings in this report are not shown; wenmai check prints all of them.', more),
    }];
  };
}

/** A full report under an id that tells its content, so that equal ones are not sent twice. */
export function full(items: Diagnostic[]): FullDocumentDiagnosticReport & { readonly resultId: string } {
  const resultId = createHash('sha1').update(JSON.stringify(items)).digest('hex');
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}
