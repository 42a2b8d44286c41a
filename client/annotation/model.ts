import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import type { AnnotationItem } from '../../server/lsp/protocol';
import { isReportLanguage } from '../selector';
import type { Session } from '../session';

/** The annotations of the visible reports, asked for again when they or their texts change. */
export interface VisibleAnnotations extends vscode.Disposable {
  /** What is known of a document; empty before the first answer. */
  of(uri: string): readonly AnnotationItem[];
  /** Asks for all visible reports now. */
  refresh(): Promise<void>;
  /** Fires with a document's URI after its annotations were read. */
  readonly onDidChange: vscode.Event<string>;
}

/** Milliseconds after the last key until annotations are asked for again; VS Code moves decorations itself meanwhile. */
const calm = 250;
/** Documents whose annotations are remembered after they are closed. */
const mostClosed = 10;

export function visibleAnnotations(session: Session): VisibleAnnotations {
  const changed = new vscode.EventEmitter<string>();
  const items = new Map<string, { readonly version: number; readonly items: readonly AnnotationItem[] }>();
  const timers = new Map<string, NodeJS.Timeout>();
  const closed = new Map<string, { readonly text: string; readonly items: readonly AnnotationItem[] }>();

  async function read(document: vscode.TextDocument): Promise<void> {
    const uri = document.uri.toString();
    const { version } = document;
    const found = await session.request('wenmai/annotations', { uri });
    if (found === undefined || document.isClosed || document.version !== version) return;
    const known = items.get(uri);
    if (known?.version !== version || !isDeepStrictEqual(known.items, found)) take(document, found);
  }
  function take(document: vscode.TextDocument, found: readonly AnnotationItem[]): void {
    const uri = document.uri.toString();
    items.set(uri, { version: document.version, items: found });
    changed.fire(uri);
  }
  /** What was known of a document that is shown again with the same text is shown at once, and asked for again. */
  function recall(): void {
    for (const document of visible()) {
      const uri = document.uri.toString();
      const known = items.get(uri);
      const last = closed.get(uri);
      closed.delete(uri);
      if (known?.version === document.version) changed.fire(uri);
      else if (last !== undefined && known === undefined && last.text === document.getText()) take(document, last.items);
    }
  }
  function soon(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    clearTimeout(timers.get(uri));
    timers.set(uri, setTimeout(() => void read(document), calm));
  }
  function visible(): vscode.TextDocument[] {
    const documents = vscode.window.visibleTextEditors.map(({ document }) => document);
    return [...new Set(documents)].filter((document) => isReportLanguage(document.languageId) && vscode.workspace.getWorkspaceFolder(document.uri) !== undefined);
  }
  async function refresh(): Promise<void> {
    await Promise.all(visible().map(read));
  }
  const subscriptions = [
    changed,
    vscode.window.onDidChangeVisibleTextEditors(() => {
      recall();
      void refresh();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => { if (items.has(document.uri.toString())) soon(document); }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      const uri = document.uri.toString();
      const last = items.get(uri);
      items.delete(uri);
      if (last === undefined || last.items.length === 0) return;
      closed.set(uri, { text: document.getText(), items: last.items });
      for (const oldest of [...closed.keys()].slice(0, -mostClosed)) closed.delete(oldest);
    }),
    session.onDidChangeAnnotations(() => void refresh()),
    session.onDidChangeIndex((change) => { if (change === undefined) void refresh(); }),
  ];
  void refresh();
  return {
    of: (uri) => items.get(uri)?.items ?? [],
    refresh,
    onDidChange: changed.event,
    dispose() {
      for (const timer of timers.values()) clearTimeout(timer);
      for (const each of subscriptions) each.dispose();
    },
  };
}
