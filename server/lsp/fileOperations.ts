import type { Connection, WorkspaceEdit } from 'vscode-languageserver/node';
import { movedAnnotations } from '../annotation/move';
import { lostTargets } from '../features/lostTargets';
import { lineStartsOf, rangeOf } from '../text/lines';
import { locationOf } from './convert';
import { guarded } from './guard';
import type { LostTarget, WenmaiNotifications } from './protocol';
import type { Workspace, Workspaces } from './workspaces';

/** Renames or deletions of the client, by the corpus they happen in; paths are relative to it. */
function byWorkspace<T>(workspaces: Workspaces, items: readonly T[], uriOf: (item: T) => string): Map<Workspace, { item: T; path: string }[]> {
  const groups = new Map<Workspace, { item: T; path: string }[]>();
  for (const item of items) {
    const located = workspaces.locate(uriOf(item));
    if (located) groups.set(located.workspace, [...(groups.get(located.workspace) ?? []), { item, path: located.path }]);
  }
  return groups;
}

/** Moves the annotations of reports that are being renamed. Files that leave their corpus leave their annotations behind. */
function renameEdit(workspaces: Workspaces, files: readonly { oldUri: string; newUri: string }[]): WorkspaceEdit | null {
  const documentChanges: NonNullable<WorkspaceEdit['documentChanges']> = [];
  for (const [workspace, items] of byWorkspace(workspaces, files, ({ oldUri }) => oldUri)) {
    const renames = new Map(items.flatMap(({ item, path }) => {
      const to = workspaces.locate(item.newUri);
      return to?.workspace === workspace ? [[path, to.path] as const] : [];
    }));
    const texts = workspace.corpus.annotations.texts();
    for (const { from, to, text } of movedAnnotations(texts, renames)) {
      const old = texts.get(from) ?? '';
      documentChanges.push({ kind: 'rename', oldUri: workspace.uriOf(from), newUri: workspace.uriOf(to), options: { overwrite: false, ignoreIfExists: true } });
      if (text === old) continue;
      const range = rangeOf(lineStartsOf(old), { start: 0, end: old.length });
      documentChanges.push({ textDocument: { uri: workspace.uriOf(to), version: null }, edits: [{ range, newText: text }] });
    }
  }
  return documentChanges.length > 0 ? { documentChanges } : null;
}

/** Registers what must follow when reports are renamed, moved or deleted in the editor. */
export function registerFileOperations(connection: Connection, workspaces: Workspaces, mayEdit: () => boolean): void {
  const log = connection.console;
  /** What deletions under way will cost, by the first of their URIs. */
  const expected = new Map<string, LostTarget[]>();
  const follow = (uris: readonly string[]): void => {
    for (const [workspace, items] of byWorkspace(workspaces, uris, (uri) => uri)) {
      workspace.corpus.filesChanged(items.map(({ path }) => path)).catch((error: unknown) => log.error(String(error)));
    }
  };
  connection.workspace.onWillRenameFiles(guarded(log, 'willRenameFiles', ({ files }) => (mayEdit() ? renameEdit(workspaces, files) : null)));
  connection.workspace.onDidRenameFiles(({ files }) => follow(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])));
  connection.workspace.onWillDeleteFiles(
    guarded(log, 'willDeleteFiles', ({ files }) => {
      const lost: LostTarget[] = [];
      for (const [workspace, items] of byWorkspace(workspaces, files, ({ uri }) => uri)) {
        const snapshot = workspace.corpus.snapshot();
        const paths = items.map(({ path }) => path);
        const below = [...snapshot.reports.entries()].map(([path]) => path).filter((path) => paths.some((gone) => path === gone || path.startsWith(`${gone}/`)));
        for (const reference of lostTargets(snapshot, new Set(below))) {
          const place = locationOf(workspace, snapshot, reference);
          if (place) lost.push({ ...place, text: reference.text });
        }
      }
      expected.clear();
      if (files[0]) expected.set(files[0].uri, lost);
      return null;
    }),
  );
  connection.workspace.onDidDeleteFiles(({ files }) => {
    const places = expected.get(files[0]?.uri ?? '') ?? [];
    expected.clear();
    follow(files.map(({ uri }) => uri));
    const lost: WenmaiNotifications['wenmai/lostTargets'] = { places };
    if (places.length > 0) void connection.sendNotification('wenmai/lostTargets', lost);
  });
}
