import * as vscode from 'vscode';
import type { Session } from '../session';
import { createAnnotationsView, type AnnotationsView } from './annotationsView';
import { codebookCommands } from './codebookCommands';
import { annotationCommands } from './commands';
import { showMemos } from './comments';
import { completeMemos } from './completion';
import { decorate, hiddenTags } from './decorations';
import { visibleAnnotations, type VisibleAnnotations } from './model';
import { recentTags } from './pickTags';
import { createTagsView, type TagsView } from './tagsView';

/** Everything about tags and annotations, as tests look at it. */
export interface Annotating {
  readonly annotations: VisibleAnnotations;
  readonly tags: TagsView;
  readonly view: AnnotationsView;
  readonly disposables: readonly vscode.Disposable[];
}

/** Registers decorations, memos, the two views and the commands of annotating. */
export function registerAnnotating(session: Session, memory: vscode.Memento): Annotating {
  const annotations = visibleAnnotations(session);
  const hidden = hiddenTags(memory);
  const tags = createTagsView(session, hidden);
  const view = createAnnotationsView(session, memory);
  const memos = showMemos(session, annotations);
  const commands = { ...annotationCommands(session, annotations, memos, view, recentTags(memory)), ...codebookCommands(session, hidden) };
  return {
    annotations, tags, view,
    disposables: [
      annotations, memos, completeMemos(session), ...tags.disposables, ...view.disposables, ...decorate(annotations, hidden),
      ...Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run)),
    ],
  };
}
