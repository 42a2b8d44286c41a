import * as vscode from 'vscode';
import type { OccurrencesParams } from '../../server/lsp/protocol';
import type { Session } from '../session';
import { act, passageMeant } from './act';
import { pickTags, type RecentTags } from './pickTags';

const { t } = vscode.l10n;

/** Tags every place of a word, an entity or a pattern, after the user has ticked the places and chosen the tags. */
export async function tagAllOccurrences(session: Session, recent: RecentTags): Promise<void> {
  const meant = await passageMeant(session);
  const editor = vscode.window.activeTextEditor;
  if (meant === undefined || editor === undefined) return;
  const wanted = await chooseWanted(session, meant.uri, editor);
  const scope = wanted && await vscode.window.showQuickPick(
    [{ label: t('In this report'), scope: 'report' as const }, { label: t('In the corpus'), scope: 'corpus' as const }], { placeHolder: t('Where to look') },
  );
  if (wanted === undefined || !scope) return;
  const found = await session.request('wenmai/occurrences', { uri: meant.uri, scope: scope.scope, wanted });
  if (found === undefined) return;
  if (found.problem !== null) {
    void vscode.window.showWarningMessage(t('That is no pattern: {0}', found.problem));
    return;
  }
  const rows = found.places.map((place) => ({ label: place.text, description: place.title, picked: true, place }));
  const ticked = await vscode.window.showQuickPick(rows, { canPickMany: true, matchOnDescription: true, placeHolder: t('{0} places found; untick what is not meant', rows.length) });
  if (ticked === undefined || ticked.length === 0) return;
  const tags = await pickTags(session, meant.uri, recent);
  if (tags === undefined || tags.length === 0) return;
  const result = await act(session, { kind: 'tagAll', tags, places: ticked.map(({ place: { uri, range } }) => ({ uri, range })) });
  if (result !== undefined) void vscode.window.showInformationMessage(result.message);
}

async function chooseWanted(session: Session, uri: string, editor: vscode.TextEditor): Promise<OccurrencesParams['wanted'] | undefined> {
  const text = editor.document.getText(editor.selection).replaceAll(/\s*[\r\n]+\s*/g, '');
  const { line, character } = editor.selection.start;
  const entity = (await session.request('wenmai/passageAt', { uri, position: { line, character } }))?.entity ?? null;
  const choices = [
    ...(text === '' ? [] : [{ label: t('The words “{0}”', text.slice(0, 40)), of: 'string' as const }]),
    ...(entity === null ? [] : [{ label: t('The entity, under all its names'), of: 'entity' as const }]),
    { label: t('A pattern…'), of: 'pattern' as const },
  ];
  const chosen = await vscode.window.showQuickPick(choices, { placeHolder: t('Tag all occurrences of') });
  if (chosen === undefined) return undefined;
  if (chosen.of === 'string') return { kind: 'string', text };
  if (chosen.of === 'entity' && entity !== null) return { kind: 'entity', entity };
  const pattern = await vscode.window.showInputBox({ prompt: t('Regular expression (RE2)'), value: text });
  return pattern === undefined || pattern === '' ? undefined : { kind: 'pattern', pattern };
}
