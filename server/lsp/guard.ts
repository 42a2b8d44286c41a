import { LSPErrorCodes, ResponseError, type CancellationToken, type RemoteConsole } from 'vscode-languageserver/node';

export type Handler<P, R> = (params: P, token: CancellationToken) => R | Promise<R>;

const cancelled = (): ResponseError => new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');

/**
 * Wraps a request's handler: requests cancelled while queued are dropped, what it throws is logged and answered as an
 * error, so that nothing ends the server.
 */
export function guarded<P, R>(log: RemoteConsole, name: string, handler: Handler<P, R>) {
  return async (params: P, token: CancellationToken): Promise<R | ResponseError> => {
    // Messages that have arrived already, a cancellation among them, are taken first.
    await new Promise((resolve) => setImmediate(resolve));
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
