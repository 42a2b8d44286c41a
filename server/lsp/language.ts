import type { Connection, Position } from 'vscode-languageserver/node';
import { definitionAt } from '../features/definition';
import { documentSymbols } from '../features/documentSymbol';
import { hoverAt } from '../features/hover';
import { highlightsAt, referencesAt } from '../features/references';
import { offsetAt, rangeOf } from '../text/lines';
import { linksOf, locationsOf, symbolOf } from './convert';
import { guarded } from './guard';
import { linksFor } from './links';
import { opened, type Opened, type Workspaces } from './workspaces';

export interface ClientTraits {
  /** The client takes `command:` links in hovers, and icons. */
  readonly hoverCommands: boolean;
  readonly definitionLinks: boolean;
}

/** Registers the requests about one place in one document. */
export function registerLanguage(connection: Connection, workspaces: Workspaces, traits: () => ClientTraits): void {
  const log = connection.console;
  const at = async (params: { textDocument: { uri: string }; position: Position }): Promise<(Opened & { offset: number }) | null> => {
    const document = await opened(workspaces.locate(params.textDocument.uri));
    return document && { ...document, offset: offsetAt(document.index.lineStarts, document.index.length, params.position) };
  };

  connection.onHover(
    guarded(log, 'hover', async (params) => {
      const place = await at(params);
      if (!place) return null;
      const { workspace, snapshot, path, offset, index } = place;
      const links = linksFor(workspace, snapshot, traits().hoverCommands);
      const hover = await hoverAt(snapshot, (other) => workspace.corpus.text(other), links, path, offset);
      return hover && { contents: { kind: 'markdown' as const, value: hover.markdown }, range: rangeOf(index.lineStarts, hover.span) };
    }),
  );
  connection.onDefinition(
    guarded(log, 'definition', async (params) => {
      const place = await at(params);
      const definition = place && definitionAt(place.snapshot, place.path, place.offset);
      if (!definition) return null;
      const { workspace, snapshot, index } = place;
      if (!traits().definitionLinks) return locationsOf(workspace, snapshot, definition.targets);
      return linksOf(workspace, snapshot, index.lineStarts, definition);
    }),
  );
  connection.onReferences(
    guarded(log, 'references', async (params) => {
      const place = await at(params);
      if (!place) return null;
      const found = referencesAt(place.snapshot, place.path, place.offset, params.context.includeDeclaration);
      return locationsOf(place.workspace, place.snapshot, found);
    }),
  );
  connection.onDocumentHighlight(
    guarded(log, 'documentHighlight', async (params) => {
      const place = await at(params);
      if (!place) return null;
      return highlightsAt(place.snapshot, place.path, place.offset).map((span) => ({ range: rangeOf(place.index.lineStarts, span) }));
    }),
  );
  connection.onDocumentSymbol(
    guarded(log, 'documentSymbol', (params) => {
      const located = workspaces.locate(params.textDocument.uri);
      const report = located?.workspace.corpus.report(located.path);
      if (!report) return null;
      return documentSymbols(report).map((symbol) => symbolOf(report.source.lineStarts, symbol));
    }),
  );
}
