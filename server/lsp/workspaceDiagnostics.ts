import { setTimeout as delay } from 'node:timers/promises';
import { t } from '@vscode/l10n';
import {
  DocumentDiagnosticReportKind, type CancellationToken, type ResultProgressReporter, type WorkDoneProgressReporter,
  type WorkspaceDiagnosticParams, type WorkspaceDiagnosticReport, type WorkspaceDiagnosticReportPartialResult, type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { giveBack, manyReports, runFrugally } from '../corpus/frugal';
import type { ReportIndex } from '../corpus/model';
import { inParallel } from '../corpus/parallel';
import { changedStatements } from '../corpus/statements';
import { findingsCompared, findingsOf, merged } from '../features/diagnostics';
import { reportsByPath } from '../features/reports';
import { reportsTagging, taggedSentences } from '../features/taggedElsewhere';
import type { Finding } from '../rules/model';
import type { Checker } from './checker';
import { damagedDiagnostics } from './codebookDiagnostics';
import { full, type Items } from './diagnosticItems';
import { sinceAsked } from './guard';
import type { Workspace, Workspaces } from './workspaces';

type Told = ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined;

/** Answers the client's question about all reports. */
export interface WorkspaceDiagnostics {
  /**
   * Streams what is found, report by report. A client that takes partial results is told of later changes under the same
   * request, which ends when it is cancelled; any other is given everything at once.
   */
  pull(params: WorkspaceDiagnosticParams, token: CancellationToken, bar: WorkDoneProgressReporter, told: Told): Promise<WorkspaceDiagnosticReport>;
  /** These reports, and those that are compared with them, are to be checked again. */
  stale: (workspace: Workspace, paths: readonly string[]) => void;
  /** Settings, entity list or codebook may have changed: where they have, all reports are checked again. */
  unsettled: () => void;
}

/** Reports that are in the checker's hands at the same time: the next is there when one is done. */
const width = 3;
/** Reports told of at once, and milliseconds that the first of them waits for the others. */
const batch = 16;
const patience = 100;
/** Milliseconds after a request in which another may follow, and the pause between two reports meanwhile. */
const attended = 500;
const courtesy = 20;
/** Milliseconds after the last change until reports are checked again: typing goes first. */
const pause = 700;

type Tell = (item: WorkspaceDocumentDiagnosticReport) => void;

/** What one client has been told of: result ids by URI, the index each report was checked with, and under what settings. */
interface Known {
  readonly ids: Map<string, string>;
  readonly indexes: Map<string, ReportIndex>;
  /** The sentences of each report that were tagged then. */
  readonly tagged: Map<string, ReadonlySet<string>>;
  readonly bases: Map<Workspace, readonly unknown[]>;
}

interface Follower {
  /** Reports to be checked again. */
  readonly dirty: Map<Workspace, Set<string>>;
  /** True where what all reports depend on may have changed. */
  unsettled: boolean;
  wake: () => void;
}

/** What all findings of a corpus depend on. */
function basisOf({ corpus }: Workspace): readonly unknown[] {
  const { codebook, entityList } = corpus.snapshot();
  return [corpus.settings(), codebook, entityList];
}

export function createWorkspaceDiagnostics(workspaces: Workspaces, checker: Checker, items: Items): WorkspaceDiagnostics {
  const followers = new Set<Follower>();
  let comparing: Promise<unknown> = Promise.resolve();

  /** All findings of a report; null where the index is out of date. Those of open reports are kept: they are asked for again. */
  const findingsIn = async (workspace: Workspace, index: ReportIndex): Promise<readonly Finding[] | null> => {
    const { corpus } = workspace;
    const snapshot = corpus.snapshot();
    if (corpus.isOpen(index.path)) {
      const text = corpus.text(index.path);
      return findingsOf(corpus, snapshot, index, async (annotated) => checker.check(workspace, snapshot, index, annotated, await text));
    }
    const alone = await checker.check(workspace, snapshot, index, await corpus.anchored(index.path), null);
    if (!alone) return null;
    // One after the other: each stops in time for a question, several together would not.
    const compared = comparing.then(() => findingsCompared(corpus, snapshot, index));
    comparing = compared.catch(() => undefined);
    return merged(alone, await compared);
  };

  const check = async (workspace: Workspace, path: string, known: Known, tell: Tell): Promise<void> => {
    const index = workspace.corpus.snapshot().reports.get(path);
    const uri = workspace.uriOf(path);
    const findings = index ? await findingsIn(workspace, index) : [];
    // One report at a time, so that a question about an open one never waits for all the others.
    await new Promise((resolve) => setImmediate(resolve));
    if (!findings) return;
    const report = full(index ? items(workspace, workspace.corpus.snapshot(), index, findings) : []);
    const isKnown = known.ids.get(uri) === report.resultId;
    known.ids.set(uri, report.resultId);
    if (index) {
      known.indexes.set(uri, index);
      known.tagged.set(uri, taggedSentences(workspace.corpus.annotations, path));
    } else {
      known.indexes.delete(uri);
      known.tagged.delete(uri);
    }
    tell(isKnown ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: report.resultId, uri, version: null } : { ...report, uri, version: null });
  };

  /** The reports that changed ones concern: themselves, those that state what they state otherwise now, and those with the same sentences tagged. */
  const concerned = (workspace: Workspace, changed: ReadonlySet<string>, known: Known): string[] => {
    const { reports, statements } = workspace.corpus.snapshot();
    const all = new Set(changed);
    for (const path of changed) {
      for (const key of changedStatements(known.indexes.get(workspace.uriOf(path)), reports.get(path))) {
        for (const other of statements.get(key)?.keys() ?? []) all.add(other);
      }
      const { annotations } = workspace.corpus;
      const tagged = [...known.tagged.get(workspace.uriOf(path)) ?? [], ...taggedSentences(annotations, path)];
      for (const sentence of tagged) for (const other of reportsTagging(annotations, sentence)) all.add(other);
    }
    return [...all];
  };

  /** The reports of a corpus to be checked now: all of them where what they depend on has changed. */
  const due = async (workspace: Workspace, { dirty }: Follower, known: Known): Promise<readonly string[]> => {
    // Reports that are still being read would be checked twice.
    await workspace.corpus.settled();
    const changed = dirty.get(workspace) ?? new Set();
    dirty.delete(workspace);
    const basis = basisOf(workspace);
    const isSame = known.bases.get(workspace)?.every((part, i) => part === basis[i]) === true;
    known.bases.set(workspace, basis);
    return isSame ? concerned(workspace, changed, known) : reportsByPath(workspace.corpus.snapshot()).map(({ path }) => path);
  };

  const round = async (follower: Follower, known: Known, tell: Tell, bar: WorkDoneProgressReporter | null, token: CancellationToken): Promise<void> => {
    follower.unsettled = false;
    for (const workspace of workspaces.all()) {
      const paths = await due(workspace, follower, known);
      const isMuch = paths.length > manyReports;
      if (isMuch) {
        // Long works one after the other: several together hold up whoever asks meanwhile.
        await workspace.corpus.rested();
        runFrugally();
      }
      let done = 0;
      let told = 0;
      await inParallel(paths, width, async (path) => {
        if (sinceAsked() < attended) await delay(courtesy);
        if (token.isCancellationRequested) return;
        await check(workspace, path, known, tell);
        const percent = Math.floor((++done / paths.length) * 100);
        // A message for every report would keep both sides busy.
        if (percent > told) bar?.report(percent, `${done}/${paths.length}`);
        told = percent;
      });
      if (isMuch) giveBack();
    }
    if (!token.isCancellationRequested) tellOthers(known, tell);
  };

  /** Tells of damaged lines of annotation files, and of what is gone. */
  const tellOthers = (known: Known, tell: Tell): void => {
    const present = new Set(workspaces.all().flatMap((workspace) => reportsByPath(workspace.corpus.snapshot()).map(({ path }) => workspace.uriOf(path))));
    for (const workspace of workspaces.all()) {
      for (const [uri, found] of damagedDiagnostics(workspace)) {
        present.add(uri);
        const report = full(found);
        if (known.ids.get(uri) !== report.resultId) tell({ ...report, uri, version: null });
        known.ids.set(uri, report.resultId);
      }
    }
    for (const uri of [...known.ids.keys()].filter((known) => !present.has(known))) {
      known.ids.delete(uri);
      known.indexes.delete(uri);
      known.tagged.delete(uri);
      tell({ ...full([]), uri, version: null });
    }
  };

  return {
    async pull({ previousResultIds }, token, bar, told) {
      const known: Known = { ids: new Map(previousResultIds.map(({ uri, value }) => [uri, value])), indexes: new Map(), tagged: new Map(), bases: new Map() };
      const follower: Follower = { dirty: new Map(), unsettled: false, wake: () => undefined };
      const all: WorkspaceDocumentDiagnosticReport[] = [];
      const outbox = told ? createOutbox((sent) => told.report({ items: sent })) : { add: (item: WorkspaceDocumentDiagnosticReport) => void all.push(item), send: () => undefined };
      bar.begin(t('Checking reports'), 0, undefined, true);
      followers.add(follower);
      try {
        await round(follower, known, outbox.add, bar, token);
        outbox.send();
        bar.done();
        while (told && !token.isCancellationRequested) {
          await changes(follower, token);
          await round(follower, known, outbox.add, null, token);
          outbox.send();
        }
      } finally {
        followers.delete(follower);
        outbox.send();
      }
      return { items: all };
    },
    stale(workspace, paths) {
      for (const { dirty, wake } of followers) {
        dirty.set(workspace, new Set([...(dirty.get(workspace) ?? []), ...paths]));
        wake();
      }
    },
    unsettled() {
      for (const follower of followers) {
        follower.unsettled = true;
        follower.wake();
      }
    },
  };
}

/** Resolves when something is to be checked again and nothing has changed for a while, or when the request is cancelled. */
function changes(follower: Follower, token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | null = null;
    const end = (): void => {
      if (timer) clearTimeout(timer);
      cancelled.dispose();
      follower.wake = () => undefined;
      resolve();
    };
    follower.wake = () => {
      if (timer) clearTimeout(timer);
      timer = setTimeout(end, pause);
    };
    const cancelled = token.onCancellationRequested(end);
    if (follower.dirty.size > 0 || follower.unsettled) follower.wake();
  });
}

/** Sends items together: a message for each of thousands of reports would keep the client busy. */
function createOutbox(send: (items: WorkspaceDocumentDiagnosticReport[]) => void): { readonly add: Tell; readonly send: () => void } {
  let waiting: WorkspaceDocumentDiagnosticReport[] = [];
  let timer: NodeJS.Timeout | null = null;
  const flush = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    if (waiting.length > 0) send(waiting);
    waiting = [];
  };
  return {
    add(item) {
      waiting.push(item);
      if (waiting.length >= batch) flush();
      else timer ??= setTimeout(flush, patience);
    },
    send: flush,
  };
}
