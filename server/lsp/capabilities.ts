import { CodeActionKind, TextDocumentSyncKind, type ServerCapabilities } from 'vscode-languageserver/node';
import { annotateCommand } from './annotationActions';
import { semanticTokens } from './protocol';
import { changeAnnotations } from './annotationFixes';

/** Folders too: what lies below them moves or goes with them. */
const anyFile = { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] };

/** What the server offers. */
export const capabilities: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
  hoverProvider: true,
  definitionProvider: true,
  typeDefinitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentLinkProvider: {},
  callHierarchyProvider: true,
  codeLensProvider: {},
  semanticTokensProvider: {
    legend: { tokenTypes: [...semanticTokens.types], tokenModifiers: [...semanticTokens.modifiers] },
    full: true,
    range: true,
  },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite] },
  executeCommandProvider: { commands: [annotateCommand, changeAnnotations] },
  diagnosticProvider: { identifier: 'wenmai', interFileDependencies: true, workspaceDiagnostics: true },
  renameProvider: { prepareProvider: true },
  completionProvider: { triggerCharacters: [' '] },
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    textDocumentContent: { schemes: ['wenmai'] },
    fileOperations: { willRename: anyFile, didRename: anyFile, willDelete: anyFile, didDelete: anyFile },
  },
};
