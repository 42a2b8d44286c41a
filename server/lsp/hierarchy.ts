import { CallHierarchyIncomingCallsRequest, CallHierarchyOutgoingCallsRequest, CallHierarchyPrepareRequest, type CallHierarchyItem, type Connection } from 'vscode-languageserver/node';
import type { Snapshot } from '../corpus/corpus';
import { citationItemAt, incomingCitations, outgoingCitations, type Citable, type CitationItem } from '../features/callHierarchy';
import { offsetAt, rangeOf, spanOf } from '../text/lines';
import { guarded } from './guard';
import { opened, type Workspace, type Workspaces } from './workspaces';

/** A node as the client keeps it: what it is about comes back with it. */
function itemOf(workspace: Workspace, snapshot: Snapshot, { subject, name, detail, kind, report, span, nameSpan }: CitationItem): CallHierarchyItem {
  const lines = snapshot.reports.get(report)?.lineStarts ?? Uint32Array.of(0);
  return { name, detail, kind, uri: workspace.uriOf(report), range: rangeOf(lines, span), selectionRange: rangeOf(lines, nameSpan), data: subject };
}

/** Registers the call hierarchy: who cites a report, section, caption, document or entity, and what it cites. */
export function registerHierarchy(connection: Connection, workspaces: Workspaces): void {
  const log = connection.console;
  connection.onRequest(
    CallHierarchyPrepareRequest.type,
    guarded(log, 'prepareCallHierarchy', async ({ textDocument, position }) => {
      const document = await opened(workspaces.locate(textDocument.uri));
      if (!document) return null;
      const { workspace, snapshot, path, index } = document;
      const item = citationItemAt(snapshot, path, offsetAt(index.lineStarts, index.length, position));
      return item && [itemOf(workspace, snapshot, item)];
    }),
  );
  const ask = async (item: CallHierarchyItem) => {
    const document = await opened(workspaces.locate(item.uri));
    if (!document) return null;
    const { index, path } = document;
    return { ...document, node: { subject: item.data as Citable, report: path, nameSpan: spanOf(index.lineStarts, index.length, item.selectionRange) } };
  };
  connection.onRequest(
    CallHierarchyIncomingCallsRequest.type,
    guarded(log, 'incomingCalls', async ({ item }) => {
      const asked = await ask(item);
      if (!asked) return null;
      const { workspace, snapshot, node } = asked;
      return incomingCitations(snapshot, node).map((edge) => ({
        from: itemOf(workspace, snapshot, edge.item),
        fromRanges: edge.spans.map((span) => rangeOf(snapshot.reports.get(edge.item.report)?.lineStarts ?? Uint32Array.of(0), span)),
      }));
    }),
  );
  connection.onRequest(
    CallHierarchyOutgoingCallsRequest.type,
    guarded(log, 'outgoingCalls', async ({ item }) => {
      const asked = await ask(item);
      if (!asked) return null;
      const { workspace, snapshot, node, index } = asked;
      return outgoingCitations(snapshot, node).map((edge) => ({
        to: itemOf(workspace, snapshot, edge.item),
        fromRanges: edge.spans.map((span) => rangeOf(index.lineStarts, span)),
      }));
    }),
  );
}
