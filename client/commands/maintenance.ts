import * as vscode from 'vscode';
import type { Session } from '../session';
import { formatNumber } from '../views/places';

const { t } = vscode.l10n;

/** Commands about the server and what it found wrong. */
export function maintenanceCommands(session: Session) {
  return {
    'wenmai.restartServer': () => session.restart(),
    'wenmai.showLog': () => { session.log.show(); },
    'wenmai.rebuildIndex': () => rebuild(session),
    'wenmai.resumeIndexing': () => session.request('wenmai/resume', {}),
    'wenmai.checkCorpus': () => checkCorpus(session),
    'wenmai.showSkipped': () => showSkipped(session),
  };
}

async function rebuild(session: Session): Promise<void> {
  const answer = await session.request('wenmai/rebuild', {});
  if (answer === undefined) void vscode.window.showErrorMessage(t('The Wenmai server does not run.'));
}

/** Opens Problems, where the findings of all reports stand, and says how many there are. */
async function checkCorpus(session: Session): Promise<void> {
  if (session.status().server === undefined) {
    void vscode.window.showErrorMessage(t('The Wenmai server does not run.'));
    return;
  }
  await vscode.commands.executeCommand('workbench.actions.view.problems');
  const found = vscode.languages.getDiagnostics()
    .map(([, diagnostics]) => diagnostics.filter(({ source }) => source === 'wenmai').length)
    .filter((count) => count > 0);
  const count = found.reduce((sum, each) => sum + each, 0);
  void vscode.window.showInformationMessage(count === 0
    ? t('Wenmai found nothing to object to.')
    : t('{0} findings in {1} reports', formatNumber(count), formatNumber(found.length)));
}

interface FileItem extends vscode.QuickPickItem {
  readonly uri: vscode.Uri;
}

/** Lists the files that were left out or whose bytes leave doubts, with the reason; choosing one opens it. */
async function showSkipped(session: Session): Promise<void> {
  const { server } = session.status();
  const items = [
    ...(server?.skipped ?? []).map(({ uri, message }) => fileItem(uri, message, 'circle-slash')),
    ...(server?.doubtful ?? []).map(({ uri, message }) => fileItem(uri, message, 'question')),
  ];
  if (items.length === 0) {
    void vscode.window.showInformationMessage(t('Every file of the corpus was read without doubt.'));
    return;
  }
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: t('Files left out or doubtful'), matchOnDetail: true });
  if (chosen !== undefined) await vscode.commands.executeCommand('vscode.open', chosen.uri);
}

function fileItem(file: string, message: string, icon: string): FileItem {
  const uri = vscode.Uri.parse(file);
  return { uri, label: vscode.workspace.asRelativePath(uri), detail: message, iconPath: new vscode.ThemeIcon(icon) };
}
