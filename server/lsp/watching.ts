import { DidChangeWatchedFilesNotification, WatchKind, type Connection } from 'vscode-languageserver/node';
import type { Workspace, Workspaces } from './workspaces';

/** Milliseconds that events are gathered before they are taken. */
const gather = 60;

/** Asks the client to watch our files, and takes what it reports in bursts. */
export function followFiles(connection: Connection, workspaces: Workspaces): { register(): Promise<void> } {
  const changed = new Map<Workspace, Set<string>>();
  let timer: NodeJS.Timeout | null = null;
  const flush = (): void => {
    timer = null;
    const batch = [...changed];
    changed.clear();
    for (const [workspace, paths] of batch) {
      workspace.corpus.filesChanged([...paths]).catch((error: unknown) => connection.console.error(String(error)));
    }
  };
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) {
      const located = workspaces.locate(uri);
      if (!located) continue;
      const paths = changed.get(located.workspace) ?? new Set();
      changed.set(located.workspace, paths.add(located.path));
    }
    if (changed.size > 0) timer ??= setTimeout(flush, gather);
  });
  return {
    async register() {
      const globs = new Set(workspaces.all().flatMap(({ corpus }) => corpus.settings().include));
      const watchers = [
        ...[...globs, '**/{wenmai,entities,codebook}.yaml', '**/annotations/**/*.jsonl'].map((globPattern) => ({ globPattern })),
        // A folder that goes is reported as one deletion, under its own name.
        { globPattern: '**', kind: WatchKind.Delete },
      ];
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    },
  };
}
