/** Asking VS Code what it would show, through the commands that it has for that. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { WenmaiApi } from '../../client/extension';
import { eventually, positionOf } from '../support/ask';

/** The extension under test, activated, with the whole corpus read. */
export async function wenmai(): Promise<WenmaiApi> {
  const extension = vscode.extensions.getExtension<WenmaiApi>('wenmai.wenmai');
  assert(extension, 'the extension is not there');
  const api = await extension.activate();
  await eventually(() => api.session.status(), ({ state }) => state === 'ready');
  return api;
}

/** The reports of the folder that the window shows, sorted by path. */
export async function reports(): Promise<vscode.Uri[]> {
  const found = await vscode.workspace.findFiles('**/*.{txt,md}', '**/{annotations/**,README.md}');
  return found.sort((a, b) => a.path.localeCompare(b.path));
}

/** Opens the first report that holds these words, or the n-th one. */
export async function openReportWith(words: string, nth = 0): Promise<vscode.TextDocument> {
  const holding = [];
  for (const uri of await reports()) {
    const document = await vscode.workspace.openTextDocument(uri);
    if (document.getText().includes(words)) holding.push(document);
  }
  const document = holding[nth];
  assert(document, `fewer than ${nth + 1} reports hold '${words}'`);
  await vscode.window.showTextDocument(document);
  return document;
}

/** The place of words in a document. */
export function place(document: vscode.TextDocument, words: string, options: { nth?: number; inside?: number } = {}): vscode.Position {
  const { line, character } = positionOf(document.getText().replaceAll('\r\n', '\n'), words, options);
  return new vscode.Position(line, character);
}

/** What a hover says, in Markdown; empty when there is none. */
export async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
  return hovers.flatMap(({ contents }) => contents).map((part) => typeof part === 'string' ? part : part.value).join('\n');
}

/** Where F12 goes. */
export async function definitions(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Location[]> {
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>('vscode.executeDefinitionProvider', document.uri, position);
  return found.map((one) => 'targetUri' in one ? new vscode.Location(one.targetUri, one.targetSelectionRange ?? one.targetRange) : one);
}

/** What Shift+F12 lists. */
export function references(document: vscode.TextDocument, position: vscode.Position): Thenable<vscode.Location[]> {
  return vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, position);
}

/** The outline's symbols; undefined while there is none. */
export function outline(document: vscode.TextDocument): Thenable<vscode.DocumentSymbol[] | undefined> {
  return vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', document.uri);
}
