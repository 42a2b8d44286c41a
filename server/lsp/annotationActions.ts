import { CodeActionKind, type CodeAction, type Connection } from 'vscode-languageserver/node';
import { annotationOffers, recentTags, type AnnotationOffer } from '../features/annotationActions';
import type { Span } from '../text/span';
import { rangeOf } from '../text/lines';
import { t } from '@vscode/l10n';
import { perform } from './annotating';
import { changeAnnotations, fixAnnotations } from './annotationFixes';
import type { AnnotationAct } from './annotationProtocol';
import { guarded } from './guard';
import type { Opened, Workspace, Workspaces } from './workspaces';

/** The command of code actions about annotations; its argument is the act. */
export const annotateCommand = 'wenmai.server.annotate';

/** Code actions about annotations at a selection. `ownComments`: the client has a command that asks for the comment's words. */
export async function annotationActions({ workspace, snapshot, path, index }: Opened, selection: Span, annotator: string, ownComments: boolean): Promise<CodeAction[]> {
  const { annotations } = workspace.corpus;
  const anchored = await workspace.corpus.anchored(path);
  const offers = annotationOffers(selection, anchored, snapshot.codebook, recentTags(annotations, annotator), annotator);
  const passage = { uri: workspace.uriOf(path), passages: [[rangeOf(index.lineStarts, selection)]] };
  const actOf = (offer: AnnotationOffer): AnnotationAct => {
    const folder = workspace.uri;
    switch (offer.kind) {
      case 'tag': return { kind: 'tag', ...passage, tags: [offer.tag] };
      case 'comment': return { kind: 'comment', ...passage, text: t('Comment') };
      case 'untag': return { kind: 'untag', folder, id: offer.id, tag: offer.tag };
      case 'delete': return { kind: 'delete', folder, id: offer.id };
      case 'reattach': return { kind: 'reattach', folder, id: offer.id, range: rangeOf(index.lineStarts, offer.span) };
    }
  };
  return offers.map((offer) => {
    const { title } = offer;
    const kind = offer.kind === 'reattach' ? CodeActionKind.QuickFix : CodeActionKind.RefactorRewrite;
    const own = offer.kind === 'comment' && ownComments;
    return { title, kind, command: own ? { title, command: 'wenmai.comment' } : { title, command: annotateCommand, arguments: [actOf(offer)] } };
  });
}

/** Does what a code action says. A new comment is shown where its words can be written: in the annotation file. */
export function registerAnnotationActions(connection: Connection, workspaces: Workspaces, nameIn: (workspace: Workspace) => Promise<string>, canShow: () => boolean): void {
  connection.onExecuteCommand(
    guarded(connection.console, 'executeCommand', async ({ command, arguments: args }): Promise<null> => {
      if (command === changeAnnotations) await fixAnnotations(connection, workspaces, args ?? [], nameIn);
      const [act] = (args ?? []) as [AnnotationAct?];
      if (command !== annotateCommand || act === undefined) return null;
      const { done, message, ids: [id] } = await perform(workspaces, act, nameIn);
      if (!done && message !== '') connection.window.showInformationMessage(message);
      const workspace = 'uri' in act ? workspaces.locate(act.uri)?.workspace : undefined;
      if (done && act.kind === 'comment' && id !== undefined && workspace && canShow()) await showComment(connection, workspace, id, act.text);
      return null;
    }),
  );
}

async function showComment(connection: Connection, workspace: Workspace, id: string, text: string): Promise<void> {
  const { annotations } = workspace.corpus;
  const filed = annotations.find(id);
  const lines = filed === null ? [] : (annotations.texts().get(filed.path) ?? '').split('\n');
  const line = lines.findIndex((each) => each.includes(JSON.stringify(id)));
  const words = JSON.stringify(text).slice(1, -1);
  const character = lines[line]?.indexOf(words) ?? -1;
  if (filed === null || character < 0) return;
  const selection = { start: { line, character }, end: { line, character: character + words.length } };
  await connection.window.showDocument({ uri: workspace.uriOf(filed.path), takeFocus: true, selection });
}
