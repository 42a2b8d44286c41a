import { createPassageTable, type PassageTable } from '../corpus/passageTable';
import { relationsOf } from '../features/relations';
import { titleOf } from '../features/names';
import type { Target } from '../reference/model';
import { locationOf } from './convert';
import type { LinksResult } from './protocol';
import type { Opened, Workspace } from './workspaces';

/** Each workspace's table of passages; made when its links are first asked for. */
const tables = new WeakMap<Workspace, PassageTable>();

function tableOf(workspace: Workspace): PassageTable {
  const table = tables.get(workspace) ?? createPassageTable();
  tables.set(workspace, table);
  return table;
}

/** The Links view of a report. */
export async function linksResult({ workspace, snapshot, index }: Opened): Promise<LinksResult> {
  const place = (target: Target | null) => target && locationOf(workspace, snapshot, target);
  const relations = await relationsOf(snapshot, tableOf(workspace), (path) => workspace.corpus.text(path), index);
  return {
    uri: workspace.uriOf(index.path),
    title: titleOf(index),
    groups: relations.map(({ kind, items }) => ({
      kind,
      items: items.map(({ path, title, reason, strength, places }) => ({
        uri: path === null ? null : workspace.uriOf(path), title, reason, strength,
        places: places.map(({ text, from, to }) => ({ text, from: place(from), to: place(to) })),
      })),
    })),
  };
}
