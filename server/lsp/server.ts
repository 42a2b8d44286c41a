import { join } from 'node:path';
import type { CodeAction, Connection, InitializeParams } from 'vscode-languageserver/node';
import { cacheFolder } from '../corpus/cache/folder';
import { openCache, programKey, type OpenCache } from '../corpus/cache/open';
import { createPool, workerCount } from '../corpus/pool';
import { annotationActions, registerAnnotationActions } from './annotationActions';
import { annotatorsOf, registerAnnotations } from './annotations';
import { capabilities } from './capabilities';
import { registerDiagnostics, type Diagnostics } from './diagnostics';
import { registerEditing } from './editing';
import { holdRequests } from './guard';
import { refreshLenses, registerLenses } from './lenses';
import { registerHierarchy } from './hierarchy';
import { registerStructure } from './structure';
import { registerDossiers, type Dossiers } from './dossiers';
import { followDocuments } from './documents';
import { registerFileOperations } from './fileOperations';
import { registerLanguage, type ClientTraits } from './language';
import type { InitializationOptions } from './protocol';
import { rehearseAnswers } from './rehearsal';
import { registerSearch } from './search';
import { userSettings } from './settings';
import { createStatus, type Status } from './status';
import { useLocale } from '../features/locale';
import { registerViews } from './views';
import { followFiles } from './watching';
import { createWorkProgress } from './workProgress';
import { createWorkspaces, type Opened, type Workspace } from './workspaces';
import type { Span } from '../text/span';

/** Folders the client opened, in the forms of older and newer protocols. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): { uri: string; name: string }[] {
  if (workspaceFolders && workspaceFolders.length > 0) return workspaceFolders;
  return rootUri ? [{ uri: rootUri, name: '' }] : [];
}

/** Has the client ask again for what depends on the whole corpus. */
async function refresh(connection: Connection, client: InitializeParams | null): Promise<void> {
  const workspace = client?.capabilities.workspace;
  if (workspace?.diagnostics?.refreshSupport) await connection.languages.diagnostics.refresh();
  if (workspace?.semanticTokens?.refreshSupport) await connection.languages.semanticTokens.refresh();
}

