import * as vscode from 'vscode';
import { State, type LanguageClient } from 'vscode-languageclient/node';
import type {
  AnnotationsChanged, ChangedParams, StatusParams, WenmaiNotifications, WenmaiRequest, WenmaiRequests,
} from '../server/lsp/protocol';
import { tellLostTargets } from './lostTargets';
import { createClient } from './server';

/** `off`: no folder is open; `paused`: indexing was cancelled; `failed`: the server does not run and will not be started again by itself. */
export type ServerState = 'off' | 'starting' | 'indexing' | 'paused' | 'ready' | 'failed';

export interface SessionStatus {
  readonly state: ServerState;
  /** The server's last word, undefined before its first. */
  readonly server: StatusParams | undefined;
}

/** The server as the views and commands see it, whichever process answers. */
export interface Session extends vscode.Disposable {
  /** The server's answer; undefined where no server runs, or it failed (which the log tells). */
  request<M extends WenmaiRequest>(
    method: M, params: WenmaiRequests[M]['params'],
  ): Promise<WenmaiRequests[M]['result'] | undefined>;
  client(): LanguageClient | undefined;
  status(): SessionStatus;
  /** Starts the server anew, or for the first time. */
  restart(): Promise<void>;
  readonly log: vscode.LogOutputChannel;
  readonly onDidChangeStatus: vscode.Event<SessionStatus>;
  /** The index changed; undefined when everything may have. */
  readonly onDidChangeIndex: vscode.Event<ChangedParams | undefined>;
  /** Annotations of some reports changed. */
  readonly onDidChangeAnnotations: vscode.Event<AnnotationsChanged>;
}

/** Milliseconds that a message in passing stays in the status bar. */
const shownFor = 6_000;

/** Makes the session without starting a server. */
export function createSession(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Session {
  const statusEmitter = new vscode.EventEmitter<SessionStatus>();
  const indexEmitter = new vscode.EventEmitter<ChangedParams | undefined>();
  const annotationsEmitter = new vscode.EventEmitter<AnnotationsChanged>();
  let client: LanguageClient | undefined;
  let status: SessionStatus = { state: 'off', server: undefined };
  let last: Promise<void> = Promise.resolve();

  function setStatus(next: SessionStatus): void {
    status = next;
    statusEmitter.fire(next);
  }

  function listen(started: LanguageClient): void {
    started.onNotification('wenmai/status', (server: WenmaiNotifications['wenmai/status']) => {
      setStatus({ state: server.state, server });
    });
    started.onNotification('wenmai/lostTargets', ({ places }: WenmaiNotifications['wenmai/lostTargets']) => {
      void tellLostTargets(places);
    });
    started.onNotification('wenmai/moreFound', ({ message }: WenmaiNotifications['wenmai/moreFound']) => {
      vscode.window.setStatusBarMessage(`$(list-filter) ${message}`, shownFor);
    });
    started.onNotification('wenmai/changed', (changed: WenmaiNotifications['wenmai/changed']) => {
      indexEmitter.fire(changed);
    });
    started.onNotification('wenmai/annotationsChanged', (changed: AnnotationsChanged) => {
      annotationsEmitter.fire(changed);
    });
    started.onDidChangeState(({ newState }) => {
      if (started !== client) return;
      if (newState === State.Starting) setStatus({ state: 'starting', server: undefined });
      if (newState === State.Running) indexEmitter.fire(undefined);
    });
  }

  async function stop(): Promise<void> {
    const stopped = client;
    client = undefined;
    await stopped?.dispose().catch((error: unknown) => { log.debug('The server did not stop in order', String(error)); });
  }

  async function start(): Promise<void> {
    await stop();
    if (vscode.workspace.workspaceFolders === undefined) {
      setStatus({ state: 'off', server: undefined });
      return;
    }
    const started = createClient(context, log, () => { setStatus({ state: 'failed', server: undefined }); });
    client = started;
    listen(started);
    try {
      await started.start();
    } catch (error) {
      log.error('The server could not be started', String(error));
      setStatus({ state: 'failed', server: undefined });
    }
  }

  return {
    async request(method, params) {
      if (client?.state !== State.Running) return undefined;
      try {
        return await client.sendRequest(method, params);
      } catch (error) {
        log.error(method, String(error));
        return undefined;
      }
    },
    client: () => client,
    status: () => status,
    // One start after the other: two changes of the workspace in a row must not leave two servers.
    restart: () => (last = last.then(start)),
    log,
    onDidChangeStatus: statusEmitter.event,
    onDidChangeIndex: indexEmitter.event,
    onDidChangeAnnotations: annotationsEmitter.event,
    dispose() {
      void stop();
      statusEmitter.dispose();
      indexEmitter.dispose();
      annotationsEmitter.dispose();
    },
  };
}
