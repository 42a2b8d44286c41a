import type { Snapshot } from '../corpus/corpus';
import type { Links } from '../features/markdown';
import { positionAt } from '../text/lines';
import { hoverCommands, type EntityRef } from './protocol';
import type { Workspace } from './workspaces';

/** How cards link in this client: places by "#line,character" (from 1) after the URI, actions by commands if it takes them. */
export function linksFor(workspace: Workspace, snapshot: Snapshot, commands: boolean): Links {
  return {
    place({ report, span }) {
      const index = snapshot.reports.get(report);
      const at = index ? positionAt(index.lineStarts, span.start) : { line: 0, character: 0 };
      return `${workspace.uriOf(report)}#L${at.line + 1},${at.character + 1}`;
    },
    command(name, entity) {
      if (!commands) return null;
      const argument: EntityRef = { folder: workspace.uri, id: entity };
      return `command:${hoverCommands[name]}?${encodeURIComponent(JSON.stringify([argument]))}`;
    },
    icon: (name) => (commands ? `$(${name}) ` : ''),
  };
}
