import * as vscode from 'vscode';
import type { Session } from '../session';

/** Characters left of the cursor that the server sees: no name that is being typed is longer. */
const reach = 40;

/** Completes names of entities in the comment editor, where memos are written: after an "@", and wherever it is asked to (Ctrl+Space). */
export function completeMemos(session: Session): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider({ scheme: 'comment' }, {
    async provideCompletionItems(document, position) {
      const before = document.lineAt(position.line).text.slice(Math.max(0, position.character - reach), position.character);
      const result = await session.request('wenmai/nameCompletions', { before });
      if (result === undefined) return undefined;
      const range = new vscode.Range(position.translate(0, -result.typed.length), position);
      const items = result.items.map(({ name, detail }, rank) => Object.assign(new vscode.CompletionItem(name, vscode.CompletionItemKind.Value), {
        // What is typed may be pinyin, and the server has matched and ranked already.
        detail, range, filterText: result.typed, sortText: String(rank).padStart(4, '0'),
      }));
      return new vscode.CompletionList(items, true);
    },
    // The comment editor offers nothing while one types, but where it is asked to.
  }, '@');
}
