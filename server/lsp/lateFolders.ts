import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { watchFolder, type FolderWatcher } from '../corpus/watch';
import type { Workspace } from './workspaces';

export interface LateFolders {
  /** Something is there that was not; only a folder is watched. */
  come(workspace: Workspace, path: string): Promise<void>;
  gone(workspace: Workspace, path: string): Promise<void>;
  /** Watches nothing more of other workspaces than these. */
  keep(workspaces: readonly Workspace[]): Promise<void>;
}

/**
 * Watches the folders that come while a client watches. On Linux a client learns of a new folder before it can watch it:
 * what is put into it meanwhile is not told, and a folder made in it meanwhile is never watched (so the watcher of VS
 * Code, `@parcel/watcher`). Elsewhere the system itself watches a folder with all that is below.
 */
export function lateFolders(take: (workspace: Workspace, path: string) => void, log: (line: string) => void): LateFolders {
  const watchers = new Map<Workspace, Map<string, FolderWatcher>>();
  const close = async (workspace: Workspace, folders: readonly string[]): Promise<void> => {
    const known = watchers.get(workspace);
    const closed: Promise<void>[] = [];
    for (const folder of folders) {
      const watcher = known?.get(folder);
      known?.delete(folder);
      if (watcher) closed.push(watcher.close());
    }
    await Promise.all(closed);
  };
  const below = (workspace: Workspace, path: string): string[] => [...watchers.get(workspace)?.keys() ?? []].filter((folder) => folder === path || folder.startsWith(`${path}/`));
  return {
    async come(workspace: Workspace, path: string): Promise<void> {
      const { root, indexesDisk } = workspace.corpus;
      if (process.platform !== 'linux' || root === null || !indexesDisk) return;
      const isFolder = await stat(join(root, path)).then((stats) => stats.isDirectory(), () => false);
      const known = watchers.get(workspace) ?? new Map<string, FolderWatcher>();
      watchers.set(workspace, known);
      if (!isFolder || [...known.keys()].some((folder) => path.startsWith(`${folder}/`))) return;
      void close(workspace, below(workspace, path));
      known.set(path, watchFolder(root, () => workspace.corpus.settings(), (name) => take(workspace, name), log, path));
    },
    gone: (workspace: Workspace, path: string) => close(workspace, below(workspace, path)),
    async keep(workspaces: readonly Workspace[]): Promise<void> {
      for (const [workspace, known] of watchers) {
        if (workspaces.includes(workspace)) continue;
        await close(workspace, [...known.keys()]);
        watchers.delete(workspace);
      }
    },
  };
}
