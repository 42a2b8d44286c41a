import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import type { CodebookAction } from '../annotation/codebook/actions';
import { codebookEdit } from '../annotation/codebook/edit';
import { codebookFile } from '../corpus/folder';
import { frontMatterUses, refusalMessage } from '../features/tags';
import { lineStartsOf, rangeOf } from '../text/lines';
import { now } from './annotating';
import type { Workspace } from './workspaces';

/** The edit that an action on the codebook means, over all files that it concerns; or why there is none. */
export async function codebookWorkspaceEdit(workspace: Workspace, action: CodebookAction): Promise<{ edit: WorkspaceEdit | null; refused: string | null }> {
  const { corpus } = workspace;
  const yaml = corpus.specialText(codebookFile);
  const files = corpus.annotations.texts();
  const frontMatter = await wordsOf(workspace);
  const result = codebookEdit({ yaml, frontMatter, files }, action, now());
  if ('refused' in result) return { edit: null, refused: refusalMessage(result) };
  const documentChanges: (TextDocumentEdit | { kind: 'create'; uri: string; options: { ignoreIfExists: boolean } })[] = [];
  for (const { path, changes } of result) {
    const uri = workspace.uriOf(path);
    const text = path === codebookFile ? yaml : (files.get(path) ?? (await corpus.text(path)));
    if (text === null) documentChanges.push({ kind: 'create', uri, options: { ignoreIfExists: true } });
    const lines = lineStartsOf(text ?? '');
    documentChanges.push({ textDocument: { uri, version: null }, edits: changes.map((change) => ({ range: rangeOf(lines, change), newText: change.text })) });
  }
  return { edit: { documentChanges }, refused: null };
}

/** Tags in front matter with the place of the word itself, without quotes around it. */
async function wordsOf({ corpus }: Workspace): Promise<{ path: string; span: { start: number; end: number }; text: string }[]> {
  const uses = frontMatterUses(corpus.snapshot());
  const texts = new Map<string, string | null>();
  for (const { path } of uses) if (!texts.has(path)) texts.set(path, await corpus.text(path));
  return uses.flatMap(({ path, span, text }) => {
    const at = texts.get(path)?.slice(span.start, span.end).indexOf(text) ?? -1;
    return at < 0 ? [] : [{ path, text, span: { start: span.start + at, end: span.start + at + text.length } }];
  });
}
