import * as vscode from 'vscode';
import type { LostTarget } from '../server/lsp/protocol';
import { openPlace } from './views/places';

const { t } = vscode.l10n;

/** Tells what lost its target with a deleted report, and leads there. */
export async function tellLostTargets(places: readonly LostTarget[]): Promise<void> {
  const show = t('Show');
  const reports = new Set(places.map(({ uri }) => uri)).size;
  const message = t('{0} references in {1} reports lost their target.', places.length, reports);
  if (await vscode.window.showWarningMessage(message, show) !== show) return;
  const items = places.map((place) => ({
    label: place.text, description: `${vscode.workspace.asRelativePath(vscode.Uri.parse(place.uri))}:${place.range.start.line + 1}`, place,
  }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: t('References without a target'), matchOnDescription: true });
  if (chosen !== undefined) await openPlace(chosen.place.uri, chosen.place.range);
}
