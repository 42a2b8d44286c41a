import { countsIn, reportsByPath } from '../features/reports';
import { outlineOf, type OutlineNode } from '../features/outline';
import { pinyinKeys } from '../features/match';
import { shortName, titleOf } from '../features/names';
import type { ReportIndex } from '../corpus/model';
import { rangeOf, type LineStarts } from '../text/lines';
import type { CaptionItem, FolderNode, ReportItem, ReportNode, SectionNode } from './protocol';
import { skipMessage } from './status';
import type { Located, Workspace, Workspaces } from './workspaces';

const none = { characters: 0, headings: 0, captions: 0, notes: 0, mentions: 0, entities: 0, references: 0 };

function bare(workspace: Workspace, path: string, state: ReportNode['state'], reason: string | null): ReportNode {
  return {
    uri: workspace.uriOf(path), path, state, reason, title: shortName(path), date: null, issue: null, publisher: null,
    authors: [], size: 0, encoding: null, encodingGuessed: false, counts: none,
  };
}

function nodeOf(workspace: Workspace, index: ReportIndex): ReportNode {
  const { path, meta, size, encoding, encodingGuessed } = index;
  return {
    uri: workspace.uriOf(path), path, state: 'indexed', reason: null, title: titleOf(index), date: meta.date, issue: meta.issue,
    publisher: meta.publisher, authors: meta.authors, size, encoding, encodingGuessed, counts: countsIn(index),
  };
}

/** The Reports view of one folder: what is indexed, what is being indexed, what was left out and why. */
export function folderNode(workspace: Workspace): FolderNode {
  const { corpus } = workspace;
  const snapshot = corpus.snapshot();
  const indexed = reportsByPath(snapshot).map((index) => nodeOf(workspace, index));
  const pending = [...corpus.pending()].filter((path) => !snapshot.reports.has(path)).map((path) => bare(workspace, path, 'indexing', null));
  const skipped = [...corpus.skipped()].map(([path, skip]) => bare(workspace, path, 'skipped', skipMessage(skip)));
  const reports = [...indexed, ...pending, ...skipped].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { uri: workspace.uri, name: workspace.name, reports };
}

function sectionNode(lines: LineStarts, node: OutlineNode): SectionNode {
  return {
    kind: node.kind, label: node.label, title: node.title, range: rangeOf(lines, node.span),
    selectionRange: rangeOf(lines, node.nameSpan), children: node.children.map((child) => sectionNode(lines, child)),
  };
}

/** The sections of a report: of its present text where it is open. */
export function sectionNodes({ workspace, path }: Located): SectionNode[] {
  const report = workspace.corpus.report(path);
  const structure = report ?? workspace.corpus.snapshot().reports.get(path);
  if (!structure) return [];
  const lines = report ? report.source.lineStarts : (structure as ReportIndex).lineStarts;
  return outlineOf(structure).map((node) => sectionNode(lines, node));
}

/** All figures and tables, or one report's. */
export function captionItems(workspaces: Workspaces, only: Located | null): CaptionItem[] {
  const chosen = only ? [only.workspace] : workspaces.all();
  return chosen.flatMap((workspace) =>
    reportsByPath(workspace.corpus.snapshot())
      .filter(({ path }) => !only || path === only.path)
      .flatMap((index) =>
        index.captions.map(({ kind, label, title, span }) => ({
          uri: workspace.uriOf(index.path), range: rangeOf(index.lineStarts, span), kind, label, title, report: titleOf(index),
        })),
      ),
  );
}

/** The reports of a folder for picking one by typing. */
export function reportItems(workspace: Workspace): ReportItem[] {
  return reportsByPath(workspace.corpus.snapshot()).map((index) => {
    const title = titleOf(index);
    const description = [index.meta.date, index.meta.publisher].filter(Boolean).join(' · ');
    return { uri: workspace.uriOf(index.path), path: index.path, title, description, keys: pinyinKeys(title) };
  });
}