/** Serves one client over a connection. `programFolder` holds the worker's bundle and the lexicon. */
export function serve(connection: Connection, programFolder: string): void {
  let client: InitializeParams | null = null;
  const options = (): InitializationOptions => (client?.initializationOptions as InitializationOptions | undefined) ?? {};
  const failed = (error: unknown): void => connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  let status: Status | null = null;
  const workProgress = createWorkProgress(connection, () => client?.capabilities.window?.workDoneProgress === true, () => pause());
  let dossiers: Dossiers | null = null;
  /** What cancelling means: indexing stops where it is, and goes on when it is asked to or something changes. */
  const pause = (): void => {
    for (const { corpus } of workspaces.all()) corpus.pause();
    workProgress.end();
    status?.tell();
  };
  let diagnostics: Diagnostics | null = null;
  let ready: (() => void) | null = null;
  const [worker, lexicon] = [join(programFolder, 'worker.js'), join(programFolder, 'lexicon.jsonl')];
  const cacheOf = (root: string): OpenCache | null => openCache(cacheFolder(options().storagePath), root, programKey(programFolder), (line) => connection.console.warn(line));
  const workspaces = createWorkspaces(() => createPool(worker, lexicon, workerCount()), cacheOf, {
    changed: (workspace, paths) => {
      status?.changed(workspace, paths);
      dossiers?.changed();
      diagnostics?.stale(workspace, paths);
    },
    progress: (done, total) => {
      status?.progress(done, total);
      if (!workspaces.all().some(({ corpus }) => corpus.paused())) workProgress.show(done, total);
    },
    failed,
    settled: () => {
      ready?.();
      diagnostics?.unsettled();
      void refresh(connection, client).catch(failed);
      // The codebook may have changed, and with it what tags are called.
      void connection.sendNotification('wenmai/annotationsChanged', { uris: [] }).catch(failed);
    },
    annotated: (workspace, reports) => {
      diagnostics?.stale(workspace, reports);
      void connection.sendNotification('wenmai/annotationsChanged', { uris: reports.map((report) => workspace.uriOf(report)) }).catch(failed);
    },
  });
  ready = rehearseAnswers(workspaces, failed);
  status = createStatus(connection, workspaces);
  const documents = followDocuments(connection, workspaces, (workspace, path, text) => {
    if (client?.capabilities.textDocument?.diagnostic) diagnostics?.expected(workspace, path, text);
  });
  const files = followFiles(connection, workspaces);
  const traits = (): ClientTraits => ({
    hoverCommands: options().hoverCommands === true,
    definitionLinks: client?.capabilities.textDocument?.definition?.linkSupport === true,
  });
  registerLanguage(connection, workspaces, traits);
  registerStructure(connection, workspaces);
  const checked = registerDiagnostics(connection, workspaces, programFolder);
  diagnostics = checked;
  registerHierarchy(connection, workspaces);
  registerLenses(connection, workspaces);
  dossiers = registerDossiers(connection, workspaces, () => client?.capabilities.workspace?.textDocumentContent !== undefined);
  const canAsk = (): boolean => client?.capabilities.workspace?.configuration === true;
  const annotators = annotatorsOf(connection, canAsk);
  const nameIn = (workspace: Workspace): Promise<string> => annotators.of(workspace).then(({ name }) => name);
  const annotating = ({ workspace, ...document }: Opened, selection: Span): Promise<CodeAction[]> =>
    nameIn(workspace).then((name) => annotationActions({ workspace, ...document }, selection, name, traits().hoverCommands));
  registerEditing(connection, workspaces, () => options().trusted !== false, { findings: checked.findings, annotating });
  registerFileOperations(connection, workspaces, () => options().trusted !== false);
  registerSearch(connection, workspaces, () => options().hoverCommands === true);
  registerViews(connection, workspaces, status);
  registerAnnotations(connection, workspaces, annotators);
  registerAnnotationActions(connection, workspaces, nameIn, () => client?.capabilities.window?.showDocument?.support === true);

  /** Resolves when the folder is listed; `known` as in `CorpusFolder.start`. */
  const addFolder = async ({ uri, name }: { uri: string; name: string }, known?: () => void): Promise<void> => {
    const workspace = workspaces.add(uri, name, await userSettings(connection, canAsk(), uri));
    if (workspace && !workspace.corpus.indexesDisk) {
      connection.console.warn(`${uri}: too wide to be a corpus; only open documents are read`);
    }
    await workspace?.corpus.start(known);
  };

  connection.onInitialize((params) => {
    client = params;
    useLocale(params.locale);
    return { capabilities, serverInfo: { name: 'wenmai', version: process.env['WENMAI_VERSION'] ?? '0.1.0' } };
  });
  connection.onInitialized(() => {
    const folders = (client ? foldersOf(client) : []).map((folder) => {
      let known = (): void => undefined;
      const answers = new Promise<void>((resolve) => (known = resolve));
      // A folder that fails keeps nobody from the others.
      const listed = addFolder(folder, known).catch(failed).finally(known);
      return { answers, listed };
    });
    // Requests must not wait for good, nor fail, because one document could not be handed over.
    holdRequests(connection.console, Promise.all(folders.map(({ answers }) => answers)).then(() => documents.reopen()).catch(failed));
    const start = async (): Promise<void> => {
      await Promise.all(folders.map(({ listed }) => listed));
      status.begin();
      const watch = (): Promise<void> => files.watch(client?.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true);
      watch().catch(failed);
      if (client?.capabilities.workspace?.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          const gone = Promise.all(removed.map(({ uri }) => workspaces.remove(uri)));
          void gone.then(() => Promise.all(added.map((folder) => addFolder(folder)))).then(() => documents.reopen()).then(watch).catch(failed);
        });
      }
    };
    start().catch(failed);
  });
  connection.onDidChangeConfiguration(() => {
    annotators.configured();
    const taken = workspaces.all().map(async ({ uri, corpus }) => corpus.setUserSettings(await userSettings(connection, canAsk(), uri)));
    const showLenses = (): void => {
      if (client?.capabilities.workspace?.codeLens?.refreshSupport) refreshLenses(connection);
    };
    Promise.all(taken).then(showLenses, failed);
  });
  connection.onShutdown(async () => {
    await files.close();
    diagnostics.dispose();
    await Promise.all(workspaces.all().map(({ uri }) => workspaces.remove(uri)));
  });
  connection.listen();
}
