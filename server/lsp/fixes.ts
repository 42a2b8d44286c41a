import { CodeActionKind, type CodeAction, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver/node';
import { t } from '@vscode/l10n';
import { settingsFile } from '../corpus/folder';
import { localised } from '../features/diagnostics';
import type { EntityAction } from '../features/entityEdit';
import { ignoring } from '../features/ignoring';
import type { Change, Finding } from '../rules/model';
import { lineStartsOf, rangeOf } from '../text/lines';
import { overlaps, touches, type Span } from '../text/span';
import { changeAnnotations, isAnnotationChange } from './annotationFixes';
import { entityWorkspaceEdit } from './entityViews';
import type { Opened } from './workspaces';

/** A change of the entity list as an action on it; null for other changes. */
function actionOf(change: Change): EntityAction | null {
  if (change.kind === 'alias') return { kind: 'alias', name: change.alias, of: change.entity };
  return change.kind === 'entity' ? { kind: 'add', name: change.name, type: change.type } : null;
}

/** One edit for all changes of a fix; null where one of them is of a kind that is no edit of report or entity list. */
function editOf({ workspace, path, index }: Opened, changes: readonly Change[]): WorkspaceEdit | null {
  const edits = changes.flatMap((change) => (change.kind === 'text' ? [{ range: rangeOf(index.lineStarts, change.span), newText: change.text }] : []));
  const actions = changes.flatMap((change) => actionOf(change) ?? []);
  if (edits.length + actions.length < changes.length) return null;
  const list = actions.length > 0 ? entityWorkspaceEdit(workspace, ...actions) : null;
  if (actions.length > 0 && !list) return null;
  const report = { textDocument: { uri: workspace.uriOf(path), version: null }, edits };
  return { documentChanges: [...(edits.length > 0 ? [report] : []), ...(list?.documentChanges ?? [])] };
}

/** The edit of `wenmai.yaml` that lets a finding stand. */
function letStand({ workspace }: Opened, finding: Finding, text: string): WorkspaceEdit | null {
  const yaml = workspace.corpus.specialText(settingsFile);
  const changed = ignoring(yaml ?? '', finding, text);
  if (changed === null) return null;
  const uri = workspace.uriOf(settingsFile);
  const range = rangeOf(lineStartsOf(yaml ?? ''), { start: 0, end: (yaml ?? '').length });
  const edit = { textDocument: { uri, version: null }, edits: [{ range, newText: changed }] };
  return { documentChanges: yaml === null ? [{ kind: 'create', uri, options: { ignoreIfExists: true } }, edit] : [edit] };
}

/** The fixes of the findings at a selection, each with the diagnostics it mends; `text` is the report's. */
export function fixActions(document: Opened, text: string, findings: readonly Finding[], selection: Span, shown: readonly Diagnostic[]): CodeAction[] {
  const here = findings.filter(({ span }) => overlaps(span, selection) || touches(span, selection.start));
  return here.flatMap((finding) => {
    const { rule, span, fixes } = finding;
    const { start } = rangeOf(document.index.lineStarts, span);
    const diagnostics = shown.filter(({ code, range }) => code === rule && range.start.line === start.line && range.start.character === start.character);
    const stand = letStand(document, finding, text.slice(span.start, span.end));
    const actions = fixes.flatMap((fix): CodeAction[] => {
      const action = { title: localised(fix.title), kind: CodeActionKind.QuickFix, diagnostics, isPreferred: fix.preferred === true };
      if (fix.changes.length > 0 && fix.changes.every(isAnnotationChange)) {
        return [{ ...action, command: { title: action.title, command: changeAnnotations, arguments: [document.workspace.uri, fix.changes] } }];
      }
      const edit = editOf(document, fix.changes);
      if (!edit) return [];
      return [{ ...action, edit }];
    });
    const title = t('Let this finding stand, with a reason in wenmai.yaml');
    return stand ? [...actions, { title, kind: CodeActionKind.QuickFix, edit: stand, diagnostics }] : actions;
  });
}
