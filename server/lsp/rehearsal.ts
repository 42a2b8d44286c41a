import { giveBackSoon, manyReports } from '../corpus/frugal';
import { turns } from '../corpus/turns';
import { rehearseHover } from '../features/hover';
import { findSymbols, rehearseSearch } from '../features/workspaceSymbol';
import { linksFor } from './links';
import type { Workspace, Workspaces } from './workspaces';

/** Milliseconds after all is indexed until the first answers are made ready for. */
const rest = 3_000;
/** Searched for once as a whole: a character that many names hold, and initials. */
const queries = ['中', 'zg'];

/**
 * Makes the first search and the first hover nearly as quick as the next ones, once a corpus has come to rest; gives way to
 * all else. What it returns is to be called whenever all is indexed.
 */
export function rehearseAnswers(workspaces: Workspaces, failed: (error: unknown) => void): () => void {
  const rehearsed = new WeakSet<Workspace>();
  const rehearse = async (workspace: Workspace): Promise<void> => {
    const { corpus } = workspace;
    // What is made ready for lists that are soon replaced would be made twice, and hold them.
    await corpus.rested();
    const [snapshot, turn] = [corpus.snapshot(), turns(() => true)];
    await rehearseSearch(snapshot, turn);
    // What follows is for the time after a start.
    if (rehearsed.has(workspace)) return;
    rehearsed.add(workspace);
    for (const query of queries) {
      findSymbols(snapshot, query);
      await turn();
    }
    await rehearseHover(snapshot, (path) => corpus.text(path), linksFor(workspace, snapshot, true), turn);
    // What a start leaves behind would else be collected while the first question waits.
    if (snapshot.reports.size > manyReports) giveBackSoon();
  };
  let timer: NodeJS.Timeout | null = null;
  return () => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => {
      for (const workspace of workspaces.all()) rehearse(workspace).catch(failed);
    }, rest);
    timer.unref();
  };
}
