/** A real JSON-RPC client of the built server, for tests that ask it as an editor does. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as rpc from 'vscode-jsonrpc/node';

const server = fileURLToPath(new URL('../../dist/server.js', import.meta.url));
/** Nothing of the tests is left in the user's own cache. */
const code = join(tmpdir(), 'wenmai-test-code');

/** What an editor tells the server that it can do; the parts that the server looks at. */
const capabilities = {
  general: { positionEncodings: ['utf-16'] },
  window: { workDoneProgress: true, showDocument: { support: true } },
  workspace: {
    workspaceFolders: true, configuration: true, symbol: {},
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    diagnostic: { relatedDocumentSupport: true },
    publishDiagnostics: { relatedInformation: true },
  },
};

export interface StartOptions {
  /** The command line; default the built server over stdio. */
  command?: string[];
  locale?: string;
  initializationOptions?: unknown;
  /** Answers of `workspace/configuration`, by section. */
  settings?: Record<string, unknown>;
  env?: NodeJS.ProcessEnv;
  /** False for an editor that watches no files. */
  watches?: boolean;
}

/** A started server with a corpus open in it. */
export interface Client {
  process: ChildProcessWithoutNullStreams;
  /** The server's answer to `initialize`. */
  initialized: { capabilities: Record<string, unknown> };
  /** What the server printed on stderr so far. */
  stderr(): string;
  /** The messages of `window/logMessage` so far, oldest first. */
  logs: string[];
  request<T>(method: string, params?: unknown): Promise<T>;
  /** A request that can be cancelled before it is answered. */
  cancellable(method: string, params: unknown): { answer: Promise<unknown>; cancel: () => void };
  notify(method: string, params?: unknown): Promise<void>;
  /** Calls back for each notification or request of this method that has come or comes. */
  on(method: string, handler: (params: never) => void): void;
  /** The URI of a file of the corpus. */
  uri(path: string): string;
  /** Opens a file as an editor does and gives back its text. */
  open(path: string, text?: string): Promise<string>;
  /** `shutdown`, `exit`, and the exit code. */
  stop(): Promise<number | null>;
}

/**
 * Starts the built server on a corpus and brings it through `initialize` and `initialized`.
 * @param folder the corpus, an absolute path or one relative to the working directory
 */
export async function startClient(folder: string, options: StartOptions = {}): Promise<Client> {
  const corpus = resolve(folder);
  const [program = process.execPath, ...args] = options.command ?? [process.execPath, server, '--stdio'];
  const child = spawn(program, args, { env: { ...process.env, WENMAI_CODE_FOLDER: code, ...options.env }, cwd: corpus });
  const connection = rpc.createMessageConnection(
    new rpc.StreamMessageReader(child.stdout), new rpc.StreamMessageWriter(child.stdin));
  const printed: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => printed.push(chunk));
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const logs: string[] = [];
  const seen: { method: string; params: unknown }[] = [];
  const handlers = new Map<string, ((params: never) => void)[]>();

  const take = (method: string, params: unknown): void => {
    seen.push({ method, params });
    if (method === 'window/logMessage') logs.push((params as { message: string }).message);
    for (const handler of handlers.get(method) ?? []) handler(params as never);
  };
  connection.onNotification(take);
  connection.onUnhandledProgress((params) => take('$/progress', params));
  connection.onRequest((method, params) => {
    take(method, params);
    return answer(method, params, options.settings ?? {});
  });
  connection.listen();

  const uri = (path: string) => pathToFileURL(join(corpus, path)).href;
  const initialized = await connection.sendRequest<Client['initialized']>('initialize', {
    processId: process.pid, locale: options.locale ?? 'en',
    capabilities: options.watches === false ? { ...capabilities, workspace: { ...capabilities.workspace, didChangeWatchedFiles: undefined } } : capabilities,
    rootUri: pathToFileURL(corpus).href,
    workspaceFolders: [{ uri: pathToFileURL(corpus).href, name: 'corpus' }],
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification('initialized', {});

  return {
    process: child,
    initialized,
    logs,
    uri,
    stderr: () => Buffer.concat(printed).toString(),
    request: (method, params) => connection.sendRequest(method, params),
    cancellable(method, params) {
      const source = new rpc.CancellationTokenSource();
      return { answer: connection.sendRequest(method, params, source.token), cancel: () => source.cancel() };
    },
    notify: (method, params) => connection.sendNotification(method, params),
    on(method, handler) {
      handlers.set(method, [...handlers.get(method) ?? [], handler]);
      for (const past of seen) if (past.method === method) handler(past.params as never);
    },
    async open(path, text = readFileSync(join(corpus, path), 'utf8')) {
      const languageId = path.endsWith('.md') ? 'markdown' : 'plaintext';
      await connection.sendNotification('textDocument/didOpen', { textDocument: { uri: uri(path), languageId, version: 1, text } });
      return text;
    },
    async stop() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      const code = await ended;
      connection.dispose();
      return code;
    },
  };
}

/** What an editor answers when the server asks something. */
function answer(method: string, params: unknown, settings: Record<string, unknown>): unknown {
  if (method !== 'workspace/configuration') return null;
  const { items } = params as { items: { section?: string }[] };
  return items.map(({ section }) => settings[section ?? ''] ?? null);
}
