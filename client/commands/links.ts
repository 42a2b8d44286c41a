import * as vscode from 'vscode';
import type { Place } from '../../server/lsp/protocol';
import { saveDossier } from '../dossier';
import type { Session } from '../session';
import { openPlace, rangeOf } from '../views/places';
import { pickKeyed } from './pick';
import { mergeRelated } from './related';

const { t } = vscode.l10n;

/** Commands that follow or quote the links between reports. */
export function linkCommands(session: Session) {
  return {
    'wenmai.openRelated': () => openRelated(session),
    'wenmai.copyCitation': () => copyCitation(session),
    'wenmai.saveDossier': (argument: vscode.Uri | undefined) => saveDossier(session, argument),
    'wenmai.showPlaces': showPlaces,
  };
}

async function openRelated(session: Session): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri.toString();
  const links = uri === undefined ? null : await session.request('wenmai/links', { uri });
  const related = mergeRelated((links?.groups ?? []).flatMap(({ items }) => items));
  if (related.length === 0) {
    void vscode.window.showInformationMessage(t('No report is related to this one.'));
    return;
  }
  const items = related.map(({ title, reasons, uri: value }) => ({ label: title, detail: reasons.join(' · '), keys: '', value }));
  const chosen = await pickKeyed(items, t('Related reports'));
  if (chosen !== undefined) await openPlace(chosen);
}

async function copyCitation(session: Session): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri.toString();
  const citation = uri === undefined ? null : await session.request('wenmai/citation', { uri });
  if (citation === undefined || citation === null) {
    void vscode.window.showInformationMessage(t('The active editor shows no report.'));
    return;
  }
  await vscode.env.clipboard.writeText(citation);
  vscode.window.setStatusBarMessage(t('Copied: {0}', citation), 5000);
}

/** Places in the peek view: what a citation count stands for. */
async function showPlaces(uri: string, range: Place['range'], places: readonly Place[]): Promise<void> {
  const locations = places.map((place) => new vscode.Location(vscode.Uri.parse(place.uri), rangeOf(place.range)));
  await vscode.commands.executeCommand('editor.action.showReferences', vscode.Uri.parse(uri), rangeOf(range).start, locations);
}
