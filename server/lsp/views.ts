import type { Connection } from 'vscode-languageserver/node';
import { entityAt, entityTypes } from '../features/entityTree';
import { offsetAt } from '../text/lines';
import { citationOf, dossierText } from './dossiers';
import { entitiesResult, entityNode, entityReports, entityWorkspaceEdit, mentionNodes, nameCompletions } from './entityViews';
import { guarded } from './guard';
import { linksResult } from './linksView';
import type { AnnotationRequests, WenmaiRequest, WenmaiRequests } from './protocol';
import { captionItems, folderNode, reportItems, sectionNodes } from './reportViews';
import type { Status } from './status';
import { opened, type Workspaces } from './workspaces';

type Answers = {
  [M in Exclude<WenmaiRequest, keyof AnnotationRequests>]: (params: WenmaiRequests[M]['params']) => WenmaiRequests[M]['result'] | Promise<WenmaiRequests[M]['result']>;
};

/** What a client's views ask, and the answers. */
function answersOf(workspaces: Workspaces, status: Status): Answers {
  return {
    'wenmai/status': () => status.current(),
    'wenmai/reports': () => ({ folders: workspaces.all().map(folderNode) }),
    'wenmai/sections': ({ uri }) => {
      const located = workspaces.locate(uri);
      return located ? sectionNodes(located) : [];
    },
    'wenmai/captions': ({ uri }) => {
      const located = uri === undefined ? null : workspaces.locate(uri);
      return uri !== undefined && !located ? [] : captionItems(workspaces, located);
    },
    'wenmai/reportItems': () => workspaces.all().flatMap(reportItems),
    'wenmai/entities': (params) => entitiesResult(workspaces, params),
    'wenmai/entityReports': ({ folder, id }) => {
      const workspace = workspaces.byUri(folder);
      return workspace ? entityReports(workspace, id) : [];
    },
    'wenmai/mentions': (params) => mentionNodes(workspaces, params),
    'wenmai/entityAt': async ({ uri, position }) => {
      const document = await opened(workspaces.locate(uri));
      if (!document) return null;
      const { workspace, snapshot, path, index } = document;
      const row = entityAt(snapshot, path, offsetAt(index.lineStarts, index.length, position));
      return row && entityNode(workspace, row.id);
    },
    'wenmai/entityTypes': ({ folder }) => {
      const workspace = workspaces.byUri(folder);
      return { types: workspace ? entityTypes(workspace.corpus.snapshot()) : [] };
    },
    'wenmai/nameCompletions': ({ before }) => nameCompletions(workspaces, before),
    'wenmai/entityEdit': ({ folder, action }) => {
      const workspace = workspaces.byUri(folder);
      return workspace && entityWorkspaceEdit(workspace, action);
    },
    'wenmai/dossier': ({ uri, savedAs }) => dossierText(workspaces, uri, savedAs),
    'wenmai/citation': ({ uri }) => citationOf(workspaces, uri),
    'wenmai/links': async ({ uri }) => {
      const document = await opened(workspaces.locate(uri));
      return document && linksResult(document);
    },
    'wenmai/resume': () => {
      for (const { corpus } of workspaces.all()) corpus.resume();
      return null;
    },
    'wenmai/rebuild': async () => {
      await Promise.all(workspaces.all().map(({ corpus }) => corpus.rebuild()));
      return null;
    },
  };
}

/** Registers the requests that the views of a client ask. */
export function registerViews(connection: Connection, workspaces: Workspaces, status: Status): void {
  for (const [method, answer] of Object.entries(answersOf(workspaces, status))) {
    connection.onRequest(method, guarded(connection.console, method, answer as (params: unknown) => unknown));
  }
}
