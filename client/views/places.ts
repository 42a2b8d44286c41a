import * as vscode from 'vscode';
import type { Range } from '../../server/lsp/protocol';

/** A range of the protocol as VS Code's. */
export function rangeOf({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** The command of a row that leads to a place: one click previews it, two keep it open. */
export function openCommand(uri: string, range?: vscode.Range): vscode.Command {
  const options: vscode.TextDocumentShowOptions = { preserveFocus: true, ...(range === undefined ? {} : { selection: range }) };
  return { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [vscode.Uri.parse(uri), options] };
}

/** Opens a place and puts the cursor there. */
export async function openPlace(uri: string, range?: Range): Promise<void> {
  const options = range === undefined ? {} : { selection: rangeOf(range) };
  await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(uri), options);
}

/** A number as the display language writes it. */
export function formatNumber(value: number): string {
  return value.toLocaleString(vscode.env.language);
}
