import * as vscode from 'vscode';
import type { AnnotationGrouping, AnnotationItem } from '../../server/lsp/protocol';
import type { Session } from '../session';
import { rangeOf } from '../views/places';
import { act, mayAnnotate, passageMeant, plainRange } from './act';
import type { AnnotationsView, ItemRow } from './annotationsView';
import type { Memos } from './comments';
import type { VisibleAnnotations } from './model';
import { pickTags, tagsOf, type RecentTags } from './pickTags';
import { tagAllOccurrences } from './tagAll';

const { t } = vscode.l10n;

/** Commands on annotations; without an argument they mean the selection or the cursor. */
export function annotationCommands(session: Session, annotations: VisibleAnnotations, memos: Memos, view: AnnotationsView, recent: RecentTags) {
  async function tag(ids: readonly string[]): Promise<void> {
    const meant = await passageMeant(session);
    if (meant === undefined || ids.length === 0) return;
    const result = await act(session, { kind: 'tag', ...meant, tags: ids });
    if (result !== undefined) recent.note(ids);
  }
  /** The tags are chosen after the passage, so that a cursor without selection is seen to grow first. */
  async function tagSelection(): Promise<void> {
    const meant = await passageMeant(session);
    const ids = meant && await pickTags(session, meant.uri, recent);
    if (meant !== undefined && ids !== undefined && ids.length > 0) await act(session, { kind: 'tag', ...meant, tags: ids });
  }
  async function tagReport(): Promise<void> {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const ids = uri === undefined ? undefined : await pickTags(session, uri, recent);
    if (uri !== undefined && ids !== undefined && ids.length > 0) await act(session, { kind: 'tag', uri, passages: [], tags: ids });
  }
  function atCursor(): AnnotationItem[] {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) return [];
    const { active } = editor.selection;
    return annotations.of(editor.document.uri.toString()).filter(({ ranges }) => ranges.some((range) => rangeOf(range).contains(active)));
  }
  async function untag(row?: ItemRow): Promise<void> {
    const items = row === undefined ? atCursor().filter(({ own }) => own) : [row.item];
    const choices = items.flatMap((item) => item.tags.map((each) => ({ label: each.path, description: item.quote.slice(0, 40), item, tag: each.id })));
    const chosen = choices.length <= 1 ? choices[0] : await vscode.window.showQuickPick(choices, { placeHolder: t('Tag to remove') });
    if (chosen === undefined) void (choices.length === 0 && vscode.window.showInformationMessage(t('There is no tag of yours at the cursor.')));
    else await act(session, { kind: 'untag', folder: chosen.item.folder, id: chosen.item.id, tag: chosen.tag });
  }
  async function remove(row?: ItemRow): Promise<void> {
    const items = row === undefined ? atCursor().filter(({ own }) => own) : [row.item];
    const choices = items.map((item) => ({ label: item.tags.map(({ path }) => path).join(' · ') || item.memo, description: item.quote.slice(0, 40), item }));
    const chosen = choices.length <= 1 ? choices[0] : await vscode.window.showQuickPick(choices, { placeHolder: t('Annotation to delete') });
    if (chosen !== undefined) await act(session, { kind: 'delete', folder: chosen.item.folder, id: chosen.item.id });
  }
  function go(step: 1 | -1): void {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) return;
    const starts = annotations.of(editor.document.uri.toString()).flatMap(({ ranges }) => ranges.slice(0, 1).map(rangeOf)).sort((a, b) => a.start.compareTo(b.start));
    const { active } = editor.selection;
    const ahead = step === 1 ? starts.find(({ start }) => start.isAfter(active)) ?? starts[0] : starts.filter(({ start }) => start.isBefore(active)).at(-1) ?? starts.at(-1);
    if (ahead === undefined) {
      void vscode.window.showInformationMessage(t('This report has no annotations.'));
      return;
    }
    editor.selection = new vscode.Selection(ahead.start, ahead.start);
    editor.revealRange(ahead, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
  async function reattach(row?: ItemRow): Promise<void> {
    const item = row?.item ?? await pickOrphan(session);
    if (item === undefined) return;
    const places = item.proposals.map((range, i) => ({ label: t('Proposal {0}', i + 1), range }));
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(item.uri));
    const editor = await vscode.window.showTextDocument(document);
    const selected = editor.selection.isEmpty ? [] : [{ label: t('What is selected now'), range: plainRange(editor.selection) }];
    const choices = [...places, ...selected].map((place) => ({ ...place, detail: document.getText(rangeOf(place.range)).slice(0, 80) }));
    if (choices.length === 0) {
      void vscode.window.showInformationMessage(t('Select the passage in the report, then call the command again.'));
      return;
    }
    const chosen = await vscode.window.showQuickPick(choices, {
      placeHolder: t('Where does “{0}” belong?', item.quote.slice(0, 40)),
      onDidSelectItem: (choice) => { if (typeof choice !== 'string') editor.revealRange(rangeOf((choice as (typeof choices)[number]).range)); },
    });
    if (chosen !== undefined) await act(session, { kind: 'reattach', folder: item.folder, id: item.id, range: chosen.range });
  }
  async function undo(): Promise<void> {
    const folder = await chosenFolder();
    const result = folder === undefined ? undefined : await act(session, { kind: 'undo', folder });
    if (result !== undefined) void vscode.window.showInformationMessage(result.message);
  }
  async function exportAll(): Promise<void> {
    const folder = await chosenFolder();
    const format = folder && await vscode.window.showQuickPick([{ label: 'CSV', format: 'csv' as const }, { label: 'W3C Web Annotation (JSON-LD)', format: 'w3c' as const }], { placeHolder: t('Format') });
    if (folder === undefined || !format) return;
    const extension = format.format === 'csv' ? 'csv' : 'json';
    const target = await vscode.window.showSaveDialog({ filters: { [format.label]: [extension] }, defaultUri: vscode.Uri.joinPath(vscode.Uri.parse(folder), `annotations.${extension}`) });
    const text = target && await session.request('wenmai/exportAnnotations', { folder, format: format.format });
    if (target === undefined || typeof text !== 'string') return;
    await vscode.workspace.fs.writeFile(target, Buffer.from(text, 'utf8'));
    void vscode.window.showInformationMessage(t('Written: {0}', vscode.workspace.asRelativePath(target)));
  }
  async function groupBy(): Promise<void> {
    const choices: { label: string; by: AnnotationGrouping }[] = [{ label: t('Report'), by: 'report' }, { label: t('Tag'), by: 'tag' }, { label: t('Annotator'), by: 'annotator' }];
    const chosen = await vscode.window.showQuickPick(choices, { placeHolder: t('Group annotations by') });
    if (chosen !== undefined) view.groupBy(chosen.by);
  }
  async function favourite(n: number): Promise<void> {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const known = uri === undefined ? undefined : await tagsOf(session, uri);
    const id = recent.list().filter((each) => known?.tags.some((tagged) => tagged.id === each))[n - 1];
    if (id !== undefined) await tag([id]);
  }
  const sign = codingSign();
  const coding = (on: boolean) => async () => {
    await vscode.commands.executeCommand('setContext', 'wenmai.coding', on);
    if (on) sign.show();
    else sign.hide();
  };
  /** Where nothing can be written, that is said before anything is chosen or typed. */
  const writing = <A extends unknown[]>(command: (...args: A) => Promise<void>) => async (...args: A): Promise<void> => {
    if (mayAnnotate()) await command(...args);
  };
  return {
    'wenmai.tagSelection': writing(tagSelection),
    'wenmai.tagAgain': writing(async () => {
      const [last] = recent.list();
      await (last === undefined ? tagSelection() : tag([last]));
    }),
    'wenmai.tagReport': writing(tagReport),
    'wenmai.tagFavourite': favourite,
    'wenmai.codingMode.on': coding(true),
    'wenmai.codingMode.off': coding(false),
    'wenmai.untag': writing(untag),
    'wenmai.deleteAnnotation': remove,
    'wenmai.comment': writing(() => memos.start()),
    'wenmai.tagAll': writing(() => tagAllOccurrences(session, recent)),
    'wenmai.nextAnnotation': () => { go(1); },
    'wenmai.previousAnnotation': () => { go(-1); },
    'wenmai.reattach': reattach,
    'wenmai.undoAnnotation': undo,
    'wenmai.exportAnnotations': exportAll,
    'wenmai.annotations.groupBy': groupBy,
    ...memos.commands,
  };
}

