import { type Connection, type DocumentLink, type SelectionRange } from 'vscode-languageserver/node';
import { codebookFile } from '../corpus/folder';
import { documentLinks } from '../features/documentLinks';
import { documentSymbols, tagSymbols } from '../features/documentSymbol';
import { foldsOf } from '../features/folding';
import { selectionsAt } from '../features/selection';
import { semanticTokens } from '../features/semanticTokens';
import type { Report } from '../report/model';
import { lineStartsOf, offsetAt, rangeOf, spanOf } from '../text/lines';
import type { Range } from '../text/span';
import { symbolOf } from './convert';
import { guarded } from './guard';
import { linksFor } from './links';
import { semanticTokens as legend } from './protocol';
import { opened, type Workspaces } from './workspaces';

/** Registers the requests about a document as a whole. Those about structure need no index and wait for none. */
export function registerStructure(connection: Connection, workspaces: Workspaces): void {
  const log = connection.console;
  const parsed = (uri: string): Report | null => {
    const located = workspaces.locate(uri);
    return located && located.workspace.corpus.report(located.path);
  };
  connection.onDocumentSymbol(
    guarded(log, 'documentSymbol', ({ textDocument }) => {
      const located = workspaces.locate(textDocument.uri);
      if (located?.path === codebookFile) {
        const { corpus } = located.workspace;
        const lines = lineStartsOf(corpus.specialText(codebookFile) ?? '');
        return tagSymbols(corpus.snapshot().codebook).map((symbol) => symbolOf(lines, symbol));
      }
      const report = parsed(textDocument.uri);
      return report && documentSymbols(report).map((symbol) => symbolOf(report.source.lineStarts, symbol));
    }),
  );
  connection.onFoldingRanges(
    guarded(log, 'foldingRange', ({ textDocument }) => {
      const report = parsed(textDocument.uri);
      return report && foldsOf(report);
    }),
  );
  connection.onSelectionRanges(
    guarded(log, 'selectionRange', async ({ textDocument, positions }) => {
      const report = parsed(textDocument.uri);
      if (!report) return null;
      const document = await opened(workspaces.locate(textDocument.uri));
      const { lineStarts, text } = report.source;
      return positions.map((position) => nested(selectionsAt(report, document?.index ?? null, offsetAt(lineStarts, text.length, position)).map((span) => rangeOf(lineStarts, span))));
    }),
  );
  connection.onDocumentLinks(
    guarded(log, 'documentLink', async ({ textDocument }) => {
      const document = await opened(workspaces.locate(textDocument.uri));
      if (!document) return null;
      const { workspace, snapshot, index } = document;
      const links = linksFor(workspace, snapshot, false);
      return documentLinks(snapshot, index).map(({ span, target }): DocumentLink => ({
        range: rangeOf(index.lineStarts, span), target: 'uri' in target ? target.uri : links.place(target),
      }));
    }),
  );
  const tokens = async (uri: string, range: Range | null): Promise<{ data: number[] }> => {
    const document = await opened(workspaces.locate(uri));
    if (!document) return { data: [] };
    const { index, workspace } = document;
    const span = range ? spanOf(index.lineStarts, index.length, range) : { start: 0, end: index.length };
    return { data: semanticTokens(index, workspace.corpus.settings().highlight, legend.types, 'entity', span) };
  };
  connection.languages.semanticTokens.on(guarded(log, 'semanticTokens', ({ textDocument }) => tokens(textDocument.uri, null)));
  connection.languages.semanticTokens.onRange(guarded(log, 'semanticTokens', ({ textDocument, range }) => tokens(textDocument.uri, range)));
}

/** Ranges from the innermost out, as LSP nests them. */
function nested(ranges: readonly Range[]): SelectionRange {
  const [first, ...outer] = ranges;
  const range = first ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return outer.length > 0 ? { range, parent: nested(outer) } : { range };
}
