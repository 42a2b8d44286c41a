import * as vscode from 'vscode';
import type { AnnotationItem, TagNode } from '../../server/lsp/protocol';
import type { Session } from '../session';
import { editCodebook } from './act';

const { t } = vscode.l10n;

/** The tag meant by the palette: one of the folder's codebook. */
export async function chosenTag(session: Session, folder: string, placeHolder: string): Promise<TagNode | undefined> {
  const tags = (await session.request('wenmai/tags', {}))?.find(({ uri }) => uri === folder)?.tags ?? [];
  const choices = tags.filter(({ range }) => range !== null).map((tag) => ({ label: tag.name, description: tag.path === tag.name ? '' : tag.path, tag }));
  return (await vscode.window.showQuickPick(choices, { placeHolder, matchOnDescription: true }))?.tag;
}

/** Splits a tag: new ones beside it, and for each the passages that it takes over. What nobody ticks keeps the old tag. */
export async function splitTag(session: Session, folder: string, tag: TagNode): Promise<void> {
  const typed = await vscode.window.showInputBox({ prompt: t('Names of the new tags beside “{0}”, with commas between them', tag.name) });
  const names = (typed ?? '').split(/[,，、;；]/).map((name) => name.trim()).filter((name) => name !== '');
  if (names.length === 0) return;
  let left: readonly AnnotationItem[] = await session.request('wenmai/annotationsIn', { by: 'tag', folder, key: tag.id }) ?? [];
  const assign: Record<string, number> = {};
  for (const [i, name] of names.entries()) {
    if (left.length === 0) break;
    const rows = left.map((item) => ({ label: item.quote.replaceAll(/\s+/g, ' ') || item.memo || t('The whole report'), description: [item.memo, item.annotator].filter(Boolean).join(' · '), id: item.id }));
    const ticked = await vscode.window.showQuickPick(rows, { canPickMany: true, matchOnDescription: true, placeHolder: t('Passages that become “{0}”', name) });
    if (ticked === undefined) return;
    for (const { id } of ticked) assign[id] = i;
    left = left.filter(({ id }) => assign[id] === undefined);
  }
  await editCodebook(session, folder, { kind: 'split', tag: tag.id, names, assign }, true);
}
