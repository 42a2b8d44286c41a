import { posix } from 'node:path';
import { TextDocumentContentRefreshRequest, TextDocumentContentRequest, type Connection } from 'vscode-languageserver/node';
import { dossierOf, sourceOf } from '../features/dossier';
import { gbt7714 } from '../exchange/gbt7714';
import { guarded } from './guard';
import { linksFor } from './links';
import type { EntityRef } from './protocol';
import { fileOf } from './uris';
import { opened, type Workspaces } from './workspaces';

/** Dossiers that are kept fresh; the client asks again only for those that are open. */
const mostFollowed = 30;
/** Milliseconds that changes are gathered before dossiers are written anew. */
const calm = 500;

/** What a dossier is about, from its URI: the query is JSON, encoded as clients encode it. Null for other URIs. */
export function dossierRef(uri: string): EntityRef | null {
  const query = /^wenmai:[^?#]*\?([^#]*)/.exec(uri)?.[1];
  if (query === undefined) return null;
  try {
    const { folder, id } = JSON.parse(decodeURIComponent(query)) as Partial<EntityRef>;
    return typeof folder === 'string' && typeof id === 'string' ? { folder, id } : null;
  } catch {
    return null;
  }
}

/** A file's address as seen from the folder of another one, "/" between; itself where they share no root. */
function relativeUri(from: string, to: string): string {
  const [address = '', fragment] = to.split('#');
  const base = fileOf(from);
  const target = fileOf(address);
  if (base === null || target === null) return to;
  const path = posix.relative(posix.dirname(new URL(from).pathname), new URL(address).pathname);
  return fragment === undefined ? path : `${path}#${fragment}`;
}

/** The text of a dossier; links are absolute, or relative to the file it is saved as. Null for an unknown URI. */
export async function dossierText(workspaces: Workspaces, uri: string, savedAs: string | null): Promise<string | null> {
  const ref = dossierRef(uri);
  const workspace = ref && workspaces.byUri(ref.folder);
  if (!workspace) return null;
  const snapshot = workspace.corpus.snapshot();
  const links = linksFor(workspace, snapshot, false);
  return dossierOf(snapshot, (path) => workspace.corpus.text(path), ref.id, (place) => {
    const to = links.place(place);
    return savedAs === null ? to : relativeUri(savedAs, to);
  });
}

/** A report as an entry of a list of references; null for what is no report. */
export async function citationOf(workspaces: Workspaces, uri: string): Promise<string | null> {
  const document = await opened(workspaces.locate(uri));
  return document && gbt7714(sourceOf(document.index));
}

export interface Dossiers {
  /** Something in the corpora changed: open dossiers are asked for again soon. */
  changed(): void;
}

/** Serves dossiers as virtual documents, written anew when the corpus changes. */
export function registerDossiers(connection: Connection, workspaces: Workspaces, canRefresh: () => boolean): Dossiers {
  const log = connection.console;
  const followed = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  connection.onRequest(
    TextDocumentContentRequest.type,
    guarded(log, 'textDocumentContent', async ({ uri }) => {
      followed.delete(uri);
      followed.add(uri);
      for (const old of followed) if (followed.size > mostFollowed) followed.delete(old);
      return { text: (await dossierText(workspaces, uri, null)) ?? '' };
    }),
  );
  const refresh = (): void => {
    timer = null;
    for (const uri of followed) {
      connection.sendRequest(TextDocumentContentRefreshRequest.type, { uri }).catch((error: unknown) => log.warn(`refresh: ${String(error)}`));
    }
  };
  return {
    changed() {
      if (canRefresh() && followed.size > 0) timer ??= setTimeout(refresh, calm);
    },
  };
}
