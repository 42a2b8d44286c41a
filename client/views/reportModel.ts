import * as vscode from 'vscode';
import type { FolderNode } from '../../server/lsp/protocol';
import type { Session } from '../session';
import { rowAt, sectionRows, topRows, type GroupBy, type ReportRow, type ReportsRow, type SectionRow, type SortBy } from './reportRows';

/** The rows of the Reports view as the server and the settings have them, asked for once and kept. */
export interface ReportsModel {
  folders(): Promise<readonly FolderNode[]>;
  children(row?: ReportsRow): Promise<readonly ReportsRow[]>;
  /** The row of the report's deepest section at the line, or of the report; undefined where it is none. */
  rowAt(uri: string, line: number): Promise<ReportsRow | undefined>;
  /** Groups and sorts anew what is known. */
  arrange(): void;
  /** Asks again; gives the rows below which something changed, or null when it may be everywhere. */
  update(reports: readonly string[] | null): Promise<readonly ReportRow[] | null>;
}

/** A model that has asked nothing yet. */
export function createReportsModel(session: Session): ReportsModel {
  let folders: Promise<readonly FolderNode[]> | undefined;
  let top: Promise<readonly ReportsRow[]> | undefined;
  let byUri: Promise<ReadonlyMap<string, ReportRow>> | undefined;
  const sections = new Map<string, Promise<readonly SectionRow[]>>();

  const ask = async (): Promise<readonly FolderNode[]> => (await session.request('wenmai/reports', {}))?.folders ?? [];
  const known = () => folders ??= ask();
  const rows = () => top ??= known().then((found) => {
    const settings = vscode.workspace.getConfiguration('wenmai.reports');
    return topRows(found, settings.get<GroupBy>('groupBy', 'folder'), settings.get<SortBy>('sortBy', 'path'));
  });
  async function reportOf(uri: string): Promise<ReportRow | undefined> {
    byUri ??= rows().then((all) => new Map(reportRows(all).map((row) => [normal(row.report.uri), row])));
    return (await byUri).get(normal(uri));
  }
  function sectionsOf(row: ReportRow): Promise<readonly SectionRow[]> {
    const { uri, state } = row.report;
    if (state !== 'indexed') return Promise.resolve([]);
    let found = sections.get(row.id);
    if (found === undefined) {
      found = session.request('wenmai/sections', { uri }).then((answer) => sectionRows(row, uri, answer ?? []));
      sections.set(row.id, found);
    }
    return found;
  }
  function arrange(): void {
    top = undefined;
    byUri = undefined;
    sections.clear();
  }
  return {
    folders: known,
    arrange,
    async children(row) {
      if (row === undefined) return rows();
      return row.kind === 'report' ? sectionsOf(row) : row.children;
    },
    async rowAt(uri, line) {
      const report = await reportOf(uri);
      return report && (rowAt(await sectionsOf(report), line) ?? report);
    },
    async update(reports) {
      const before = folders;
      folders = ask();
      const same = before !== undefined && JSON.stringify(await before) === JSON.stringify(await folders);
      if (!same || reports === null) {
        arrange();
        return null;
      }
      const changed = (await Promise.all(reports.map(reportOf))).filter((row) => row !== undefined);
      for (const row of changed) sections.delete(row.id);
      return changed;
    },
  };
}

/** One spelling for a URI: the server's percent-encoding may differ from VS Code's. */
function normal(uri: string): string {
  return vscode.Uri.parse(uri).toString();
}

function reportRows(rows: readonly ReportsRow[]): ReportRow[] {
  return rows.flatMap((row) => {
    if (row.kind === 'report') return [row];
    return row.kind === 'section' ? [] : reportRows(row.children);
  });
}
