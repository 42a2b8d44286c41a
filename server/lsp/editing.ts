import { CodeActionKind, CompletionItemKind, LSPErrorCodes, ResponseError, type CodeAction, type Connection } from 'vscode-languageserver/node';
import { t } from '@vscode/l10n';
import { entityFile } from '../corpus/folder';
import { entityActionsAt, renameableAt } from '../features/entityActions';
import { completionsAt } from '../features/entityFile';
import { lineStartsOf, offsetAt, rangeOf, spanOf } from '../text/lines';
import type { Span } from '../text/span';
import type { Finding } from '../rules/model';
import { entityWorkspaceEdit } from './entityViews';
import { fixActions } from './fixes';
import { guarded } from './guard';
import { tagAt, tagCompletionItems, tagPlaceholder, tagRename } from './tagLanguage';
import { opened, type Opened, type Workspaces } from './workspaces';

/** What code actions are made of that is known elsewhere. */
export interface Actionable {
  readonly findings: (document: Opened) => Promise<readonly Finding[]>;
  /** Actions about annotations. */
  readonly annotating: (document: Opened, selection: Span) => Promise<CodeAction[]>;
}

/** Registers what changes the entity list: code actions (with those about annotations), renaming, and completion in the file itself. */
export function registerEditing(connection: Connection, workspaces: Workspaces, mayEdit: () => boolean, { findings, annotating }: Actionable): void {
  const log = connection.console;
  connection.onCodeAction(
    guarded(log, 'codeAction', async ({ textDocument, range, context }): Promise<CodeAction[]> => {
      const document = await opened(workspaces.locate(textDocument.uri));
      if (!document || !mayEdit()) return [];
      const { workspace, snapshot, path, index } = document;
      const text = await workspace.corpus.text(path);
      if (text === null) return [];
      const offered = entityActionsAt(snapshot, path, text, spanOf(index.lineStarts, index.length, range));
      const wanted = (kind: string): boolean => !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
      const fixes = wanted(CodeActionKind.QuickFix) ? fixActions(document, text, await findings(document), spanOf(index.lineStarts, index.length, range), context.diagnostics) : [];
      const entities = offered.flatMap(({ title, action, preferred }) => {
        const kind = preferred ? CodeActionKind.QuickFix : CodeActionKind.RefactorRewrite;
        const edit = wanted(kind) ? entityWorkspaceEdit(workspace, action) : null;
        return edit ? [{ title, kind, edit, isPreferred: preferred }] : [];
      });
      const selection = spanOf(index.lineStarts, index.length, range);
      const annotations = (await annotating(document, selection)).filter(({ kind }) => wanted(kind ?? ''));
      return [...fixes, ...annotations, ...entities];
    }),
  );
  connection.onPrepareRename(
    guarded(log, 'prepareRename', async ({ textDocument, position }) => {
      const tag = await tagAt(workspaces, { textDocument, position });
      if (tag) return mayEdit() ? { range: tag.range, placeholder: tagPlaceholder(tag) } : null;
      const document = await opened(workspaces.locate(textDocument.uri));
      if (!document || !mayEdit()) return null;
      const { snapshot, path, index } = document;
      const entity = renameableAt(snapshot, path, offsetAt(index.lineStarts, index.length, position));
      return entity && { range: rangeOf(index.lineStarts, entity.span), placeholder: entity.name };
    }),
  );
  connection.onRenameRequest(
    guarded(log, 'rename', async ({ textDocument, position, newName }) => {
      const tag = await tagAt(workspaces, { textDocument, position });
      if (tag) return mayEdit() ? tagRename(tag, newName) : null;
      const document = await opened(workspaces.locate(textDocument.uri));
      if (!document || !mayEdit()) return null;
      const { workspace, snapshot, path, index } = document;
      const entity = renameableAt(snapshot, path, offsetAt(index.lineStarts, index.length, position));
      const name = newName.trim();
      if (name === '') throw new ResponseError(LSPErrorCodes.RequestFailed, t('An entity needs a name.'));
      return entity && entityWorkspaceEdit(workspace, { kind: 'rename', entity: entity.id, name });
    }),
  );
  connection.onCompletion(
    guarded(log, 'completion', async ({ textDocument, position }) => {
      const located = workspaces.locate(textDocument.uri);
      if (located?.path !== entityFile) return tagCompletionItems(workspaces, { textDocument, position });
      const yaml = located.workspace.corpus.specialText(entityFile) ?? '';
      const lines = lineStartsOf(yaml);
      const { items, complete } = completionsAt(located.workspace.corpus.snapshot(), yaml, offsetAt(lines, yaml.length, position));
      return {
        isIncomplete: !complete,
        items: items.map(({ label, detail, span }, rank) => ({
          label, detail, kind: CompletionItemKind.Value, sortText: String(rank).padStart(4, '0'),
          // Clients filter by what is typed, which may be pinyin: the server has matched already.
          filterText: yaml.slice(span.start, span.end) || label,
          textEdit: { range: rangeOf(lines, span), newText: label },
        })),
      };
    }),
  );
}
