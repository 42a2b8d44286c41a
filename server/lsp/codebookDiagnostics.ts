import { t } from '@vscode/l10n';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver/node';
import type { DamagedLine } from '../annotation/model';
import { codebookFile } from '../corpus/folder';
import { codebookProblemMessage } from '../features/tags';
import { lineStartsOf, rangeOf } from '../text/lines';
import type { Workspace } from './workspaces';

/** Problems of `codebook.yaml` itself. */
export function codebookDiagnostics({ corpus }: Workspace): Diagnostic[] {
  const lines = lineStartsOf(corpus.specialText(codebookFile) ?? '');
  return corpus.snapshot().codebook.problems.map((problem) => ({
    range: rangeOf(lines, problem.span),
    severity: problem.kind === 'syntax' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    source: 'wenmai',
    code: `tag/${problem.kind}`,
    message: codebookProblemMessage(problem),
  }));
}

/** Lines of annotation files that are no annotations, and files that cannot be read, by the file's URI. */
export function damagedDiagnostics(workspace: Workspace): Map<string, Diagnostic[]> {
  const byUri = new Map<string, Diagnostic[]>();
  for (const { path, line } of workspace.corpus.annotations.damaged()) {
    const uri = workspace.uriOf(path);
    const range = { start: { line: line.line, character: 0 }, end: { line: line.line, character: line.text.length } };
    const diagnostic = { range, severity: DiagnosticSeverity.Warning, source: 'wenmai', code: 'tag/damagedLine', message: messageOf(line) };
    byUri.set(uri, [...(byUri.get(uri) ?? []), diagnostic]);
  }
  for (const { path, reason } of workspace.corpus.annotations.unreadable()) {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const message = t('Annotations here cannot be read and are left alone: {0}', reason);
    byUri.set(workspace.uriOf(path), [{ range, severity: DiagnosticSeverity.Error, source: 'wenmai', code: 'tag/unreadableFile', message }]);
  }
  return byUri;
}

function messageOf({ reason }: DamagedLine): string {
  switch (reason) {
    case 'json':
      return t('This line is no JSON; it is kept as it is.');
    case 'shape':
      return t('This line is no annotation; it is kept as it is.');
    case 'duplicate':
      return t('Another line has the same id and is newer; this one is kept as it is.');
  }
}
