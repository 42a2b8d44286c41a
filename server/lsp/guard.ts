import { LSPErrorCodes, ResponseError, type CancellationToken, type RemoteConsole } from 'vscode-languageserver/node';

export type Handler<P, R> = (params: P, token: CancellationToken) => R | Promise<R>;

const cancelled = (): ResponseError => new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');

/** What requests wait for, by the log of their connection. */
const gates = new WeakMap<RemoteConsole, Promise<unknown>>();

/**
 * Lets the requests of a connection wait. An editor asks for an outline once and keeps the answer, so a question that
 * comes before the corpora are known must not be answered with nothing.
 */
export function holdRequests(log: RemoteConsole, until: Promise<unknown>): void {
  gates.set(log, until);
}

/**
 * Wraps a request's handler: requests cancelled while queued are dropped, what it throws is logged and answered as an
 * error, so that nothing ends the server.
 */
export function guarded<P, R>(log: RemoteConsole, name: string, handler: Handler<P, R>) {
  return async (params: P, token: CancellationToken): Promise<R | ResponseError> => {
    // Messages that have arrived already, a cancellation among them, are taken first.
    await new Promise((resolve) => setImmediate(resolve));
    await gates.get(log);
    const isCancelled = (): boolean => token.isCancellationRequested;
    if (isCancelled()) return cancelled();
    try {
      const result = await handler(params, token);
      return isCancelled() ? cancelled() : result;
    } catch (error) {
      if (error instanceof ResponseError) return error as ResponseError;
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      log.error(`${name}: ${text}`);
      return new ResponseError(LSPErrorCodes.RequestFailed, `${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
}
