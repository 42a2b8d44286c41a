import { t } from '@vscode/l10n';
import type { Connection } from 'vscode-languageserver/node';
import { isOwn, remove, retag, untag, type Act, type Actor, type Filed } from '../annotation/acts';
import type { Change } from '../rules/model';
import { actorOf } from './annotating';
import type { Workspace, Workspaces } from './workspaces';

/** The command behind fixes that change annotations: the server writes their files itself, safely and with undo. */
export const changeAnnotations = 'wenmai.changeAnnotations';

/** A change of annotations, as a fix names it. */
export type AnnotationChange = Extract<Change, { kind: 'tag' | 'removeAnnotation' }>;

export const isAnnotationChange = (change: Change): change is AnnotationChange => change.kind === 'tag' || change.kind === 'removeAnnotation';

function actOf(actor: Actor, change: AnnotationChange, filed: Filed): Act {
  if (change.kind === 'removeAnnotation') return remove(filed);
  return change.to === null ? untag(actor, filed, change.from) : retag(actor, filed, change.from, change.to);
}

const idsIn = (change: AnnotationChange): readonly string[] => (change.kind === 'tag' ? change.annotations : [change.annotation]);

/** Makes the changes that are the user's to make; what others annotated stays. Resolves to the number of those left alone. */
async function change({ corpus }: Workspace, actor: Actor, changes: readonly AnnotationChange[]): Promise<number> {
  let foreign = 0;
  for (const each of changes) {
    for (const id of idsIn(each)) {
      const filed = corpus.annotations.find(id);
      if (filed && isOwn(actor, filed.annotation)) await corpus.annotations.commit(actOf(actor, each, filed));
      else foreign++;
    }
  }
  return foreign;
}

/** Does what a fix says, given as the command's arguments: a workspace folder's URI and the changes. */
export async function fixAnnotations(connection: Connection, workspaces: Workspaces, given: readonly unknown[], nameIn: (workspace: Workspace) => Promise<string>): Promise<void> {
  const [uri, changes] = given as [string, readonly AnnotationChange[]];
  const workspace = workspaces.byUri(uri);
  if (!workspace) return;
  const name = await nameIn(workspace);
  const foreign = await change(workspace, actorOf(name), changes);
  if (foreign > 0) connection.window.showWarningMessage(t('Only your own annotations can be changed; you are “{0}”.', name));
}
