import * as vscode from 'vscode';

/** Commands that make reports easier to read, in this workspace's settings only. */
export function readingCommands() {
  return { 'wenmai.wrapPlainText': wrapPlainText, 'wenmai.useReportLanguage': useReportLanguage };
}

async function wrapPlainText(): Promise<void> {
  const editor = vscode.workspace.getConfiguration('editor', { languageId: 'plaintext' });
  await editor.update('wordWrap', 'on', vscode.ConfigurationTarget.Workspace, true);
}

async function useReportLanguage(): Promise<void> {
  const files = vscode.workspace.getConfiguration('files');
  const own = files.inspect<Record<string, string>>('associations')?.workspaceValue ?? {};
  await files.update('associations', { ...own, '*.txt': 'report' }, vscode.ConfigurationTarget.Workspace);
}
