import { t } from '@vscode/l10n';
import type { Connection, SymbolInformation } from 'vscode-languageserver/node';
import { findSymbols } from '../features/workspaceSymbol';
import { locationOf } from './convert';
import { guarded } from './guard';
import type { WenmaiNotifications } from './protocol';
import { tell } from './tell';
import type { Workspaces } from './workspaces';

/** Registers the search over entities, sections, captions and reports of all corpora. */
export function registerSearch(connection: Connection, workspaces: Workspaces, hasStatusBar: () => boolean): void {
  const tellMore = (more: number): void => {
    const message = t('{0} more matches are not shown; type more.', more);
    if (!hasStatusBar()) tell(connection, message);
    else void connection.sendNotification('wenmai/moreFound', { message } satisfies WenmaiNotifications['wenmai/moreFound']);
  };

  connection.onWorkspaceSymbol(
    guarded(connection.console, 'workspaceSymbol', ({ query }): SymbolInformation[] => {
      const results = workspaces.all().map((workspace) => {
        const snapshot = workspace.corpus.snapshot();
        return { workspace, snapshot, ...findSymbols(snapshot, query) };
      });
      const omitted = results.reduce((sum, result) => sum + result.omitted, 0);
      if (omitted > 0 && query !== '') tellMore(omitted);
      return results.flatMap(({ workspace, snapshot, found }) =>
        found.flatMap(({ name, container, kind, place }) => {
          const location = locationOf(workspace, snapshot, place);
          return location ? [{ name, containerName: container, kind, location }] : [];
        }),
      );
    }),
  );
}
