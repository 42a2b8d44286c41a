import type { Connection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Workspace, Workspaces } from './workspaces';

/** Open documents of the client. */
export interface Documents {
  /** Hands all open documents over again, after folders were added. */
  reopen(): void;
}

/** Follows the client's open documents and hands their text to the corpora; `handed` is told of reports. */
export function followDocuments(connection: Connection, workspaces: Workspaces, handed: (workspace: Workspace, path: string, text: string) => void): Documents {
  const documents = new Map<string, TextDocument>();
  const hand = (document: TextDocument): void => {
    const located = workspaces.locate(document.uri);
    if (!located) return;
    const { corpus } = located.workspace;
    const text = document.getText();
    corpus.open(located.path, text);
    if (corpus.isOpen(located.path)) handed(located.workspace, located.path, text);
  };
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    const document = TextDocument.create(uri, languageId, version, text);
    documents.set(uri, document);
    hand(document);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const document = documents.get(uri);
    if (!document) return;
    documents.set(uri, TextDocument.update(document, contentChanges, version));
    hand(documents.get(uri) as TextDocument);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    documents.delete(uri);
    const located = workspaces.locate(uri);
    located?.workspace.corpus.close(located.path);
  });
  return {
    reopen() {
      for (const document of documents.values()) hand(document);
    },
  };
}
