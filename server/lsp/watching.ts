import { DidChangeWatchedFilesNotification, FileChangeType, WatchKind, type Connection } from 'vscode-languageserver/node';
import { watchFolder, type FolderWatcher } from '../corpus/watch';
import { lateFolders } from './lateFolders';
import type { Workspace, Workspaces } from './workspaces';

/** Milliseconds without an event after which a burst is over, and how long one may last. */
const quiet = 100;
const longest = 1_000;

export interface Files {
  /** Has the client watch the files, or watches them where it cannot. Once, and again when there are other folders. */
  watch(byClient: boolean): Promise<void>;
  close(): Promise<void>;
}

/** Follows the files of all workspaces and takes what changes in bursts: a checkout is one change, not two thousand. */
export function followFiles(connection: Connection, workspaces: Workspaces): Files {
  const changed = new Map<Workspace, Set<string>>();
  const watchers = new Map<Workspace, FolderWatcher>();
  let registered = false;
  let timer: NodeJS.Timeout | null = null;
  let since = 0;
  const flush = (): void => {
    timer = null;
    const batch = [...changed];
    changed.clear();
    for (const [workspace, paths] of batch) {
      workspace.corpus.filesChanged([...paths]).catch((error: unknown) => connection.console.error(String(error)));
    }
  };
  const take = (workspace: Workspace, path: string): void => {
    const paths = changed.get(workspace) ?? new Set();
    changed.set(workspace, paths.add(path));
    if (timer) clearTimeout(timer);
    else since = performance.now();
    timer = setTimeout(flush, Math.max(0, Math.min(quiet, since + longest - performance.now())));
  };
  const late = lateFolders(take, (line) => connection.console.warn(line));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri, type } of changes) {
      const located = workspaces.locate(uri);
      if (!located) continue;
      take(located.workspace, located.path);
      if (type === FileChangeType.Created) void late.come(located.workspace, located.path);
      if (type === FileChangeType.Deleted) void late.gone(located.workspace, located.path);
    }
  });
  const register = async (): Promise<void> => {
    const globs = new Set(workspaces.all().flatMap(({ corpus }) => corpus.settings().include));
    const watched = [
      ...[...globs, '**/{wenmai,entities,codebook}.yaml', '**/annotations/**/*.jsonl'].map((globPattern) => ({ globPattern })),
      // A folder that comes or goes is reported under its own name alone.
      { globPattern: '**', kind: WatchKind.Create | WatchKind.Delete },
    ];
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: watched });
  };
  return {
    async watch(byClient) {
      if (byClient) {
        await late.keep(workspaces.all());
        if (!registered) await register();
        registered = true;
        return;
      }
      const there = new Set(workspaces.all());
      for (const [workspace, watcher] of watchers) {
        if (there.has(workspace)) continue;
        watchers.delete(workspace);
        await watcher.close();
      }
      for (const workspace of there) {
        const { root, indexesDisk } = workspace.corpus;
        if (root === null || !indexesDisk || watchers.has(workspace)) continue;
        const watcher = watchFolder(root, () => workspace.corpus.settings(), (path) => take(workspace, path), (line) => connection.console.warn(line));
        watchers.set(workspace, watcher);
        await watcher.ready;
      }
    },
    async close() {
      await Promise.all([late.keep([]), ...[...watchers.values()].map((watcher) => watcher.close())]);
    },
  };
}
