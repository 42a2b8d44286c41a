import { CompletionItemKind, LSPErrorCodes, ResponseError, type CompletionItem, type Hover, type Location, type Range, type WorkspaceEdit } from 'vscode-languageserver/node';
import { tagNamed } from '../annotation/codebook/model';
import { tagsOf } from '../annotation/reading';
import { codebookFile } from '../corpus/folder';
import { tagAtOffset } from '../features/tags';
import { tagCard, tagCompletions, tagInFrontMatter } from '../features/tagAt';
import { lineStartsOf, offsetAt, rangeOf } from '../text/lines';
import type { Position } from '../text/span';
import { codebookWorkspaceEdit } from './codebookEdits';
import { opened, type Workspace, type Workspaces } from './workspaces';

export interface DocumentPosition {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** A tag where it is named: in the codebook, or in a report's front matter. */
export interface TagPlace {
  readonly workspace: Workspace;
  readonly id: string;
  readonly range: Range;
  /** The word at the place is the tag's id and not its name. */
  readonly isId: boolean;
}

/** The tag at a position, null where there is none. */
export async function tagAt(workspaces: Workspaces, { textDocument, position }: DocumentPosition): Promise<TagPlace | null> {
  const located = workspaces.locate(textDocument.uri);
  if (!located) return null;
  const { workspace, path } = located;
  const { codebook } = workspace.corpus.snapshot();
  if (path === codebookFile) {
    const yaml = workspace.corpus.specialText(codebookFile) ?? '';
    const lines = lineStartsOf(yaml);
    const found = tagAtOffset(codebook, offsetAt(lines, yaml.length, position));
    const tag = found && codebook.byId.get(found.id);
    return found && tag ? { workspace, id: found.id, range: rangeOf(lines, found.span), isId: found.span.start !== tag.nameSpan.start } : null;
  }
  const document = codebook.tags.length === 0 ? null : await opened(located);
  if (!document) return null;
  const { index } = document;
  const found = tagInFrontMatter(codebook, index, offsetAt(index.lineStarts, index.length, position));
  return found && { workspace, id: found.id, range: rangeOf(index.lineStarts, found.span), isId: false };
}

export function tagHover({ workspace: { corpus }, id, range }: TagPlace): Hover {
  return { contents: { kind: 'markdown', value: tagCard(corpus.snapshot(), corpus.annotations, id) }, range };
}

/** The tag's entry in the codebook. */
export function tagDefinition({ workspace, id }: TagPlace): Location[] {
  const tag = workspace.corpus.snapshot().codebook.byId.get(id);
  const lines = lineStartsOf(workspace.corpus.specialText(codebookFile) ?? '');
  return tag ? [{ uri: workspace.uriOf(codebookFile), range: rangeOf(lines, tag.span) }] : [];
}

/** All uses: passages, front matter, and links within the codebook. */
export async function tagReferences(place: TagPlace, includeDeclaration: boolean): Promise<Location[]> {
  const { workspace, id } = place;
  const { corpus } = workspace;
  const { codebook, reports } = corpus.snapshot();
  const lines = lineStartsOf(corpus.specialText(codebookFile) ?? '');
  const links = codebook.links.filter((link) => link.id === id).map(({ span }) => ({ uri: workspace.uriOf(codebookFile), range: rangeOf(lines, span) }));
  const found: Location[] = [...(includeDeclaration ? tagDefinition(place) : []), ...links];
  for (const [path, index] of reports.entries()) {
    const uri = workspace.uriOf(path);
    for (const { name, span } of index.meta.tags) if (tagNamed(codebook, name)?.id === id) found.push({ uri, range: rangeOf(index.lineStarts, span) });
    for (const { filed, anchor } of await corpus.anchored(path)) {
      if (anchor.state !== 'anchored' || !tagsOf(filed.annotation).includes(id)) continue;
      const spans = anchor.spans.length === 0 ? [{ start: 0, end: 0 }] : anchor.spans;
      found.push(...spans.map((span) => ({ uri, range: rangeOf(index.lineStarts, span) })));
    }
  }
  return found;
}

/** Renames the tag's name, or its id where the cursor is on that. Refuses with the reason. */
export async function tagRename({ workspace, id, isId }: TagPlace, name: string): Promise<WorkspaceEdit | null> {
  const { edit, refused } = await codebookWorkspaceEdit(workspace, isId ? { kind: 'renameId', tag: id, id: name } : { kind: 'rename', tag: id, name });
  if (refused !== null) throw new ResponseError(LSPErrorCodes.RequestFailed, refused);
  return edit;
}

export function tagPlaceholder({ workspace, id, isId }: TagPlace): string {
  return isId ? id : (workspace.corpus.snapshot().codebook.byId.get(id)?.name ?? id);
}

/** Tags that can be typed at a position of the codebook or of front matter; null elsewhere. */
export async function tagCompletionItems(workspaces: Workspaces, { textDocument, position }: DocumentPosition): Promise<CompletionItem[] | null> {
  const located = workspaces.locate(textDocument.uri);
  if (!located) return null;
  const { workspace: { corpus }, path } = located;
  const where = path === codebookFile ? 'codebook' : 'frontMatter';
  const text = where === 'codebook' ? corpus.specialText(codebookFile) : await corpus.text(path);
  if (text === null) return null;
  const lines = lineStartsOf(text);
  const items = tagCompletions(corpus.snapshot().codebook, text, offsetAt(lines, text.length, position), where);
  return items.map(({ tag, path: detail, text: newText, keys, span }) => ({
    label: newText, detail, kind: CompletionItemKind.EnumMember, filterText: `${newText} ${keys}`, documentation: tag.description, textEdit: { range: rangeOf(lines, span), newText },
  }));
}
