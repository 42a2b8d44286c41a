import { relationsOf } from '../features/relations';
import { titleOf } from '../features/names';
import type { Target } from '../reference/model';
import { locationOf } from './convert';
import type { LinksResult } from './protocol';
import type { Opened } from './workspaces';

/** The Links view of a report. */
export function linksResult({ workspace, snapshot, index }: Opened): LinksResult {
  const place = (target: Target | null) => target && locationOf(workspace, snapshot, target);
  return {
    uri: workspace.uriOf(index.path),
    title: titleOf(index),
    groups: relationsOf(snapshot, index).map(({ kind, items }) => ({
      kind,
      items: items.map(({ path, title, reason, strength, places }) => ({
        uri: path === null ? null : workspace.uriOf(path), title, reason, strength,
        places: places.map(({ text, from, to }) => ({ text, from: place(from), to: place(to) })),
      })),
    })),
  };
}
