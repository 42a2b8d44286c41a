import * as vscode from 'vscode';
import type { AnnotationAct } from '../../server/lsp/protocol';
import type { Session } from '../session';

const { t } = vscode.l10n;

const asked = new WeakSet<Session>();

/**
 * Before the first annotation of a window, where neither the setting nor git tells a name: asks under which one to write.
 * The answer becomes the user's setting; Escape leaves it at the account's name.
 */
export async function nameFor(session: Session, params: AnnotationAct): Promise<void> {
  if (asked.has(session) || !['tag', 'tagAll', 'comment', 'reply'].includes(params.kind)) return;
  const uri = 'places' in params ? params.places[0]?.uri : 'uri' in params ? params.uri : params.folder;
  const annotator = uri === undefined ? null : await session.request('wenmai/annotator', { uri });
  asked.add(session);
  if (annotator?.from !== 'account') return;
  const name = await vscode.window.showInputBox({
    title: t('Who is annotating?'),
    prompt: t('Your annotations are kept under this name, in a file of your own. It can be changed in the setting “{0}”.', 'wenmai.annotator'),
    value: annotator.name,
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? t('A name is needed') : undefined),
  });
  if (name !== undefined) await vscode.workspace.getConfiguration('wenmai').update('annotator', name.trim(), vscode.ConfigurationTarget.Global);
}
