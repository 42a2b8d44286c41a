import type { Connection } from 'vscode-languageserver/node';
import { annotatorOf, type Annotator } from '../corpus/annotator';
import { reportsByPath } from '../features/reports';
import { titleOf } from '../features/names';
import { mentionAt } from '../features/at';
import { occurrenceLine, occurrencesOf } from '../features/occurrences';
import { selectionsAt } from '../features/selection';
import { csvOf } from '../exchange/csv';
import { annotatedReports } from '../exchange/reports';
import { segmentsOf } from '../exchange/segments';
import { w3cOf } from '../exchange/w3c';
import { offsetAt, rangeOf } from '../text/lines';
import { perform } from './annotating';
import type { AnnotationRequests, OccurrencesParams, OccurrencesResult } from './annotationProtocol';
import { annotationGroups, annotationItems, annotationsIn, tagsFolder } from './annotationViews';
import { codebookWorkspaceEdit } from './codebookEdits';
import { guarded } from './guard';
import { opened, type Workspace, type Workspaces } from './workspaces';

type Answers = { [M in keyof AnnotationRequests]: (params: AnnotationRequests[M]['params']) => AnnotationRequests[M]['result'] | Promise<AnnotationRequests[M]['result']> };

/** Tells who annotates in a corpus. */
export interface Annotators {
  readonly of: (workspace: Workspace) => Promise<Annotator>;
  /** The setting may have changed: it is asked for once, and then known. */
  configured(): void;
}

/** `canAsk`: the client answers for its settings. */
export function annotatorsOf(connection: Connection, canAsk: () => boolean): Annotators {
  const settings = new Map<string, Promise<unknown>>();
  const settingOf = (uri: string): Promise<unknown> => {
    if (!canAsk()) return Promise.resolve('');
    const known = settings.get(uri) ?? connection.workspace.getConfiguration({ scopeUri: uri, section: 'wenmai.annotator' }).catch(() => '');
    settings.set(uri, known);
    return known;
  };
  return {
    async of({ uri, corpus }) {
      const setting = await settingOf(uri);
      return annotatorOf(typeof setting === 'string' ? setting : '', corpus.root);
    },
    configured: () => { settings.clear(); },
  };
}

/** Registers the requests about tags and annotations. */
export function registerAnnotations(connection: Connection, workspaces: Workspaces, { of }: Annotators): void {
  for (const [method, answer] of Object.entries(answersOf(workspaces, of))) {
    connection.onRequest(method, guarded(connection.console, method, answer as (params: unknown) => unknown));
  }
}

function answersOf(workspaces: Workspaces, annotator: (workspace: Workspace) => Promise<Annotator>): Answers {
  const nameIn = (workspace: Workspace): Promise<string> => annotator(workspace).then(({ name }) => name);
  return {
    'wenmai/tags': () => workspaces.all().map(tagsFolder),
    'wenmai/annotations': async ({ uri }) => {
      const located = workspaces.locate(uri);
      return located ? annotationItems(located.workspace, located.path, await nameIn(located.workspace)) : [];
    },
    'wenmai/annotationGroups': async ({ by }) => {
      const names = new Map<Workspace, string>();
      for (const workspace of workspaces.all()) names.set(workspace, await nameIn(workspace));
      return annotationGroups(workspaces.all(), by, (workspace) => names.get(workspace) ?? '');
    },
    'wenmai/annotationsIn': async ({ by, folder, key }) => {
      const workspace = workspaces.byUri(folder);
      return workspace ? annotationsIn(workspace, by, key, await nameIn(workspace)) : [];
    },
    'wenmai/passageAt': async ({ uri, position }) => {
      const document = await opened(workspaces.locate(uri));
      const report = document && (await document.workspace.corpus.parsed(document.index));
      if (!report) return null;
      const { index } = document;
      const offset = offsetAt(index.lineStarts, index.length, position);
      const [span] = selectionsAt(report, index, offset).filter((each) => each.end > each.start);
      return span ? { range: rangeOf(index.lineStarts, span), entity: mentionAt(index, offset)?.entity ?? null } : null;
    },
    'wenmai/annotator': async ({ uri }) => {
      const workspace = workspaces.byUri(uri) ?? workspaces.locate(uri)?.workspace;
      return workspace ? annotator(workspace) : null;
    },
    'wenmai/annotate': (params) => perform(workspaces, params, nameIn),
    'wenmai/occurrences': (params) => occurrences(workspaces, params),
    'wenmai/codebookEdit': async ({ folder, action }) => {
      const workspace = workspaces.byUri(folder);
      return workspace ? codebookWorkspaceEdit(workspace, action) : { edit: null, refused: null };
    },
    'wenmai/exportAnnotations': async ({ folder, format }) => {
      const workspace = workspaces.byUri(folder);
      if (!workspace) return null;
      const reports = await annotatedReports(workspace.corpus);
      if (format === 'csv') return csvOf(segmentsOf(reports, workspace.corpus.snapshot().codebook), { spreadsheet: true });
      return w3cOf(reports.flatMap(({ annotations }) => annotations.map(({ filed }) => filed.annotation)), workspace.name);
    },
  };
}

async function occurrences(workspaces: Workspaces, { uri, scope, wanted }: OccurrencesParams): Promise<OccurrencesResult> {
  const located = workspaces.locate(uri);
  if (!located) return { places: [], problem: null };
  const { workspace, path } = located;
  const snapshot = workspace.corpus.snapshot();
  const places: OccurrencesResult['places'][number][] = [];
  for (const index of reportsByPath(snapshot)) {
    if (scope === 'report' && index.path !== path) continue;
    const report = await workspace.corpus.parsed(index);
    if (!report) continue;
    try {
      for (const span of occurrencesOf(report, index, wanted)) {
        places.push({ uri: workspace.uriOf(index.path), title: titleOf(index), range: rangeOf(index.lineStarts, span), ...occurrenceLine(report.source.text, span) });
      }
    } catch (error) {
      if (error instanceof RangeError) return { places: [], problem: error.message };
      throw error;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { places, problem: null };
}
