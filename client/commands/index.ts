import * as vscode from 'vscode';
import type { Session } from '../session';
import type { EntitiesView } from '../views/entities';
import type { LinksView } from '../views/links';
import { entityCommands } from './entities';
import { linkCommands } from './links';
import { maintenanceCommands } from './maintenance';
import { openCommands } from './open';
import { readingCommands } from './reading';
import { viewCommands } from './views';

/** Registers every command of the extension. Arguments come from menus and links; from the palette there are none. */
export function registerCommands(session: Session, entities: EntitiesView, links: LinksView): vscode.Disposable[] {
  const all = {
    ...openCommands(session),
    ...entityCommands(session),
    ...viewCommands(entities, links),
    ...linkCommands(session),
    ...readingCommands(),
    ...maintenanceCommands(session),
  };
  return Object.entries(all).map(([id, run]) => vscode.commands.registerCommand(id, run));
}
