import * as vscode from 'vscode';
import { matches } from './match';

/** A row of a list that is matched by more than what it shows, such as pinyin. */
export interface KeyedItem<T> extends vscode.QuickPickItem {
  readonly value: T;
  readonly keys: string;
}

/** Lets the user choose one of the items, or undefined. The list is filtered by `matches`. */
export function pickKeyed<T>(items: readonly KeyedItem<T>[], placeholder: string): Promise<T | undefined> {
  const pick = vscode.window.createQuickPick<KeyedItem<T>>();
  // VS Code filters by what is shown only, so that the rows are filtered here and marked as always to be shown.
  const shown = items.map((item) => ({ ...item, alwaysShow: true }));
  pick.placeholder = placeholder;
  pick.items = shown;
  pick.onDidChangeValue((typed) => { pick.items = shown.filter((item) => matches(item, typed)); });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.value);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
