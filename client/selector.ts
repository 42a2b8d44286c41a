import type { WorkspaceFolder } from 'vscode';
import type { DocumentSelector } from 'vscode-languageclient/node';

/** The languages a report can have. `report` is ours and opt-in; the others stay what they are. */
export const reportLanguages = ['plaintext', 'markdown', 'report'] as const;

/** Globs of what can change a corpus from outside the editor, relative to its folder. */
export const corpusFiles = '{wenmai,entities,codebook}.yaml';

/**
 * The documents Wenmai serves: text below the workspace folders, by language, and the YAML files of a corpus.
 * Which of them are reports is the server's knowledge (include, exclude).
 */
export function selectorOf(folders: readonly WorkspaceFolder[]): DocumentSelector {
  return folders.flatMap((folder) => {
    const scheme = folder.uri.scheme;
    const baseUri = folder.uri.toString();
    return [
      ...reportLanguages.map((language) => ({ scheme, language, pattern: { baseUri, pattern: '**/*' } })),
      { scheme, pattern: { baseUri, pattern: corpusFiles } },
    ];
  });
}

/** True when the document is text of one of the reports' languages in a workspace folder. */
export function isReportLanguage(languageId: string): boolean {
  return (reportLanguages as readonly string[]).includes(languageId);
}
