import { randomUUID } from 'node:crypto';
import { t } from '@vscode/l10n';
import { comment, editMemo, isOwn, reattach, remove, reply, resolve, tag, untag, type Act, type Actor, type Filed, type Passages } from '../annotation/acts';
import { hashOf, quoteSpan } from '../annotation/passage';
import { targetOf } from '../annotation/reading';
import { reportOf } from '../annotation/place';
import { lineStartsOf, spanOf } from '../text/lines';
import type { Range } from '../text/span';
import type { ActResult, AnnotationAct } from './annotationProtocol';
import type { Workspace, Workspaces } from './workspaces';

const nothing = (message: string): ActResult => ({ done: false, message, ids: [] });

/** Does one act and writes it; `done` comes after the disk has it. Rejects where the folder cannot be written. */
export async function perform(workspaces: Workspaces, params: AnnotationAct, nameIn: (workspace: Workspace) => Promise<string>): Promise<ActResult> {
  if (params.kind === 'tagAll') return tagAll(workspaces, params, nameIn);
  const workspace = 'folder' in params ? workspaces.byUri(params.folder) : (workspaces.locate(params.uri)?.workspace ?? null);
  if (workspace === null) return nothing(t('The file belongs to no folder of the workspace.'));
  const { annotations } = workspace.corpus;
  if (params.kind === 'undo') {
    const undone = await annotations.undo();
    return undone === null ? nothing(t('There is nothing to undo.')) : { done: true, message: undoMessage(undone.act, undone.skipped), ids: undone.act.steps.map(({ id }) => id) };
  }
  const actor = actorOf(await nameIn(workspace));
  const act = 'uri' in params ? await onPassages(workspaces, actor, params) : await onAnnotation(workspace, actor, params);
  if (typeof act === 'string') return nothing(act);
  if (act.steps.length === 0) return nothing(t('Nothing changes by that.'));
  await annotations.commit(act);
  return { done: true, message: '', ids: act.steps.map(({ id }) => id) };
}

export function actorOf(name: string): Actor {
  return { name, time: now(), newId: () => `urn:uuid:${randomUUID()}` };
}

/** Now in UTC to the second, as xsd:dateTime. */
export function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}

async function onPassages(workspaces: Workspaces, actor: Actor, params: Extract<AnnotationAct, { uri: string }>): Promise<Act | string> {
  const located = workspaces.locate(params.uri);
  const text = located ? await located.workspace.corpus.text(located.path) : null;
  if (!located || text === null) return t('Only reports of the corpus can be annotated.');
  const passages = passagesOf(located.workspace, located.path, text, params.passages);
  if (passages.length === 0) return t('There is no text to annotate there.');
  if (params.kind === 'comment') {
    const acts = passages.map((passage) => comment(actor, passage, params.text));
    return { kind: 'comment', steps: acts.flatMap(({ steps }) => steps), what: [params.text] };
  }
  return tag(actor, passages, params.tags, located.workspace.corpus.annotations.of(located.path));
}

/** Quotes ranges of a report; those that hold no text are left out. No ranges at all stand for the whole report. */
function passagesOf({ corpus }: Workspace, path: string, text: string, ranges: readonly (readonly Range[])[]): Passages[] {
  if (ranges.length === 0) return [{ source: path, quotes: [], textHash: hashOf(text) }];
  const lines = lineStartsOf(text);
  const ready = corpus.prepared(path, text);
  return ranges.flatMap((parts) => {
    const quotes = parts.map((range) => quoteSpan(ready, spanOf(lines, text.length, range))).filter((quote) => quote !== null);
    return quotes.length === 0 ? [] : [{ source: path, quotes, textHash: ready.hash }];
  });
}

type OnAnnotation = Exclude<AnnotationAct, { kind: 'undo' | 'tagAll' | 'tag' | 'comment' }>;

