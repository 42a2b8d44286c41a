import { LSPErrorCodes, ResponseError, type CancellationToken, type RemoteConsole } from 'vscode-languageserver/node';

export type Handler<P, R> = (params: P, token: CancellationToken) => R | Promise<R>;

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
  return async (params: P, token: CancellationToken): Promise<R> => {
    const stopIfCancelled = (): void => {
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    };
    // Messages that have arrived already, a cancellation among them, are taken first.
    await new Promise((resolve) => setImmediate(resolve));
    await gates.get(log);
    stopIfCancelled();
    try {
      const result = await handler(params, token);
      stopIfCancelled();
      return result;
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      log.error(`${name}: ${stack ?? message}`);
      throw new ResponseError(LSPErrorCodes.RequestFailed, `${name}: ${message}`);
    }
  };
}
