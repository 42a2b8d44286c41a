import * as vscode from 'vscode';
import type { AnnotationItem, Range } from '../../server/lsp/protocol';
import type { Session } from '../session';
import { rangeOf } from '../views/places';
import { isReportLanguage } from '../selector';
import { act, passageMeant, plainRange } from './act';
import type { VisibleAnnotations } from './model';

const { t } = vscode.l10n;

/** A comment of a thread, with the annotation or reply it shows. */
interface NoteComment extends vscode.Comment {
  readonly id: string;
  readonly folder: string;
  body: string;
  /** What was there before it is edited. */
  saved: string;
  thread?: vscode.CommentThread;
}

/** Memos as comment threads: read from the server, written through acts. */
export interface Memos extends vscode.Disposable {
  /** Opens an empty thread at what is selected. */
  start(): Promise<void>;
  readonly commands: Readonly<Record<string, (argument: never) => unknown>>;
}

/** Milliseconds until a report that was just shown has been painted with its marks. */
const afterPaint = 250;

const isReport = ({ languageId, uri }: vscode.TextDocument): boolean => isReportLanguage(languageId) && vscode.workspace.getWorkspaceFolder(uri) !== undefined;

export function showMemos(session: Session, annotations: VisibleAnnotations): Memos {
  const controller = vscode.comments.createCommentController('wenmai.memos', t('Memos'));
  // The margin of a report offers a memo to the mouse. It makes the editor lay its text out anew, after what is read has been painted.
  controller.commentingRangeProvider = {
    async provideCommentingRanges(document) {
      if (!isReport(document)) return [];
      await new Promise((resolve) => setTimeout(resolve, afterPaint));
      return [new vscode.Range(0, 0, document.lineCount - 1, 0)];
    },
  };
  controller.options = { prompt: t('Reply…'), placeHolder: t('Memo') };
  const threads = new Map<string, vscode.CommentThread>();
  const items = new Map<vscode.CommentThread, AnnotationItem>();

  function drop(id: string): void {
    const thread = threads.get(id);
    if (thread === undefined) return;
    items.delete(thread);
    thread.dispose();
    threads.delete(id);
  }
  function show(uri: string): void {
    const wanted = annotations.of(uri).filter(({ memo, replies }) => memo !== '' || replies.length > 0);
    const ids = new Set(wanted.map(({ id }) => id));
    for (const [id, thread] of threads) if (thread.uri.toString() === uri && !ids.has(id)) drop(id);
    for (const item of wanted) {
      const [first, last] = [item.ranges[0], item.ranges[item.ranges.length - 1]];
      if (first === undefined || last === undefined) {
        if (!item.whole) {
          drop(item.id);
          continue;
        }
      }
      const range = first && last ? rangeOf({ start: first.start, end: last.end }) : new vscode.Range(0, 0, 0, 0);
      const thread = threads.get(item.id) ?? controller.createCommentThread(vscode.Uri.parse(uri), range, []);
      threads.set(item.id, thread);
      items.set(thread, item);
      thread.range = range;
      thread.label = item.tags.map(({ path }) => path).join(' · ') || t('Memo');
      thread.state = item.resolved ? vscode.CommentThreadState.Resolved : vscode.CommentThreadState.Unresolved;
      thread.contextValue = item.resolved ? 'resolved' : 'open';
      // A comment that is being edited keeps what was typed.
      if (!thread.comments.some(({ mode }) => mode === vscode.CommentMode.Editing)) thread.comments = commentsOf(item, thread);
    }
  }
  async function submit({ thread, text }: vscode.CommentReply): Promise<void> {
    if (text.trim() === '') return;
    const item = items.get(thread);
    const result = item === undefined
      ? await act(session, { kind: 'comment', uri: thread.uri.toString(), passages: [await passageOf(thread)], text })
      : await act(session, { kind: 'reply', folder: item.folder, id: item.id, text });
    if (result === undefined) {
      // Where nothing was written, the words stay in the thread for another try.
      thread.comments = [...thread.comments, { body: text, mode: vscode.CommentMode.Preview, author: { name: t('Not saved') } }];
      return;
    }
    if (item === undefined) adopt(thread, result.ids);
    await showAnew(thread);
  }
  /** Shows the annotations as they are now, also where nothing of them has changed but a thread. */
  async function showAnew({ uri }: vscode.CommentThread): Promise<void> {
    await annotations.refresh();
    show(uri.toString());
  }
  /** What a new memo is about: where nothing is selected, as in the margin, its line. */
  async function passageOf({ uri, range }: vscode.CommentThread): Promise<Range[]> {
    if (range === undefined) return [];
    if (!range.isEmpty) return [plainRange(range)];
    return [plainRange((await vscode.workspace.openTextDocument(uri)).lineAt(range.start.line).range)];
  }
  /** The thread in which a memo was begun goes on to show it, open as it is; a copy that came meanwhile goes. */
  function adopt(thread: vscode.CommentThread, [id]: readonly string[]): void {
    if (id === undefined) return;
    drop(id);
    threads.set(id, thread);
  }
  function mark(resolved: boolean) {
    return async (thread: vscode.CommentThread): Promise<void> => {
      const item = items.get(thread);
      if (item !== undefined) await act(session, { kind: 'resolve', folder: item.folder, id: item.id, resolved });
      else thread.dispose();
    };
  }
  function edit(comment: NoteComment): void {
    const { thread } = comment;
    if (thread === undefined) return;
    thread.comments = thread.comments.map((each) => ((each as NoteComment).id === comment.id ? { ...each, mode: vscode.CommentMode.Editing } : each));
  }
  async function save(comment: NoteComment): Promise<void> {
    const result = await act(session, { kind: 'edit', folder: comment.folder, id: comment.id, text: comment.body });
    if (result !== undefined) await settle(comment);
  }
  async function cancel(comment: NoteComment): Promise<void> {
    comment.body = comment.saved;
    await settle(comment);
  }
  async function settle({ thread }: NoteComment): Promise<void> {
    if (thread === undefined) return;
    thread.comments = thread.comments.map((each) => ({ ...each, mode: vscode.CommentMode.Preview }));
    await showAnew(thread);
  }
  async function remove(comment: NoteComment): Promise<void> {
    const item = comment.thread && items.get(comment.thread);
    // The memo of a tagged passage goes, its tags stay.
    const keepsTags = item?.id === comment.id && item.tags.length > 0;
    await act(session, keepsTags ? { kind: 'edit', folder: comment.folder, id: comment.id, text: '' } : { kind: 'delete', folder: comment.folder, id: comment.id });
  }
  async function start(): Promise<void> {
    const meant = await passageMeant(session);
    const [range] = meant?.passages[0] ?? [];
    if (meant === undefined || range === undefined) return;
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.uri.toString() !== vscode.Uri.parse(meant.uri).toString()) return;
    // The editor's own command puts the cursor into the memo: what is typed next must not go into the report.
    editor.selection = new vscode.Selection(rangeOf(range).start, rangeOf(range).end);
    await vscode.commands.executeCommand('workbench.action.addComment');
  }
  const listening = annotations.onDidChange(show);
  return {
    start,
    commands: {
      'wenmai.memo.submit': submit, 'wenmai.memo.resolve': mark(true), 'wenmai.memo.reopen': mark(false),
      'wenmai.memo.edit': edit, 'wenmai.memo.save': save, 'wenmai.memo.cancel': cancel, 'wenmai.memo.delete': remove,
    },
    dispose() {
      listening.dispose();
      controller.dispose();
    },
  };
}

function commentsOf(item: AnnotationItem, thread: vscode.CommentThread): NoteComment[] {
  const comment = (id: string, text: string, annotator: string, time: string, own: boolean): NoteComment => ({
    id, folder: item.folder, body: text, saved: text, thread,
    mode: vscode.CommentMode.Preview,
    author: { name: annotator },
    contextValue: own ? 'own' : 'other',
    ...(Number.isNaN(Date.parse(time)) ? {} : { timestamp: new Date(time) }),
  });
  const memo = item.memo === '' ? [] : [comment(item.id, item.memo, item.annotator, item.modified, item.own)];
  return [...memo, ...item.replies.map((reply) => comment(reply.id, reply.text, reply.annotator, reply.time, reply.own))];
}
