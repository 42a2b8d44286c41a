import { LSPErrorCodes, Message, ResponseError, type CancellationToken, type ConnectionStrategy, type RemoteConsole } from 'vscode-languageserver/node';

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

let askedAt = -Infinity;
/** Milliseconds since the last request came. */
export const sinceAsked = (): number => performance.now() - askedAt;

const cancelled = (): ResponseError => new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');

/** Answers requests that are cancelled before their turn came at once. */
export const cancelQueued: ConnectionStrategy = {
  cancelUndispatched: (message) => ({ jsonrpc: '2.0', id: Message.isRequest(message) ? message.id : null, error: cancelled().toJson() }),
};

/**
 * Wraps a request's handler: one that is cancelled while it waits is answered at once, what it throws is logged and
 * answered as an error, so that nothing ends the server.
 */
export function guarded<P, R>(log: RemoteConsole, name: string, handler: Handler<P, R>) {
  const answer = async (params: P, token: CancellationToken): Promise<R> => {
    // Messages that have arrived already, a cancellation among them, are taken first.
    await new Promise((resolve) => setImmediate(resolve));
    await gates.get(log);
    if (token.isCancellationRequested) throw cancelled();
    try {
      return await handler(params, token);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      log.error(`${name}: ${stack ?? message}`);
      throw new ResponseError(LSPErrorCodes.RequestFailed, `${name}: ${message}`);
    }
  };
  return (params: P, token: CancellationToken): Promise<R> =>
    new Promise((resolve, reject) => {
      askedAt = performance.now();
      token.onCancellationRequested(() => reject(cancelled()));
      answer(params, token).then(resolve, reject);
    });
}
