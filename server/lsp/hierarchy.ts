import { SymbolKind, type CallHierarchyItem, type Connection } from 'vscode-languageserver/node';
import { hierarchyAt, incomingCalls, outgoingCalls, type Call, type HierarchyItem, type Subject } from '../features/callHierarchy';
import { offsetAt, rangeOf } from '../text/lines';
import type { Span } from '../text/span';
import type { Snapshot } from '../corpus/corpus';
import { guarded } from './guard';
import { opened, type Workspace, type Workspaces } from './workspaces';

interface Data {
  readonly folder: string;
  readonly subject: Subject;
}

function itemOf(workspace: Workspace, snapshot: Snapshot, item: HierarchyItem): CallHierarchyItem | null {
  const index = snapshot.reports.get(item.place.report);
  if (!index) return null;
  const data: Data = { folder: workspace.uri, subject: item.subject };
  return {
    name: item.name,
    detail: item.detail,
    kind: item.subject.kind === 'entity' ? SymbolKind.Class : SymbolKind.Namespace,
    uri: workspace.uriOf(item.place.report),
    range: rangeOf(index.lineStarts, item.place.span),
    selectionRange: rangeOf(index.lineStarts, item.nameSpan),
    data,
  };
}

/** Who names what: entities and sections as callers and callees, expandable through the corpus. */
export function registerHierarchy(connection: Connection, workspaces: Workspaces): void {
  const log = connection.console;
  const found = (item: CallHierarchyItem): { workspace: Workspace; snapshot: Snapshot; subject: Subject; home: string } | null => {
    const data = item.data as Data | undefined;
    const workspace = data && workspaces.byUri(data.folder);
    const home = workspaces.locate(item.uri);
    return workspace && home ? { workspace, snapshot: workspace.corpus.snapshot(), subject: data.subject, home: home.path } : null;
  };
  const calls = (workspace: Workspace, snapshot: Snapshot, list: readonly Call[], pathOf: (call: Call) => string) =>
    list.flatMap((call) => {
      const item = itemOf(workspace, snapshot, call.item);
      const lines = snapshot.reports.get(pathOf(call))?.lineStarts;
      return item && lines ? [{ item, fromRanges: call.places.map((span: Span) => rangeOf(lines, span)) }] : [];
    });

  connection.languages.callHierarchy.onPrepare(
    guarded(log, 'prepareCallHierarchy', async ({ textDocument, position }) => {
      const document = await opened(workspaces.locate(textDocument.uri));
      if (!document) return null;
      const { workspace, snapshot, path, index } = document;
      const item = hierarchyAt(snapshot, path, offsetAt(index.lineStarts, index.length, position));
      const prepared = item && itemOf(workspace, snapshot, item);
      return prepared && [prepared];
    }),
  );
  connection.languages.callHierarchy.onIncomingCalls(
    guarded(log, 'incomingCalls', ({ item }) => {
      const asked = found(item);
      if (!asked) return null;
      const list = incomingCalls(asked.snapshot, asked.subject);
      return calls(asked.workspace, asked.snapshot, list, (call) => call.item.place.report).map(({ item: from, fromRanges }) => ({ from, fromRanges }));
    }),
  );
  connection.languages.callHierarchy.onOutgoingCalls(
    guarded(log, 'outgoingCalls', ({ item }) => {
      const asked = found(item);
      if (!asked) return null;
      const list = outgoingCalls(asked.snapshot, asked.subject);
      return calls(asked.workspace, asked.snapshot, list, () => asked.home).map(({ item: to, fromRanges }) => ({ to, fromRanges }));
    }),
  );
}
