import * as vscode from 'vscode';
import type { CaptionItem } from '../../server/lsp/protocol';
import type { Session } from '../session';
import { openPlace } from '../views/places';
import { sectionIcons } from '../views/reportItems';
import { pickKeyed } from './pick';

const { t } = vscode.l10n;

/** Commands that open a corpus, a report or a place in one. */
export function openCommands(session: Session) {
  return {
    'wenmai.openCorpus': openCorpus,
    'wenmai.openReport': () => openReport(session),
    'wenmai.goToCaption': () => goToCaption(session),
  };
}

async function openCorpus(): Promise<void> {
  const folders = await vscode.window.showOpenDialog({
    canSelectFolders: true, canSelectFiles: false, openLabel: t('Open Corpus'), title: t('Folder of reports'),
  });
  if (folders?.[0] !== undefined) await vscode.commands.executeCommand('vscode.openFolder', folders[0]);
}

async function openReport(session: Session): Promise<void> {
  const reports = await session.request('wenmai/reportItems', {}) ?? [];
  if (reports.length === 0) {
    void vscode.window.showInformationMessage(t('There is no report to open yet.'));
    return;
  }
  const items = reports.map(({ title, description, path, keys, uri }) => (
    { label: title, description, detail: path, keys: `${keys} ${path}`, value: uri }
  ));
  const uri = await pickKeyed(items, t('Title, file name, pinyin or initials'));
  if (uri !== undefined) await openPlace(uri);
}

/** The active report's figures and tables; all reports' where none is active or it has none. */
async function goToCaption(session: Session): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri.toString();
  const own = uri === undefined ? [] : await session.request('wenmai/captions', { uri }) ?? [];
  const captions = own.length > 0 ? own : await session.request('wenmai/captions', {}) ?? [];
  if (captions.length === 0) {
    void vscode.window.showInformationMessage(t('No figure or table was found.'));
    return;
  }
  const items = captions.map((caption) => captionItem(caption, own.length === 0));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: t('Figure or table to go to'), matchOnDescription: true });
  if (chosen !== undefined) await openPlace(chosen.caption.uri, chosen.caption.range);
}

function captionItem(caption: CaptionItem, withReport: boolean): vscode.QuickPickItem & { caption: CaptionItem } {
  return {
    label: `${caption.label} ${caption.title}`.trim(),
    iconPath: new vscode.ThemeIcon(sectionIcons[caption.kind]),
    ...(withReport ? { description: caption.report } : {}),
    caption,
  };
}
