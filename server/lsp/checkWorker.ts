import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { builtInEntities } from '../corpus/lexiconFile';
import { unpackReport } from '../corpus/packed/report';
import type { CorpusSettings } from '../corpus/settings';
import { textOnDisk } from '../corpus/texts';
import type { Reply } from '../corpus/worker';
import type { Entity } from '../entity/model';
import { findingsAlone } from '../features/diagnostics';
import type { Report } from '../report/model';
import { parseReport } from '../report/parse';
import { checkText } from '../rules/check';
import type { AnchoredTags, CodebookTag, Finding } from '../rules/model';
import { expectTyping } from '../text/again';
import { sourceFromText } from '../text/decode';

/** A corpus as the rules over one report see it. */
export interface CheckedCorpus {
  readonly root: string | null;
  readonly settings: CorpusSettings;
  readonly codebook: readonly CodebookTag[];
  /** The entity list's entities. */
  readonly listed: readonly Entity[];
}

/** What the checker sends: a text that will be checked, a corpus under its name, or one report of it, with its text where it is open. */
export type CheckCall =
  | { readonly id: number; readonly method: 'expect'; readonly args: readonly [name: string, path: string, text: string] }
  | { readonly id: number; readonly method: 'corpus'; readonly args: readonly [name: string, corpus: CheckedCorpus] }
  | { readonly id: number; readonly method: 'check'; readonly args: readonly [name: string, packed: Uint8Array, annotations: readonly AnchoredTags[], text: string | null] };

/** Whoever hovers goes first: on Linux 0 means this thread alone, elsewhere it would be the whole server. */
const nicer = 5;
if (process.platform === 'linux') {
  try {
    setPriority(0, nicer);
  } catch {
    // Not allowed here: checks are as urgent as everything else.
  }
}

const builtIn = builtInEntities(workerData as string);
const corpora = new Map<string, CheckedCorpus & { readonly byId: ReadonlyMap<string, Entity> }>();

/** The text that was parsed last: it is parsed, and the rules over it run, while it is indexed in another thread; the other rules follow then. */
let latest: { readonly text: string; readonly report: Report } | null = null;

function reportOf(path: string, text: string): Report {
  if (latest?.report.path !== path || latest.text !== text) latest = { text, report: parseReport(path, sourceFromText(text)) };
  return latest.report;
}

/** What the rules find in a report by itself; null when it is closed and its file says something else by now. */
function check(name: string, packed: Uint8Array, annotations: readonly AnchoredTags[], open: string | null): Finding[] | null {
  const corpus = corpora.get(name);
  if (!corpus) return null;
  expectTyping(open !== null);
  const index = unpackReport(packed, builtIn);
  const text = open ?? (corpus.root === null ? null : textOnDisk(corpus.root, index, corpus.settings.maxFileSize));
  if (text === null) return null;
  const local = new Map(index.entities.map((entity) => [entity.id, entity]));
  const entity = (id: string): Entity | undefined => corpus.byId.get(id) ?? local.get(id) ?? builtIn(id);
  return findingsAlone(reportOf(index.path, text), index, { annotations, codebook: corpus.codebook, settings: corpus.settings }, entity);
}

function perform(call: CheckCall): unknown {
  if (call.method === 'expect') {
    const [name, path, text] = call.args;
    expectTyping(true);
    const corpus = corpora.get(name);
    if (corpus) checkText(reportOf(path, text), corpus.settings);
    return null;
  }
  if (call.method === 'check') return check(...call.args);
  const [name, corpus] = call.args;
  corpora.set(name, { ...corpus, byId: new Map(corpus.listed.map((entity) => [entity.id, entity])) });
  return null;
}

parentPort?.on('message', (call: CheckCall) => {
  const answer = (reply: Reply): void => parentPort?.postMessage(reply);
  try {
    answer({ id: call.id, result: perform(call) });
  } catch (error) {
    answer({ id: call.id, error: String(error) });
  }
});
