import path from 'node:path';
import { createFolder, type CorpusFolder } from '../corpus/folder';
import type { OpenCache } from '../corpus/cache/open';
import type { Engine } from '../corpus/engine';
import type { IndexEvents } from '../corpus/indexer';
import type { CorpusSettings } from '../corpus/settings';
import type { ReportIndex } from '../corpus/model';
import type { Snapshot } from '../corpus/corpus';
import { fileOf, relativeTo, urisBelow } from './uris';

/** A workspace folder with its corpus. `uri` and `name` are the client's. */
export interface Workspace {
  readonly uri: string;
  readonly name: string;
  readonly corpus: CorpusFolder;
  /** The client's URI of a report. */
  uriOf(path: string): string;
}

/** A document in its corpus. */
export interface Located {
  readonly workspace: Workspace;
  readonly path: string;
}

/** A document with its index, both of one moment. */
export interface Opened extends Located {
  readonly snapshot: Snapshot;
  readonly index: ReportIndex;
}

/** All workspace folders. A file belongs to the innermost folder that holds it. */
export interface Workspaces {
  all(): readonly Workspace[];
  add(uri: string, name: string, settings: CorpusSettings): Workspace | null;
  /** Resolves when nothing of it is left to be written. */
  remove(uri: string): Promise<void>;
  locate(uri: string): Located | null;
  byUri(uri: string): Workspace | null;
}

export interface WorkspaceEvents extends Omit<IndexEvents, 'changed'> {
  changed(workspace: Workspace, paths: readonly string[]): void;
  /** A workspace is indexed as a whole, for the first time or after its settings or lists changed. */
  settled(): void;
  /** Annotations of these reports changed. */
  annotated(workspace: Workspace, reports: readonly string[]): void;
}

export function createWorkspaces(createEngine: () => Engine, openCache: (root: string) => OpenCache | null, events: WorkspaceEvents): Workspaces {
  const workspaces = new Map<string, Workspace>();
  return {
    all: () => [...workspaces.values()],
    add(uri, name, settings) {
      const root = fileOf(uri);
      if (root === null || workspaces.has(uri)) return null;
      const cache = openCache(root);
      const corpus = createFolder({
        root,
        settings,
        engine: createEngine(),
        cache,
        ...(cache ? { shelf: cache.shelf } : {}),
        settled: () => events.settled(),
        annotated: (reports) => {
          const workspace = workspaces.get(uri);
          if (workspace) events.annotated(workspace, reports);
        },
        events: {
          ...events,
          changed: (paths) => {
            const workspace = workspaces.get(uri);
            if (workspace) events.changed(workspace, paths);
          },
        },
      });
      const workspace: Workspace = { uri, name: name || path.basename(root), corpus, uriOf: urisBelow(root) };
      workspaces.set(uri, workspace);
      return workspace;
    },
    async remove(uri) {
      const removed = workspaces.get(uri);
      workspaces.delete(uri);
      await removed?.corpus.dispose();
    },
    byUri: (uri) => workspaces.get(uri) ?? null,
    locate(uri) {
      const file = fileOf(uri);
      if (file === null) return null;
      let best: Located | null = null;
      for (const workspace of workspaces.values()) {
        const relative = workspace.corpus.root === null ? null : relativeTo(workspace.corpus.root, file);
        if (relative !== null && (!best || relative.length < best.path.length)) best = { workspace, path: relative };
      }
      return best;
    },
  };
}

/** The document's index once its present text is in it; null for what is no report. */
export async function opened(located: Located | null): Promise<Opened | null> {
  if (!located) return null;
  await located.workspace.corpus.fresh(located.path);
  const snapshot = located.workspace.corpus.snapshot();
  const index = snapshot.reports.get(located.path);
  return index ? { ...located, snapshot, index } : null;
}
