import { t } from '@vscode/l10n';
import type { Connection } from 'vscode-languageserver/node';
import type { Skip } from '../corpus/files';
import type { ChangedParams, SkippedFile, StatusParams } from './protocol';
import type { Workspace, Workspaces } from './workspaces';

/** Why a file is not in the index, for people. */
export function skipMessage({ code, detail }: Skip): string {
  switch (code) {
    case 'binary':
      return t('The file holds no text.');
    case 'tooLarge':
      return t('The file has {0} MB, more than wenmai.index.maxFileSize allows.', Math.ceil(Number(detail) / 1048576));
    case 'unreadable':
      return t('The file cannot be read: {0}', detail);
    case 'vanished':
      return t('The file is gone.');
    case 'outside':
      return t('The link leads out of the folder.');
    case 'failed':
      return t('The file could not be indexed; see the log.');
  }
}

const skippedOf = (workspace: Workspace): SkippedFile[] =>
  [...workspace.corpus.skipped()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, skip]) => ({ uri: workspace.uriOf(path), code: skip.code, message: skipMessage(skip) }));

function doubtfulOf(workspace: Workspace): StatusParams['doubtful'][number][] {
  const doubtful: StatusParams['doubtful'][number][] = [];
  for (const [path, index] of workspace.corpus.snapshot().reports.entries()) {
    if (index.replacements > 0) doubtful.push({ uri: workspace.uriOf(path), message: t('{0} characters could not be read as {1}.', index.replacements, index.encoding) });
    else if (index.encodingGuessed) doubtful.push({ uri: workspace.uriOf(path), message: t('Read as {0}, which was guessed.', index.encoding) });
  }
  return doubtful;
}

/** Milliseconds between two notifications; while much is indexed fewer: clients ask for views again after each. The first comes at once. */
const pace = { least: 10, still: 200, indexing: 1_000 };
/** Reports that are indexed at once from which it takes a while. */
const most = 100;

export interface Status {
  current(): StatusParams;
  /** Has the client told soon, also where the index has not changed. */
  tell(): void;
  /** All folders are listed: from now on nothing to do means that all is done. */
  begin(): void;
  progress(done: number, total: number): void;
  /** Reports of a workspace that changed; sent together with what changes soon after. */
  changed(workspace: Workspace, paths: readonly string[]): void;
}

/** Tells the client how far the index is and what has changed in it, at most a few times a second. */
export function createStatus(connection: Connection, workspaces: Workspaces): Status {
  let progress = { done: 0, total: 0 };
  let timer: NodeJS.Timeout | null = null;
  let sentAt = 0;
  let begun = false;
  let revision = 0;
  let dirty: Set<string> | null = new Set();
  const logged = new Set<string>();
  let doubtful: StatusParams['doubtful'] = [];

  const stateOf = (all: readonly Workspace[]): StatusParams['state'] => {
    if (all.some(({ corpus }) => corpus.paused())) return 'paused';
    return begun && progress.done >= progress.total && all.every(({ corpus }) => corpus.pending().size === 0) ? 'ready' : 'indexing';
  };
  const current = (): StatusParams => {
    const all = workspaces.all();
    const state = stateOf(all);
    const counts = all.map(({ corpus }) => corpus.counts());
    // Work on many reports goes on undisturbed; of a few edits the result is told at once.
    if (state !== 'indexing' || progress.total < most) doubtful = all.flatMap(doubtfulOf);
    return {
      state,
      reports: counts.reduce((sum, { reports }) => sum + reports, 0),
      entities: counts.reduce((sum, { entities }) => sum + entities, 0),
      progress,
      skipped: all.flatMap(skippedOf),
      doubtful,
    };
  };
  const logProblems = ({ skipped, doubtful }: StatusParams): void => {
    for (const { uri, message } of [...skipped, ...doubtful]) {
      const line = `${decodeURIComponent(uri)}: ${message}`;
      if (!logged.has(line)) connection.console.warn(line);
      logged.add(line);
    }
  };
  const send = (): void => {
    timer = null;
    sentAt = performance.now();
    const status = current();
    logProblems(status);
    void connection.sendNotification('wenmai/status', status);
    if (dirty === null || dirty.size > 0) {
      const params: ChangedParams = { revision: ++revision, reports: dirty && [...dirty], entities: true };
      void connection.sendNotification('wenmai/changed', params);
      dirty = new Set();
    }
  };
  const soon = (): void => {
    const next = sentAt + (progress.done < progress.total && progress.total >= most ? pace.indexing : pace.still);
    timer ??= setTimeout(send, Math.max(pace.least, next - performance.now()));
  };
  return {
    current,
    tell: soon,
    begin() {
      begun = true;
      soon();
    },
    progress(done, total) {
      progress = { done, total };
      if (timer && done >= total) {
        clearTimeout(timer);
        timer = null;
      }
      soon();
    },
    changed(workspace, paths) {
      if (paths.length > 500) dirty = null;
      for (const path of paths) dirty?.add(workspace.uriOf(path));
      // One report changes with every key; several do after an edit of a list, whose effect is waited for.
      if (paths.length !== 1 && progress.total < most) {
        sentAt = -Infinity;
        if (timer) clearTimeout(timer);
        timer = null;
      }
      soon();
    },
  };
}
