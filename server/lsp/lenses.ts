import { t } from '@vscode/l10n';
import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver/node';
import { citationLenses } from '../features/citationLens';
import { rangeOf } from '../text/lines';
import { locationsOf } from './convert';
import { guarded } from './guard';
import { lensCommand } from './protocol';
import { opened, type Workspaces } from './workspaces';

/** Registers the counts of citations above titles, headings and captions, for those who switched them on. */
export function registerLenses(connection: Connection, workspaces: Workspaces): void {
  connection.onCodeLens(
    guarded(connection.console, 'codeLens', async ({ textDocument: { uri } }) => {
      const document = await opened(workspaces.locate(uri));
      if (!document?.workspace.corpus.settings().citationLens) return null;
      const { workspace, snapshot, index } = document;
      return citationLenses(snapshot, index).map(({ span, places }) => {
        const range = rangeOf(index.lineStarts, span);
        return { range, command: { title: t('cited {0} times', places.length), command: lensCommand, arguments: [uri, range, locationsOf(workspace, snapshot, places)] } };
      });
    }),
  );
}

/** Has the client ask for all lenses again, after a setting changed. */
export function refreshLenses(connection: Connection): void {
  connection.sendRequest(CodeLensRefreshRequest.type).catch((error: unknown) => connection.console.warn(`lenses: ${String(error)}`));
}
