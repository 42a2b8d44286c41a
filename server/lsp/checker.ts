import type { Anchored } from '../corpus/annotated';
import type { Snapshot } from '../corpus/corpus';
import type { ReportIndex } from '../corpus/model';
import { packedIn } from '../corpus/packed/report';
import { createLane } from '../corpus/pool';
import { anchoredTags } from '../features/diagnostics';
import type { Finding } from '../rules/model';
import type { CheckedCorpus } from './checkWorker';
import type { Workspace } from './workspaces';

/** Runs the rules in a thread of its own, which ends when it has been idle: hovers never wait for it. */
export interface Checker {
  /**
   * What the rules find in a report by itself. `text` is that of an open document; a closed report is read, and the answer
   * is null when its file has changed, and a newer index is on its way.
   */
  check(workspace: Workspace, snapshot: Snapshot, index: ReportIndex, annotated: readonly Anchored[], text: string | null): Promise<readonly Finding[] | null>;
  /** A change of an open report will be asked about: what its text alone tells is found while it is indexed. */
  expect(workspace: Workspace, path: string, text: string): void;
  dispose(): void;
}

/** Milliseconds without work after which the thread ends, where no report is open: its start takes longer than a check. */
const rest = 30_000;

/** What was sent of a corpus: a change of any of it is sent again. */
interface Sent {
  readonly from: readonly unknown[];
  readonly corpus: CheckedCorpus;
}

/** `script` is the thread's bundle, `lexicon` the file of the built-in names; `keeps` tells whether it is soon asked again. */
export function createChecker(script: string, lexicon: string, keeps: () => boolean): Checker {
  const sent = new Map<string, Sent>();
  const lane = createLane(script, lexicon, rest, (call) => {
    for (const [name, { corpus }] of sent) void call('corpus', [name, corpus]).catch(() => undefined);
  }, { keeps });
  const introduce = ({ uri, corpus }: Workspace, root: string | null, { codebook, entityList }: Snapshot): void => {
    const settings = corpus.settings();
    const from = [settings, codebook, entityList];
    const known = sent.get(uri);
    if (known && known.from.every((part, i) => part === from[i])) return;
    const fresh = { from, corpus: { root, settings, codebook: codebook.tags, listed: entityList.entities } };
    sent.set(uri, fresh);
    if (lane.runs()) void lane.call('corpus', [uri, fresh.corpus]).catch(() => undefined);
  };
  return {
    async check(workspace, snapshot, index, annotated, text) {
      introduce(workspace, workspace.corpus.root, snapshot);
      return (await lane.call('check', [workspace.uri, packedIn(index), anchoredTags(annotated), text])) as readonly Finding[] | null;
    },
    expect(workspace, path, text) {
      // Who types faster than it checks is asked about once.
      if (lane.pending() > 0) return;
      introduce(workspace, workspace.corpus.root, workspace.corpus.snapshot());
      void lane.call('expect', [workspace.uri, path, text]).catch(() => undefined);
    },
    dispose: () => lane.dispose(),
  };
}
