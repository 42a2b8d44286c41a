import * as vscode from 'vscode';
import { reportLanguages } from './selector';
import type { Session, SessionStatus } from './session';
import { formatNumber } from './views/places';

const { t } = vscode.l10n;

/** Keeps the one language status item, and the context keys that the views' welcome texts ask, as the session is. */
export function showStatus(session: Session): vscode.Disposable[] {
  const item = vscode.languages.createLanguageStatusItem('wenmai.status', [...reportLanguages]);
  item.name = t('Wenmai');
  function update(status: SessionStatus): void {
    const left = (status.server?.skipped.length ?? 0) + (status.server?.doubtful.length ?? 0);
    item.text = statusText(status);
    item.busy = status.state === 'starting' || status.state === 'indexing';
    item.detail = detailOf(status.state, left);
    item.severity = severityOf(status.state, left);
    item.command = commandOf(status.state, left);
    void vscode.commands.executeCommand('setContext', 'wenmai.state', status.state);
    void vscode.commands.executeCommand('setContext', 'wenmai.hasReports', (status.server?.reports ?? 0) > 0);
  }
  update(session.status());
  return [item, session.onDidChangeStatus(update)];
}

function statusText({ state, server }: SessionStatus): string {
  if (state === 'off') return t('Wenmai: no folder');
  if (state === 'failed') return t('Wenmai: stopped');
  const { done, total } = server?.progress ?? { done: 0, total: 0 };
  if (server === undefined || (state === 'indexing' && total === 0)) return t('Wenmai: starting');
  if (state === 'indexing') return t('Wenmai: indexing {0} of {1}', formatNumber(done), formatNumber(total));
  if (state === 'paused') return t('Wenmai: {0} reports · indexing paused', formatNumber(server.reports));
  return t('Wenmai: {0} reports · {1} entities · ready', formatNumber(server.reports), formatNumber(server.entities));
}

function detailOf(state: SessionStatus['state'], left: number): string {
  if (state === 'indexing' || state === 'paused') return t('Results are partial until all reports are indexed');
  return left === 0 ? '' : t('{0} files left out or doubtful', formatNumber(left));
}

function severityOf(state: SessionStatus['state'], left: number): vscode.LanguageStatusSeverity {
  if (state === 'failed') return vscode.LanguageStatusSeverity.Error;
  return left > 0 ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
}

function commandOf(state: SessionStatus['state'], left: number): vscode.Command {
  if (state === 'failed') return { command: 'wenmai.restartServer', title: t('Restart Server') };
  if (state === 'paused') return { command: 'wenmai.resumeIndexing', title: t('Continue') };
  if (left > 0) return { command: 'wenmai.showSkipped', title: t('Show Files') };
  return { command: 'wenmai.showLog', title: t('Show Log') };
}