async function onAnnotation(workspace: Workspace, actor: Actor, params: OnAnnotation): Promise<Act | string> {
  const filed = workspace.corpus.annotations.find(params.id);
  if (filed === null) return t('That annotation is not there any more.');
  const report = sourceOf(workspace, filed);
  switch (params.kind) {
    case 'reply':
      return reply(actor, report, params.id, params.text);
    case 'resolve':
      return resolve(actor, report, params.id, params.resolved);
    case 'reattach': {
      const path = await presentPath(workspace, params.id) ?? report;
      const text = await workspace.corpus.text(path);
      const [passage] = text === null ? [] : passagesOf(workspace, path, text, [[params.range]]);
      return passage === undefined ? t('There is no text to annotate there.') : reattach(actor, filed, passage);
    }
    default:
      if (!isOwn(actor, filed.annotation)) return t('Only your own annotations can be changed; you are “{0}”.', actor.name);
  }
  switch (params.kind) {
    case 'untag':
      return untag(actor, filed, params.tag);
    case 'edit':
      return editMemo(actor, filed, params.text);
    case 'delete':
      return remove(filed);
  }
}

/** The report an annotation is about, by its target or by where its file stands. */
function sourceOf(workspace: Workspace, { path, annotation }: Filed): string {
  const { source } = targetOf(annotation);
  return workspace.corpus.snapshot().reports.has(source) ? source : (reportOf(path) ?? source);
}

/** The report that shows an annotation now: where a report was moved, not the one it names. */
async function presentPath(workspace: Workspace, id: string): Promise<string | null> {
  for (const [path] of workspace.corpus.snapshot().reports.entries()) {
    const list = await workspace.corpus.anchored(path);
    if (list.some(({ filed }) => filed.annotation.id === id)) return path;
  }
  return null;
}

async function tagAll(workspaces: Workspaces, { places, tags }: Extract<AnnotationAct, { kind: 'tagAll' }>, nameIn: (workspace: Workspace) => Promise<string>): Promise<ActResult> {
  const ids: string[] = [];
  const byUri = new Map<string, Range[][]>();
  for (const { uri, range } of places) byUri.set(uri, [...(byUri.get(uri) ?? []), [range]]);
  const acts = new Map<Workspace, Act[]>();
  for (const [uri, passages] of byUri) {
    const workspace = workspaces.locate(uri)?.workspace;
    if (!workspace) continue;
    const act = await onPassages(workspaces, actorOf(await nameIn(workspace)), { kind: 'tag', uri, passages, tags });
    if (typeof act !== 'string') acts.set(workspace, [...(acts.get(workspace) ?? []), act]);
  }
  for (const [workspace, list] of acts) {
    const steps = list.flatMap((act) => act.steps);
    await workspace.corpus.annotations.commit({ kind: 'tag', steps, what: tags });
    ids.push(...steps.map(({ id }) => id));
  }
  return { done: ids.length > 0, message: t('{0} passages tagged.', ids.length), ids };
}

function undoMessage(act: Act, skipped: number): string {
  const count = act.steps.length;
  const left = skipped === 0 ? '' : ` ${t('{0} annotations were changed since and stay as they are.', skipped)}`;
  return `${saidOf(act, count)}${left}`;
}

function saidOf({ kind, what }: Act, count: number): string {
  switch (kind) {
    case 'tag':
      return t('Undone: tagged {0} passages with {1}.', count, what.join('、'));
    case 'untag':
      return t('Undone: removed the tag {0}.', what.join('、'));
    case 'comment':
    case 'reply':
    case 'edit':
      return t('Undone: wrote “{0}”.', (what[0] ?? '').slice(0, 30));
    case 'resolve':
    case 'reopen':
      return t('Undone: resolved or reopened a thread.');
    case 'delete':
      return t('Undone: deleted an annotation.');
    case 'reattach':
      return t('Undone: gave an annotation another place.');
    case 'undo':
      return t('Undone.');
  }
}
