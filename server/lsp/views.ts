import type { Connection } from 'vscode-languageserver/node';
import { guarded } from './guard';
import type { WenmaiRequest, WenmaiRequests } from './protocol';
import { captionItems, folderNode, sectionNodes } from './reportViews';
import type { Status } from './status';
import type { Workspaces } from './workspaces';

/** Registers the requests that the views of a client ask. */
export function registerViews(connection: Connection, workspaces: Workspaces, status: Status): void {
  const on = <M extends WenmaiRequest>(
    method: M,
    handler: (params: WenmaiRequests[M]['params']) => WenmaiRequests[M]['result'] | Promise<WenmaiRequests[M]['result']>,
  ): void => {
    connection.onRequest(method, guarded(connection.console, method, handler));
  };
  on('wenmai/status', () => status.current());
  on('wenmai/reports', () => ({ folders: workspaces.all().map(folderNode) }));
  on('wenmai/sections', ({ uri }) => {
    const located = workspaces.locate(uri);
    return located ? sectionNodes(located) : [];
  });
  on('wenmai/captions', ({ uri }) => {
    const located = uri === undefined ? null : workspaces.locate(uri);
    return uri !== undefined && !located ? [] : captionItems(workspaces, located);
  });
  on('wenmai/rebuild', async () => {
    await Promise.all(workspaces.all().map(({ corpus }) => corpus.rebuild()));
    return null;
  });
}
