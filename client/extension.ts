import * as vscode from 'vscode';
import { registerAnnotating, type Annotating } from './annotation';
import { registerCommands } from './commands';
import { trackActiveReport } from './context';
import { createSession, type Session } from './session';
import { showStatus } from './status';
import { createEntitiesView, type EntitiesView } from './views/entities';
import { followEditor } from './views/follow';
import { createLinksView, type LinksView } from './views/links';
import { createReportsView, type ReportsView } from './views/reports';

/** What the tests of the extension look at; other extensions have no use for it. */
export interface WenmaiApi {
  readonly session: Session;
  readonly reports: ReportsView;
  readonly entities: EntitiesView;
  readonly links: LinksView;
  readonly annotating: Annotating;
}

/** Registers everything and starts the server without waiting for it. */
export function activate(context: vscode.ExtensionContext): WenmaiApi {
  const log = vscode.window.createOutputChannel('Wenmai', { log: true });
  const session = createSession(context, log);
  const reports = createReportsView(session);
  const entities = createEntitiesView(session, context.workspaceState);
  const links = createLinksView(session);
  const annotating = registerAnnotating(session, context.workspaceState);
  context.subscriptions.push(
    log, session, ...reports.disposables, ...entities.disposables, ...links.disposables, ...annotating.disposables,
    ...followEditor(reports), ...showStatus(session), ...trackActiveReport(),
    ...registerCommands(session, entities, links),
    // The documents served and what may be written are fixed when a server starts.
    vscode.workspace.onDidChangeWorkspaceFolders(() => session.restart()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => session.restart()),
  );
  void session.restart();
  return { session, reports, entities, links, annotating };
}
