import path from 'node:path';
import { DiagnosticSeverity, DocumentDiagnosticReportKind, type CancellationToken, type Connection, type Diagnostic, type WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import { codebookFile, entityFile, settingsFile } from '../corpus/folder';
import { findingsOf } from '../features/diagnostics';
import { problemMessage } from '../features/entityFile';
import { settingsProblems } from '../features/settingsFile';
import type { Finding } from '../rules/model';
import { lineStartsOf, rangeOf } from '../text/lines';
import { createChecker } from './checker';
import { codebookDiagnostics } from './codebookDiagnostics';
import { createItems, full } from './diagnosticItems';
import { guarded } from './guard';
import { createWorkspaceDiagnostics, type WorkspaceDiagnostics } from './workspaceDiagnostics';
import { opened, type Opened, type Workspace, type Workspaces } from './workspaces';

/** What is told of changes, and ended with the server. */
export interface Diagnostics extends Pick<WorkspaceDiagnostics, 'stale' | 'unsettled'> {
  /** A document was opened or changed: the client will ask what is wrong with it. */
  expected(workspace: Workspace, path: string, text: string): void;
  /** What is wrong with an open report, found in the checker's thread, in order of position. */
  readonly findings: (document: Opened) => Promise<Finding[]>;
  dispose(): void;
}

/** Registers diagnostics as clients pull them: of one document, and of all reports. */
export function registerDiagnostics(connection: Connection, workspaces: Workspaces, programFolder: string): Diagnostics {
  const log = connection.console;
  const items = createItems(path.join(programFolder, '..', 'docs', 'rules'));
  const checker = createChecker(path.join(programFolder, 'checker.js'), path.join(programFolder, 'lexicon.jsonl'), () => workspaces.all().some(({ corpus }) => corpus.hasOpen()));
  const ofAll = createWorkspaceDiagnostics(workspaces, checker, items);

  const findings = ({ workspace, snapshot, index }: Opened): Promise<Finding[]> => {
    const { corpus } = workspace;
    const text = corpus.text(index.path);
    return findingsOf(corpus, snapshot, index, async (annotated) => checker.check(workspace, snapshot, index, annotated, await text));
  };

  connection.languages.diagnostics.on(
    guarded(log, 'diagnostic', async ({ textDocument, previousResultId }) => {
      const located = workspaces.locate(textDocument.uri);
      if (located?.path === entityFile) return full(listDiagnostics(located.workspace));
      if (located?.path === codebookFile) return full(codebookDiagnostics(located.workspace));
      if (located?.path === settingsFile) return full(settingsDiagnostics(located.workspace));
      const document = await opened(located);
      if (!document) return full([]);
      const { workspace, snapshot, index } = document;
      const report = full(items(workspace, snapshot, index, await findings(document)));
      if (report.resultId !== previousResultId) return report;
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: report.resultId };
    }),
  );
  connection.languages.diagnostics.onWorkspace((params, cancellation, bar, told) => {
    const answer = guarded(log, 'workspaceDiagnostic', (asked: typeof params, token: CancellationToken): Promise<WorkspaceDiagnosticReport> => ofAll.pull(asked, token, bar, told));
    return answer(params, cancellation);
  });
  return { stale: ofAll.stale, unsettled: ofAll.unsettled, expected: (workspace, path, text) => checker.expect(workspace, path, text), findings, dispose: () => checker.dispose() };
}

/** Problems of `wenmai.yaml` itself. */
function settingsDiagnostics({ corpus }: Workspace): Diagnostic[] {
  const yaml = corpus.specialText(settingsFile) ?? '';
  const lines = lineStartsOf(yaml);
  return settingsProblems(yaml).map(({ kind, span, message }) => ({
    range: rangeOf(lines, span),
    severity: kind === 'syntax' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    source: 'wenmai',
    message,
  }));
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
