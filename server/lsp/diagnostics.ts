import { createHash } from 'node:crypto';
import { t } from '@vscode/l10n';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  DiagnosticSeverity, DocumentDiagnosticReportKind, type Connection, type Diagnostic, type FullDocumentDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport, type WorkspaceFullDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import type { Snapshot } from '../corpus/corpus';
import { codebookFile, entityFile } from '../corpus/folder';
import type { ReportIndex } from '../corpus/model';
import { findingsOf, localised } from '../features/diagnostics';
import { problemMessage } from '../features/entityFile';
import { reportsByPath } from '../features/reports';
import { limited } from '../rules/check';
import type { Finding, Severity } from '../rules/model';
import { lineStartsOf, rangeOf } from '../text/lines';
import { locationOf } from './convert';
import { guarded } from './guard';
import { codebookDiagnostics, damagedDiagnostics } from './codebookDiagnostics';
import { opened, type Workspace, type Workspaces } from './workspaces';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Registers diagnostics as clients pull them: of one document, and of all reports. */
export function registerDiagnostics(connection: Connection, workspaces: Workspaces, programFolder: string): void {
  const log = connection.console;
  const pages = path.join(programFolder, '..', 'docs', 'rules');

  /** Where a rule is explained, if its page is installed. */
  const pageOf = (rule: string): { codeDescription: { href: string } } | Record<string, never> => {
    const page = path.join(pages, `${rule.replace('/', '-')}.md`);
    return existsSync(page) ? { codeDescription: { href: pathToFileURL(page).href } } : {};
  };
  const diagnosticOf = (workspace: Workspace, snapshot: Snapshot, index: ReportIndex, finding: Finding): Diagnostic => ({
    range: rangeOf(index.lineStarts, finding.span),
    severity: severities[finding.severity],
    source: 'wenmai',
    code: finding.rule,
    message: localised(finding.message),
    ...pageOf(finding.rule),
    relatedInformation: finding.related.flatMap(({ report, span, message }) => {
      const location = locationOf(workspace, snapshot, { report, span });
      return location ? [{ location, message: localised(message) }] : [];
    }),
  });
  const diagnosticsOf = async (workspace: Workspace, snapshot: Snapshot, index: ReportIndex): Promise<Diagnostic[]> => {
    const findings = await findingsOf(snapshot, index, (wanted) => workspace.corpus.parsed(wanted), await workspace.corpus.anchored(index.path), workspace.corpus.settings());
    const shown = limited(findings);
    const diagnostics = shown.findings.map((finding) => diagnosticOf(workspace, snapshot, index, finding));
    const more = findings.length - shown.findings.length;
    return more === 0 ? diagnostics : [...diagnostics, {
      range: rangeOf(index.lineStarts, { start: 0, end: 0 }),
      severity: DiagnosticSeverity.Information,
      source: 'wenmai',
      message: t('{0} more findings in this report are not shown; wenmai check prints all of them.', more),
    }];
  };

  connection.languages.diagnostics.on(
    guarded(log, 'diagnostic', async ({ textDocument, previousResultId }) => {
      const located = workspaces.locate(textDocument.uri);
      if (located?.path === entityFile) return full(listDiagnostics(located.workspace));
      if (located?.path === codebookFile) return full(codebookDiagnostics(located.workspace));
      const document = await opened(located);
      if (!document) return full([]);
      const report = full(await diagnosticsOf(document.workspace, document.snapshot, document.index));
      if (report.resultId !== previousResultId) return report;
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: report.resultId };
    }),
  );

  /** Per report, the revision it was last checked at and what came out. */
  const checked = new Map<string, { readonly revision: number; readonly settings: unknown; readonly annotated: unknown; readonly report: WorkspaceFullDocumentDiagnosticReport }>();
  connection.languages.diagnostics.onWorkspace(
    guarded(log, 'workspaceDiagnostic', async ({ previousResultIds }, token) => {
      const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      const present = new Set<string>();
      for (const workspace of workspaces.all()) {
        const snapshot = workspace.corpus.snapshot();
        const settings = workspace.corpus.settings();
        for (const index of reportsByPath(snapshot)) {
          if (token.isCancellationRequested) return { items };
          const uri = workspace.uriOf(index.path);
          present.add(uri);
          let known = checked.get(uri);
          const annotated = await workspace.corpus.anchored(index.path);
          if (known?.revision !== snapshot.revision || known.settings !== settings || known.annotated !== annotated) {
            const report = { ...full(await diagnosticsOf(workspace, snapshot, index)), uri, version: null };
            known = { revision: snapshot.revision, settings, annotated, report };
            checked.set(uri, known);
            // One report at a time, so that a question about an open one never waits for all the others.
            await new Promise((resolve) => setImmediate(resolve));
          }
          const unchanged = known.report.resultId === previous.get(uri) && known.report.resultId !== undefined;
          items.push(unchanged ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: known.report.resultId ?? '', uri, version: null } : known.report);
        }
      }
      for (const workspace of workspaces.all()) {
        for (const [uri, found] of damagedDiagnostics(workspace)) {
          present.add(uri);
          items.push({ ...full(found), uri, version: null });
        }
      }
      for (const uri of previous.keys()) if (!present.has(uri)) items.push({ ...full([]), uri, version: null });
      return { items };
    }),
  );
}

/** A full report under an id that tells its content, so that equal ones are not sent twice. */
function full(items: Diagnostic[]): FullDocumentDiagnosticReport & { readonly resultId: string } {
  const resultId = createHash('sha1').update(JSON.stringify(items)).digest('hex');
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

/** Problems of `entities.yaml` itself. */
function listDiagnostics({ corpus }: Workspace): Diagnostic[] {
  const lines = lineStartsOf(corpus.specialText(entityFile) ?? '');
  return corpus.snapshot().entityList.problems.map((problem) => ({
    range: rangeOf(lines, problem.span),
    severity: problem.kind === 'syntax' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    source: 'wenmai',
    code: `entity/${problem.kind}`,
    message: problemMessage(problem),
  }));
}