/** Tells in the status bar that number keys tag; a click ends that. */
function codingSign(): vscode.StatusBarItem {
  const sign = vscode.window.createStatusBarItem('wenmai.coding', vscode.StatusBarAlignment.Right);
  sign.name = t('Coding mode');
  sign.text = `$(tag) ${t('Coding mode')}`;
  sign.tooltip = t('Number keys tag what is selected with the tags used last. Click to end.');
  sign.command = 'wenmai.codingMode.off';
  return sign;
}

async function pickOrphan(session: Session): Promise<AnnotationItem | undefined> {
  const orphans = (await session.request('wenmai/annotationGroups', { by: 'report' }))?.orphans ?? [];
  if (orphans.length === 0) {
    void vscode.window.showInformationMessage(t('Every annotation is in its place.'));
    return undefined;
  }
  const choices = orphans.map((item) => ({ label: item.quote.slice(0, 60), description: vscode.workspace.asRelativePath(vscode.Uri.parse(item.uri)), item }));
  return (await vscode.window.showQuickPick(choices, { placeHolder: t('Annotation that has lost its place') }))?.item;
}

/** The folder of the active editor, else the only one, else one that the user chooses. */
export async function chosenFolder(): Promise<string | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const own = active && vscode.workspace.getWorkspaceFolder(active);
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder = own ?? (folders.length <= 1 ? folders[0] : await vscode.window.showWorkspaceFolderPick());
  return folder?.uri.toString();
}
